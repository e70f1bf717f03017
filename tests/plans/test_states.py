"""A plan at a step is a plain assignment of what has started by then."""

from __future__ import annotations

import vvoptimize
from vvoptimize.assignment import named_assignment
from vvoptimize.solution.assessed import assess

PLAN = """\
schema: vvoptimize/scenario/v1
id: plan
title: Plan
municipalities: [{id: a, name: A, population: 2}, {id: b, name: B, population: 1}]
steps: [{id: one, date: 2027-01-01}, {id: two, date: 2028-07-01}]
services:
- {id: x, name: X, workplaces_today: {a: 2, b: 1}, total_after: 3}
- {id: y, name: Y, workplaces_today: {a: 1, b: 3}, total_after: 4}
assignments:
  proposed: {hosts: {x: a, y: b}, starts: {x: one, y: two}}
"""
RULES = """\
schema: vvoptimize/rules/v1
measures:
  change:
    for_each: {m: municipalities}
    unit: FTE
    expr: sum(workplaces[s, m] - workplaces_today[s, m] for s in services)
rules:
- id: no-loss
  clause: "1"
  reading: x
  authority: agreement
  kind: require
  for_each: {m: municipalities}
  measure: change[m]
  at_least: 0
"""


def test_each_case_is_judged_at_each_step():
    file = vvoptimize.parse_scenario(PLAN, "plan.yaml")
    rules = vvoptimize.parse_rules(RULES, "rules.yaml")

    assessed = assess(rules, file, named_assignment(file.scenario, "proposed"))

    (rule,) = assessed.evaluation.rules
    assert {case.at: case.margin for case in rule.instances} == {
        (("m", "a"), ("step", "one")): 1,
        (("m", "b"), ("step", "one")): -1,
        (("m", "a"), ("step", "two")): 0,
        (("m", "b"), ("step", "two")): 0,
    }
