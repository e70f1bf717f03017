"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from vvoptimize.cli.language import LANGUAGES
from vvoptimize.scenario.days import is_day

if TYPE_CHECKING:
    from vvoptimize.cli.texts import Texts

F = TypeVar("F", bound=Callable[..., Any])
# Whether a file can be read is told when it is read.
PATH = click.Path(allow_dash=True, readable=False)
LANGUAGE = click.Choice(LANGUAGES)


def scenario_argument(function: F) -> F:
    """Take the scenario's path."""
    return click.argument("scenario", type=PATH)(function)


def files_argument(function: F) -> F:
    """Take the paths of files."""
    return click.argument("files", nargs=-1, required=True, type=PATH)(function)


def over_scenario_option(words: Texts) -> Callable[[F], F]:
    """Take a scenario to read rule files over."""
    return click.option(
        "--scenario", type=PATH, metavar="FILE", help=words.over_scenario
    )


def rule_option(words: Texts) -> Callable[[F], F]:
    """Take rule files to use instead of the scenario's own."""
    return click.option(
        "--rules",
        "rule_files",
        multiple=True,
        type=PATH,
        metavar="FILE",
        help=words.rule_files,
    )


def waiver_options(words: Texts) -> Callable[[F], F]:
    """Take files of waivers, and the day on which they must be in force."""
    return _stacked(
        click.option(
            "--waivers",
            "waiver_files",
            multiple=True,
            type=PATH,
            metavar="FILE",
            help=words.waiver_files,
        ),
        click.option(
            "--today", type=DAY, default=clock_day, metavar="DATE", help=words.today
        ),
    )


def clock_day() -> str:
    """Read the clock: only the command line does."""
    return date.today().isoformat()


class _Day(click.ParamType[str]):
    name = "date"

    def convert(
        self,
        value: Any,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> str:
        if not is_day(value):
            self.fail(f"{value!r} is not a day", param, ctx)
        return str(value)


DAY = _Day()


def format_options(words: Texts) -> Callable[[F], F]:
    """Take format, language, file and quietness."""
    formats = click.Choice(["text", "json"])
    return _stacked(
        click.option(
            "--format", "format_", type=formats, default="text", help=words.format
        ),
        language_option(words),
        output_option(words),
        quiet_option(words),
    )


def language_option(words: Texts, *, exposed: bool = True) -> Callable[[F], F]:
    """Take the language; not passed on where only help and errors are in a language."""
    return click.option("--lang", type=LANGUAGE, expose_value=exposed, help=words.lang)


def output_option(words: Texts) -> Callable[[F], F]:
    """Take the file to write to."""
    path = click.Path(path_type=Path, readable=False)
    return click.option("-o", "--output", type=path, metavar="FILE", help=words.output)


def quiet_option(words: Texts) -> Callable[[F], F]:
    """Take the wish for silence."""
    return click.option("-q", "--quiet", is_flag=True, help=words.quiet)


def _stacked(*options: Callable[[F], F]) -> Callable[[F], F]:
    def decorate(function: F) -> F:
        for option in reversed(options):
            function = option(function)
        return function

    return decorate
