"""Every VV28x and VV29x code: one change to a valid plan gives it at that place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import vvoptimize
from tests.scenario.example import mutated
from vvoptimize.errors.catalogue.steps import ENTRIES
from vvoptimize.ruleset.grounding import ground

if TYPE_CHECKING:
    from vvoptimize.errors import InputError
    from vvoptimize.ruleset.instances import GroundModel
    from vvoptimize.ruleset.rules import RuleSet

PATH = "plan.yaml"
PLAN = """\
schema: vvoptimize/scenario/v1
id: plan
title: Plan
municipalities:
- {id: a, name: A, population: {value: 2, later: [{from: 2027-02-01, value: 3}]}}
- {id: b, name: B, population: 1}
steps:
- {id: past, date: 2026-01-01, taken: true}
- {id: next, date: 2027-01-01, limits: {services: 2, staff: 9, effort: 10}}
- {id: last, date: 2028-01-01}
- {id: spare, date: 2028-06-01}
horizon: 2029-01-01
services:
- {id: x, name: X, workplaces_today: {a: 2, b: 1}, total_after: 3, effort: 2}
- id: y
  name: Y
  workplaces_today: {a: 1, b: 3}
  total_after:
    value: 4
    later: [{from: 2027-02-01, value: 5}, {from: 2028-02-01, value: 6}]
  effort: 3
  cost_ramp: [100]
  prerequisites: [x]
  earliest: next
- {id: z, name: Z, may_stay_unshared: true, total_after: 1, prerequisites: {y: 1}}
- id: w
  name: W
  delivery: either
  total_after: 1
  tasks: [{id: desk, name: Desk, fte: 0.5}]
  earliest: next
  latest: last
pins:
- {service: x, host: a, step: past, reason: it runs}
- {service: y, step: next, reason: agreed}
assignments:
  proposed: {hosts: {x: a, y: b, w: a}, unshared: [z], starts: {w: last}}
"""
WITHOUT_STEPS = """\
schema: vvoptimize/scenario/v1
id: still
title: Still
municipalities: [{id: a, name: A, population: 1}]
services:
- {id: x, name: X, total_after: 1}
pins:
- {service: x, host: a, reason: it runs}
assignments:
  today: {hosts: {x: a}}
"""
RULE = """\
schema: vvoptimize/rules/v1
rules:
- id: any
  clause: "1"
  reading: x
  authority: agreement
  kind: KIND
  for_each: {s: services, t: services, m: municipalities}
  where: WHERE
  require: joint[s]
"""
MANY = "{from: 2027-02-01, value: 5}, {from: 2028-02-01, value: 6}"
LATER = "later: [{from: 2027-02-01, value: 1}]"
CASES = [
    ("VV201", "id: spare", "id: «next"),
    ("VV202", "prerequisites: [x]", "prerequisites: [«xx]"),
    ("VV202", "prerequisites: {y: 1}", "prerequisites: {«yy: 1}"),
    ("VV202", "starts: {w: last}", "starts: {w: last, «q: last}"),
    ("VV233", "starts: {w: last}", "starts: {w: last, «z: last}"),
    ("VV280", "date: 2028-06-01", "date: «2028-01-01"),
    ("VV280", "date: 2028-06-01", "date: «2027-12-31"),
    ("VV281", "date: 2028-06-01", "date: 2028-06-01, taken: «true"),
    ("VV283", "horizon: 2029-01-01", "horizon: «2028-06-01"),
    ("VV283", "horizon: 2029-01-01", "horizon: «2028-05-31"),
    ("VV284", "earliest: next\n  latest", "earliest: «nex\n  latest"),
    ("VV284", "latest: last", "latest: «lst"),
    ("VV284", "service: y, step: next", "service: y, step: «nxt"),
    ("VV284", "starts: {w: last}", "starts: {w: «lst}"),
    ("VV285", "earliest: next\n  latest: last", "earliest: last\n  latest: «next"),
    ("VV286", "service: y, step: next", "service: y, step: «past"),
    ("VV287", "effort: 2}", "effort: 2, prerequisites: «[y]}"),
    ("VV287", "prerequisites: {y: 1}", "prerequisites: «{z: 1}"),
    ("VV288", MANY, "{from: 2027-02-01, value: 5}, {from: «2027-02-01, value: 6}"),
    ("VV288", MANY, "{from: 2027-02-01, value: 5}, {from: «2027-01-31, value: 6}"),
    (
        "VV290",
        "{hosts: {x: a, y: b, w: a}, unshared: [z], starts: {w: last}}",
        "{«hosts: {x: a, y: b, w: a}, unshared: [z]}",
    ),
    ("VV291", "starts: {w: last}", "starts: {w: «past}"),
    ("VV291", "starts: {w: last}", "starts: {w: last, x: «next}"),
    ("VV292", "hosts: {x: a, y: b, w: a}", "hosts: {«x: b, y: b, w: a}"),
    ("VV294", "prerequisites: {y: 1}", "prerequisites: {y: «2}"),
    ("VV295", "{service: y, step: next", "«{service: y"),
    (
        "VV296",
        "delivery: either\n  total_after: 1",
        f"delivery: either\n  total_after: {{value: 1, «{LATER}}}",
    ),
    ("VV296", "fte: 0.5", f"fte: {{value: 0.5, «{LATER}}}"),
    (
        "VV296",
        "may_stay_unshared: true, total_after: 1",
        "may_stay_unshared: true, delivery: network, "
        f"total_after: {{value: 1, «{LATER}}}",
    ),
]
WITHOUT = [
    ("title: Still\n", "title: Still\n«horizon: 2029-01-01\n"),
    ("total_after: 1}", "total_after: 1, «earliest: next}"),
    ("total_after: 1}", "total_after: 1, «latest: next}"),
    ("total_after: 1}", "total_after: 1, «effort: 3}"),
    ("total_after: 1}", "total_after: 1, «cost_ramp: [3]}"),
    ("total_after: 1}", f"total_after: {{value: 1, «{LATER}}}}}"),
    ("population: 1", f"population: {{value: 1, «{LATER}}}"),
    ("host: a, reason", "host: a, «step: next, reason"),
    ("today: {hosts: {x: a}}", "today: {hosts: {x: a}, «starts: {x: next}}"),
]
# What of the plan is read where, and the keys that bind through it.
READ = {
    "services_limit >= services_limit": ["limits: {«services"],
    "staff_limit >= staff_limit": [", «staff: 9"],
    "effort_limit >= effort_limit": [", «effort: 10"],
    "prerequisite[s, t]": ["  «prerequisites: [x]", ", «prerequisites: {y"],
    "start_due[s]": ["{service: y, «step"],
    "start_closed[s]": ["  «earliest: next\n-", "  «earliest: next\n  l", "  «latest"],
}
IN_PINS = ["{service: x, host: a, «step: past", "{service: y, «step"]


def found(error: InputError) -> list[tuple[str, str]]:
    """Give code and `line:column` of each problem."""
    return [
        (p.code, f"{p.span.line}:{p.span.column}") for p in error.problems if p.span
    ]


def rules(*read: str, kind: str = "require") -> RuleSet:
    """Give a rule that reads pins and what is told."""
    where = " or ".join(f"({one})" for one in ["pinned[s, m]", *read])
    text = RULE.replace("WHERE", where).replace("KIND", kind)
    return vvoptimize.parse_rules(text, "rules.yaml")


def test_the_plan_they_are_made_from_is_valid():
    file = vvoptimize.parse_scenario(PLAN, PATH)

    assert ground(rules(*READ), file).model.instances
    assert vvoptimize.parse_scenario(WITHOUT_STEPS, PATH).scenario.steps == ()


@pytest.mark.parametrize(("code", "old", "new"), CASES)
def test_one_wrong_thing_gives_one_problem_at_its_place(code, old, new):
    text, place = mutated(old, new, PLAN)

    with pytest.raises(vvoptimize.InputError) as caught:
        vvoptimize.parse_scenario(text, PATH)

    assert found(caught.value) == [(code, place)]


@pytest.mark.parametrize(("code", "old", "new"), CASES)
@pytest.mark.parametrize("lang", ["nb", "en"])
def test_message_and_hint_have_all_their_values(code, old, new, lang):
    text, _ = mutated(old, new, PLAN)

    with pytest.raises(vvoptimize.InputError) as caught:
        vvoptimize.parse_scenario(text, PATH)

    [problem] = caught.value.problems
    assert "{" not in problem.message(lang)
    assert problem.hint(lang)


@pytest.mark.parametrize(("old", "new"), WITHOUT)
def test_what_is_about_time_is_refused_without_steps(old, new):
    text, place = mutated(old, new, WITHOUT_STEPS)

    with pytest.raises(vvoptimize.InputError) as caught:
        vvoptimize.parse_scenario(text, PATH)

    assert found(caught.value) == [("VV289", place)]


def test_prerequisites_are_allowed_without_steps():
    more = "- {id: y, name: Y, total_after: 1, prerequisites: [x]}"
    text = WITHOUT_STEPS.replace("pins:", f"{more}\npins:").replace(
        "hosts: {x: a}", "hosts: {x: a, y: a}"
    )

    scenario = vvoptimize.parse_scenario(text, PATH).scenario

    assert scenario.service("y").prerequisites["x"].value == 1


@pytest.mark.parametrize("unread", READ)
def test_what_no_required_rule_reads_is_refused(unread):
    file = vvoptimize.parse_scenario(PLAN, PATH)
    read = [table for table in READ if table != unread]
    marks = READ[unread] + (IN_PINS if "closed" in unread else [])
    places = [mutated(mark.replace("«", ""), mark, PLAN)[1] for mark in marks]

    with pytest.raises(vvoptimize.InputError) as caught:
        ground(rules(*read), file)

    assert found(caught.value) == [("VV293", place) for place in places]


def test_what_only_a_wish_reads_is_refused_as_if_unread():
    file = vvoptimize.parse_scenario(PLAN, PATH)

    with pytest.raises(vvoptimize.InputError) as caught:
        ground(rules(*READ, kind="prefer"), file)

    codes = {code for code, _ in found(caught.value)}
    assert codes == {"VV293", "VV368"}


def test_plan_that_has_all_happened_is_refused():
    text = WITHOUT_STEPS.replace(
        "services:", "steps: [{id: past, date: 2026-01-01, taken: true}]\nservices:"
    ).replace("host: a, reason", "host: a, step: past, reason")

    with pytest.raises(vvoptimize.InputError) as caught:
        vvoptimize.parse_scenario(text, PATH)

    assert found(caught.value) == [("VV282", "5:1")]


def test_every_code_has_a_case():
    elsewhere = {"VV282", "VV289", "VV293"}
    assert {code for code, _, _ in CASES} | elsewhere >= set(ENTRIES)


@pytest.mark.parametrize("needs", ['["x"]', '{"x": 1}', '{"x": {"value": 1}}'])
def test_cycle_is_named_whatever_way_it_is_written(needs):
    text, _ = mutated("prerequisites: {y: 1}", "prerequisites: {y: 1}«", PLAN)
    text = text.replace("effort: 2}", "effort: 2, prerequisites: [z]}")
    text = text.replace("prerequisites: [x]", f"prerequisites: {needs}")

    with pytest.raises(vvoptimize.InputError) as caught:
        vvoptimize.parse_scenario(text, PATH)

    [problem] = caught.value.problems
    for message in (problem.message("nb"), problem.message("en")):
        assert message.endswith("`x` -> `z` -> `y` -> `x`")


def test_what_may_be_a_prerequisite_makes_no_cycle():
    text, _ = mutated("effort: 2}", "effort: 2, prerequisites: {z: unknown}}«", PLAN)

    assert vvoptimize.parse_scenario(text, PATH).scenario.steps


KEYED = """\
schema: vvoptimize/rules/v1
parameters:
  weight:
    unit: "1"
    values: [{from: 2026-06-01, value: 1, status: proposed}]
    range: [0, 9]
    label: weight
cost_keys:
- id: key
  clause: "9"
  reading: x
  for_each: {s: services, m: municipalities}
  weight: weight
"""
IN_ITS_TIME = """\
schema: vvoptimize/scenario/v1
id: plan
title: Plan
baseline: 2026-12-31
municipalities: [{id: a, name: A}]
steps: [{id: one, date: 2027-01-01}, {id: two, date: 2028-01-01}]
services:
- {id: x, name: X, cost_after: 3}
- {id: y, name: Y, cost_after: 4, cost_ramp: [5, 6]}
"""


def grounded(text: str) -> GroundModel:
    anything = "  require: joint[s]\n"
    rule = RULE.partition("rules:")[2].partition("  for_each")[0]
    rule = f"rules:{rule.replace('KIND', 'require')}  for_each: {{s: services}}\n"
    rules = vvoptimize.parse_rules(KEYED + rule + anything, "rules.yaml")
    return ground(rules, vvoptimize.parse_scenario(text, PATH)).model


@pytest.mark.parametrize(
    ("code", "old", "new"),
    [
        ("VV247", "date: 2027-01-01", "date: «2026-05-31"),
        ("VV365", "cost_after: 3", "cost_after: «3.5"),
        ("VV365", "[5, 6]", "[«5.5, 6]"),
        ("VV365", "[5, 6]", "[5, «6.5]"),
    ],
)
def test_what_is_wrong_at_a_step_is_told_where_the_file_says_it(code, old, new):
    text, place = mutated(old, new, IN_ITS_TIME)

    with pytest.raises(vvoptimize.InputError) as caught:
        grounded(text)

    assert found(caught.value)[0] == (code, place)
    assert len(found(caught.value)) == 1


def test_the_plan_in_its_time_is_valid():
    assert len(grounded(IN_ITS_TIME).instances) == 4
