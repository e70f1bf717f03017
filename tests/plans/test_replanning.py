"""A plan under way: as little as possible changes, and every change has its reason."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest

import vvoptimize
from vvoptimize.errors import InfeasibleError, InputError
from vvoptimize.explanation.changes import changes_from
from vvoptimize.explanation.one_service import Obstacle
from vvoptimize.optimize import solve, solve_with
from vvoptimize.ruleset.reading import parse_rules
from vvoptimize.ruleset.waivers import waivers_for
from vvoptimize.scenario.under_way import UnderWay, named_under_way, parse_under_way
from vvoptimize.solution.stages import Outcome

REGION = """\
schema: vvoptimize/scenario/v1
id: plan
title: Plan
municipalities: [{id: a, name: A}, {id: b, name: B}, {id: c, name: C}]
steps: [{id: one, date: 2027-01-01}, {id: two, date: 2028-01-01}]
services:
- {id: x, name: X, workplaces_today: {a: 1, b: 1, c: 1}, total_after: 3}
- {id: y, name: Y, workplaces_today: {a: 1, b: 1, c: 1}, total_after: 3}
- {id: z, name: Z, workplaces_today: {a: 1, b: 1, c: 1}, total_after: 3}
assignments:
  agreed: {hosts: {x: a, y: b, z: c}, starts: {x: one, y: one, z: two}}
"""
RULES = """\
schema: vvoptimize/rules/v1
inputs:
  unable: {index: [municipalities], unit: bool, default: 0}
rules:
- id: able
  clause: "1"
  reading: x
  authority: agreement
  kind: require
  for_each: {s: services, m: municipalities}
  where: unable[m]
  require: not host[s, m]
- id: at-most-one-more
  clause: "2"
  reading: x
  authority: agreement
  kind: require
  for_each: {m: municipalities}
  measure: count(host[s, m] for s in services)
  at_most: 2
- id: pins
  clause: "3"
  reading: x
  authority: agreement
  kind: require
  for_each: {s: services, m: municipalities}
  where: pinned[s, m]
  require: host[s, m]
objectives:
- id: balance
  clause: "4"
  reading: x
  at: end
  for_each: {m: municipalities}
  leximin: count(host[s, m] for s in services)
"""
C_CANNOT = "inputs: {unable: {c: 1}}\n"
PIN = "pins: [{service: z, host: c, reason: agreed}]\n"


def region(more: str = "") -> vvoptimize.ScenarioFile:
    return vvoptimize.parse_scenario(REGION + more, "plan.yaml")


def replanned(more: str = "", name: str = "agreed"):
    file = region(more)
    rules = parse_rules(RULES, "rules.yaml")
    decided = named_under_way(file.scenario, name)
    return solve(file, rules, keep=decided), decided


def test_a_plan_that_still_stands_is_left_alone():
    solution, decided = replanned()

    assert solution.assessed.assignment.hosts == decided.hosts
    assert solution.assessed.assignment.starts == decided.starts
    assert changes_from(decided, solution.assessed) == ()


def test_only_what_the_withdrawn_host_had_is_moved_and_the_reason_is_told():
    solution, decided = replanned(C_CANNOT)

    (change,) = changes_from(decided, solution.assessed)

    assert solution.outcome is Outcome.OPTIMAL
    assert (change.service, change.before) == ("z", ("c", "two"))
    assert change.after[0] in ("a", "b")
    assert change.after[1] == "two"
    assert change.obstacle is None
    assert [(one.rule.rule_id, one.at) for one in change.breaks] == [
        ("able", (("s", "z"), ("m", "c"), ("step", "two")))
    ]


def test_no_plan_that_keeps_the_rules_changes_fewer_hosts():
    solution, decided = replanned(C_CANNOT)
    ours = solution.assessed.assignment.hosts

    def changed(hosts) -> int:
        return sum(hosts[s] != decided.hosts[s] for s in "xyz")

    allowed = [
        dict(zip("xyz", hosts, strict=True))
        for hosts in product("ab", repeat=3)
        if max(hosts.count(m) for m in "ab") <= 2
    ]
    assert changed(ours) == min(map(changed, allowed))


def test_a_host_that_is_no_candidate_any_more_is_told_as_the_obstacle():
    text = REGION.replace(
        "{id: z, name: Z, ", "{id: z, name: Z, candidates: {among: [a, b], reason: x}, "
    )
    text = text[: text.index("assignments:")]
    file = vvoptimize.parse_scenario(text, "plan.yaml")
    decided = parse_under_way(
        "hosts: {x: a, y: b, z: c}\nstarts: {x: one, y: one, z: two}\n",
        "agreed.yaml",
        file.scenario,
    )

    solution = solve(file, parse_rules(RULES, "rules.yaml"), keep=decided)
    (change,) = changes_from(decided, solution.assessed)

    assert (change.service, change.obstacle) == ("z", Obstacle.HOST)


def test_what_is_pinned_does_not_move_without_a_waiver():
    with pytest.raises(InfeasibleError):
        replanned(C_CANNOT + PIN)


def test_what_is_pinned_moves_with_a_named_waiver(tmp_path):
    waiver = tmp_path / "waiver.yaml"
    waiver.write_text(
        "schema: vvoptimize/waivers/v1\n"
        "waivers:\n"
        "- rule: pins\n"
        "  at: {s: z, m: c}\n"
        "  reason: C has withdrawn\n"
        "  decided_by: The councils\n"
        '  case: "12/27"\n'
        "  date: 2026-11-01\n"
        "  expires: 2028-12-31\n",
        encoding="utf-8",
    )
    file = region(C_CANNOT + PIN)
    rules = parse_rules(RULES, "rules.yaml")
    decided = named_under_way(file.scenario, "agreed")
    granted = waivers_for(file, (str(waiver),), "2026-11-26")

    solution = solve_with(file, rules, granted, keep=decided)

    assert [one.service for one in changes_from(decided, solution.assessed)] == ["z"]
    assert {one.at for one in solution.assessed.evaluation.waived} == {
        (("s", "z"), ("m", "c"), ("step", "two"))
    }


def test_a_service_that_the_plan_does_not_name_may_go_anywhere():
    file = region()
    decided = UnderWay({"x": "a"}, {"x": "one"}, {})

    solution = solve(file, parse_rules(RULES, "rules.yaml"), keep=decided)

    assert solution.assessed.assignment.hosts["x"] == "a"
    assert changes_from(decided, solution.assessed) == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("hosts: {q: a}", "VV202"),
        ("hosts: {x: q}", "VV204"),
        ("hosts: {x: a}\nstarts: {x: never}", "VV284"),
        ("unshared: [q]", "VV202"),
        ("hosts: {x: a}\nworkplaces: {x: {q: 1}}", "VV204"),
    ],
)
def test_an_unknown_name_in_a_plan_under_way_is_refused(text, code):
    with pytest.raises(InputError) as caught:
        parse_under_way(text + "\n", "agreed.yaml", region().scenario)

    assert [problem.code for problem in caught.value.problems] == [code]
    assert all(problem.span is not None for problem in caught.value.problems)


SPREAD = REGION.replace(
    "total_after: 3}\n- {id: y", "total_after: 3, delivery: network}\n- {id: y"
).replace(
    "starts: {x: one, y: one, z: two}}",
    "starts: {x: one, y: one, z: two}, workplaces: {x: {a: 3}}}",
)
SOME_IN_B = """\
- id: some-in-b
  clause: "6"
  reading: x
  authority: agreement
  kind: require
  for_each: {s: services, m: municipalities}
  where: participant[s, m] and needs_staff[s, m]
  measure: workplaces[s, m]
  at_least: least
"""
LEAST = """\
parameters:
  least: {unit: FTE, value: 0.5, range: [0, 9], status: proposed, label: Least}
"""
NEEDS = "  needs_staff: {index: [services, municipalities], unit: bool, default: 0}\n"


def test_staff_that_works_elsewhere_is_a_change_though_the_host_stays():
    file = vvoptimize.parse_scenario(
        SPREAD + "inputs: {needs_staff: {x: {b: 1}}}\n", "plan.yaml"
    )
    text = RULES.replace("inputs:\n", f"{LEAST}inputs:\n{NEEDS}")
    rules = parse_rules(text.replace("rules:\n", f"rules:\n{SOME_IN_B}"), "rules.yaml")
    decided = named_under_way(file.scenario, "agreed")

    (change,) = changes_from(decided, solve(file, rules, keep=decided).assessed)

    assert change.before == change.after == ("a", "one")
    # As little as possible moves: half an FTE, and no more.
    assert change.moved == (("a", 3, Fraction(5, 2)), ("b", 0, Fraction(1, 2)))
    assert {one.rule.rule_id for one in change.breaks} == {"some-in-b"}


def test_a_task_that_moves_is_a_change_though_the_host_stays():
    task = "tasks: [{id: t, name: T, fte: 1}], "
    text = REGION.replace("{id: x, name: X, ", "{id: x, name: X, " + task)
    file = vvoptimize.parse_scenario(text, "plan.yaml")
    decided = named_under_way(file.scenario, "agreed")
    moved = parse_under_way(
        "hosts: {x: a, y: b, z: c}\nstarts: {x: one, y: one, z: two}\n"
        "tasks: {x: {t: b}}\n",
        "agreed.yaml",
        file.scenario,
    )

    solution = solve(file, parse_rules(RULES, "rules.yaml"), keep=decided)

    assert changes_from(decided, solution.assessed) == ()
    (change,) = changes_from(moved, solution.assessed)
    assert change.moved == (("a", 2, 3), ("b", 1, 0))
