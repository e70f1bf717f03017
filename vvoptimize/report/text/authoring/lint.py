"""What is odd in rules, as text: one line for each, as compilers tell it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.report.text.authoring.place import told_place
from vvoptimize.report.text.voice import Voice

if TYPE_CHECKING:
    from vvoptimize.report.authoring.model import LintPageReport, LintReport
    from vvoptimize.report.layout import Page

STYLES = {"warning": "broken", "note": "quiet"}


def write_lint(report: LintReport, page: Page, lang: str) -> None:
    """Write every finding, and how many there are."""
    voice = Voice(lang, None)
    for row in report.findings:
        severity = voice.say(f"lint.{row.severity}")
        message = voice.words(row.message)
        page.item(f"{told_place(row.at)} {severity} {row.code}: {message}")
    page.blank()
    files = ", ".join(report.rule_files)
    if not report.findings:
        page.text(voice.say("lint.clean", files=files), style="holds")
        return
    warnings = voice.count(report.warnings, "lint.warnings")
    notes = voice.count(report.notes, "lint.notes")
    style = STYLES["warning" if report.warnings else "note"]
    told = voice.say("lint.found", warnings=warnings, notes=notes, files=files)
    page.text(told, style=style)
    page.text(voice.say("lint.explain", code=report.findings[0].code))


def write_lint_page(report: LintPageReport, page: Page, lang: str) -> None:
    """Write the page of a kind of finding."""
    voice = Voice(lang, None)
    severity = voice.say(f"lint.{report.severity}")
    page.title(f"{report.code} ({severity}): {voice.words(report.message)}")
    for key, example in (("lint.avoid", report.avoid), ("lint.prefer", report.prefer)):
        page.blank()
        page.text(voice.say(key))
        page.verbatim(example, 4)
    page.blank()
    page.text(voice.words(report.why))
