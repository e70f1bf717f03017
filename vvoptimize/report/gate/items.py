"""All that formats with a list of remarks tell, worst first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.classes import NamedTuple
from vvoptimize.report.gate.findings import Finding, Level, findings, hashed
from vvoptimize.report.gate.safe import one_line
from vvoptimize.report.gate.telling import Telling

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vvoptimize.report.gate.model import GateReport
    from vvoptimize.source import Place

NOTE = "note"
_LEVELS = {level.word: level for level in Level}


class Item(NamedTuple):
    """One remark, its texts on one line each.

    Attributes
    ----------
    name
        Id of the rule, code of the error, or `note`.
    key
        By which it is known again in other runs.
    finding
        The case that it is about; None where it is about none.
    """

    level: Level
    name: str
    title: str
    text: str
    place: Place | None
    key: str
    finding: Finding | None = None


def items(report: GateReport) -> tuple[Item, ...]:
    """Give every remark: what could not be checked first, then the worst."""
    told = [*_problems(report), *_notes(report), *_findings(report)]
    return tuple(sorted(told, key=lambda item: -item.level))


def _problems(report: GateReport) -> Iterator[Item]:
    for problem in report.problems:
        texts = [problem.message, *([problem.hint] if problem.hint else [])]
        told = one_line(". ".join(text.get(report.language) for text in texts))
        path = "" if problem.place is None else problem.place.path
        key = hashed(problem.code, path, problem.message.en)
        yield Item(Level.ERROR, problem.code, problem.code, told, problem.place, key)


def _notes(report: GateReport) -> Iterator[Item]:
    for check in report.checks:
        title = one_line(Telling(check).title())
        for note in check.notes:
            told = one_line(note.text.get(check.language))
            key = hashed(NOTE, check.scenario.id, note.text.en)
            yield Item(_LEVELS[note.level], NOTE, title, told, note.place, key)


def _findings(report: GateReport) -> Iterator[Item]:
    tellings = {id(check): Telling(check) for check in report.checks}
    for finding in findings(report):
        level, check, rule, case, key = finding
        telling = tellings[id(check)]
        title, told = telling.rule(rule), telling.said(rule, case)
        title, told = one_line(title), one_line(told)
        yield Item(level, rule.id, title, told, case.place, key, finding)
