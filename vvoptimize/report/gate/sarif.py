"""SARIF 2.1.0, as code scanning reads it.

A case that stops a proposal is a result of kind `fail`, one that lacks a figure of kind
`open`: that is what the standard calls it, and its level is then `none`, so the run
itself tells it besides, as a notification. A case with a waiver is suppressed, with its
reason. Cases that are kept are left out.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import quote

import vvoptimize
from vvoptimize.report.gate.findings import Finding, Level
from vvoptimize.report.gate.items import items
from vvoptimize.report.gate.markdown import escaped
from vvoptimize.report.gate.safe import one_line
from vvoptimize.report.gate.telling import Telling
from vvoptimize.scenario.exact import exact_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TypeAlias

    from vvoptimize.report.gate.items import Item
    from vvoptimize.report.gate.model import GateCase, GateCheck, GateReport, GateRule
    from vvoptimize.source import Place

    Json: TypeAlias = dict[str, object]

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_STATES = {"new": "new", "same": "unchanged"}
_JUDGED = (0, 1)  # exit codes of runs that could judge everything


def render(report: GateReport) -> str:
    """Write a log of one run."""
    rules, told = _Rules(report), items(report)
    run = {
        "tool": {
            "driver": {
                "name": "vvoptimize",
                "version": vvoptimize.__version__,
                "semanticVersion": vvoptimize.__version__,
                "rules": rules.descriptors,
            }
        },
        "language": report.language,
        "columnKind": "unicodeCodePoints",
        "automationDetails": {"id": "vvoptimize/check/"},
        "invocations": [_invocation(report, told)],
        "results": [rules.result(i, i.finding) for i in told if i.finding],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


class _Rules:
    """The rules of a report, each once, and results that refer to them."""

    def __init__(self, report: GateReport) -> None:
        self.descriptors: list[Json] = []
        self._tellings = {id(check): Telling(check) for check in report.checks}
        self._numbers: dict[tuple[object, ...], int] = {}
        for check in report.checks:
            for rule in check.rules:
                self._add(check, rule)

    def _add(self, check: GateCheck, rule: GateRule) -> None:
        same = _same(rule)
        if same in self._numbers:
            return
        self._numbers[same] = len(self.descriptors)
        # Two scenarios may have different rules of one id.
        ids = [seen[0] for seen in self._numbers]
        again = ids.count(rule.id)
        id_ = rule.id if again == 1 else f"{rule.id}~{again}"
        self.descriptors.append(_descriptor(id_, rule, self._tellings[id(check)]))

    def result(self, item: Item, finding: Finding) -> Json:
        """Write one case."""
        _, check, rule, case, _ = finding
        number = self._numbers[_same(rule)]
        found: Json = {
            "ruleId": self.descriptors[number]["id"],
            "ruleIndex": number,
            **_judged(finding),
            "message": {"text": _message(item.text)},
            "locations": [_location(case.place or check.place, case)],
            "relatedLocations": [_related(item.title, rule)],
            "partialFingerprints": {
                "primaryLocationLineHash": finding.key,
                "vvoptimize/v1": finding.key,
            },
            "properties": _properties(rule, case),
        }
        if case.waiver is not None and case.verdict == "waived":
            reason = one_line(case.waiver.reason.get(check.language))
            found["suppressions"] = [
                {"kind": "external", "status": "accepted", "justification": reason}
            ]
        if case.change is not None:
            found["baselineState"] = _STATES.get(case.change.kind, "updated")
        return found


def _same(rule: GateRule) -> tuple[object, ...]:
    """Give what makes two rules the same: all but what they come to."""
    return (rule.id, rule.clause, rule.quote, rule.label, rule.reading, rule.binding)


def _descriptor(id_: str, rule: GateRule, telling: Telling) -> Json:
    about = [one_line(text) for text in telling.about(rule)]
    name = one_line(telling.rule(rule))
    level = Level.ERROR if rule.binding else Level.WARNING
    if rule.kind == "report":
        level = Level.NOTE
    markdown = "\n\n".join([f"**{escaped(name)}**", *(escaped(t) for t in about)])
    return {
        "id": one_line(id_),
        "name": one_line(rule.id),
        "shortDescription": {"text": _message(name)},
        "fullDescription": {"text": _message(" ".join(about[:-1]))},
        "help": {"text": _message(f"{name}. {' '.join(about)}"), "markdown": markdown},
        "defaultConfiguration": {"level": level.word},
        "properties": {
            "tags": [rule.authority, rule.kind],
            "precision": "very-high",
            "problem.severity": "recommendation" if level is Level.NOTE else level.word,
        },
    }


def _judged(finding: Finding) -> Json:
    if finding.case.verdict == "unknown":
        return {"kind": "open", "level": "none"}
    return {"kind": "fail", "level": finding.level.word}


def _location(place: Place, case: GateCase) -> Json:
    at = ",".join(f"{element.variable}={element.id}" for element in case.at)
    found = _physical(place)
    if at:
        found["logicalLocations"] = [{"fullyQualifiedName": at, "kind": "member"}]
    return found


def _physical(place: Place) -> Json:
    path, line, column, end_line, end_column = place
    region = {
        "startLine": line,
        "startColumn": column,
        "endLine": end_line,
        "endColumn": end_column,
    }
    where = {"artifactLocation": {"uri": _uri(path)}, "region": region}
    return {"physicalLocation": where}


def _related(title: str, rule: GateRule) -> Json:
    return {"id": 1, "message": {"text": _message(title)}, **_physical(rule.place)}


def _properties(rule: GateRule, case: GateCase) -> Json:
    """Give the numbers, exactly."""
    change = case.change
    numbers = {
        "margin": case.margin,
        "value": case.value,
        "limit": case.limit,
        "baseMargin": None if change is None else change.base_margin,
    }
    told: Json = {
        key: exact_text(value) for key, value in numbers.items() if value is not None
    }
    texts = {
        "clause": rule.clause,
        "verdict": case.verdict,
        "unit": rule.unit,
        "change": None if change is None else change.kind,
        "expires": None if case.waiver is None else case.waiver.expires,
    }
    told |= {key: one_line(text) for key, text in texts.items() if text is not None}
    if case.missing:
        told["missing"] = [one_line(figure) for figure in case.missing]
    return told


def _invocation(report: GateReport, told: Sequence[Item]) -> Json:
    return {
        "executionSuccessful": report.exit_code in _JUDGED,
        "exitCode": report.exit_code,
        "toolExecutionNotifications": [
            _notification(item) for item in told if not _is_shown(item)
        ],
    }


def _is_shown(item: Item) -> bool:
    """Tell what is a result of its own, at a level that readers show."""
    return item.finding is not None and item.finding.case.verdict != "unknown"


def _notification(item: Item) -> Json:
    told: Json = {
        "descriptor": {"id": one_line(item.name)},
        "level": item.level.word,
        "message": {"text": _message(item.text)},
    }
    if item.place is not None:
        told["locations"] = [_physical(item.place)]
    return told


def _message(text: str) -> str:
    """Write a text in which nothing is a placeholder or a link; never an empty one."""
    line = one_line(text).replace("{", "{{").replace("}", "}}")
    return line.replace("](", "] (") or "-"


def _uri(path: str) -> str:
    written = quote(one_line(path), safe="/")
    return f"file://{written}" if path.startswith("/") else written
