"""Rules held against the agreement's text, as text: what is amiss first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.report.text.authoring.place import told_place
from vvoptimize.report.text.voice import Voice

if TYPE_CHECKING:
    from vvoptimize.report.authoring.model import LeftOutRow, QuoteRow, TraceReport
    from vvoptimize.report.layout import Page

FAULTS = ("nowhere", "elsewhere", "no_clause")
TOLD = ("no_quote", "other_text")
INDENT = 2


def write_trace(report: TraceReport, page: Page, lang: str) -> None:
    """Write quotes that are not where they should be, and clauses without a rule."""
    voice = Voice(lang, None)
    page.title(voice.say("trace.title", agreement=report.agreement))
    files = voice.say("about.rules", files=", ".join(report.rule_files))
    page.text(files, style="quiet")
    _write_summary(report, page, voice)
    faulty = [row for row in report.quotes if row.found in FAULTS]
    if faulty or report.no_clause:
        page.heading(voice.say("head.quotes"))
        for row in faulty:
            _write_fault(row, page, voice)
        for left_out in report.no_clause:
            clause = voice.clauses([left_out.clause], 1)
            told = voice.say("trace.reason_no_clause", clause=clause)
            page.item(f"{told_place(left_out.at)} {told}")
    _write_unaccounted(report, page, voice)
    _write_not_encoded(report.not_encoded, page, voice)


def _write_summary(report: TraceReport, page: Page, voice: Voice) -> None:
    here = sum(row.found == "here" for row in report.quotes)
    quoted = sum(
        row.quote is not None and row.found != "other_text" for row in report.quotes
    )
    style = "holds" if report.sound else "broken"
    told = voice.count(quoted, "trace.quotes", found=voice.number(here))
    page.text(told, style=style)
    for found in TOLD:
        ids = [row.id for row in report.quotes if row.found == found]
        if ids:
            page.text(voice.say(f"trace.{found}", ids=voice.some(ids)))
    missing = len(report.unaccounted)
    clauses = voice.number(report.clauses)
    page.text(
        voice.count(missing, "trace.unaccounted", all=clauses)
        if missing
        else voice.say("trace.all_accounted", all=clauses)
    )


def _write_fault(row: QuoteRow, page: Page, voice: Voice) -> None:
    told = voice.say(
        f"trace.{row.found}",
        id=row.id,
        clause=voice.clauses([row.clause], 1),
        found_in=voice.clauses([row.found_in or ""], 1),
        line="" if row.found_line is None else voice.number(row.found_line),
    )
    page.item(f"{told_place(row.at)} {told}")
    if row.quote is not None:
        page.item(voice.say("quote", quote=row.quote), INDENT)


def _write_unaccounted(report: TraceReport, page: Page, voice: Voice) -> None:
    if report.unaccounted:
        page.heading(voice.say("head.unaccounted"))
    for row in report.unaccounted:
        start = row.start or "-"
        page.item(f"{voice.clause(row.clause)} {voice.say('quote', quote=start)}")


def _write_not_encoded(rows: tuple[LeftOutRow, ...], page: Page, voice: Voice) -> None:
    if rows:
        page.heading(voice.say("head.not_encoded"))
    for row in rows:
        part = "" if row.part is None else f" ({voice.words(row.part)})"
        page.item(f"{voice.clause(row.clause)}{part}: {voice.words(row.reason)}")
