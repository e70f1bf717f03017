"""A rule explained, as text: the sentence first, then what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.report.text.evidence import write_parameters
from vvoptimize.report.text.rule_list import about_principle
from vvoptimize.report.text.verdict import write_about
from vvoptimize.report.text.voice import Voice

if TYPE_CHECKING:
    from vvoptimize.report.authoring.model import ExplainReport, GroundRow
    from vvoptimize.report.layout import Page

EXAMPLES = 3
INDENT = 2


def write_explain(report: ExplainReport, page: Page, lang: str) -> None:
    """Write a rule in words, its clause, its cases, and its numbers."""
    voice = Voice(lang, report.scenario)
    if report.scenario is not None:
        write_about(page, voice, report.scenario)
        page.blank()
    _write_head(report, page, voice)
    page.heading(voice.say("head.in_words"))
    page.text(voice.words(report.sentence))
    if report.measures:
        page.heading(voice.say("head.measures"))
    for measure in report.measures:
        page.item(voice.words(measure.sentence))
    if report.ground is not None:
        _write_ground(report.ground, page, voice)
    used = report.principle.parameters
    rows = tuple(row for row in report.parameters if row.number in used)
    write_parameters(page, voice, rows)


def _write_head(report: ExplainReport, page: Page, voice: Voice) -> None:
    principle = report.principle
    name = voice.named(principle.id, principle.label)
    page.title(f"{voice.clause(principle.clause)}: {name}")
    if principle.quote is not None:
        page.text(voice.say("quote", quote=principle.quote))
    page.text(about_principle(voice, principle))
    reading = voice.words(principle.reading)
    page.text(voice.say("conflict.reading", reading=reading))


def _write_ground(ground: GroundRow, page: Page, voice: Voice) -> None:
    page.heading(voice.say("head.cases"))
    for key, cases in (
        ("explain.cases", ground.cases),
        ("explain.excepted", ground.excepted),
        ("explain.left_out", ground.left_out),
    ):
        if cases:
            page.text(voice.count(len(cases), key))
        elif key == "explain.cases":
            page.text(voice.say("explain.no_cases"))
        # «And 1 more» takes as much room as the one.
        told = cases if len(cases) <= EXAMPLES + 1 else cases[:EXAMPLES]
        for at in told:
            page.item(voice.case(at), INDENT)
        if more := len(cases) - len(told):
            page.item(voice.say("more", n=voice.number(more)), INDENT)
