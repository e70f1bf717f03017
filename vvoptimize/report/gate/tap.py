"""The Test Anything Protocol, version 13: one test per case of a rule.

What stops a proposal is `not ok`. A wish that is not met is a `TODO`, which harnesses
do not count as failed; what has a waiver, or is excepted, is a `SKIP`.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from vvoptimize.report.gate.findings import Level, level_of
from vvoptimize.report.gate.safe import one_line
from vvoptimize.report.gate.telling import Telling, ended, verdict_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vvoptimize.report.gate.model import (
        GateCase,
        GateCheck,
        GateProblem,
        GateReport,
        GateRule,
    )


def render(report: GateReport) -> str:
    """Write the stream, with the plan in front and how the run ends behind."""
    tests = [
        *(_problem(problem, report.language) for problem in report.problems),
        *(test for check in report.checks for test in _tests(check)),
    ]
    lines = ["TAP version 13", f"1..{len(tests)}"]
    for number, (result, rest) in enumerate(tests, 1):
        lines += [f"{result} {number} - {rest[0]}", *rest[1:]]
    return "\n".join([*lines, f"# {ended(report)}"])


def _problem(problem: GateProblem, lang: str) -> tuple[str, list[str]]:
    place = "" if problem.place is None else f" {_told(problem.place.path)}"
    details = _details({"message": problem.message.get(lang)})
    return "not ok", [f"{problem.code}{place}", *details]


def _tests(check: GateCheck) -> Iterator[tuple[str, list[str]]]:
    telling = Telling(check)
    for rule in check.rules:
        for case in rule.cases:
            yield _test(telling, check, rule, case)


def _test(
    telling: Telling, check: GateCheck, rule: GateRule, case: GateCase
) -> tuple[str, list[str]]:
    at = ", ".join(f"{element.variable}={element.id}" for element in case.at)
    name = f"{check.scenario.id} {check.assignment or '-'} {rule.id} {at}".strip()
    level = level_of(rule, case)
    word = telling.word(rule, case)
    skipped = case.verdict in ("waived", "excepted", "gone")
    failed = level is Level.ERROR
    todo = not failed and not skipped and level is not Level.NONE
    directive = f" # SKIP {word}" if skipped else f" # TODO {word}" if todo else ""
    result = "not ok" if failed or todo else "ok"
    kept = case.verdict == "holds" and case.waiver is None and case.change is None
    details = [] if kept else _case_details(telling, rule, case)
    return result, [f"{_told(name)}{directive}", *details]


def _case_details(telling: Telling, rule: GateRule, case: GateCase) -> list[str]:
    details = {
        "rule": telling.rule(rule),
        "message": telling.said(rule, case),
        "verdict": verdict_of(rule, case),
    }
    if case.place is not None:
        details["at"] = f"{case.place.path}:{case.place.line}:{case.place.column}"
    return _details(details)


def _details(pairs: dict[str, str]) -> list[str]:
    """Write details as YAML: a text in JSON is one in YAML too."""
    lines = [
        f"  {key}: {json.dumps(one_line(text), ensure_ascii=False)}"
        for key, text in pairs.items()
    ]
    return ["  ---", *lines, "  ..."]


def _told(text: str) -> str:
    """Put a text into a description, where what follows a number sign is obeyed."""
    return one_line(text).replace("#", "\uff03")
