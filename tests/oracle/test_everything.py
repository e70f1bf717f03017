"""The search against all assignments of small scenarios with every feature.

Which assignments there are, and what a ground value comes to, is taken from the
evaluation, which has an oracle of its own; how stages follow is written anew here.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import ceil, floor, prod
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

import vvoptimize
from tests.oracle.everything import rules_text, scenario_text
from vvoptimize.evaluation.values import Evaluator
from vvoptimize.ruleset.grounding import ground
from vvoptimize.ruleset.rules import RuleKind, Sense

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from vvoptimize.ruleset.instances import GroundModel, GroundObjective, RuleInstance

MOST = 5_000  # assignments looked at by hand


def all_assignments(model: GroundModel) -> Iterator[Evaluator]:
    for values in product(*(range(atom.upper + 1) for atom in model.atoms)):
        evaluator = Evaluator(values)
        if all(evaluator.truth(test) is True for test in model.structure):
            yield evaluator


def best(among: list[Evaluator], worth: Callable[[Evaluator], Any]) -> list[Evaluator]:
    """Those of the least worth."""
    worths = [worth(evaluator) for evaluator in among]
    return [e for e, w in zip(among, worths, strict=True) if w == min(worths)]


def undecided(cases: Sequence[RuleInstance]) -> Callable[[Evaluator], int]:
    return lambda e: sum(binds(e, case) is None for case in cases)


def binds(e: Evaluator, case: RuleInstance) -> bool | None:
    """Whether a case is kept, or lacks no more than its waiver covers."""
    kept = e.truth(case.test)
    if kept is True or case.relaxation is None:
        return kept
    covers = case.relaxation.waiver.covers
    margin = None if case.margin is None else e.value(case.margin)
    if covers is None:
        return True
    return None if margin is None else margin + covers >= 0


def lacking(cases: Sequence[RuleInstance]) -> Callable[[Evaluator], Fraction]:
    def amount(e: Evaluator, case: RuleInstance) -> Fraction:
        margin = None if case.margin is None else e.value(case.margin)
        if margin is not None:
            return max(Fraction(0), -Fraction(margin))
        return Fraction(e.truth(case.test) is False)

    return lambda e: sum((amount(e, case) for case in cases), Fraction(0))


def worse(goal: GroundObjective) -> Callable[[Evaluator], list[Fraction]]:
    """What an objective makes small: ranks from the worst off, or one number."""
    sense, step = goal.objective.sense, goal.step

    def worth(e: Evaluator) -> list[Fraction]:
        values = [Fraction(e.value(party.value) or 0) for party in goal.parties]
        if sense is Sense.MINIMISE:
            return [Fraction(ceil(v / step)) if step else v for v in values]
        counted = [Fraction(floor(v / step)) if step else v for v in values]
        return [-value for value in sorted(counted)]

    return worth


def known(goal: GroundObjective, among: list[Evaluator]) -> bool:
    return all(e.value(p.value) is not None for e in among for p in goal.parties)


def by_hand(model: GroundModel) -> list[Evaluator]:
    """Every assignment that no stage up to the last objective tells apart."""
    required = [i for i in model.instances if i.rule.kind is RuleKind.REQUIRE]
    left = [
        e
        for e in all_assignments(model)
        if all(binds(e, case) is not False for case in required)
    ]
    if not left:
        return []
    left = best(left, undecided(required))
    soft = [i for i in model.instances if i.rule.kind is RuleKind.PREFER]
    for rule in dict.fromkeys(i.rule.rule_id for i in soft):
        cases = [i for i in soft if i.rule.rule_id == rule]
        left = best(best(left, undecided(cases)), lacking(cases))
    for goal in model.objectives:
        if known(goal, left):
            left = best(left, worse(goal))
    return left


def digits(model: GroundModel) -> Callable[[Evaluator], list[Any]]:
    return lambda e: [e.value(d) or 0 for tie in model.tie_breaks for d in tie.digits]


@pytest.mark.parametrize("seed", range(150))
def test_no_assignment_is_better_than_the_answer(seed: int):
    chance = Random(seed)
    scenario = vvoptimize.parse_scenario(scenario_text(chance), "any.yaml")
    rules = vvoptimize.parse_rules(rules_text(chance), "any-rules.yaml")
    model = ground(rules, scenario).model
    if prod(atom.upper + 1 for atom in model.atoms) > MOST or not model.instances:
        return

    left = by_hand(model)

    if not left:
        with pytest.raises(vvoptimize.InfeasibleError):
            vvoptimize.solve(scenario, rules)
        return
    solution = vvoptimize.solve(scenario, rules)
    (first,) = best(left, digits(model))
    answer = Evaluator(solution.assessed.values)
    assert digits(model)(first) == digits(model)(answer)
    assert all(first.leaf(n) == answer.leaf(n) for n in range(len(model.atoms)))


def test_most_of_the_random_scenarios_are_looked_at():
    looked_at = 0
    for seed in range(150):
        chance = Random(seed)
        scenario = vvoptimize.parse_scenario(scenario_text(chance), "any.yaml")
        rules = vvoptimize.parse_rules(rules_text(chance), "any-rules.yaml")
        model = ground(rules, scenario).model
        looked_at += prod(a.upper + 1 for a in model.atoms) <= MOST

    assert looked_at >= 75
