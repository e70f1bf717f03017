"""A given assignment, judged, as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.report.text.evidence import write_evidence, write_warnings
from vvoptimize.report.text.region import write_region
from vvoptimize.report.text.rule_rows import write_rule_rows
from vvoptimize.report.text.shown import write_shown
from vvoptimize.report.text.stage_rows import write_objectives
from vvoptimize.report.text.unknown import write_unknown
from vvoptimize.report.text.verdict import (
    check_verdict,
    sentence,
    write_about,
    write_assumed,
    write_outcome,
)
from vvoptimize.report.text.voice import Voice
from vvoptimize.report.text.waivers import write_waivers

if TYPE_CHECKING:
    from vvoptimize.report.layout import Page
    from vvoptimize.report.reports import CheckReport


def write_check(report: CheckReport, page: Page, lang: str) -> None:
    """Write all sections in order."""
    voice, part = Voice(lang, report.scenario), report.assessment
    write_about(page, voice, report.scenario)
    if part.name is not None:
        name = voice.named(part.name, part.title)
        page.text(voice.say("about.assignment", name=name))
    page.blank()
    verdict, style = check_verdict(voice, part)
    page.text(sentence(voice, verdict, part, report.worst_off), style=style)
    write_assumed(page, voice, report.evidence, "verdict.rests.outcome")
    write_outcome(page, voice, part.outcome)
    write_unknown(page, voice, part, report.evidence, report.unknown)
    write_warnings(page, voice, report.warnings, part)
    write_waivers(page, voice, report.waivers)
    write_region(page, voice, part)
    if part.plan is not None:
        from vvoptimize.report.text.steps import write_plan

        write_plan(page, voice, part.plan)
    write_rule_rows(page, voice, part.rules)
    write_shown(page, voice, part.rules)
    write_objectives(page, voice, part.objectives)
    write_evidence(page, voice, report.evidence)
    page.blank()
    page.text(voice.say("councils"))
