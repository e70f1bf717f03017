"""Numbers that somebody sets: who, in which case, and from which day on."""

import pytest

from tests.ruleset.region import HEAD, REGION, faults, grounded, rule, told, unmarked
from vvoptimize.errors import InputError
from vvoptimize.ruleset.grounding import ground
from vvoptimize.ruleset.parameters import Parameter
from vvoptimize.ruleset.reading import parse_rules
from vvoptimize.ruleset.rules import Authority
from vvoptimize.scenario.adoption import Status
from vvoptimize.scenario.reading import parse_scenario

DECIDED = "status: adopted, set_by: {nb: Styret, en: The board}, case: 3/22, date: 2022"
FROM_2022 = f"{{from: 2022-01-01, value: 1, {DECIDED}}}"
FROM_2024 = "{from: 2024-06-30, value: 2, status: proposed, set_by: The working group}"
DATED = f"[{FROM_2022}, {FROM_2024}]"
RULE = "rules:\n" + rule("measure: b, at_most: 5")


def entry(text: str) -> str:
    return f'parameters:\n  b: {{unit: "1", range: [0, 2], label: x, {text}}}\n'


def parameter(text: str, scenario: str) -> Parameter:
    return grounded(entry(text) + RULE, scenario).rule_set.parameters["b"]


def refused(text: str, scenario: str) -> list[tuple[str, str]]:
    with pytest.raises(InputError) as caught:
        grounded(entry(text) + RULE, scenario)
    return told(caught.value)


FAULTS = {
    "VV241": "value: 1, status: «adopted, set_by: x, date: 2022",
    "VV242": "value: 1, status: proposed, «date: 2022",
    "VV243": f"value: 1, «values: {DATED}",
    "VV244": f"«set_by: x, values: {DATED}",
    "VV245": f"values: [{FROM_2022}, {{from: «2022-01-01, value: 1}}]",
    "VV357": f"values: [{FROM_2022}, {{from: 2023-01-01, value: «3}}]",
    "VV101": "values: [{from: «2023-02-30, value: 1}]",
    "VV142": "values: «[]",
}


@pytest.mark.parametrize("code", FAULTS)
def test_fault_of_a_parameter_is_told_at_its_place(code: str) -> None:
    text, place = unmarked(HEAD + entry(FAULTS[code]))

    assert faults(text) == [(code, place)]


def test_a_parameter_without_any_value_is_refused() -> None:
    text, place = unmarked(HEAD + entry("status: proposed").replace("b: {", "b: «{"))

    assert faults(text) == [("VV243", place)]


@pytest.mark.parametrize(
    "missing",
    ["set_by: {nb: Styret, en: The board}, ", "case: 3/22, ", ", date: 2022"],
)
def test_an_adoption_lacking_anything_is_refused(missing: str) -> None:
    lacking = DECIDED.replace(missing, "")

    found = faults(HEAD + entry(f"value: 1, {lacking}"))

    assert lacking != DECIDED
    assert [code for code, _ in found] == ["VV241"]


def test_unstated_a_number_is_proposed_and_the_agreements() -> None:
    found = parameter("value: 1", "")

    assert (found.status, found.authority) == (Status.PROPOSED, Authority.AGREEMENT)
    assert not found.is_dated


def test_who_set_a_number_is_kept() -> None:
    found = parameter(f"value: 1, authority: law, {DECIDED}", "")

    adoption = found.setting.adoption
    assert adoption.set_by is not None
    assert adoption.set_by.get("nb") == "Styret"
    assert (adoption.case, adoption.date) == ("3/22", "2022")
    assert found.authority is Authority.LAW


@pytest.mark.parametrize(
    ("baseline", "value"),
    [
        ("2022-01-01", 1),  # on the day itself
        ("2024-06-29", 1),
        ("2024-06-30", 2),
        ("2030-01-01", 2),
    ],
)
def test_the_value_in_force_at_the_baseline_counts(baseline: str, value: int) -> None:
    found = parameter(f"values: {DATED}", f"baseline: {baseline}\n")

    assert found.value == value
    assert found.is_dated


def test_the_value_in_force_can_be_asked_for_any_day() -> None:
    found = parameter(f"values: {DATED}", "baseline: 2022-01-01\n")

    on = [found.on(day) for day in ("2021-12-31", "2022-01-01", "2025-01-01")]
    assert [None if one is None else one.value for one in on] == [None, 1, 2]


def test_a_day_before_every_value_is_refused_at_the_baseline() -> None:
    scenario, place = unmarked(REGION + "baseline: «2021-12-31\n")

    with pytest.raises(InputError) as caught:
        ground(
            parse_rules(HEAD + entry(f"values: {DATED}") + RULE),
            parse_scenario(scenario, "region.yaml"),
        )

    assert told(caught.value) == [("VV247", place)]
    assert "2022-01-01" in caught.value.problems[0].render()


def test_dated_values_need_a_baseline() -> None:
    assert [code for code, _ in refused(f"values: {DATED}", "")] == ["VV246"]


def test_a_scenarios_own_number_counts_whatever_the_day() -> None:
    own = "parameters: {b: {value: 0, reason: agreed}}\n"

    undated, before = (
        parameter(f"values: {DATED}", own + day)
        for day in ("", "baseline: 2020-01-01\n")
    )

    assert undated.value == before.value == 0
    assert undated.overridden == before.overridden == undated.settings[0]


def test_a_scenarios_own_number_is_nobodys_decision_until_it_says_so() -> None:
    changed, decided = (
        parameter(f"value: 1, {DECIDED}", f"parameters: {{b: {{value: 2{more}}}}}\n")
        for more in ("", ", status: adopted, set_by: x, case: 1/1, date: 2023-01")
    )

    assert (changed.status, decided.status) == (Status.PROPOSED, Status.ADOPTED)
    assert decided.setting.adoption.date == "2023-01"
    assert changed.overridden is not None
    assert changed.overridden.adoption.status is Status.ADOPTED


@pytest.mark.parametrize(
    ("own", "code"),
    [
        ("{value: 1, status: «adopted, case: 1/1}", "VV241"),
        ("{value: 1, «date: 2022}", "VV242"),
    ],
)
def test_a_scenarios_own_number_is_accounted_for_as_any_other(
    own: str, code: str
) -> None:
    scenario, place = unmarked(f"{REGION}parameters:\n  b: {own}\n")

    with pytest.raises(InputError) as caught:
        parse_scenario(scenario, "region.yaml")

    assert told(caught.value) == [(code, place)]


def test_a_test_case_takes_the_last_of_several_values() -> None:
    found = parse_rules(HEAD + entry(f"values: {DATED}")).parameters["b"]

    assert found.value == 2
