"""What is only shown of the optimum, as scenarios/README.md tells it."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import vvoptimize
from vvoptimize.evaluation.verdicts import RuleVerdict, Verdict
from vvoptimize.report import render_json, solve_report

if TYPE_CHECKING:
    from vvoptimize.scenario.exact import Exact

PATH = Path(__file__).parents[2] / "scenarios" / "vestre-varanger.yaml"


@cache
def solution() -> vvoptimize.Solution:
    return vvoptimize.solve(vvoptimize.read_scenario(str(PATH)))


def shown(rule_id: str) -> RuleVerdict:
    rules = solution().assessed.evaluation.rules
    (rule,) = [rule for rule in rules if rule.rule.rule_id == rule_id]
    return rule


def by_municipality(rule_id: str) -> dict[str, Exact | None]:
    return {str(case.at[0][1]): case.value for case in shown(rule_id).instances}


def test_balance_depends_on_the_share_it_is_measured_against():
    assert shown("balance-equal").verdict is Verdict.HOLDS
    assert shown("balance-as-before").verdict is Verdict.HOLDS
    assert shown("balance-by-municipal-workplaces").verdict is Verdict.UNKNOWN
    below = by_municipality("balance-by-inhabitants")
    assert [m for m, value in below.items() if value is None or value < -2] == ["tana"]
    assert below["tana"] == Fraction(21, 2) - 30 * Fraction(2821, 6746)


def test_the_literal_reading_is_not_kept_by_four_pairs():
    literal = shown("nobody-gains-while-another-loses")

    pairs = {
        (dict(case.at)["a"], dict(case.at)["b"])
        for case in literal.instances
        if case.verdict is Verdict.BROKEN
    }
    assert pairs == {
        (grows, loses)
        for grows in ("berlevag", "nesseby")
        for loses in ("batsfjord", "tana")
    }


def test_two_lose_more_pay_than_they_save():
    effects = by_municipality("total-effect")

    assert [m for m, kroner in effects.items() if (kroner or 0) < 0] == [
        "batsfjord",
        "tana",
    ]


def test_another_share_is_chosen_by_parameters():
    chosen = """
parameters:
  entitlement_today: {value: 0, reason: chosen}
  entitlement_inhabitants: {value: 1, reason: chosen}
sources:"""
    text = PATH.read_text("utf-8").replace("\nsources:", chosen)
    judged = vvoptimize.check(vvoptimize.parse_scenario(text, str(PATH)), "adopted")

    (balance,) = [
        outcome
        for outcome in judged.evaluation.objectives
        if outcome.objective.objective_id == "balanced-workplaces"
    ]
    (by_people,) = [
        rule
        for rule in judged.evaluation.rules
        if rule.rule.rule_id == "balance-by-inhabitants"
    ]
    values = [case.value for case in by_people.instances]
    assert [party.value for party in balance.parties] == values


def test_no_number_of_people_under_five_is_told():
    report = solve_report(solution())
    people = [rule for rule in report.assessment.rules if rule.unit == "employee"]

    assert {rule.id for rule in people} == {
        "people-who-change-employer",
        "people-whose-workplace-moves",
    }
    for rule in people:
        told = [case.value for case in rule.instances if case.value is not None]
        assert all(value == 0 or value >= 5 for value in told)
        assert sum(case.withheld for case in rule.instances) > 1
    assert '"path": "inputs.employees_today.ikt.berlevag",\n' in render_json(
        report, timings=False
    )
    for figure in report.evidence.assumed:
        about_people = figure.path.startswith("inputs.employees_today")
        assert (figure.value is None) is about_people
