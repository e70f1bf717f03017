"""JUnit XML: one suite per rule, one test per case of it.

What stops a proposal is a failure, or an error where figures are lacking. A wish that
is not met stops nothing, so it is skipped, as is what has a waiver or is excepted. The
name of a test has no amount in it and no words, so that it is known again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from vvoptimize.report.gate.findings import Level, level_of
from vvoptimize.report.gate.safe import one_line
from vvoptimize.report.gate.telling import Telling, verdict_of

if TYPE_CHECKING:
    from vvoptimize.report.gate.model import (
        GateCase,
        GateCheck,
        GateProblem,
        GateReport,
        GateRule,
    )
    from vvoptimize.source import Place


def render(report: GateReport) -> str:
    """Write the suites; `tests` and the like are counts of what is in them."""
    root = ET.Element("testsuites", {"name": "vvoptimize check"})
    if report.problems:
        suite = ET.SubElement(root, "testsuite", {"name": "vvoptimize"})
        for problem in report.problems:
            _problem(suite, problem, report.language)
    for check in report.checks:
        telling = Telling(check)
        for rule in check.rules:
            _suite(root, telling, check, rule)
    for element in (*root, root):
        _count(element)
    ET.indent(root)
    text = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}'


def _suite(
    root: ET.Element, telling: Telling, check: GateCheck, rule: GateRule
) -> None:
    name = ".".join((check.scenario.id, check.assignment or "-", rule.id))
    suite = ET.SubElement(root, "testsuite", {"name": one_line(name)})
    told = {
        "scenario": check.path,
        "rule": telling.rule(rule),
        "quote": rule.quote,
        "reading": rule.reading.get(check.language),
        "authority": rule.authority,
        "kind": rule.kind,
        "verdict": rule.verdict,
    }
    properties = ET.SubElement(suite, "properties")
    for key, value in told.items():
        if value is not None:
            ET.SubElement(
                properties, "property", {"name": key, "value": one_line(value)}
            )
    for case in rule.cases:
        _case(suite, telling, rule, case)


def _case(suite: ET.Element, telling: Telling, rule: GateRule, case: GateCase) -> None:
    at = ", ".join(f"{element.variable}={element.id}" for element in case.at)
    test = _test(suite, at or rule.id, case.place)
    kept = case.verdict == "holds" and case.waiver is None and case.change is None
    if kept:  # as most are, and nothing is said of them
        return
    said = one_line(telling.said(rule, case))
    if level_of(rule, case) is Level.ERROR:
        tag = "error" if case.verdict == "unknown" else "failure"
        told = {"type": case.verdict, "message": said}
        ET.SubElement(test, tag, told).text = _where(case.place)
    elif case.verdict != "holds":
        told = {"type": verdict_of(rule, case), "message": said}
        ET.SubElement(test, "skipped", told)
    else:
        ET.SubElement(test, "system-out").text = said


def _problem(suite: ET.Element, problem: GateProblem, lang: str) -> None:
    path = "" if problem.place is None else f" {problem.place.path}"
    test = _test(suite, f"{problem.code}{path}", problem.place)
    message = one_line(problem.message.get(lang))
    error = ET.SubElement(test, "error", {"type": problem.code, "message": message})
    error.text = _where(problem.place)


def _test(suite: ET.Element, name: str, place: Place | None) -> ET.Element:
    told = {"classname": suite.get("name", ""), "name": one_line(name)}
    if place is not None:
        told |= {"file": one_line(place.path), "line": str(place.line)}
    return ET.SubElement(suite, "testcase", told)


def _where(place: Place | None) -> str | None:
    if place is None:
        return None
    return one_line(f"{place.path}:{place.line}:{place.column}")


def _count(element: ET.Element) -> None:
    tests = list(element.iter("testcase"))
    element.set("tests", str(len(tests)))
    for plural, tag in (
        ("failures", "failure"),
        ("errors", "error"),
        ("skipped", "skipped"),
    ):
        element.set(plural, str(sum(test.find(tag) is not None for test in tests)))
