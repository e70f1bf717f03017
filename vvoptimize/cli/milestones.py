"""`--milestones`: the files that a plan in steps is written to besides its report."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from vvoptimize.cli.output import write_whole
from vvoptimize.errors import InputError, Problem, listed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from vvoptimize.cli.options import F
    from vvoptimize.cli.texts import Texts
    from vvoptimize.report import CheckReport, SolveReport
    from vvoptimize.scenario.reading import ScenarioFile

ENDINGS = (".csv", ".ics")


def milestones_option(words: Texts) -> Callable[[F], F]:
    """Take files for milestones, each of a format by its ending."""
    return click.option(
        "--milestones",
        type=_MilestonesFile(),
        multiple=True,
        metavar="FILE",
        help=words.milestones,
    )


class _MilestonesFile(click.ParamType[Path]):
    name = "file"

    def convert(
        self,
        value: Any,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Path:
        path = Path(value)
        if _ending(path) not in ENDINGS:
            values = {"path": str(value), "known": listed(ENDINGS)}
            raise InputError([Problem("VV279", None, values)])
        return path


def check_places(paths: Sequence[Path], others: Sequence[Path | None] = ()) -> None:
    """Refuse two files at one place.

    Parameters
    ----------
    others
        Where all else goes.

    Raises
    ------
    InputError
        Before anything is written.
    """
    seen = {os.path.realpath(path) for path in others if path is not None}
    for path in paths:
        place = os.path.realpath(path)
        if place in seen:
            raise InputError([Problem("VV299", None, {"path": str(path)})])
        seen.add(place)


def check_steps(paths: Sequence[Path], file: ScenarioFile) -> None:
    """Refuse milestones of a scenario that has no steps.

    Raises
    ------
    InputError
        Before anything is written.
    """
    if paths and not file.scenario.steps:
        values = {"path": str(paths[0]), "id": file.scenario.id}
        raise InputError([Problem("VV297", None, values)])


def write_milestones(
    paths: Sequence[Path], report: CheckReport | SolveReport, language: str
) -> None:
    """Write each file, whole or not at all."""
    if not paths:
        return
    from vvoptimize.report.milestones.render import render_milestones

    for path in paths:
        parts = (report.scenario, report.assessment)
        write_whole(path, render_milestones(_ending(path), *parts, language))


def _ending(path: Path) -> str:
    return path.suffix.lower()
