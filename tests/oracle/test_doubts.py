"""What lacks a figure, and for which choices, against a look at every assignment."""

from __future__ import annotations

from math import prod
from random import Random
from typing import TYPE_CHECKING

import pytest

import vvoptimize
from tests.oracle.everything import rules_text, scenario_text
from tests.oracle.test_everything import MOST, all_assignments, binds
from vvoptimize.ruleset.atoms import AtomKind
from vvoptimize.ruleset.grounding import ground
from vvoptimize.ruleset.missing import missing_figures
from vvoptimize.ruleset.rules import RuleKind
from vvoptimize.solution.doubts import Doubt, Extent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vvoptimize.evaluation.values import Evaluator
    from vvoptimize.ruleset.instances import GroundModel

SEEDS = range(2090, 2150)


def kept(model: GroundModel) -> list[Evaluator]:
    """Every assignment that breaks no required rule."""
    required = [i for i in model.instances if i.rule.kind is RuleKind.REQUIRE]
    return [
        e
        for e in all_assignments(model)
        if all(binds(e, case) is not False for case in required)
    ]


def items(model: GroundModel) -> Iterator[tuple[str, object, object]]:
    """Everything that may be undecided: who asks, for which case, and of what."""
    for i in model.instances:
        yield i.rule.rule_id, i.at, i
    for goal in model.objectives:
        for party in goal.parties:
            yield goal.objective.objective_id, party.at, party


def is_open(e: Evaluator, item: object) -> bool:
    value = getattr(item, "value", None)
    return binds(e, item) is None if value is None else e.value(value) is None  # type: ignore[arg-type]


def by_hand(model: GroundModel) -> Iterator[tuple[str, object, Extent]]:
    every = kept(model)
    for id_, at, item in items(model):
        open_ = [is_open(e, item) for e in every]
        if any(open_):
            yield id_, at, Extent.ALWAYS if all(open_) else Extent.SOME


def hosts_where_open(model: GroundModel, doubt: Doubt) -> list[set[tuple[str, str]]]:
    """Who hosts what in each assignment in which something is open."""
    found = next(i for id_, at, i in items(model) if (id_, at) == doubt[:2])
    hosts = {n: a.index for n, a in enumerate(model.atoms) if a.kind is AtomKind.HOST}
    return [
        {(s, m) for n, (s, m) in hosts.items() if e.leaf(n) == 1}
        for e in kept(model)
        if is_open(e, found)
    ]


@pytest.mark.parametrize("seed", SEEDS)
def test_doubts_are_those_that_a_look_at_every_assignment_finds(seed: int):
    chance = Random(seed)
    scenario = vvoptimize.parse_scenario(scenario_text(chance), "any.yaml")
    rules = vvoptimize.parse_rules(rules_text(chance), "any-rules.yaml")
    model = ground(rules, scenario).model
    if prod(a.upper + 1 for a in model.atoms) > MOST or not model.instances:
        return
    if not kept(model):
        return

    solution = vvoptimize.solve(scenario, rules)

    if not solution.doubts:  # nothing held the search up
        assert solution.assessed.evaluation.unknown == ()
        assert not any(stage.missing for stage in solution.stages)
        return
    found = {(d.principle_id, d.at, d.extent) for d in solution.doubts}
    assert found == set(by_hand(model))
    for doubt in solution.doubts:
        if doubt.hosts:
            services = {s for s, _ in doubt.hosts}
            where = hosts_where_open(model, doubt)
            told = [{pair for pair in hosts if pair[0] in services} for hosts in where]
            assert set(doubt.hosts) == set().union(*told)
            assert all(len(hosts) == len(services) for hosts in told)
            assert doubt.extent is Extent.SOME
    named = {figure for doubt in solution.doubts for figure in doubt.figures}
    assert named <= set(missing_figures([i.test for i in model.instances])) | set(
        missing_figures([p.value for o in model.objectives for p in o.parties])
    )


def test_enough_of_the_random_scenarios_have_doubts_of_every_kind():
    seen = []
    for seed in SEEDS:
        chance = Random(seed)
        scenario = vvoptimize.parse_scenario(scenario_text(chance), "any.yaml")
        rules = vvoptimize.parse_rules(rules_text(chance), "any-rules.yaml")
        try:
            solution = vvoptimize.solve(scenario, rules)
        except vvoptimize.VVError:
            continue
        seen += [(d.extent, bool(d.hosts)) for d in solution.doubts]

    assert seen.count((Extent.ALWAYS, False)) >= 5
    assert seen.count((Extent.SOME, False)) >= 1
    assert seen.count((Extent.SOME, True)) >= 3
