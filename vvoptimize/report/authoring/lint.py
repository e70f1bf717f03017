"""From what was found odd to a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.authoring.lint.page import Severity
from vvoptimize.authoring.lint.pages import PAGES
from vvoptimize.errors.catalogue import phrases
from vvoptimize.errors.text import fill
from vvoptimize.report.authoring.model import FindingRow, LintPageReport, LintReport
from vvoptimize.report.authoring.trace import place_row
from vvoptimize.report.model import Words
from vvoptimize.report.names import rule_files

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vvoptimize.authoring.lint.page import Finding
    from vvoptimize.ruleset.rules import RuleSet


def lint_report(
    findings: Sequence[Finding], rule_set: RuleSet, scenario: str | None
) -> LintReport:
    """Report what is odd; `scenario` is the id of the one that was read."""
    rows = tuple(_row(finding) for finding in findings)
    warnings = sum(row.severity == Severity.WARNING for row in rows)
    return LintReport(
        rule_files=rule_files(rule_set),
        scenario=scenario,
        warnings=warnings,
        notes=len(rows) - warnings,
        findings=rows,
    )


def lint_page_report(code: str) -> LintPageReport:
    """Report the page of a kind of finding."""
    page = PAGES[code]
    return LintPageReport(
        code=code,
        severity=page.severity.value,
        message=Words(page.nb.replace("!}", "}"), page.en.replace("!}", "}")),
        avoid=page.avoid,
        prefer=page.prefer,
        why=Words(page.why_nb, page.why_en),
    )


def _row(finding: Finding) -> FindingRow:
    page = PAGES[finding.code]
    values = dict(finding.values)
    message = Words(
        fill(page.nb, values, phrases(), "nb"), fill(page.en, values, phrases(), "en")
    )
    return FindingRow(
        finding.code, page.severity.value, place_row(finding.span), message
    )
