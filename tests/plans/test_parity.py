"""Both readings of every case of a plan agree, whatever the values of its atoms."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import vvoptimize
from tests.parity.readings import Readings, broken
from tests.plans.random_plans import random_plan, random_rules, text_of
from vvoptimize.ruleset.grounding import Grounding, ground
from vvoptimize.ruleset.instances import step_of
from vvoptimize.ruleset.reading import rules_of

if TYPE_CHECKING:
    from vvoptimize.ruleset.atoms import Atom, Values

SCENARIOS = Path(__file__).parents[2] / "scenarios"


def random_grounding(chance: Random) -> Grounding:
    content, rules = random_plan(chance), random_rules(chance)
    file = vvoptimize.parse_scenario(text_of(content), "plan.yaml")
    return ground(vvoptimize.parse_rules(rules.text, "rules.yaml"), file)


@cache
def shipped() -> Grounding:
    path = str(SCENARIOS / "vestre-varanger-steps.yaml")
    scenario = vvoptimize.read_scenario(path)
    return ground(rules_of(scenario), scenario)


def anything(atoms: tuple[Atom, ...], chance: Random) -> Values:
    return tuple(
        chance.choice((0, 0, 1, atom.upper, chance.randint(0, atom.upper)))
        for atom in atoms
    )


# The readings of a plan are made anew for each example.
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.randoms(use_true_random=False))
def test_both_readings_agree_at_every_step_of_small_plans(chance):
    readings = Readings(random_grounding(chance).model)

    for _ in range(3):
        values = anything(readings.model.atoms, chance)
        assert readings.differences(values) == 0
        assert readings.feasible(values) is not bool(broken(readings.model, values))


def test_both_readings_agree_at_every_step_of_the_shipped_plan():
    readings = Readings(shipped().model)
    chance = Random(5)

    for _ in range(3):
        values = anything(readings.model.atoms, chance)
        assert readings.differences(values) == 0


def test_shipped_scenario_without_steps_has_no_step_in_its_cases_and_atoms():
    scenario = vvoptimize.read_scenario(str(SCENARIOS / "vestre-varanger.yaml"))

    model = ground(rules_of(scenario), scenario).model

    assert {step_of(instance.at) for instance in model.instances} == {None}
    assert {atom.start for atom in model.atoms} == {None}


def test_every_step_to_come_of_the_shipped_plan_is_compared():
    grounding = shipped()
    to_come = [step.id for step in grounding.scenario.steps if not step.taken]

    asked = [step_of(instance.at) for instance in grounding.model.instances]

    assert set(asked) == set(to_come)
    assert min(asked.count(step) for step in to_come) >= 100
    assert Readings(grounding.model).compared >= 1_000
