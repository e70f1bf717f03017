"""Every ground case of the shipped rules: the same verdict in both readings."""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import vvoptimize
from tests.parity.readings import Readings, broken
from vvoptimize.cpsat.builder import Builder
from vvoptimize.ruleset.grounding import Grounding, ground
from vvoptimize.ruleset.reading import rules_of

if TYPE_CHECKING:
    from vvoptimize.ruleset.atoms import Atom

SCENARIOS = Path(__file__).parents[2] / "scenarios"
NAMES = sorted(path.stem for path in SCENARIOS.glob("*.yaml"))
SAMPLES = {"vestre-varanger": 40, "vestre-varanger-next": 8}


@cache
def grounding(name: str) -> Grounding:
    scenario = vvoptimize.read_scenario(str(SCENARIOS / f"{name}.yaml"))
    return ground(rules_of(scenario), scenario)


def samples(name: str, count: int) -> list[tuple[int, ...]]:
    """Values of the atoms: named assignments, their neighbours, and pure chance."""
    chance = random.Random(name)
    scenario = grounding(name).scenario
    decisions = grounding(name).decisions
    near = [
        decisions.encode(vvoptimize.named_assignment(scenario, assignment))
        for assignment in scenario.assignments
    ]
    far = [anything(name, chance) for _ in range(count)]
    return [*near, *(neighbour(name, values, chance) for values in near), *far]


def anything(name: str, chance: random.Random) -> tuple[int, ...]:
    return anything_of(grounding(name).model.atoms, chance)


def anything_of(atoms: tuple[Atom, ...], chance: random.Random) -> tuple[int, ...]:
    return tuple(
        chance.choice((0, 0, 1, atom.upper, chance.randint(0, atom.upper)))
        for atom in atoms
    )


def neighbour(
    name: str, values: tuple[int, ...], chance: random.Random
) -> tuple[int, ...]:
    """One atom changed by one step."""
    number = chance.randrange(len(values))
    upper = grounding(name).model.atoms[number].upper
    changed = values[number] - 1 if values[number] == upper else values[number] + 1
    return (*values[:number], changed, *values[number + 1 :])


@pytest.mark.parametrize("name", NAMES)
def test_both_readings_agree_on_random_assignments(name):
    readings = Readings(grounding(name).model)

    for values in samples(name, SAMPLES.get(name, 20)):
        assert readings.differences(values) == 0


def test_enough_verdicts_are_compared():
    compared = sum(
        Readings(grounding(name).model).compared * SAMPLES.get(name, 20)
        for name in NAMES
    )

    assert compared >= 10_000


@pytest.mark.parametrize("name", NAMES)
def test_posted_rules_let_pass_what_the_evaluation_lets_pass(name):
    readings = Readings(grounding(name).model)

    for values in samples(name, 5):
        assert readings.feasible(values) is not bool(broken(readings.model, values))


@pytest.mark.parametrize("half", ["_when_true", "_when_false"])
def test_a_planted_half_reification_is_caught(monkeypatch, half):
    monkeypatch.setattr(Builder, half, lambda *_: None)
    readings = Readings(grounding("vestre-varanger").model)

    caught = [readings.differences(values) for values in samples("vestre-varanger", 3)]

    assert any(caught)
