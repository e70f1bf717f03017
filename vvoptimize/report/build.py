"""From what the program found to reports: numbers are taken over, not worked out."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from vvoptimize.evaluation.verdicts import Verdict
from vvoptimize.explanation.evidence import evidence_of
from vvoptimize.report.assessment import assessment_part
from vvoptimize.report.names import scenario_part
from vvoptimize.report.parameters import (
    evidence_part,
    numbers_of,
    used_by,
    warning_rows,
)
from vvoptimize.report.reports import (
    CheckReport,
    LimitsPart,
    RunPart,
    SolveReport,
    WorstOff,
)
from vvoptimize.report.unknown import unknown_at_all, unknown_in
from vvoptimize.report.waivers import waiver_rows
from vvoptimize.scenario.exact import Exact, exact
from vvoptimize.solution.doubts import Extent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vvoptimize.evaluation.verdicts import Evaluation
    from vvoptimize.explanation.changes import Change
    from vvoptimize.explanation.left_out import LeftOut
    from vvoptimize.report.model import (
        AssessmentPart,
    )
    from vvoptimize.report.model_rules import (
        ObjectiveRow,
    )
    from vvoptimize.report.model_search import (
        StageRow,
    )
    from vvoptimize.solution.assessed import Assessed
    from vvoptimize.solution.solution import Solution


def solve_part(
    solution: Solution,
    changes: Sequence[Change] | None = None,
    left_out: Sequence[LeftOut] = (),
    under_way: Assessed | None = None,
) -> SolveReport:
    """Report the answer of a search."""
    # Only a search has stages and alternatives: a check does not load what they need.
    from vvoptimize.report.plans import change_row, left_out_row
    from vvoptimize.report.search import broken_row, other_part, stage_row

    assessed = solution.assessed
    grounding = assessed.grounding
    evidence = evidence_of(grounding, assessed.evaluation)
    assessment = assessment_part(assessed, evidence.principles)
    stages = tuple(stage_row(stage, grounding) for stage in solution.stages)
    lacking = [figure for stage in stages for figure in stage.missing]
    needed = [*_needed(assessed.evaluation), *lacking]
    proved = _proved(assessment, stages)
    used = numbers_of(grounding.rule_set.parameters, grounding.rule_set)
    return SolveReport(
        scenario=scenario_part(grounding),
        proved=proved,
        outcome=solution.outcome.value,
        stop=solution.stop.value,
        limits=LimitsPart(
            _exact(solution.limits.seconds), _exact(solution.limits.work)
        ),
        worst_off=_worst_off(assessment),
        unknown=unknown_at_all(solution.doubts, grounding),
        unknown_always=_always(solution),
        warnings=warning_rows(evidence, grounding),
        waivers=waiver_rows(grounding, assessed.evaluation),
        assessment=assessment,
        stages=stages,
        others=tuple(
            other_part(assessed, other, proved=proved) for other in solution.others
        ),
        evidence=evidence_part(evidence, grounding, needed, used),
        run=_run(solution),
        changes=None
        if changes is None
        else tuple(change_row(change, grounding) for change in changes),
        under_way=()
        if under_way is None
        else tuple(broken_row(one, grounding) for one in under_way.evaluation.broken),
        left_out=tuple(left_out_row(one, grounding) for one in left_out),
    )


def check_part(assessed: Assessed) -> CheckReport:
    """Report a given assignment."""
    grounding = assessed.grounding
    rule_set = grounding.rule_set
    evidence = evidence_of(grounding, assessed.evaluation)
    used = used_by((*rule_set.rules, *rule_set.objectives), rule_set, money=True)
    assessment = assessment_part(assessed, evidence.principles)
    needed = _needed(assessed.evaluation)
    return CheckReport(
        scenario=scenario_part(grounding),
        worst_off=_worst_off(assessment),
        unknown=unknown_in(assessed),
        warnings=warning_rows(evidence, grounding),
        waivers=waiver_rows(grounding, assessed.evaluation),
        assessment=assessment,
        evidence=evidence_part(evidence, grounding, needed, used),
    )


def _proved(assessment: AssessmentPart, stages: tuple[StageRow, ...]) -> bool:
    return not assessment.unknown and all(s.outcome == "optimal" for s in stages)


def _always(solution: Solution) -> int | None:
    """Count the undecided cases of binding rules that no other choice decides."""
    if any(doubt.extent is Extent.OPEN for doubt in solution.doubts):
        return None
    always = {
        (doubt.principle_id, doubt.at)
        for doubt in solution.doubts
        if doubt.extent is Extent.ALWAYS
    }
    undecided = solution.assessed.evaluation.unknown
    return sum((i.rule.rule_id, i.at) in always for i in undecided)


def _needed(evaluation: Evaluation) -> list[str]:
    """Name the figures that rules lack."""
    open_ = (rule.judged(Verdict.UNKNOWN) for rule in evaluation.rules)
    return [figure for cases in open_ for case in cases for figure in case.missing]


def _worst_off(assessment: AssessmentPart) -> WorstOff | None:
    """Find who gets least in the first objective that compares parties."""
    for objective in assessment.objectives:
        if objective.sense == "leximin":
            return _least(objective)
    return None


def _least(objective: ObjectiveRow) -> WorstOff | None:
    values = [party.value for party in objective.parties if party.value is not None]
    if not values or len(values) < len(objective.parties):
        return None
    least = min(values)
    parties = tuple(party.at for party in objective.parties if party.value == least)
    about = (objective.id, objective.label, objective.unit)
    return WorstOff(*about, least, parties, objective.over)


def _run(solution: Solution) -> RunPart:
    limits = solution.limits
    seconds = exact(Decimal(f"{solution.seconds:.3f}"))
    return RunPart(seconds, solution.solves, limits.workers, limits.seed)


def _exact(number: float | None) -> Exact | None:
    """Give a number as it was typed; a float's shortest text is what somebody wrote."""
    return None if number is None else exact(Decimal(repr(number)))
