"""Figures, parameters and costs by the date of each step, and means over time."""

from __future__ import annotations

from fractions import Fraction

import pytest

import vvoptimize
from tests.plans.small import (
    NO_LOSS,
    REQUIRED,
    assessed,
    cases,
    changed,
    margins,
    own_rules,
    verdicts,
)
from vvoptimize.evaluation.values import Evaluator
from vvoptimize.ruleset.arithmetic import as_affine
from vvoptimize.ruleset.grounding import ground
from vvoptimize.scenario.exact import Exact

HEAD = """\
schema: vvoptimize/rules/v1
parameters:
  most:
    unit: FTE
    values:
    - {from: 2020-01-01, value: 1, status: proposed}
    - {from: 2028-07-01, value: 2, status: proposed}
    range: [0, 10]
    label: most
measures:
  change:
    for_each: {m: municipalities}
    unit: FTE
    expr: sum(workplaces[s, m] - workplaces_today[s, m] for s in services)
cost_keys:
- id: key
  clause: "9"
  reading: by inhabitants
  for_each: {s: services, m: municipalities}
  weight: population[m]
rules:
"""
AT_MOST = f"""\
- id: at-most{REQUIRED}
  for_each: {{m: municipalities}}
  measure: change[m]
  at_most: most
"""
MEAN = """\
objectives:
- id: mean
  clause: "1"
  reading: x
  maximise: sum(joint[s] for s in services)
"""
THREE = (
    "- {id: two, date: 2028-07-01}",
    "- {id: two, date: 2028-07-01}\n- {id: three, date: 2029-07-01}",
)


def costs(
    *, start: str, ramp: str, days: tuple[str, ...]
) -> list[dict[str, Exact | None]]:
    """Give what A, B and the whole of X cost at each of some days."""
    steps = "\n".join(f"- {{id: t{n}, date: {day}}}" for n, day in enumerate(days))
    plan = changed(
        ("- {id: one, date: 2027-01-01}\n- {id: two, date: 2028-07-01}", steps),
        ("total_after: 3}", f"total_after: 3, cost_after: 900, cost_ramp: {ramp}}}"),
        ("starts: {x: one, y: two}", f"starts: {{x: {start}, y: t0}}"),
    )
    found = assessed(plan, own_rules(NO_LOSS, head=HEAD))
    evaluator, told = Evaluator(found.values), list[dict[str, Exact | None]]()
    for state in found.grounding.states:
        x = state.scenario.service("x")
        values = {m: state.decisions.pays(x, m) for m in ("a", "b")}
        values["all"] = state.decisions.joint_cost(x)
        told.append({k: evaluator.value(as_affine(v)) for k, v in values.items()})
    return told


def test_parameter_has_the_value_in_force_on_the_day_of_each_step():
    # A gains one in the first step, and is as today in the second.
    assert margins(changed(), own_rules(AT_MOST, head=HEAD), "at-most") == {
        "a one": 0,
        "b one": 2,
        "a two": 2,
        "b two": 2,
    }


@pytest.mark.parametrize(
    ("day", "limit"), [("2028-06-30", 1), ("2028-07-01", 2), ("2028-07-02", 2)]
)
def test_dated_value_counts_from_its_own_day(day, limit):
    plan = changed(("2028-07-01", day))

    assert margins(plan, own_rules(AT_MOST, head=HEAD), "at-most")["a two"] == limit


def test_value_of_the_scenario_itself_counts_at_every_step():
    plan = changed(
        ("services:", "parameters: {most: {value: 5, reason: tried}}\nservices:")
    )

    found = margins(plan, own_rules(AT_MOST, head=HEAD), "at-most")

    assert found == {"a one": 4, "b one": 6, "a two": 5, "b two": 5}


@pytest.mark.parametrize(
    ("day", "at_two"), [("2028-06-30", 3), ("2028-07-01", 3), ("2028-07-02", 4)]
)
def test_figure_is_another_from_its_day_on(day, at_two):
    # Y has four after, and three in B today: one is gained, less what X takes from B.
    later = f"{{value: 4, later: [{{from: {day}, value: 3}}]}}"
    plan = changed(("total_after: 4", f"total_after: {later}"))

    found = margins(plan, own_rules(NO_LOSS), "no-loss")

    assert found == {"a one": 1, "b one": -1, "a two": 0, "b two": at_two - 4}


def test_figure_of_today_may_change_too_and_an_unshared_service_follows_it():
    plan = changed(
        (
            "{a: 1, b: 3}",
            "{a: {value: 1, later: [{from: 2028-01-01, value: 7}]}, b: 3}",
        ),
        ("total_after: 4}", "total_after: 4, may_stay_unshared: true}"),
        (
            "{x: a, y: b}, starts: {x: one, y: two}",
            "{x: a}, unshared: [y], starts: {x: one}",
        ),
    )

    found = assessed(plan, own_rules(NO_LOSS))

    changes = [cases(found)[f"no-loss a {step}"].margin for step in ("one", "two")]
    assert changes == [1, 1]
    a, _ = found.municipalities
    assert (a.workplaces_before, a.workplaces_after, a.change) == (9, 10, 1)


def test_figure_that_is_unknown_only_later_is_unknown_only_then():
    later = "{value: 4, later: [{from: 2028-01-01, value: unknown}]}"
    plan = changed(("total_after: 4", f"total_after: {later}"))
    rules = own_rules(NO_LOSS)

    assert verdicts(plan, rules, "no-loss") == {
        "a one": "holds",
        "b one": "broken",
        # Y is with B, so A is known to be as it was.
        "a two": "holds",
        "b two": "unknown",
    }
    missing = cases(assessed(plan, rules))["no-loss b two"].missing
    assert missing == ("services.y.total_after",)


def test_figure_that_is_known_only_later_is_known_only_then():
    later = "{value: unknown, later: [{from: 2028-01-01, value: 3}]}"
    plan = changed(("total_after: 3", f"total_after: {later}"))

    assert verdicts(plan, own_rules(NO_LOSS), "no-loss") == {
        "a one": "unknown",
        "b one": "broken",
        "a two": "holds",
        "b two": "holds",
    }


def test_service_costs_what_each_of_its_first_years_costs_and_then_what_it_costs():
    days = ("2027-01-01", "2027-12-31", "2028-01-01", "2029-01-01", "2030-01-01")

    told = costs(start="t0", ramp="[1200, 1000]", days=days)

    assert [at["all"] for at in told] == [1200, 1200, 1000, 900, 900]


def test_years_count_from_the_step_at_which_it_starts():
    days = ("2027-01-01", "2028-01-01", "2029-01-01")

    told = costs(start="t1", ramp="[1200]", days=days)

    assert [at["all"] for at in told] == [0, 1200, 900]


def test_year_from_a_leap_day_is_full_on_the_first_of_march():
    days = ("2028-02-29", "2029-02-28", "2029-03-01")

    told = costs(start="t0", ramp="[1200]", days=days)

    assert [at["all"] for at in told] == [1200, 1200, 900]


def test_payments_add_up_to_the_cost_in_every_year():
    days = ("2027-01-01", "2028-01-01", "2029-01-01")

    told = costs(start="t0", ramp="[1000, 100]", days=days)

    # A has two of three inhabitants; the krone left over goes to the larger remainder.
    assert told == [
        {"a": 667, "b": 333, "all": 1000},
        {"a": 67, "b": 33, "all": 100},
        {"a": 600, "b": 300, "all": 900},
    ]


def test_cost_of_a_first_year_that_is_unknown_is_unknown_in_that_year_alone():
    days = ("2027-01-01", "2028-01-01")

    told = costs(start="t0", ramp="[unknown]", days=days)

    assert [at["all"] for at in told] == [None, 900]
    assert [at["a"] for at in told] == [None, 600]


@pytest.mark.parametrize(
    ("horizon", "last"),
    [(None, 365), ("2028-07-02", 1), ("2028-07-31", 30), ("2030-07-01", 730)],
)
def test_mean_counts_the_days_of_each_step_and_of_the_last_to_the_horizon(
    horizon, last
):
    plan = changed()
    if horizon is not None:
        plan = changed(("services:", f"horizon: {horizon}\nservices:"))
    first = 365 + 182  # from 1 January 2027 to 1 July 2028, a leap year

    (outcome,) = assessed(plan, own_rules(NO_LOSS, MEAN)).evaluation.objectives

    (party,) = outcome.parties
    assert party.value == Fraction(first * 1 + last * 2, first + last)


def test_last_step_on_a_leap_day_counts_to_the_end_of_february_the_year_after():
    plan = changed(("2028-07-01", "2028-02-29"))
    first = 365 + 31 + 28

    (outcome,) = assessed(plan, own_rules(NO_LOSS, MEAN)).evaluation.objectives

    assert outcome.parties[0].value == Fraction(first + 365 * 2, first + 365)


def test_mean_at_the_end_is_the_value_at_the_end():
    rules = own_rules(NO_LOSS, MEAN, "  at: end\n")

    (outcome,) = assessed(changed(), rules).evaluation.objectives

    assert outcome.parties[0].value == 2


def test_mean_leaves_out_what_has_happened():
    plan = changed(
        ("date: 2027-01-01", "date: 2027-01-01, taken: true"),
        THREE,
        ("- {id: x,", "- {id: x, may_stay_unshared: true,"),
        (
            "{x: a, y: b}, starts: {x: one, y: two}",
            "{y: b}, unshared: [x], starts: {y: three}",
        ),
    )

    (outcome,) = assessed(plan, own_rules(NO_LOSS, MEAN)).evaluation.objectives

    # A year with none, and a year with one.
    assert outcome.parties[0].value == Fraction(1, 2)


def test_mean_of_what_is_unknown_at_one_step_is_unknown():
    goal = MEAN.replace(
        "sum(joint[s] for s in services)", "sum(change[m] for m in municipalities)"
    )
    later = "{value: 4, later: [{from: 2028-01-01, value: unknown}]}"
    plan = changed(("total_after: 4", f"total_after: {later}"))

    (outcome,) = assessed(plan, own_rules(NO_LOSS, goal)).evaluation.objectives

    assert outcome.parties[0].value is None
    assert outcome.parties[0].missing == ("services.y.total_after",)


def test_step_says_all_it_says_of_the_day_it_is_on():
    file = vvoptimize.parse_scenario(
        changed(
            (
                "{id: a, name: A, population: 2}",
                "{id: a, name: A, population: "
                "{value: 2, later: [{from: 2028-01-01, value: 5}]}}",
            )
        ),
        "plan.yaml",
    )

    states = ground(own_rules(NO_LOSS), file).states

    people = [state.scenario.municipality("a").population for state in states]
    assert [figure and figure.value for figure in people] == [2, 5]


def test_choice_between_equals_is_by_the_figures_of_the_last_step():
    # As B has one in X and A none in the end, X with B takes nobody's employer away.
    plan = changed(
        (
            "{a: 2, b: 1}",
            "{a: {value: 2, later: [{from: 2028-01-01, value: 0}]}, b: 1}",
        ),
    )
    any_rule = (
        f"- id: any{REQUIRED}\n  require: count(joint[s] for s in services) >= 0\n"
    )
    file = vvoptimize.parse_scenario(plan, "plan.yaml")

    solution = vvoptimize.solve(file, own_rules(any_rule))

    assert solution.assignment.hosts["x"] == "b"
