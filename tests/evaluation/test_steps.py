"""Each municipality at each step of a plan, worked out by hand."""

from __future__ import annotations

import vvoptimize
from vvoptimize.assignment import named_assignment
from vvoptimize.evaluation.municipalities import Exchange
from vvoptimize.solution.assessed import Assessed, assess

# When shared x has 3 FTE and y 4, all at the host, who employs them.
PLAN = """\
schema: vvoptimize/scenario/v1
id: plan
title: Plan
municipalities: [{id: a, name: A, population: 2}, {id: b, name: B, population: 1}]
steps:
- {id: one, date: 2027-01-01, taken: true}
- {id: two, date: 2028-07-01, name: Later, limits: {services: 2, staff: 3, effort: 9}}
- {id: three, date: 2029-01-01}
services:
- id: x
  name: X
  workplaces_today: {a: 2, b: 1}
  total_after: 3
  cost_today: {a: 20, b: 10}
  cost_after: 24
  effort: 5
- id: y
  name: Y
  workplaces_today: {a: 1, b: 3}
  total_after: 4
  cost_today: {a: 10, b: 30}
  cost_after: 30
  effort: 7
- id: z
  name: Z
  workplaces_today: {a: 1, b: 1}
  total_after: 2
  may_stay_unshared: true
  cost_today: {a: 1, b: 1}
  cost_after: 2
pins:
- {service: x, host: a, step: one, reason: done}
assignments:
  proposed: {hosts: {x: a, y: b}, starts: {y: two}, unshared: [z]}
"""
RULES = """\
schema: vvoptimize/rules/v1
cost_keys:
- id: key
  clause: "1"
  reading: x
  for_each: {s: services, m: municipalities}
  weight: population[m]
rules:
- {id: services, clause: "1", reading: x, authority: agreement, kind: require,
   measure: "count(starts[s] for s in services)", at_most: services_limit,
   where: services_limited}
- {id: staff, clause: "1", reading: x, authority: agreement, kind: require,
   measure: "sum(changes_employer[s] for s in services)", at_most: staff_limit,
   where: staff_limited}
- {id: effort, clause: "1", reading: x, authority: agreement, kind: require,
   measure: "sum(effort[s] * starts[s] for s in services)", at_most: effort_limit,
   where: effort_limited}
- {id: times, clause: "1", reading: x, authority: agreement, kind: require,
   for_each: {s: services}, where: "start_closed[s]", require: "not starts[s]"}
- {id: pins, clause: "1", reading: x, authority: agreement, kind: require,
   for_each: {s: services, m: municipalities}, where: "pinned[s, m]",
   require: "host[s, m]"}
"""


def judged(*changes: tuple[str, str], rules: str = RULES) -> Assessed:
    text = PLAN
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    file = vvoptimize.parse_scenario(text, "plan.yaml")
    rule_set = vvoptimize.parse_rules(rules, "rules.yaml")
    return assess(rule_set, file, named_assignment(file.scenario, "proposed"))


def test_each_step_has_what_starts_and_who_changes_employer():
    one, two, three = judged().steps

    assert [step.step.id for step in (one, two, three)] == ["one", "two", "three"]
    assert one.starts == (("x", "a"),)
    assert two.starts == (("y", "b"),)
    assert three.starts == ()
    assert [s.change_employer for s in (one, two, three)] == [1, 1, 0]
    assert [s.effort for s in (one, two, three)] == [5, 7, 0]


def test_each_municipality_is_measured_at_each_step():
    rows = [m for step in judged().steps for m in step.municipalities]

    assert [m.hosts for m in rows] == [("x",), (), ("x",), ("y",), ("x",), ("y",)]
    assert [m.change for m in rows] == [1, -1, 0, 0, 0, 0]
    assert [m.employed_after for m in rows] == [5, 4, 4, 5, 4, 5]
    # By inhabitants a pays two thirds: 16 of x, 20 of y; and z as today.
    assert [m.pays for m in rows] == [27, 39, 37, 19, 37, 19]
    assert [m.gains for m in rows] == [4, 2, -6, 22, -6, 22]


def test_the_last_step_is_the_whole_plan():
    assessed = judged()

    assert assessed.steps[-1].municipalities == assessed.municipalities


def test_figures_are_those_of_the_day_of_the_step():
    later = "{value: 4, later: [{from: 2028-01-01, value: 6}]}"
    assessed = judged(("total_after: 4", f"total_after: {later}"))

    after = [m.workplaces_after for s in assessed.steps for m in s.municipalities]

    assert after == [5, 4, 4, 7, 4, 7]


def test_what_is_not_known_of_a_step_is_unknown_there_alone():
    assessed = judged(("  effort: 7\n", ""))

    assert [step.effort for step in assessed.steps] == [5, None, 0]


def test_history_is_what_was_given_and_got_in_the_steps_that_have_happened():
    assert judged().history == (
        Exchange("a", 0, 1, 0, 1),
        Exchange("b", 1, 0, 1, 0),
    )


def test_there_is_no_history_before_the_first_step_is_taken():
    never = judged(
        (", taken: true", ""),
        ("pins:\n- {service: x, host: a, step: one, reason: done}\n", ""),
        ("starts: {y: two}", "starts: {x: one, y: two}"),
    )

    assert never.history == ()
    assert len(never.steps) == 3


def test_a_scenario_without_steps_has_neither():
    file = vvoptimize.read_scenario("scenarios/tiny.yaml")

    found = vvoptimize.check(file, "proposed")

    assert found.steps == ()
    assert found.history == ()
