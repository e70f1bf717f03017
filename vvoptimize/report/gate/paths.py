"""Paths as a forge names files: from the folder that holds them all."""

from __future__ import annotations

import os
import posixpath
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vvoptimize.report.gate.model import (
        GateCase,
        GateCheck,
        GateNote,
        GateProblem,
        GateReport,
        GateRule,
    )
    from vvoptimize.source import Place


# What a file of a revision is called begins so; a drive has one letter.
_REVISION = re.compile("^[^/]{2,}:/")


def tidy(path: str) -> str:
    """Write a path without detours; a file of a revision by its path in the tree."""
    return _REVISION.sub("", posixpath.normpath(path.replace(os.sep, "/")))


def from_folder(report: GateReport, folder: str) -> GateReport:
    """Give a report in which no path in a folder begins with that folder."""
    below = tidy(folder).rstrip("/") + "/"

    def short(path: str) -> str:
        return path.removeprefix(below)

    def placed(place: Place | None) -> Place | None:
        return None if place is None else place._replace(path=short(place.path))

    def case(one: GateCase) -> GateCase:
        return one._replace(place=placed(one.place))

    def rule(one: GateRule) -> GateRule:
        place = one.place._replace(path=short(one.place.path))
        return one._replace(place=place, cases=tuple(map(case, one.cases)))

    def note(one: GateNote) -> GateNote:
        return one._replace(place=placed(one.place))

    def check(one: GateCheck) -> GateCheck:
        return one._replace(
            path=short(one.path),
            place=one.place._replace(path=short(one.place.path)),
            rules=tuple(map(rule, one.rules)),
            notes=tuple(map(note, one.notes)),
        )

    def problem(one: GateProblem) -> GateProblem:
        return one._replace(place=placed(one.place))

    return report._replace(
        checks=tuple(map(check, report.checks)),
        problems=tuple(map(problem, report.problems)),
    )
