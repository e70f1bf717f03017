"""Which assignment a command is about: one with a name, or one in a file."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vvoptimize.assignment import Assignment, named_assignment, parse_assignment
from vvoptimize.errors import InputError, Problem, listed
from vvoptimize.scenario.reading import read_scenario
from vvoptimize.source import parse, read_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from vvoptimize.cli.options import F
    from vvoptimize.cli.texts import Texts
    from vvoptimize.scenario.model import Scenario
    from vvoptimize.scenario.under_way import UnderWay
    from vvoptimize.source import Document


def assignment_option(about: str) -> Callable[[F], F]:
    """Take a name or a file; `about` is the help."""
    return click.option(
        "-a",
        "--assignment",
        shell_complete=_names,
        help=about,
        metavar="NAME|FILE",
    )


def asked_assignment(scenario: Scenario, asked: str | None) -> tuple[str, Assignment]:
    """Find the assignment by name, in a file, or as the only one there is."""
    if asked is None:
        return _only(scenario)
    if asked in scenario.assignments or not names_file(asked):
        return asked, named_assignment(scenario, asked)
    return asked, parse_assignment(read_text(asked), asked, scenario)


def keep_option(words: Texts) -> Callable[[F], F]:
    """Take a plan under way, by name or in a file."""
    return click.option(
        "--keep",
        shell_complete=_names,
        help=words.keep,
        metavar="NAME|FILE",
    )


def save_option(words: Texts) -> Callable[[F], F]:
    """Take a file for the assignment that is found."""
    return click.option(
        "--save",
        type=click.Path(dir_okay=False, path_type=Path),
        metavar="FILE",
        help=words.save,
    )


def check_save(
    path: Path | None, written: Sequence[Path | None], read: Sequence[str | None]
) -> None:
    """Refuse to write the assignment over what is read, or written besides.

    Raises
    ------
    InputError
        Before anything is read.
    """
    if path is None:
        return
    place = os.path.realpath(path)
    others = (other for other in (*written, *read) if other is not None)
    if place in {os.path.realpath(other) for other in others}:
        raise InputError([Problem("VV514", None, {"path": str(path)})])


def asked_under_way(scenario: Scenario, asked: str) -> UnderWay:
    """Find a plan under way by name, or in a file."""
    from vvoptimize.scenario.under_way import named_under_way, parse_under_way

    if asked in scenario.assignments or not names_file(asked):
        return named_under_way(scenario, asked)
    return parse_under_way(read_text(asked), asked, scenario)


def asked_document(scenario: Scenario, asked: str | None) -> Document | None:
    """Read an assignment's file once more, for the places in it.

    None for a name, and for standard input, which is read already.
    """
    if asked is None or asked == "-" or asked in scenario.assignments:
        return None
    return parse(read_text(asked), asked)


def names_file(asked: str) -> bool:
    """Tell a file from a name."""
    looks_so = asked == "-" or "/" in asked or asked.endswith((".yaml", ".yml"))
    return looks_so or Path(asked).exists()


def _only(scenario: Scenario) -> tuple[str, Assignment]:
    names = list(scenario.assignments)
    if len(names) == 1:
        return names[0], named_assignment(scenario, names[0])
    code = "VV521" if names else "VV522"
    raise InputError([Problem(code, None, {"names": listed(names)})])


def _names(
    ctx: click.Context, _parameter: click.Parameter, incomplete: str
) -> Sequence[str]:
    """Complete the names of assignments; silent if the scenario cannot be read."""
    # Click has not told the arguments apart when an option still lacks its value.
    given = ctx.params.get("scenario") or ctx.params.get("paths") or ctx.args
    path = given if isinstance(given, str) else next(iter(given), None)
    if not path:
        return []
    try:
        names = read_scenario(path).scenario.assignments
    except InputError:
        return []
    return [name for name in names if name.startswith(incomplete)]
