"""Which services are shared at all, and what kept the others out."""

from __future__ import annotations

from dataclasses import replace

import pytest

import vvoptimize
from vvoptimize.explanation.left_out import left_out
from vvoptimize.optimize import solve
from vvoptimize.ruleset.reading import parse_rules
from vvoptimize.solution.stages import Limits

REGION = """\
schema: vvoptimize/scenario/v1
id: plan
title: Plan
municipalities: [{id: a, name: A, population: 1}, {id: b, name: B, population: 1}]
steps: [{id: one, date: 2027-01-01}, {id: two, date: 2028-01-01}]
services:
- id: dear
  name: Dear
  may_stay_unshared: true
  workplaces_today: {a: 1, b: 1}
  total_after: 2
  cost_today: {a: 100, b: 300}
  cost_after: 400
- id: good
  name: Good
  may_stay_unshared: true
  workplaces_today: {a: 1, b: 1}
  total_after: 2
  cost_today: {a: 200, b: 200}
  cost_after: 300
"""
RULES = """\
schema: vvoptimize/rules/v1
parameters:
  bearable:
    unit: NOK/year
    value: 1000
    range: [0, 1000]
    status: proposed
    label: Bearable
measures:
  gain:
    for_each: {m: municipalities}
    unit: NOK/year
    expr: sum(pays_today[s, m] - pays[s, m] for s in services)
cost_keys:
- id: key
  clause: "9"
  reading: x
  for_each: {s: services, m: municipalities}
  weight: population[m]
"""
NOBODY_PAYS_MORE = """\
rules:
- id: nobody-pays-more
  clause: "1"
  reading: x
  authority: agreement
  kind: require
  for_each: {m: municipalities}
  measure: gain[m]
  at_least: 0
- id: anything
  clause: "2"
  reading: x
  authority: agreement
  kind: require
  require: count(joint[s] for s in services) >= 1
"""
WORST_OFF = """\
objectives:
- id: added-value
  clause: "1"
  reading: x
  for_each: {m: municipalities}
  leximin: gain[m]
"""
SOME = NOBODY_PAYS_MORE.replace("at_least: 0", "at_least: -bearable")


def told(rules: str):
    file = vvoptimize.parse_scenario(REGION, "plan.yaml")
    solution = solve(file, parse_rules(RULES + rules, "rules.yaml"))
    return solution, {one.service: one for one in left_out(solution)}


def test_a_service_by_which_one_loses_is_left_out_by_the_rule():
    # Shared, `dear` costs A 200 instead of 100; `good` gives A 50 back: not enough.
    solution, why = told(NOBODY_PAYS_MORE + WORST_OFF)

    assert solution.assessed.assignment.hosts["dear"] is None
    assert solution.assessed.assignment.hosts["good"] is not None
    assert list(why) == ["dear"]
    assert why["dear"].possible is False
    assert why["dear"].conflict is not None
    assert {i.rule.rule_id for i in why["dear"].conflict.instances} == {
        "nobody-pays-more"
    }


def test_a_service_that_may_be_shared_is_left_out_by_an_objective():
    _, why = told(SOME + WORST_OFF)

    beside = why["dear"].beside
    assert why["dear"].possible is True
    assert beside is not None
    assert beside.broken == ()
    assert beside.difference is not None
    assert beside.difference.stage_id == "added-value"
    assert beside.difference.ours_is_better
    # The worst off is A in the worst step: 50 today's way, -50 with `dear` shared too.
    assert (beside.difference.ours, beside.difference.theirs) == (50, -50)


def test_where_all_is_shared_nothing_is_left_out():
    _, why = told(SOME)

    assert set(why) <= {"dear", "good"}
    assert all(one.possible for one in why.values())


@pytest.mark.parametrize("limits", [Limits(work=0), Limits(seconds=0)])
def test_a_limit_leaves_it_open_and_says_so(limits):
    solution, _ = told(SOME + WORST_OFF)

    (why,) = left_out(replace(solution, limits=limits))

    assert (why.possible, why.settled) == (None, False)


def test_one_that_fits_with_no_order_of_the_others_is_told_so():
    # Two are shared at most: `dear` could only be so in place of `good`.
    one_only = NOBODY_PAYS_MORE.replace("at_least: 0", "at_least: -bearable").replace(
        ">= 1", "== 1"
    )
    solution, why = told(one_only + WORST_OFF)

    assert solution.assessed.assignment.hosts["dear"] is None
    assert (why["dear"].possible, why["dear"].settled) == (True, True)
    assert why["dear"].beside is None
