"""Rules' own cases as text: failures with their formulas first, then coverage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.report.layout import Column, row
from vvoptimize.report.text.authoring.picture import drawn
from vvoptimize.report.text.authoring.place import told_place
from vvoptimize.report.text.voice import Voice
from vvoptimize.scenario.exact import exact_text

if TYPE_CHECKING:
    from vvoptimize.report.authoring.model import (
        CaseRow,
        CasesReport,
        PictureRow,
        RuleCasesRow,
        ShownRow,
    )
    from vvoptimize.report.layout import Page, Row
    from vvoptimize.scenario.exact import Exact

INDENT = 2
COUNTS = ("holds", "broken", "on_limit", "unknown", "not_applicable")


def write_cases(report: CasesReport, page: Page, lang: str) -> None:
    """Write what failed and why, and what the cases cover."""
    voice = Voice(lang, None)
    page.title(", ".join(report.rule_files))
    _write_summary(report, page, voice)
    failed = [case for rule in report.rules for case in rule.cases if not case.passed]
    if failed:
        page.heading(voice.say("head.failures"))
    for case in failed:
        _write_case(case, page, voice)
    _write_coverage(report, page, voice)


def _write_summary(report: CasesReport, page: Page, voice: Voice) -> None:
    cases = report.passed + report.failed
    key = "test.failed" if report.failed else "test.passed"
    counted = report.failed or cases
    told = voice.count(counted, key, all=voice.number(cases))
    page.text(
        f"{told} {voice.say(f'test.reading.{report.reading}')}",
        style="broken" if report.failed else "holds",
    )


def _write_case(case: CaseRow, page: Page, voice: Voice) -> None:
    page.blank()
    for problem in case.problems:
        place = "" if problem.at is None else f"{told_place(problem.at)} "
        page.item(f"{place}{voice.words(problem.message)}", style="broken")
    for shown in case.shown:
        _write_shown(shown, page, voice)


def _write_shown(shown: ShownRow, page: Page, voice: Voice) -> None:
    if shown.at:
        at = ", ".join(f"{one.variable} = {one.id}" for one in shown.at)
        page.text(voice.say("test.case", at=at), INDENT)
    for formula in shown.formulas:
        page.text(voice.say(f"test.role.{formula.role}"), INDENT)
        _write_picture(formula, page, voice)


def _write_picture(formula: PictureRow, page: Page, voice: Voice) -> None:
    marks = [(part.offset, _value(voice, part.value)) for part in formula.parts]
    indent = 2 * INDENT
    for line in drawn(formula.text, marks, page.width - indent):
        page.verbatim(line, indent)


def _value(voice: Voice, value: Exact | bool | str | None) -> str:
    """Write a value as it could stand in the formula."""
    match value:
        case None:
            return voice.say("unknown")
        case bool():
            return voice.say("test.true" if value else "test.false")
        case str():
            return value
        case _:
            return exact_text(value)


def _write_coverage(report: CasesReport, page: Page, voice: Voice) -> None:
    page.heading(voice.say("head.coverage"))
    columns = [
        Column(voice.say("col.rule")),
        *(Column(voice.say(f"test.col.{count}"), numeric=True) for count in COUNTS),
    ]
    page.table(columns, [_covered(rule, voice) for rule in report.rules])


def _covered(rule: RuleCasesRow, voice: Voice) -> Row:
    covered = rule.coverage
    counts = (voice.number(getattr(covered, count)) for count in COUNTS)
    notes = [
        voice.say(
            "test.never_decided",
            part=branch.text,
            role=voice.say(f"test.in.{branch.role}"),
        )
        for branch in covered.never_decided
    ]
    if covered.excepted:
        notes.insert(0, voice.count(covered.excepted, "test.excepted"))
    if not rule.cases:
        notes.append(voice.say("test.no_cases"))
    return row(rule.id, *counts, notes=notes)
