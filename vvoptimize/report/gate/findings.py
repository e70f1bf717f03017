"""What a gate has to say, worst first, and what each of it is known by for ever."""

from __future__ import annotations

from collections import Counter
from enum import IntEnum
from hashlib import sha256
from typing import TYPE_CHECKING

from vvoptimize.classes import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vvoptimize.report.gate.model import GateCase, GateCheck, GateReport, GateRule


class Level(IntEnum):
    """How bad something is; what stops a proposal is an error, and nothing else is."""

    NONE = 0
    NOTE = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        """As formats write it."""
        return self.name.lower()


class Finding(NamedTuple):
    """A case that is to be told.

    Attributes
    ----------
    key
        By which a case is known again in other runs; it has no amount in it, no text
        and no line. No two findings of a report share one.
    """

    level: Level
    check: GateCheck
    rule: GateRule
    case: GateCase
    key: str


def level_of(rule: GateRule, case: GateCase) -> Level:
    """Tell how bad a case is.

    Broken or unknown, it stops a proposal where the rule binds, and is a warning where
    the rule is a wish; what is only shown is noted. So is what has a waiver.
    """
    if case.verdict == "waived":
        return Level.NOTE
    if case.verdict not in ("broken", "unknown"):
        return Level.NONE
    if rule.binding:
        excused = case.change is not None and case.change.excused
        return Level.WARNING if excused else Level.ERROR
    return Level.WARNING if rule.kind == "prefer" else Level.NOTE


def findings(report: GateReport) -> tuple[Finding, ...]:
    """Give all that is broken, unknown or waived, worst first.

    Of each level first the worst case of every rule, then the second worst of every
    rule, and so on: where only a few can be shown, each rule has its turn.
    """
    ranked = []
    for number, found in enumerate(_all(report)):
        level, rank, finding = found
        ranked.append(((-level, rank, number), finding))
    return tuple(finding for _, finding in sorted(ranked, key=lambda pair: pair[0]))


def _all(report: GateReport) -> Iterator[tuple[Level, int, Finding]]:
    seen: Counter[str] = Counter()
    for check in report.checks:
        for rule in check.rules:
            ranks: Counter[Level] = Counter()
            for case in sorted(rule.cases, key=_badness):
                level = level_of(rule, case)
                if level is Level.NONE:
                    continue
                key = _key(check, rule, case)
                again = "" if not seen[key] else f":{seen[key] + 1}"
                seen[key] += 1
                yield (
                    level,
                    ranks[level],
                    Finding(level, check, rule, case, key + again),
                )
                ranks[level] += 1


def _badness(case: GateCase) -> tuple[bool, object]:
    """Order the cases of one rule: by how much they fall short, then without amount."""
    return case.margin is None, 0 if case.margin is None else case.margin


def _key(check: GateCheck, rule: GateRule, case: GateCase) -> str:
    """Hash scenario, assignment, rule and case."""
    at = (part for element in case.at for part in (element.variable, element.id))
    return hashed(check.scenario.id, check.assignment or "", rule.id, *at)


def hashed(*parts: str) -> str:
    """Hash texts so that what differs in any of them differs in the hash."""
    # No text of a file has this character.
    return sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:32]
