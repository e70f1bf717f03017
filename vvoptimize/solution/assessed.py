"""An assignment judged by rules and measured for each municipality."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from vvoptimize.errors import InputError, Problem
from vvoptimize.evaluation.columns.judging import evaluate_given
from vvoptimize.evaluation.evaluate import evaluate, structure_holds
from vvoptimize.evaluation.municipalities import (
    MunicipalityOutcome,
    Reader,
    ServiceOutcome,
)
from vvoptimize.evaluation.verdicts import (
    Evaluation,
    InstanceVerdict,
    RuleVerdict,
    Verdict,
)
from vvoptimize.fairness import FairnessMetrics, fairness_of
from vvoptimize.ruleset.grounding import Grounding, ground_later
from vvoptimize.scenario.exact import exact

if TYPE_CHECKING:
    from vvoptimize.assignment import Assignment
    from vvoptimize.evaluation.municipalities import Exchange
    from vvoptimize.evaluation.steps import StepOutcome
    from vvoptimize.ruleset.atoms import Values
    from vvoptimize.ruleset.rules import RuleSet
    from vvoptimize.ruleset.waivers import Waivers
    from vvoptimize.scenario.exact import Exact
    from vvoptimize.scenario.reading import ScenarioFile


@dataclass(frozen=True)
class Assessed:
    """An assignment with all that follows from it.

    Attributes
    ----------
    name
        Of a named assignment; None for one that was found or given otherwise.
    evaluation
        Verdict of every rule, value of every objective.
    """

    grounding: Grounding
    assignment: Assignment
    values: Values
    evaluation: Evaluation
    name: str | None = None

    @cached_property
    def municipalities(self) -> tuple[MunicipalityOutcome, ...]:
        """One per municipality, in file order."""
        return self._reader.municipalities()

    @cached_property
    def services(self) -> tuple[ServiceOutcome, ...]:
        """One per service, in file order."""
        return self._reader.services()

    @cached_property
    def _reader(self) -> Reader:
        return Reader(self.grounding.states[-1], self.values)

    @cached_property
    def steps(self) -> tuple[StepOutcome, ...]:
        """One per step, in order; none without steps."""
        if not self.grounding.scenario.steps:
            return ()
        from vvoptimize.evaluation.steps import step_outcomes  # few scenarios have any

        return step_outcomes(self.grounding, self.values)

    @cached_property
    def history(self) -> tuple[Exchange, ...]:
        """What each municipality gave and got in the steps that have happened."""
        if not self.grounding.scenario.steps:
            return ()
        from vvoptimize.evaluation.steps import exchanges

        return exchanges(self.grounding, self.values)

    @property
    def fairness(self) -> FairnessMetrics | None:
        """How evenly the change in workplaces is spread.

        None when some change is unknown.
        """
        changes = [m.change for m in self.municipalities if m.change is not None]
        return (
            fairness_of(changes) if len(changes) == len(self.municipalities) else None
        )


def assess(
    rule_set: RuleSet,
    file: ScenarioFile,
    assignment: Assignment,
    *,
    name: str | None = None,
    waivers: Waivers | None = None,
) -> Assessed:
    """Judge an assignment, without any solver.

    Raises
    ------
    InputError
        If rules, scenario and waivers do not fit each other, or the assignment is none
        for this scenario.
    """
    grounding = ground_later(rule_set, file, assignment.pays, waivers)
    values = _values(grounding, assignment, name)
    evaluation = judge_all(grounding, values)
    if not any(rule.instances for rule in evaluation.rules):
        # Else a check that applied no rule would pass.
        raise InputError([Problem("VV405", file.document.span(("rules",)))])
    return Assessed(grounding, assignment, values, evaluation, name)


def judge(
    grounding: Grounding, assignment: Assignment, *, name: str | None = None
) -> Assessed:
    """Judge an assignment that leaves to the cost key who pays.

    Raises
    ------
    InputError
        If it is no assignment of the grounding's scenario.
    """
    values = _values(grounding, assignment, name)
    return Assessed(grounding, assignment, values, judge_all(grounding, values), name)


def judge_all(grounding: Grounding, values: Values) -> Evaluation:
    """Judge values of the atoms by every rule: by columns, or step by step."""
    by_cases = evaluate if grounding.scenario.steps else evaluate_given
    return by_cases(grounding, values)


def _values(grounding: Grounding, assignment: Assignment, name: str | None) -> Values:
    """Give the values of the atoms, once it is sure that it is an assignment."""
    whole = assignment.hosts.keys() == set(grounding.scenario.service_ids)
    values = grounding.decisions.encode(assignment) if whole else ()
    if not whole or not structure_holds(grounding, values):
        raise InputError([Problem("VV401", None, {"name": name or "-"})])
    return values


def total_shortfall(rule: RuleVerdict) -> Exact:
    """Give what a soft rule falls short in all: in its unit, or in cases not kept."""
    return exact(sum(case_shortfall(instance) for instance in rule.instances))


def case_shortfall(instance: InstanceVerdict) -> Exact:
    """Give what one case falls short; one where its truth has no amount."""
    if instance.verdict is not Verdict.BROKEN:
        return 0
    return 1 if instance.margin is None else -instance.margin
