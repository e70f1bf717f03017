"""The answer of a search as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.report.text.evidence import resting, write_evidence
from vvoptimize.report.text.others import write_others
from vvoptimize.report.text.plans import write_changes, write_left_out
from vvoptimize.report.text.region import write_region
from vvoptimize.report.text.rule_rows import write_rule_rows
from vvoptimize.report.text.shown import write_shown
from vvoptimize.report.text.stage_rows import write_stages
from vvoptimize.report.text.unknown import write_unknown
from vvoptimize.report.text.verdict import (
    sentence,
    solve_verdict,
    write_about,
    write_assumed,
)
from vvoptimize.report.text.voice import Voice
from vvoptimize.report.text.waivers import write_waivers

if TYPE_CHECKING:
    from vvoptimize.report.layout import Page
    from vvoptimize.report.reports import SolveReport


def write_solve(report: SolveReport, page: Page, lang: str) -> None:
    """Write all sections in order."""
    voice = Voice(lang, report.scenario)
    write_about(page, voice, report.scenario)
    page.blank()
    verdict, style = solve_verdict(voice, report)
    told = sentence(voice, verdict, report.assessment, report.worst_off)
    page.text(told, style=style)
    if report.assessment.unknown:  # whoever reads hosts takes them for advice
        page.text(voice.say("verdict.no_advice"), style="unknown")
    rests = "verdict.rests.proof" if report.proved else "verdict.rests.outcome"
    write_assumed(page, voice, report.evidence, rests)
    if report.warnings:
        page.text(resting(voice, report.warnings, report.assessment))
    write_unknown(
        page,
        voice,
        report.assessment,
        report.evidence,
        report.unknown,
        report.stages,
    )
    write_waivers(page, voice, report.waivers)
    write_region(page, voice, report.assessment)
    if report.assessment.plan is not None:
        from vvoptimize.report.text.steps import write_plan

        write_plan(page, voice, report.assessment.plan)
    write_changes(page, voice, report)
    write_left_out(page, voice, report)
    write_rule_rows(page, voice, report.assessment.rules)
    write_shown(page, voice, report.assessment.rules)
    write_stages(page, voice, report.stages, report.assessment.objectives)
    write_others(page, voice, report.others, report.assessment)
    write_evidence(page, voice, report.evidence)
    page.blank()
    page.text(voice.say("councils"))
