"""Trust nothing: what the solver claims is compared with the other reading."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from vvoptimize.errors import InternalError, Problem
from vvoptimize.evaluation.evaluate import structure_holds
from vvoptimize.evaluation.values import Evaluator
from vvoptimize.evaluation.verdicts import Verdict
from vvoptimize.ruleset.instances import RuleInstance
from vvoptimize.ruleset.rules import RuleKind
from vvoptimize.scenario.exact import Exact, exact_text
from vvoptimize.solution.assessed import Assessed, total_shortfall
from vvoptimize.solution.stages import Limits, Outcome, StageKind, StageResult

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vvoptimize.evaluation.verdicts import ObjectiveOutcome
    from vvoptimize.ruleset.instances import At


def confirm(assessed: Assessed, stages: Sequence[StageResult], limits: Limits) -> None:
    """Compare every stage's claim with the evaluation.

    Raises
    ------
    InternalError
        If one differs; with a reproducer: scenario, limits, atoms' values and both
        claims.
    """
    differences = list(_differences(assessed, stages))
    if differences:
        problems = [
            Problem(
                "VV901", None, {"stage": stage, "model": claimed, "evaluation": found}
            )
            for stage, claimed, found in differences
        ]
        raise InternalError(problems, _reproducer(assessed, limits, differences))


_Difference = tuple[str, str, str]


def _differences(
    assessed: Assessed, stages: Sequence[StageResult]
) -> Iterator[_Difference]:
    if not structure_holds(assessed.grounding, assessed.values):
        yield "structure", "an assignment", "none"
    for instance in assessed.evaluation.broken:
        yield f"{instance.rule.rule_id} {dict(instance.at)}", "holds", "broken"
    yield from _of_ground_form(assessed)
    for stage in stages:
        if (
            stage.outcome in (Outcome.OPTIMAL, Outcome.FEASIBLE)
            and stage.value is not None
        ):
            yield from _of_stage(assessed, stage)


def _of_ground_form(assessed: Assessed) -> Iterator[_Difference]:
    """Compare the judgement of binding cases with the ground form that is searched."""
    evaluator, grounding = Evaluator(assessed.values), assessed.grounding
    for rule in assessed.evaluation.of_kind(RuleKind.REQUIRE):
        judged: dict[At, Verdict] = {c.at: c.verdict for c in rule.instances}
        for case in grounding.cases_of(rule.rule):
            if not isinstance(case, RuleInstance):
                continue
            told = judged.pop(case.at, None)
            if told in _CONTRARY.get(evaluator.truth(case.binding), (None,)):
                where = f"{rule.rule.rule_id} {dict(case.at)}"
                yield where, "its ground form", str(told)
        for at, told in judged.items():
            yield f"{rule.rule.rule_id} {dict(at)}", "no such case", str(told)


# What is unknown to one of them contradicts nothing.
_CONTRARY: dict[bool | None, tuple[Verdict | None, ...]] = {
    True: (Verdict.BROKEN, None),
    False: (Verdict.HOLDS, Verdict.WAIVED, None),
}


def _of_stage(assessed: Assessed, stage: StageResult) -> Iterator[_Difference]:
    found = _found(assessed, stage)
    if found is not None and found != _claimed(stage):
        yield stage.stage_id, _listed(_claimed(stage)), _listed(found)


def _claimed(stage: StageResult) -> list[Exact | None]:
    if stage.kind is StageKind.LEXIMIN:
        return [party.value for party in stage.parties]
    return [stage.value]


def _found(assessed: Assessed, stage: StageResult) -> list[Exact | None] | None:
    """Give what the evaluation says of a stage.

    None for a stage without a value of its own.
    """
    evaluation = assessed.evaluation
    match stage.kind:
        case StageKind.REQUIRE | StageKind.TIE_BREAK:
            return None
        case StageKind.DECIDED:
            return [len(evaluation.unknown)]
        case StageKind.PREFER:
            return [
                total_shortfall(rule)
                for rule in evaluation.rules
                if rule.rule.rule_id == stage.stage_id
            ]
        case StageKind.LEXIMIN | StageKind.MINIMISE | StageKind.MAXIMISE:
            return next(
                _parties(outcome, stage)
                for outcome in evaluation.objectives
                if outcome.objective.objective_id == stage.stage_id
            )


def _parties(outcome: ObjectiveOutcome, stage: StageResult) -> list[Exact | None]:
    by_party = {party.at: party.value for party in outcome.parties}
    if stage.kind is StageKind.LEXIMIN:
        return [by_party[party.at] for party in stage.parties]
    return list(by_party.values())


def _listed(values: Sequence[Exact | None]) -> str:
    return ", ".join(
        "unknown" if value is None else exact_text(value) for value in values
    )


def _reproducer(
    assessed: Assessed, limits: Limits, differences: Sequence[_Difference]
) -> str:
    grounding = assessed.grounding
    content = {
        "schema": "vvoptimize/reproducer/v1",
        "scenario": grounding.file.document.text,
        # Not those of the file where somebody has left it, or joined.
        "municipalities": list(grounding.scenario.municipality_ids),
        "rules": list(grounding.rule_set.texts),
        "limits": {
            "seconds": limits.seconds,
            "work": limits.work,
            "workers": limits.workers,
            "seed": limits.seed,
        },
        "values": list(assessed.values),
        "differences": [
            {"stage": stage, "model": claimed, "evaluation": found}
            for stage, claimed, found in differences
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=2)
