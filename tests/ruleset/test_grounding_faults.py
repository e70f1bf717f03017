"""What is wrong between rules and scenario is told at its place in either file."""

import pytest

from tests.ruleset.region import HEAD, REGION, grounded, region, rule, told, unmarked
from vvoptimize.errors import InputError
from vvoptimize.ruleset import size
from vvoptimize.ruleset.grounding import ground
from vvoptimize.ruleset.reading import parse_rules
from vvoptimize.scenario.reading import parse_scenario

TOO_FINE = "joint_count / 999999937 / 999999929 + 9 * joint_count"
PARAMETER = '{b: {unit: "1", value: 1, range: [0, 2], status: proposed, label: x}}'
PAIRS = "for_each: {s: services, m: municipalities}"
KEY = (
    'cost_keys:\n- {id: k, clause: "9", reading: på norsk, '
    "for_each: {s: services, m: municipalities}, "
)
OBJECTIVE = 'objectives:\n- {id: o, clause: "1", reading: å, minimise: joint_count, '
COUNT = (
    'measures: {joint_count: {unit: "1", expr: "count(joint[s] for s in services)"}}\n'
)
MANY = "sum(1 for a in services for b in services for c in services)"

IN_RULES = {
    "VV350": "rules:\n"
    + rule(f'{PAIRS}, require: "1 / («participant[s, m]) <= 2"').replace(
        "reading: x", "reading: å"
    ),
    "VV351": "rules:\n"
    + rule('for_each: {s: services}, require: "1 < «min(1 for m in forms if m != m)"'),
    "VV353": COUNT + "rules:\n" + rule(f'{PAIRS}, measure: "«{TOO_FINE}", at_most: 1'),
    "VV366": KEY + 'weight: "«0 * participant[s, m]"}\n',
    "VV375": OBJECTIVE
    + 'step: "«population_sum / population_sum"}\n'
    + COUNT.replace(
        "{joint_count",
        '{population_sum: {unit: person, expr: "sum(population[m] for m in '
        'municipalities)"}, joint_count',
    ),
    "VV376": OBJECTIVE + 'step: "«-1"}\n' + COUNT,
}
IN_SCENARIO = {
    "VV358": ("", "parameters: {«b: 1}\n"),
    "VV359": ("inputs: {b: {unit: FTE}}\n", "inputs:\n  b: {value: 1, unit: «NOK}\n"),
    "VV361": ("", "inputs: {«b: 1}\n"),
    "VV362": ("inputs: {b: {index: [services]}}\n", "inputs: {«b: 1}\n"),
    "VV364": (
        "inputs: {b: {index: [services]}}\n",
        "inputs:\n  b: {plan: 1, «plann: 1}\n",
    ),
    "VV368": ("", "pins:\n- {service: web, host: beta, reason: x}\n"),
    "VV379": ("inputs: {b: {unit: bool}}\n", "inputs: {b: «2}\n"),
    "VV357": (
        f"parameters: {PARAMETER}\n",
        "parameters: {b: «3}\n",
    ),
}


def found(rules: str, scenario: str) -> list[tuple[str, str]]:
    with pytest.raises(InputError) as caught:
        ground(parse_rules(HEAD + rules), parse_scenario(scenario, "region.yaml"))
    return told(caught.value)


@pytest.mark.parametrize("code", IN_RULES)
def test_fault_is_told_in_the_rules_file(code: str) -> None:
    text, place = unmarked(HEAD + IN_RULES[code])

    assert found(text.removeprefix(HEAD), REGION)[0] == (code, place)


@pytest.mark.parametrize("code", IN_SCENARIO)
def test_fault_is_told_in_the_scenario(code: str) -> None:
    rules, more = IN_SCENARIO[code]
    more = more if "«" in more else "«" + more
    text, place = unmarked(REGION + more)

    assert found(rules, text) == [(code, place)]


def test_division_by_zero_names_the_case() -> None:
    with pytest.raises(InputError, match=r"s = care, m = gamma"):
        grounded("rules:\n" + rule(f'{PAIRS}, require: "1 / participant[s, m] <= 2"'))


def test_cost_that_is_not_whole_kroner_is_told_in_the_scenario() -> None:
    text, place = unmarked(REGION.replace("cost_after: 181", "cost_after: «180.5"))

    assert found(KEY + "weight: 1}\n", text) == [("VV365", place)]


def test_negative_weight_is_refused() -> None:
    inputs = "inputs: {b: {index: [municipalities]}}\n"
    more = "inputs: {b: {alfa: 3, beta: -1, gamma: 1}}\n"

    codes = {
        code for code, _ in found(inputs + KEY + 'weight: "b[m]"}\n', REGION + more)
    }

    assert codes == {"VV366"}


@pytest.mark.parametrize(
    "body",
    [
        f'require: "{MANY} > 1"',
        f'where: "{MANY} > 1", require: "1 == 1"',
        f'measure: 1, at_most: "{MANY}"',
        f'measure: 1, equals: 1, tolerance: "{MANY}"',
    ],
)
def test_a_formula_that_becomes_too_large_is_refused(body: str, monkeypatch) -> None:
    monkeypatch.setattr(size, "MAX_TERMS", 63)
    text, place = unmarked(HEAD + "rules:\n" + rule(body.replace(MANY, "«" + MANY)))

    assert found(text.removeprefix(HEAD), REGION) == [("VV352", place)]


def test_rules_that_become_too_large_together_are_refused(monkeypatch) -> None:
    monkeypatch.setattr(size, "MAX_TERMS_IN_ALL", 150)
    one = rule(f'require: "{MANY} > 1"')
    text, place = unmarked(
        HEAD
        + "rules:\n"
        + one
        + one.replace("id: r", "id: r2")
        + rule(f'require: "«{MANY} > 1"', "r3")
    )

    assert found(text.removeprefix(HEAD), REGION) == [("VV377", place)]


def test_pins_are_fine_where_a_required_rule_reads_them_through_a_measure() -> None:
    rules = (
        "measures:\n  kept: {unit: bool, expr: 'all(implies(pinned[s, m], host[s, m]) "
        "for s in services for m in municipalities)'}\nrules:\n" + rule("require: kept")
    )

    grounding = grounded(rules, "pins:\n- {service: web, host: beta, reason: x}\n")

    assert len(grounding.model.instances) == 1


def test_scenario_sets_a_parameter_and_the_rules_own_value_is_kept_on_record() -> None:
    rules = f"parameters: {PARAMETER}\n"

    grounding = grounded(rules, "parameters: {b: {value: 2, reason: agreed}}\n")

    parameter = grounding.rule_set.parameters["b"]
    assert parameter.overridden is not None
    assert (parameter.value, parameter.overridden.value) == (2, 1)
    assert parameter.reason is not None
    assert region().scenario.id == "region"
