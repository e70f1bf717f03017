"""An assignment that is saved is read back as the same."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import vvoptimize
from tests.evaluation.formulas import assignments
from tests.evaluation.test_evaluate import WHOLE
from tests.oracle.everything import rules_text, scenario_text
from tests.oracle.test_everything import all_assignments
from tests.ruleset.region import region
from vvoptimize.assignment import parse_assignment
from vvoptimize.report.saved import saved
from vvoptimize.ruleset.grounding import ground

PATH = "saved.yaml"


@pytest.mark.parametrize("seed", range(12))
def test_every_kind_of_assignment_is_read_back_the_same(seed: int) -> None:
    chance = Random(seed)
    file = vvoptimize.parse_scenario(scenario_text(chance), "any.yaml")
    grounding = ground(vvoptimize.parse_rules(rules_text(chance), "any.yaml"), file)
    for known in islice(all_assignments(grounding.model), 8):
        atoms = range(len(grounding.model.atoms))
        values = tuple(int(known.leaf(n) or 0) for n in atoms)
        assignment = grounding.decisions.decode(values)

        text = saved(assignment, file.scenario, proved=True)

        assert parse_assignment(text, PATH, file.scenario) == assignment


@settings(max_examples=60)
@given(st.data())
def test_tasks_forms_and_staff_that_is_spread_are_read_back(data) -> None:
    scenario = region().scenario
    assignment = data.draw(assignments(scenario))

    text = saved(assignment, scenario, proved=False)

    assert parse_assignment(text, PATH, scenario) == assignment


def test_payments_and_amounts_stay_exact() -> None:
    scenario = region().scenario
    whole = parse_assignment(WHOLE, PATH, scenario)
    pays = {("plan", m): n for m, n in (("alfa", 100), ("beta", 80), ("gamma", 1))}
    paid = replace(whole, pays=pays)

    text = saved(paid, scenario, proved=True)

    assert "plan: {alfa: 100, beta: 80, gamma: 1}" in text
    assert "web: {alfa: 0.5, beta: 2, gamma: 0}" in text
    assert parse_assignment(text, PATH, scenario) == paid


def test_the_title_says_what_is_proved() -> None:
    scenario = region().scenario
    whole = parse_assignment(WHOLE, PATH, scenario)

    assert "Proved best for region" in saved(whole, scenario, proved=True)
    assert "not proved" in saved(whole, scenario, proved=False)


def test_an_id_that_yaml_would_read_otherwise_stays_text() -> None:
    text = """\
schema: vvoptimize/scenario/v1
id: odd
title: Odd
municipalities: [{id: "no", name: A}, {id: "y", name: B}]
services: [{id: "null", name: S, may_stay_unshared: true}, {id: "on", name: T}]
"""
    scenario = vvoptimize.parse_scenario(text, "odd.yaml").scenario
    entry = 'hosts: {"on": "no"}\nunshared: ["null"]\n'
    assignment = parse_assignment(entry, PATH, scenario)

    written = saved(assignment, scenario, proved=True)

    assert parse_assignment(written, PATH, scenario) == assignment
