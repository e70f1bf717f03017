"""The formats that a check is written in, and where each goes."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from vvoptimize.classes import NamedTuple
from vvoptimize.cli.milestones import check_places
from vvoptimize.cli.output import Output
from vvoptimize.errors import InputError, Problem, listed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from vvoptimize.cli.options import F
    from vvoptimize.cli.texts import Texts
    from vvoptimize.report import Report
    from vvoptimize.report.gate.model import GateReport

OWN = ("text", "json")
MACHINES = ("markdown", "junit", "sarif", "github", "gitlab", "tap")


class Format(NamedTuple):
    """A format, and the file it goes to; None is standard output."""

    name: str
    path: Path | None

    @property
    def is_for_machines(self) -> bool:
        """Whether it is written from a report that is case by case."""
        return self.name in MACHINES


def formats_option(words: Texts) -> Callable[[F], F]:
    """Take formats, each with or without a file."""
    return click.option(
        "--format",
        "formats",
        type=_FORMAT,
        multiple=True,
        metavar="NAME[=FILE]",
        help=words.check_format,
    )


class _FormatType(click.Choice[str]):
    def convert(
        self,
        value: Any,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Any:
        name, equals, path = str(value).partition("=")
        known = super().convert(name, param, ctx)
        if equals and not path:
            values = {"given": str(value), "name": known}
            raise InputError([Problem("VV492", None, values)])
        return Format(known, Path(path) if equals else None)


_FORMAT = _FormatType([*OWN, *MACHINES])


class CheckOutput(NamedTuple):
    """Every format of a check with its place; files come first.

    Attributes
    ----------
    language
        That was asked for; None is the scenario's own.
    milestones
        Files for the milestones of a plan in steps.
    """

    formats: tuple[Format, ...]
    language: str | None
    quiet: bool
    milestones: tuple[Path, ...]

    @property
    def is_for_machines(self) -> bool:
        """Whether any format is written case by case."""
        return any(one.is_for_machines for one in self.formats)

    def write(self, report: Report, language: str) -> None:
        """Write a report as text or JSON, wherever that is asked for."""
        for name, path in self.formats:
            if name in OWN:
                Output(name, language, path, self.quiet).write(report)

    def write_gate(self, report: GateReport) -> None:
        """Write a report in every machine format that is asked for."""
        from vvoptimize.report.gate.paths import from_folder
        from vvoptimize.report.gate.render import render_gate

        told = from_folder(report, os.getcwd())  # noqa: PTH109  as text
        for name, path in self.formats:
            if name in MACHINES and not (self.quiet and path is None):
                text = render_gate(name, told)
                Output(name, report.language, path, self.quiet).write_text(text)


def check_output(
    formats: Sequence[Format],
    language: str | None,
    output: Path | None,
    milestones: tuple[Path, ...],
    *,
    quiet: bool,
) -> CheckOutput:
    """Settle what goes where.

    Parameters
    ----------
    output
        Where what has no file of its own goes; None is standard output.

    Raises
    ------
    InputError
        If two files would be at one place.
    """
    without = [one for one in formats if one.path is None]
    if len(without) > 1:
        names = listed(one.name for one in without)
        raise InputError([Problem("VV490", None, {"formats": names})])
    shown = without[0].name if without else "text"
    files = [one for one in formats if one.path is not None]
    placed = (*files, Format(shown, output))
    _refuse_shared_files(placed)
    check_places(milestones, [one.path for one in placed])
    return CheckOutput(placed, language, quiet, milestones)


def _refuse_shared_files(formats: Sequence[Format]) -> None:
    seen: set[str] = set()
    for one in formats:
        if one.path is None:
            continue
        path = os.path.realpath(one.path)
        if path in seen and not _is_device(path):
            values = {"path": str(one.path)}
            raise InputError([Problem("VV491", None, values)])
        seen.add(path)


def _is_device(path: str) -> bool:
    return Path(path).exists() and not Path(path).is_file()
