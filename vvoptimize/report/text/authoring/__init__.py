"""Reports for those who write rules, as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.report.text.authoring.trace import write_trace

if TYPE_CHECKING:
    from vvoptimize.report.authoring.model import AuthoringReport
    from vvoptimize.report.layout import Page


def write_authoring(report: AuthoringReport, page: Page, lang: str) -> None:
    """Write a report for those who write rules."""
    write_trace(report, page, lang)
