"""Each fault between the entries of a rules file is told at its line and column."""

import pytest

from tests.ruleset.region import HEAD, faults, rule, unmarked
from vvoptimize.errors import Problems
from vvoptimize.ruleset.reading import rules_from
from vvoptimize.source import parse_into

PARAMETER = 'unit: "1", value: 1, range: [0, 2], status: proposed, label: æ'
S = "for_each: {s: services}"
RULE = 'clause: "1", reading: på norsk, authority: law, kind: require'
OBJECTIVE = 'clause: "1", reading: på norsk'

SHOWN = RULE.replace("require", "report")
FEW = (
    "parameters:\n  few: {unit: FTE, value: 1, range: [0, 2], status: proposed, "
    "label: æ}\n"
)
GUARDED = FEW + "inputs:\n  who: {unit: FTE, withhold_below: few}\n"

FAULTS = {
    "VV260": "inputs:\n  who: {unit: FTE, withhold_below: «few}",
    "VV261": f"{FEW}inputs:\n  who: {{unit: year, withhold_below: «few}}",
    "VV262": f"{GUARDED}rules:\n- {{id: «a, {RULE}, measure: who, at_least: few}}",
    "VV263": f"{GUARDED}rules:\n- {{id: «a, {SHOWN}, measure: who / few, at_least: 1}}",
    "VV343": f"rules:\n- {{id: a, {RULE}, {S}, require: 1 == 1, where: '«joint[s]'}}",
    "VV344": "measures:\n"
    + "  m0: {unit: '1', expr: '1'}\n"
    + "".join(
        f"  m{i}: {{unit: '1', expr: {'«' if i == 50 else ''}m{i - 1} + 1}}\n"
        for i in range(1, 52)
    ),
    "VV345": "measures:\n"
    "  a: {label: å, unit: '1', expr: «b}\n  b: {unit: '1', expr: a}",
    "VV346": f"parameters:\n  a: {{{PARAMETER}}}\ninputs:\n  «a: {{}}",
    "VV347": f"rules:\n- «{{id: a, {RULE}}}",
    "VV348": f"rules:\n- {{id: a, {RULE}, measure: 1, at_least: 1, «at_most: 1}}",
    "VV349": f"rules:\n- {{id: a, {RULE}, measure: 1, at_least: 1, «tolerance: 1}}",
    "VV354": "measures:\n  a: {label: å, unit: «FTEs, expr: 1}",
    "VV355": "measures:\n  a: {label: å, unit: «FTE, expr: 1}",
    "VV356": f"rules:\n- {{id: a, {RULE}, {S}, measure: 'staff_after[s]', equals: «2}}",
    "VV357": f"parameters:\n  a: {{{PARAMETER.replace('value: 1, ', '')}, value: «3}}",
    "VV360": "inputs:\n  «sum: {}",
    "VV363": f"objectives:\n- {{id: a, {OBJECTIVE}, minimise: 1, «maximise: 1}}",
    "VV367": f"cost_keys:\n- {{id: a, {OBJECTIVE}, weight: 1, {S.replace('{', '«{')}}}",
    "VV369": f"rules:\n- {{id: a, {RULE}, require: 1 == 1, message: {{en: «'{{b}}'}}}}",
    "VV372": f"rules:\n- {{id: a, {RULE}, require: 1 == 1, «at_most: 1}}",
    "VV373": f"objectives:\n- {{id: a, {OBJECTIVE}, {S}, «minimise: 1}}",
    "VV374": f"objectives:\n- {{id: a, {OBJECTIVE}, «leximin: 1}}",
    "VV430": f"rules:\n- {{id: a, {RULE}, require: 1 == 1}}\n"
    "not_encoded:\n- {clause: «'1', reason: because}",
    "VV431": "not_encoded:\n- {clause: «'1', part: the end, reason: because}",
    "VV432": "not_encoded:\n- {clause: '1', reason: because}\n"
    "- {clause: «'1', reason: again}",
}


@pytest.mark.parametrize("code", FAULTS)
def test_fault_is_told_at_its_place_and_nothing_else(code: str) -> None:
    text, place = unmarked(HEAD + FAULTS[code] + "\n")

    assert faults(text) == [(code, place)]


@pytest.mark.parametrize(
    "name", ["host", "services", "max", "and", "not", "lambda", "if"]
)
@pytest.mark.parametrize("kind", ["parameters", "inputs", "measures"])
def test_names_of_the_language_cannot_be_declared(name: str, kind: str) -> None:
    entry = {
        "parameters": f"{{{PARAMETER}}}",
        "inputs": "{}",
        "measures": '{unit: "1", expr: 1}',
    }[kind]

    found = faults(f"{HEAD}{kind}:\n  {name}: {entry}\n")

    assert found == [("VV360", "3:3")]


@pytest.mark.parametrize(
    "name", ["host", "services", "max", "and", "taken", "given", "it"]
)
@pytest.mark.parametrize("place", ["rule", "measure", "objective"])
def test_an_index_variable_cannot_hide_another_name(name: str, place: str) -> None:
    head = (
        f"{HEAD}parameters: {{taken: {{{PARAMETER}}}}}\ninputs: {{given: {{}}}}\n"
        "measures:\n  it: {unit: '1', expr: 1}\n"
    )
    for_each = f"for_each: {{{'«' + name}: services}}"
    entry = {
        "rule": f"rules:\n- {{id: a, {RULE}, {for_each}, require: 1 == 1}}\n",
        "measure": f"  new: {{{for_each}, unit: '1', expr: 1}}\n",
        "objective": f"objectives:\n- {{id: a, {OBJECTIVE}, {for_each}, leximin: 1}}\n",
    }[place]
    text, where = unmarked(head + entry)

    assert faults(text) == [("VV342", where)]


def test_every_circle_of_measures_is_told_once_with_its_way() -> None:
    text = HEAD + (
        "measures:\n"
        "  up: {unit: '1', expr: a + 1}\n"
        "  a: {unit: '1', expr: b}\n"
        "  b: {unit: '1', expr: c}\n"
        "  c: {unit: '1', expr: a}\n"
        "  self: {unit: '1', expr: self}\n"
        "  down: {unit: '1', expr: 1}\n"
    )

    assert faults(text) == [("VV345", "4:24"), ("VV345", "7:27")]


def test_measures_that_share_parts_are_read_quickly() -> None:
    # Each rests on the two before it: there are a billion ways down.
    uses = ["1", *(f"m{i} + m{max(i - 1, 0)}" for i in range(44))]
    lines = [f"  m{i}: {{unit: '1', expr: {text}}}" for i, text in enumerate(uses)]

    assert [code for code, _ in faults(HEAD + "measures:\n" + "\n".join(lines))] == []


def test_a_measure_that_cannot_be_read_is_told_once_and_not_where_it_is_used() -> None:
    text = HEAD + "measures:\n  a: {unit: '1', expr: 1 +}\nrules:\n"
    text += rule("require: a > 1") + rule("measure: a, at_most: a", "b")

    assert [code for code, _ in faults(text)] == ["VV309"]


def test_faults_of_a_file_are_told_all_at_once_in_line_order() -> None:
    text = HEAD + "rules:\n" + rule("require: a > 1") + rule("require: 2", "b")
    text += rule("measure: 1 / joint, at_most: 1", "c")

    assert [code for code, _ in faults(text)] == ["VV330", "VV339", "VV332"]


def test_one_message_in_two_languages_is_told_once() -> None:
    text = HEAD + "rules:\n" + rule('require: 1 == 1, message: "{nobody}"')

    assert [code for code, _ in faults(text)] == ["VV369"]


@pytest.mark.parametrize(
    ("formula", "unit"),
    [
        ("workplaces[s, m] <= 3 * one", "FTE"),
        ("sum(host[k, m] for k in services) >= 1", "1"),
        ("count(workplaces[k, m] > one for k in services) >= 1", "1"),
        ("minutes[m, m] > 0 or workplaces[s, m] >= one", "FTE"),
        ("workplaces[s, m] >= one or host[s, m]", None),
        ("workplaces[s, m] >= one and pays[s, m] >= 0", None),
        ("host[s, m]", None),
        ("participant[s, m]", None),
        ("implies(participant[s, m], workplaces[s, m] >= one)", "FTE"),
    ],
)
def test_a_truth_has_an_amount_where_decisions_are_compared_in_one_unit(
    formula: str, unit: str | None
) -> None:
    from vvoptimize.ruleset.reading import parse_rules

    text = (
        HEAD + f"parameters: {{one: {{{PARAMETER.replace('1', 'FTE', 1)}}}}}\nrules:\n"
    )
    text += rule(f'for_each: {{s: services, m: municipalities}}, require: "{formula}"')

    seen = parse_rules(text).rules[0].unit

    assert (None if seen is None else str(seen)) == unit


@pytest.mark.parametrize(
    ("range_", "code"), [("«[1]", "VV135"), ("«[0, 1, 2]", "VV136")]
)
def test_a_range_has_two_ends(range_: str, code: str) -> None:
    entry = PARAMETER.replace("[0, 2]", range_)
    text, place = unmarked(f"{HEAD}parameters:\n  a: {{{entry}}}\n")

    assert faults(text) == [(code, place)]


@pytest.mark.parametrize(
    "principle",
    [
        f"rules:\n- {{id: a, {RULE}, require: 1 == 1}}",
        f"objectives:\n- {{id: a, {OBJECTIVE}, minimise: 1}}",
        f"cost_keys:\n- {{id: a, {OBJECTIVE}, weight: 1, "
        "for_each: {s: services, m: municipalities}}",
    ],
    ids=["rule", "objective", "cost key"],
)
def test_a_part_of_a_clause_may_be_left_out_where_the_rest_is_encoded(
    principle: str,
) -> None:
    left_out = (
        "not_encoded:\n- {clause: '1', part: the end, reason: because}\n"
        "- {clause: '1', part: the start, reason: because}\n"
    )

    assert faults(f"{HEAD}{principle}\n{left_out}") == []


def test_another_file_does_not_account_for_this_ones_clauses() -> None:
    encoding = parse_into(
        f"{HEAD}rules:\n- {{id: a, {RULE}, require: 1 == 1}}\n", "a.yaml", Problems()
    )
    listing = parse_into(
        f"{HEAD}not_encoded:\n- {{clause: '1', reason: because}}\n",
        "b.yaml",
        Problems(),
    )
    assert encoding is not None
    assert listing is not None

    rule_set = rules_from([encoding, listing], Problems())

    assert [entry.clause for entry in rule_set.not_encoded] == ["1"]


def test_a_default_that_is_no_truth_is_refused() -> None:
    text, place = unmarked(HEAD + "inputs:\n  a: {unit: bool, default: «2}\n")

    assert faults(text) == [("VV379", place)]


@pytest.mark.parametrize(
    "steers",
    [
        f"objectives:\n- {{id: «a, {OBJECTIVE}, minimise: who}}\n",
        f"rules:\n- {{id: «a, {RULE.replace('require', 'prefer')}, {S}, "
        "measure: 'staff_after[s]', at_least: who}\n",
        f"cost_keys:\n- {{id: «a, {OBJECTIVE}, for_each: {{s: services, "
        "m: municipalities}, weight: who}\n",
        f"measures:\n  more: {{unit: FTE, expr: who + few}}\n"
        f"rules:\n- {{id: «a, {RULE}, measure: more, at_least: few}}\n",
    ],
)
def test_numbers_that_may_identify_people_steer_nothing(steers: str) -> None:
    text, place = unmarked(HEAD + GUARDED + steers)

    assert faults(text) == [("VV262", place)]


def test_a_truth_has_no_unit_to_withhold_in() -> None:
    text, place = unmarked(
        HEAD + GUARDED + f"rules:\n- {{id: «a, {SHOWN}, require: who > few}}\n"
    )

    assert faults(text) == [("VV263", place)]
