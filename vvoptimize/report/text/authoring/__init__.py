"""Reports for those who write rules, as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from vvoptimize.report.authoring.model import (
    CasesReport,
    ExplainReport,
    LintPageReport,
    LintReport,
    TraceReport,
)
from vvoptimize.report.authoring.model_prove import ProveReport
from vvoptimize.report.text.authoring.cases import write_cases
from vvoptimize.report.text.authoring.explain import write_explain
from vvoptimize.report.text.authoring.lint import write_lint, write_lint_page
from vvoptimize.report.text.authoring.prove import write_prove
from vvoptimize.report.text.authoring.trace import write_trace

if TYPE_CHECKING:
    from vvoptimize.report.authoring.model import AuthoringReport
    from vvoptimize.report.layout import Page


def write_authoring(report: AuthoringReport, page: Page, lang: str) -> None:
    """Write a report for those who write rules."""
    match report:
        case TraceReport():
            write_trace(report, page, lang)
        case LintReport():
            write_lint(report, page, lang)
        case LintPageReport():
            write_lint_page(report, page, lang)
        case CasesReport():
            write_cases(report, page, lang)
        case ExplainReport():
            write_explain(report, page, lang)
        case ProveReport():
            write_prove(report, page, lang)
        case _:
            assert_never(report)
