"""What a gate is told: every case, with what a report tells and nothing more."""

from fractions import Fraction

import pytest

from tests.report.gate.region import (
    PATH,
    RULES,
    RULES_PATH,
    SCENARIO,
    case_of,
    gate,
    judged,
    place_of,
)
from vvoptimize.errors import Problem, Span
from vvoptimize.report.gate.build import gate_problem
from vvoptimize.report.gate.model import Change


@pytest.fixture(scope="module")
def report():
    return gate()


@pytest.mark.parametrize(
    ("rule", "at", "verdict", "margin"),
    [
        ("network-presence", {"s": "plan", "m": "alfa"}, "holds", Fraction(5, 2)),
        ("network-presence", {"s": "plan", "m": "beta"}, "waived", Fraction(-1, 2)),
        ("network-presence", {"s": "plan", "m": "gamma"}, "excepted", None),
        ("no-loss", {"m": "beta"}, "broken", Fraction(-3, 2)),
        ("no-loss", {"m": "gamma"}, "unknown", None),
        ("all-host", {"m": "gamma"}, "broken", -1),
        ("statutory-shared", {"s": "care"}, "holds", None),
    ],
)
def test_every_case_has_its_verdict_and_signed_margin(
    report, rule, at, verdict, margin
):
    case = case_of(report, rule, **at)

    assert (case.verdict, case.margin) == (verdict, margin)


def test_only_what_is_required_binds(report):
    binding = {rule.id: rule.binding for rule in report.checks[0].rules}

    assert binding == {
        "network-presence": True,
        "all-host": False,
        "no-loss": True,
        "statutory-shared": True,
        "nothing-of-principle": True,
    }


def test_rule_without_cases_is_told(report):
    rule = report.checks[0].rules[-1]

    assert (rule.verdict, rule.cases) == ("not_applicable", ())


def test_waived_case_has_its_waiver_with_reason_and_expiry(report):
    waiver = case_of(report, "network-presence", s="plan", m="beta").waiver

    assert waiver.expires == "2026-12-31"
    assert waiver.reason.nb == "Stillingen er lyst ut"


def test_excepted_case_has_the_clause_that_excepts_it(report):
    case = case_of(report, "network-presence", s="plan", m="gamma")

    assert case.exception.clause == "5.4"


def test_unknown_case_names_the_figure_that_it_lacks(report):
    case = case_of(report, "no-loss", m="gamma")

    assert case.missing == ("services.care.workplaces_today.gamma",)


def test_message_is_in_both_languages(report):
    message = case_of(report, "network-presence", s="plan", m="beta").message

    assert message.nb.replace("\xa0", " ") == "Bêta mangler 0,5 årsverk."
    assert message.en.replace("\xa0", " ") == "Bêta lacks 0.5 FTE."


def stretch(text, place):
    """Give the stretch of a text that a place of one line says."""
    assert place.line == place.end_line
    return text.split("\n")[place.line - 1][place.column - 1 : place.end_column - 1]


@pytest.mark.parametrize(
    ("rule", "at", "line", "found"),
    [
        # The amount that is decided, where the entry has it.
        ("network-presence", {"s": "plan", "m": "beta"}, "workplaces: {plan:", "0.5"),
        # Alfa hosts two services; of who hosts the third the entry says more elsewhere.
        ("all-host", {"m": "alfa"}, "hosts: {plan:", "hosts"),
        ("all-host", {"m": "gamma"}, "chosen:", "chosen"),
        ("statutory-shared", {"s": "care"}, "hosts: {plan:", "alfa"),
        # No decision bears on what asks nothing of the service.
        ("statutory-shared", {"s": "web"}, "- id: web", "web"),
        ("no-loss", {"m": "beta"}, "workplaces: {plan:", "0.5"),
        # The figure that is lacking.
        ("no-loss", {"m": "gamma"}, "{alfa: 1, beta: 2, gamma:", "unknown"),
        ("network-presence", {"s": "plan", "m": "gamma"}, "Gamma", "gamma"),
    ],
)
def test_case_stands_at_the_value_that_it_hangs_on(report, rule, at, line, found):
    place = place_of(judged(), rule, **at)
    told = case_of(report, rule, **at)
    assert told.place == (None if told.verdict == "holds" else place)

    assert place.path == PATH
    assert line in SCENARIO.split("\n")[place.line - 1]
    assert stretch(SCENARIO, place) == found


BESIDE = """\
cost_keys:
- id: by-heads
  clause: "9"
  reading: x
  for_each: {s: services, m: municipalities}
  where: statutory[s]
  weight: population[m]
rules:
- id: pays
  clause: "9"
  reading: x
  authority: agreement
  kind: require
  for_each: {s: services}
  require: sum(pays[s, m] for m in municipalities) >= money
- id: constant
  clause: "9"
  reading: x
  authority: agreement
  kind: require
  require: least >= least
- id: net"""
MONEY = (
    "  money: {unit: NOK/year, value: 1, range: [0, 9], status: proposed, label: x}\n"
)


@pytest.mark.parametrize(
    ("rule", "at", "found"),
    [
        (
            "pays",
            {"s": "plan"},
            "plan",
        ),  # no key shares its cost: no figure to point at
        ("pays", {"s": "care"}, "care"),  # which lacks its cost altogether
        ("constant", {}, "chosen"),  # of nothing in particular
    ],
)
def test_case_that_hangs_on_no_value_stands_at_what_it_is_about(rule, at, found):
    rules = RULES.replace("parameters:\n", f"parameters:\n{MONEY}", 1)
    assessed = judged(rules=rules.replace("rules:\n- id: net", BESIDE, 1))

    assert stretch(SCENARIO, place_of(assessed, rule, **at)) == found


def test_rule_stands_in_its_own_file(report):
    place = report.checks[0].rules[0].place

    assert place.path == RULES_PATH
    assert "network-presence" in RULES.split("\n")[place.line - 1]


def test_assignment_stands_at_its_name(report):
    assert stretch(SCENARIO, report.checks[0].place) == "chosen"


AT = (("s", "plan"), ("m", "beta"))
WORSE = Change("worse", "holds", Fraction(1, 2), -1)


def test_change_against_a_base_is_told_with_its_case():
    report = gate(changes={("network-presence", AT): WORSE})

    assert case_of(report, "network-presence", s="plan", m="beta").change == WORSE
    assert case_of(report, "network-presence", s="plan", m="alfa").change is None


def test_case_that_only_the_base_has_is_told_as_gone():
    gone = Change("gone", "broken", -1, None)
    report = gate(changes={("no-loss", (("m", "delta"),)): gone})

    case = case_of(report, "no-loss", m="delta")

    assert (case.verdict, case.change, case.place) == ("gone", gone, None)


SMALL = """\
  few: {unit: employee, value: 5, range: [5, 9], status: proposed, label: x}
inputs:
  people: {index: [municipalities], unit: employee, withhold_below: few}
rules:
- id: people-move
  clause: "9"
  reading: x
  authority: advice
  kind: report
  for_each: {m: municipalities}
  measure: people[m]
  at_most: few
  message: "{m} {value}"
"""


def test_number_that_may_identify_people_is_withheld_with_that_of_the_base():
    rules = RULES.replace("rules:\n- id: net", f"{SMALL}- id: net")
    people = "inputs: {people: {alfa: 3, beta: 20, gamma: 0}}\n"
    ours = judged(SCENARIO + people, rules)
    at = (("m", "alfa"),)
    change = Change("worse", "holds", 8, -2)

    case = case_of(
        gate(ours, changes={("people-move", at): change}), "people-move", m="alfa"
    )

    assert case.withheld
    assert (case.value, case.limit, case.margin) == (None, None, None)
    assert case.change == Change("worse", "holds", None, None)


def test_error_is_told_with_code_hint_and_place():
    problem = Problem("VV240", Span("a/../b.yaml", 3, 7), {"name": "x", "known": "`y`"})

    told = gate_problem(problem)

    assert (told.code, told.place) == ("VV240", ("b.yaml", 3, 7, 3, 8))
    assert told.message.nb != told.message.en
    assert told.hint is not None


def test_error_without_place_or_hint_has_none():
    told = gate_problem(Problem("VV900"))

    assert told.place is None
