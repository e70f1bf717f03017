"""Reports as text: sections in the order in which a chief executive would show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.errors.text import unobeyed
from vvoptimize.report.layout import Page
from vvoptimize.report.reports import (
    CheckReport,
    ConflictReport,
    MembersReport,
    Report,
    RulesReport,
    SolveReport,
)
from vvoptimize.report.text.paint import painted, plain

if TYPE_CHECKING:
    from vvoptimize.report.authoring.model import AuthoringReport
    from vvoptimize.report.model_proposal import ProposalReport


def rendered(report: Report, *, lang: str, width: int | None, color: bool) -> str:
    """Write a report as text; see `vvoptimize.report.render_text`."""
    page = Page(width)
    _write(report, page, lang)
    return unobeyed(page.rendered(painted() if color else plain))


def _write(report: Report, page: Page, lang: str) -> None:
    match report:
        case SolveReport():
            from vvoptimize.report.text.solve import write_solve

            write_solve(report, page, lang)
        case CheckReport():
            from vvoptimize.report.text.check import write_check

            write_check(report, page, lang)
        case ConflictReport():
            from vvoptimize.report.text.conflict import write_conflict

            write_conflict(report, page, lang)
        case RulesReport():
            from vvoptimize.report.text.rule_list import write_rules

            write_rules(report, page, lang)
        case MembersReport():
            from vvoptimize.report.text.members import write_members

            write_members(report, page, lang)
        case _:
            _write_rarer(report, page, lang)


def _write_rarer(
    report: ProposalReport | AuthoringReport, page: Page, lang: str
) -> None:
    """Write a report of a kind that a plain check does not load."""
    from vvoptimize.report.model_proposal import ProposalReport

    if isinstance(report, ProposalReport):
        from vvoptimize.report.text.proposal import write_proposal

        write_proposal(report, page, lang)
    else:
        from vvoptimize.report.text.authoring import write_authoring

        write_authoring(report, page, lang)
