"""From cases that were run to a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.report.authoring.model import (
    BranchRow,
    CaseRow,
    CasesReport,
    CoverageRow,
    PartRow,
    PictureRow,
    ProblemRow,
    RuleCasesRow,
    ShownRow,
)
from vvoptimize.report.authoring.trace import place_row
from vvoptimize.report.model import Words
from vvoptimize.report.names import elements, rule_files
from vvoptimize.ruleset.syntax import written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vvoptimize.authoring.cases import CaseRun, Reading, RuleRun, ShownInstance
    from vvoptimize.authoring.coverage import Branch, Coverage
    from vvoptimize.errors import Problem
    from vvoptimize.ruleset.rules import Rule, RuleSet


def cases_report(
    runs: Sequence[RuleRun], rule_set: RuleSet, reading: Reading
) -> CasesReport:
    """Report the rules' own cases."""
    failed = sum(bool(case.problems) for run in runs for case in run.cases)
    return CasesReport(
        rule_files=rule_files(rule_set),
        reading=reading.value,
        passed=sum(len(run.cases) for run in runs) - failed,
        failed=failed,
        rules=tuple(
            RuleCasesRow(
                run.rule.rule_id,
                tuple(_case(case) for case in run.cases),
                _coverage(run.coverage),
            )
            for run in runs
        ),
    )


def _case(run: CaseRun) -> CaseRow:
    case, verdict = run.result.case, run.result.verdict
    return CaseRow(
        name=case.name,
        at=place_row(case.span),
        passed=not run.problems,
        expected=case.expect,
        verdict=None if verdict is None else verdict.verdict.value,
        problems=tuple(_problem(problem) for problem in run.problems),
        shown=tuple(_shown(one, run.result.rule) for one in run.shown),
    )


def _problem(problem: Problem) -> ProblemRow:
    at = None if problem.span is None else place_row(problem.span)
    message = Words(problem.message("nb"), problem.message("en"))
    return ProblemRow(problem.code, at, message)


def _shown(one: ShownInstance, rule: Rule) -> ShownRow:
    return ShownRow(
        elements(one.at, rule),
        tuple(
            PictureRow(
                picture.role,
                picture.text,
                tuple(PartRow(part.offset, part.value) for part in picture.parts),
            )
            for picture in one.pictures
        ),
    )


def _coverage(covered: Coverage) -> CoverageRow:
    return CoverageRow(
        holds=covered.verdicts.get("holds", 0),
        broken=covered.verdicts.get("broken", 0),
        on_limit=covered.on_limit,
        unknown=covered.verdicts.get("unknown", 0),
        excepted=covered.verdicts.get("excepted", 0),
        not_applicable=covered.verdicts.get("not_applicable", 0),
        never_decided=tuple(_branch(branch) for branch in covered.never_decided),
    )


def _branch(branch: Branch) -> BranchRow:
    at = place_row(branch.formula.span(branch.part.at))
    return BranchRow(branch.role, written(branch.part), at)
