"""The search against all assignments, where councils have waived some of the cases."""

from __future__ import annotations

from functools import partial
from math import prod
from random import Random
from typing import TYPE_CHECKING

import pytest

import vvoptimize
from tests.oracle.everything import rules_text, scenario_text
from tests.oracle.test_everything import MOST, best, by_hand, digits
from tests.oracle.waived import TODAY, waivers_in, waivers_text
from tests.parity.readings import Readings, broken
from vvoptimize.evaluation.values import Evaluator
from vvoptimize.ruleset.grounding import Grounding, ground

if TYPE_CHECKING:
    from vvoptimize.ruleset.rules import RuleSet

SEEDS = range(1000, 1060)


def region(seed: int) -> tuple[vvoptimize.ScenarioFile, RuleSet, str, Grounding]:
    chance = Random(seed)
    scenario = vvoptimize.parse_scenario(scenario_text(chance), "any.yaml")
    rules = vvoptimize.parse_rules(rules_text(chance), "any-rules.yaml")
    text = waivers_text(ground(rules, scenario).model, chance)
    return scenario, rules, text, ground(rules, scenario, waivers=waivers_in(text))


def is_small(grounding: Grounding) -> bool:
    atoms = grounding.model.atoms
    return prod(a.upper + 1 for a in atoms) <= MOST and bool(grounding.model.instances)


@pytest.mark.parametrize("seed", SEEDS)
def test_no_assignment_that_the_waivers_allow_is_better_than_the_answer(seed, tmp_path):
    scenario, rules, text, grounding = region(seed)
    file = tmp_path / "waivers.yaml"
    file.write_text(text, encoding="utf-8")
    find = partial(vvoptimize.solve, scenario, rules, waivers=[str(file)], today=TODAY)
    if not is_small(grounding):
        return

    left = by_hand(grounding.model)

    if not left:
        with pytest.raises(vvoptimize.InfeasibleError):
            find()
        return
    solution = find()
    (first,) = best(left, digits(grounding.model))
    answer = Evaluator(solution.assessed.values)
    atoms = range(len(grounding.model.atoms))
    assert all(first.leaf(n) == answer.leaf(n) for n in atoms)


@pytest.mark.parametrize("seed", SEEDS[::6])
def test_both_readings_agree_on_what_a_waiver_leaves(seed):
    _, _, _, grounding = region(seed)
    readings, chance = Readings(grounding.model), Random(seed)

    for _ in range(12):
        values = tuple(chance.randint(0, atom.upper) for atom in grounding.model.atoms)
        assert readings.differences(values) == 0
        assert readings.feasible(values) is not bool(broken(readings.model, values))


def test_waivers_make_possible_what_was_not_and_often_change_the_answer():
    relaxed = waived = 0
    for seed in SEEDS:
        scenario, rules, _, grounding = region(seed)
        if not is_small(grounding):
            continue
        with_, without = (
            by_hand(grounding.model),
            by_hand(ground(rules, scenario).model),
        )
        relaxed += bool(with_) and not without
        waived += any(
            e.truth(i.test) is False
            for e in with_[:1]
            for i in grounding.model.instances
            if i.relaxation is not None
        )

    assert relaxed >= 3
    assert waived >= 5
