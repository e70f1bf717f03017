"""Judging an assignment by every rule, and measuring it by every objective."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.evaluation.lacking import lacking
from vvoptimize.evaluation.values import Evaluator
from vvoptimize.evaluation.verdicts import (
    Evaluation,
    InstanceVerdict,
    ObjectiveOutcome,
    PartyOutcome,
    RuleVerdict,
    Verdict,
)

if TYPE_CHECKING:
    from vvoptimize.ruleset.atoms import Values
    from vvoptimize.ruleset.ground import Affine
    from vvoptimize.ruleset.grounding import Grounding
    from vvoptimize.ruleset.instances import (
        ExceptedInstance,
        GroundObjective,
        Party,
        RuleInstance,
    )
    from vvoptimize.ruleset.waivers import Waiver
    from vvoptimize.scenario.exact import Exact


def evaluate(grounding: Grounding, values: Values) -> Evaluation:
    """Judge an assignment.

    Parameters
    ----------
    values
        Of the atoms, as `Decisions.encode` gives them.

    Returns
    -------
    Evaluation
        Every rule of the rule set, in file order, those without a case too.
    """
    evaluator = Evaluator(values)
    by_rule: dict[str, list[InstanceVerdict]] = {
        rule.rule_id: [] for rule in grounding.rule_set.rules
    }
    for instance in grounding.model.instances:
        by_rule[instance.rule.rule_id].append(judge(instance, evaluator))
    excepted: dict[str, list[ExceptedInstance]] = {name: [] for name in by_rule}
    for case in grounding.model.excepted:
        excepted[case.rule.rule_id].append(case)
    return Evaluation(
        rules=tuple(
            RuleVerdict(rule, tuple(judged), tuple(excepted[rule.rule_id]))
            for rule, judged in zip(
                grounding.rule_set.rules, by_rule.values(), strict=True
            )
        ),
        objectives=tuple(outcome_of(o, evaluator) for o in grounding.model.objectives),
    )


def judge(instance: RuleInstance, evaluator: Evaluator) -> InstanceVerdict:
    """Judge one rule instance."""
    verdict = _verdict(instance, evaluator)
    about = (instance.rule, instance.at, verdict)
    if verdict is Verdict.UNKNOWN:
        missing = lacking(instance.binding, evaluator)
        return InstanceVerdict(*about, None, None, None, missing, _waiver(instance))
    return InstanceVerdict(
        *about,
        _optional(instance.margin, evaluator),
        _optional(instance.measure, evaluator),
        _optional(instance.bound, evaluator),
        waiver=_waiver(instance),
    )


def _waiver(instance: RuleInstance) -> Waiver | None:
    return None if instance.relaxation is None else instance.relaxation.waiver


def _verdict(instance: RuleInstance, evaluator: Evaluator) -> Verdict:
    """Judge by what binds; what is then not kept itself owes it to a waiver."""
    binding = evaluator.truth(instance.binding)
    if binding is None:
        return Verdict.UNKNOWN
    if not binding:
        return Verdict.BROKEN
    kept = instance.relaxation is None or evaluator.truth(instance.test) is True
    return Verdict.HOLDS if kept else Verdict.WAIVED


def _optional(value: Affine | None, evaluator: Evaluator) -> Exact | None:
    return None if value is None else evaluator.value(value)


def outcome_of(objective: GroundObjective, evaluator: Evaluator) -> ObjectiveOutcome:
    """Measure an objective."""
    parties = (measured(party, evaluator) for party in objective.parties)
    return ObjectiveOutcome(objective.objective, objective.step, tuple(parties))


def measured(party: Party, evaluator: Evaluator) -> PartyOutcome:
    """Give what one party of an objective gets."""
    value = evaluator.value(party.value)
    return PartyOutcome(party.at, value, lacking(party.value, evaluator))


def structure_holds(grounding: Grounding, values: Values) -> bool:
    """Tell whether values of the atoms are an assignment at all."""
    decided = grounding.decisions.decided(values)
    evaluator = Evaluator(values)
    return all(evaluator.truth(test) is True for test in decided.structure)
