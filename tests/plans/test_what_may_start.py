"""What may start at a step: how much, when, where, and after what."""

from __future__ import annotations

import pytest

import vvoptimize
from tests.plans.small import (
    NO_LOSS,
    PINNED,
    REQUIRED,
    assessed,
    cases,
    changed,
    margins,
    own_rules,
    shipped_rules,
    verdicts,
)
from vvoptimize.ruleset.grounding import ground

BOTH_AT_ONE = ("starts: {x: one, y: two}", "starts: {x: one, y: one}")
FIRST_DAY = "date: 2027-01-01"
NEEDS = f"""\
- id: needs{REQUIRED}
  for_each: {{s: services, t: services}}
  where: prerequisite[s, t]
  require: implies(joint[s], joint[t])
"""


@pytest.mark.parametrize(("limit", "margin"), [(1, -1), (2, 0), (3, 1)])
def test_services_that_start_are_held_against_the_limit_of_their_step(limit, margin):
    plan = changed(
        BOTH_AT_ONE, (FIRST_DAY, f"{FIRST_DAY}, limits: {{services: {limit}}}")
    )

    assert margins(plan, shipped_rules(), "services-at-a-step") == {"one": margin}


@pytest.mark.parametrize("step", ["one", "two"])
def test_what_started_before_does_not_count_against_the_limit(step):
    day = {"one": FIRST_DAY, "two": "date: 2028-07-01"}[step]
    plan = changed((day, f"{day}, limits: {{services: 1}}"))

    assert margins(plan, shipped_rules(), "services-at-a-step") == {step: 0}


@pytest.mark.parametrize(("limit", "margin"), [(1, -1), (2, 0), (3, 1)])
def test_staff_that_changes_employer_is_held_against_the_limit(limit, margin):
    # X goes to A, so the one of B changes employer; Y goes to B, so the one of A does.
    plan = changed(BOTH_AT_ONE, (FIRST_DAY, f"{FIRST_DAY}, limits: {{staff: {limit}}}"))

    assert margins(plan, shipped_rules(), "staff-at-a-step") == {"one": margin}


@pytest.mark.parametrize(("limit", "margin"), [(6, -1), (7, 0), (8, 1)])
def test_project_work_is_held_against_the_limit(limit, margin):
    plan = changed(
        BOTH_AT_ONE,
        ("total_after: 3}", "total_after: 3, effort: 3}"),
        ("total_after: 4}", "total_after: 4, effort: 4}"),
        (FIRST_DAY, f"{FIRST_DAY}, limits: {{effort: {limit}}}"),
    )

    assert margins(plan, shipped_rules(), "effort-at-a-step") == {"one": margin}


def test_limit_is_the_one_that_holds_on_the_day_of_its_step():
    later = "{from: 2026-06-01, value: 2}, {from: 2027-06-01, value: 9}"
    figure = f"{{value: 1, later: [{later}]}}"
    plan = changed(
        BOTH_AT_ONE, (FIRST_DAY, f"{FIRST_DAY}, limits: {{services: {figure}}}")
    )

    assert margins(plan, shipped_rules(), "services-at-a-step") == {"one": 0}


@pytest.mark.parametrize(
    ("window", "kept"),
    [
        ("earliest: one", {}),
        ("earliest: two", {"x one": "broken"}),
        ("latest: one", {"x two": "holds"}),
        ("earliest: one, latest: one", {"x two": "holds"}),
        ("earliest: two, latest: two", {"x one": "broken"}),
    ],
)
def test_service_starts_within_its_window(window, kept):
    plan = changed(("total_after: 3}", f"total_after: 3, {window}}}"))

    assert verdicts(plan, shipped_rules(), "starts-in-its-time") == kept


def test_service_is_not_later_than_its_latest_step():
    plan = changed(
        ("total_after: 3}", "total_after: 3, latest: one}"),
        ("starts: {x: one, y: two}", "starts: {x: two, y: two}"),
    )

    assert verdicts(plan, shipped_rules(), "starts-in-its-time") == {"x two": "broken"}


@pytest.mark.parametrize(
    ("pin", "hosts", "closed"),
    [
        # A host alone is asked of the end; with a step it is asked from then on.
        ("host: b", {"x b two": "broken"}, {}),
        ("host: a", {"x a two": "holds"}, {}),
        (
            "host: a, step: one",
            {"x a one": "holds", "x a two": "holds"},
            {"x two": "holds"},
        ),
        (
            "host: b, step: one",
            {"x b one": "broken", "x b two": "broken"},
            {"x two": "holds"},
        ),
        ("host: a, step: two", {"x a two": "holds"}, {"x one": "broken"}),
        ("step: one", {}, {"x two": "holds"}),
        ("step: two", {}, {"x one": "broken"}),
    ],
)
def test_pin_binds_from_its_step_on_and_forbids_another(pin, hosts, closed):
    plan = changed(
        ("assignments:", f"pins: [{{service: x, {pin}, reason: agreed}}]\nassignments:")
    )
    rules = shipped_rules(PINNED)

    assert verdicts(plan, rules, "pinned") == hosts
    assert verdicts(plan, rules, "starts-in-its-time") == closed


@pytest.mark.parametrize(
    ("starts", "kept"),
    [
        ("{x: one, y: one}", {"x y one": "holds", "x y two": "holds"}),
        ("{x: two, y: one}", {"x y one": "holds", "x y two": "holds"}),
        ("{x: one, y: two}", {"x y one": "broken", "x y two": "holds"}),
    ],
)
def test_what_a_service_needs_comes_at_the_same_step_or_before(starts, kept):
    plan = changed(
        ("total_after: 3}", "total_after: 3, prerequisites: [y]}"),
        ("starts: {x: one, y: two}", f"starts: {starts}"),
    )

    assert verdicts(plan, own_rules(NEEDS), "needs") == kept


def test_prerequisite_may_begin_to_be_one_later():
    needs = "{y: {value: 0, later: [{from: 2028-01-01, value: 1}]}}"
    plan = changed(("total_after: 3}", f"total_after: 3, prerequisites: {needs}}}"))

    assert verdicts(plan, own_rules(NEEDS), "needs") == {"x y two": "holds"}


@pytest.mark.parametrize(
    ("when", "asked"),
    [("every step", ["a one", "b one", "a two", "b two"]), ("end", ["a two", "b two"])],
)
def test_rule_is_asked_of_the_steps_that_it_names(when, asked):
    rules = own_rules(NO_LOSS, f"  at: {when}\n")

    assert [*verdicts(changed(), rules, "no-loss")] == asked


def test_rule_is_not_asked_of_what_has_happened():
    plan = changed(
        (FIRST_DAY, f"{FIRST_DAY}, taken: true"),
        (
            "assignments:",
            "pins: [{service: x, host: a, step: one, reason: runs}]\nassignments:",
        ),
    )
    closed = f"- id: closed{REQUIRED}\n  for_each: {{s: services}}\n"
    closed += "  where: start_closed[s]\n  require: not starts[s]\n"

    found = cases(assessed(plan, own_rules(NO_LOSS, PINNED, closed)))

    assert [*found] == [
        "no-loss a two",
        "no-loss b two",
        "pinned x a two",
        "closed x two",
    ]


@pytest.mark.parametrize("host", ["", "host: a, "])
def test_what_has_started_stays_shared_though_it_might_have_stayed_unshared(host):
    plan = changed(
        (FIRST_DAY, f"{FIRST_DAY}, taken: true"),
        ("total_after: 3}", "total_after: 3, may_stay_unshared: true}"),
        (
            "assignments:",
            f"pins: [{{service: x, {host}step: one, reason: runs}}]\nassignments:",
        ),
    )
    # Without X nothing would be lost: the search would leave it out if it could.
    rules = own_rules(
        PINNED,
        f"- id: closed{REQUIRED}\n  for_each: {{s: services}}\n",
        "  where: start_closed[s]\n  require: not starts[s]\n",
        'objectives:\n- id: few\n  clause: "1"\n  reading: x\n',
        "  minimise: sum(joint[s] for s in services)\n",
    )
    file = vvoptimize.parse_scenario(plan, "plan.yaml")

    solution = vvoptimize.solve(file, rules)

    assert solution.assignment.hosts["x"] == "a"
    assert solution.assignment.starts == {"x": "one", "y": "two"}


def test_scenario_without_steps_has_no_step_in_its_cases_and_atoms():
    text = changed(
        ("steps:\n- {id: one, date: 2027-01-01}\n- {id: two, date: 2028-07-01}\n", ""),
        (", starts: {x: one, y: two}", ""),
    )
    rules = own_rules(NO_LOSS, "  at: every step\n")

    model = ground(rules, vvoptimize.parse_scenario(text, "plan.yaml")).model

    assert [instance.at for instance in model.instances] == [
        (("m", "a"),),
        (("m", "b"),),
    ]
    assert [(atom.index, atom.start) for atom in model.atoms] == [
        (("x", "a"), None),
        (("x", "b"), None),
        (("y", "a"), None),
        (("y", "b"), None),
    ]
    assert [tie.tie_break_id for tie in model.tie_breaks] == [
        "fewest-change-employer",
        "first-hosts",
        "fewest-change-workplace",
        "first-of-the-rest",
    ]


PIN_WITHOUT_HOST = "pins: [{service: x, step: one, reason: agreed}]\n"
CLOSED = f"""\
- id: closed{REQUIRED}
  for_each: {{s: services}}
  where: start_closed[s]
  require: not starts[s]
"""
DUE = f"""\
- id: due{REQUIRED}
  for_each: {{s: services}}
  where: start_due[s]
  require: joint[s]
"""
FEW = """\
objectives:
- id: few
  clause: "1"
  reading: x
  minimise: sum(joint[s] for s in services)
"""


def test_what_is_agreed_to_start_then_is_shared_from_then_on():
    plan = changed(
        ("total_after: 3}", "total_after: 3, may_stay_unshared: true}"),
        ("assignments:", f"{PIN_WITHOUT_HOST}assignments:"),
    )
    file = vvoptimize.parse_scenario(plan, "plan.yaml")
    rules = own_rules(CLOSED, DUE, FEW)

    solution = vvoptimize.solve(file, rules)

    assert solution.assignment.starts["x"] == "one"


def test_a_service_that_does_not_start_as_agreed_breaks_the_rule_from_then_on():
    plan = changed(
        ("total_after: 3}", "total_after: 3, may_stay_unshared: true}"),
        ("assignments:", f"{PIN_WITHOUT_HOST}assignments:"),
        (
            "hosts: {x: a, y: b}, starts: {x: one, y: two}",
            "hosts: {y: b}, unshared: [x], starts: {y: two}",
        ),
    )

    found = cases(assessed(plan, own_rules(CLOSED, DUE)))

    assert {place: one.verdict for place, one in found.items()} == {
        "due x one": "broken",
        "due x two": "broken",
        "closed x two": "holds",
    }
