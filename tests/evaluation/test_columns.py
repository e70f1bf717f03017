"""Rules read column by column come to what their ground form comes to."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from itertools import islice
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import vvoptimize
from tests.evaluation.formulas import DECLARED, INPUTS, Scope, assignments, numbers
from tests.evaluation.test_evaluate import GAIN, KEY, objective, values
from tests.oracle.everything import rules_text, scenario_text
from tests.oracle.test_everything import all_assignments
from tests.oracle.waived import waivers_in, waivers_text
from tests.parity.law_world import world
from tests.ruleset.region import grounded, region, rule, rules, told
from vvoptimize.errors import InputError
from vvoptimize.evaluation.columns.judging import evaluate_given
from vvoptimize.evaluation.evaluate import evaluate
from vvoptimize.evaluation.verdicts import Evaluation, Verdict
from vvoptimize.ruleset import unrolled
from vvoptimize.ruleset.columns import column, reader
from vvoptimize.ruleset.grounding import Grounding, ground, ground_later
from vvoptimize.ruleset.reading import rules_of

if TYPE_CHECKING:
    from vvoptimize.ruleset.atoms import Values

SCENARIOS = Path(__file__).parents[2] / "scenarios"
EACH = "for_each: {m: municipalities}"
PAIRS = "for_each: {s: services, m: municipalities}"


def sorted_missing(found: Evaluation) -> Evaluation:
    """Give the figures that are missing in one order, whatever order they came in."""
    return Evaluation(
        tuple(
            type(rule)(
                rule.rule,
                tuple(
                    one._replace(missing=tuple(sorted(one.missing)))
                    for one in rule.instances
                ),
                rule.excepted,
            )
            for rule in found.rules
        ),
        tuple(
            goal._replace(
                parties=tuple(
                    party._replace(missing=tuple(sorted(party.missing)))
                    for party in goal.parties
                )
            )
            for goal in found.objectives
        ),
    )


def places(found: Evaluation) -> list[tuple[str, object]]:
    """Give every excepted case: its ground form is equal to itself alone."""
    return [
        (rule.rule.rule_id, case.at) for rule in found.rules for case in rule.excepted
    ]


def assert_same(grounding: Grounding, given_values: Values) -> Evaluation:
    ours = sorted_missing(evaluate_given(grounding, given_values))
    theirs = sorted_missing(evaluate(grounding, given_values))
    for mine, other in zip(ours.rules, theirs.rules, strict=True):
        assert mine.instances == other.instances
    assert places(ours) == places(theirs)
    assert ours.objectives == theirs.objectives
    return ours


@cache
def shipped(name: str) -> Grounding:
    scenario = vvoptimize.read_scenario(str(SCENARIOS / f"{name}.yaml"))
    return ground(rules_of(scenario), scenario)


@pytest.mark.parametrize("name", ["tiny", "vestre-varanger", "vestre-varanger-next"])
def test_every_named_assignment_is_judged_the_same(name: str) -> None:
    grounding = shipped(name)
    for assignment in grounding.scenario.assignments:
        found = vvoptimize.named_assignment(grounding.scenario, assignment)
        own = ground(grounding.rule_set, grounding.file, found.pays)
        assert_same(own, own.decisions.encode(found))


@pytest.mark.parametrize("seed", range(40))
def test_random_regions_are_judged_the_same_with_and_without_waivers(seed: int) -> None:
    chance = Random(seed)
    file = vvoptimize.parse_scenario(scenario_text(chance), "any.yaml")
    rule_set = vvoptimize.parse_rules(rules_text(chance), "any-rules.yaml")
    plain = ground(rule_set, file)
    written = waivers_in(waivers_text(plain.model, chance))
    waived = ground(rule_set, file, waivers=written)
    for known in islice(all_assignments(plain.model), 6):
        given_values = tuple(
            int(known.leaf(n) or 0) for n in range(len(plain.model.atoms))
        )
        assert_same(plain, given_values)
        assert_same(waived, given_values)


@pytest.mark.parametrize("seed", range(40, 50))
def test_a_few_cases_at_a_time_come_to_the_same(seed: int, monkeypatch) -> None:
    monkeypatch.setattr(reader, "MOST_AT_ONCE", 3)
    chance = Random(seed)
    file = vvoptimize.parse_scenario(scenario_text(chance), "any.yaml")
    grounding = ground(vvoptimize.parse_rules(rules_text(chance), "any.yaml"), file)
    for known in islice(all_assignments(grounding.model), 3):
        atoms = range(len(grounding.model.atoms))
        assert_same(grounding, tuple(int(known.leaf(n) or 0) for n in atoms))


@pytest.mark.parametrize("seed", range(6))
def test_the_law_pack_is_judged_the_same(seed: int) -> None:
    grounding = world(seed)
    for known in islice(all_assignments(grounding.model), 4):
        atoms = range(len(grounding.model.atoms))
        assert_same(grounding, tuple(int(known.leaf(n) or 0) for n in atoms))


@settings(max_examples=100)
@given(
    numbers(Scope((("m", "municipalities"),), depth=3), "FTE", decided=True),
    st.data(),
)
def test_objectives_are_measured_the_same(text: str, data: st.DataObject) -> None:
    goals = objective(f"{EACH}, where: 'population[m] > 0', leximin: \"{text}\"")
    try:
        grounding = grounded(f"{DECLARED}objectives:\n{goals}", INPUTS)
    except InputError:
        return
    drawn = data.draw(assignments(grounding.scenario))
    given_values = grounding.decisions.encode(drawn)
    ours = evaluate_given(grounding, given_values).objectives
    theirs = evaluate(grounding, given_values).objectives
    for mine, other in zip(ours[0].parties, theirs[0].parties, strict=True):
        assert mine._replace(missing=()) == other._replace(missing=())
        assert bool(mine.missing) == bool(other.missing)


def judged(body: str, more: str = "", inputs: str = "") -> list[Verdict]:
    grounding = grounded(f"{GAIN}{more}rules:\n{rule(body)}", inputs)
    (found,) = assert_same(grounding, values(grounding)).rules
    return [one.verdict for one in found.instances]


def test_nothing_is_unrolled_where_nothing_is_in_doubt(monkeypatch) -> None:
    grounding = shipped("tiny")
    proposed = vvoptimize.named_assignment(grounding.scenario, "proposed")
    later = ground_later(grounding.rule_set, grounding.file)
    for name in ("rule_instances", "case_builder", "party_builder"):
        monkeypatch.delattr(unrolled, name)
    monkeypatch.delattr("vvoptimize.ruleset.grounding.rule_instances")

    found = evaluate_given(later, later.decisions.encode(proposed))

    assert len(found.rules) == len(grounding.rule_set.rules)


def test_what_is_unknown_less_itself_is_nothing() -> None:
    text = "measure: 'gain[m] - gain[m]', at_least: 0"
    assert judged(f"{EACH}, {text}") == [Verdict.HOLDS] * 3
    assert (
        judged(f"{EACH}, measure: 'gain[m]', at_least: 'gain[m]'")
        == [Verdict.HOLDS] * 3
    )


def test_an_unknown_measure_is_unknown_and_says_why() -> None:
    grounding = grounded(
        f"{GAIN}rules:\n" + rule(f"{EACH}, measure: 'gain[m]', at_least: 0")
    )

    (found,) = evaluate_given(grounding, values(grounding)).rules

    assert [one.verdict for one in found.instances][-1] is Verdict.UNKNOWN
    assert found.instances[-1].missing == ("services.plan.workplaces_today.gamma",)


def test_a_cell_that_no_case_reads_may_have_no_value() -> None:
    odd = "  odd: {for_each: {m: municipalities}, unit: '1', expr: '1 / x[m]'}\n"
    inputs = "inputs: {x: {alfa: 0, beta: 2, gamma: 4}}\n"
    more = f"{odd}inputs: {{x: {{index: [municipalities]}}}}\n"
    body = f"{EACH}, where: 'x[m] > 0', measure: 'odd[m] * gain[m]', at_most: 'gain[m]'"
    assert len(judged(body, more, inputs)) == 2


@pytest.mark.parametrize(
    ("formula", "code"),
    [
        ("gain[m] / x[m]", "VV350"),
        ("max(gain[a] for a in municipalities if x[a] > 9 + x[m])", "VV351"),
    ],
)
def test_a_case_without_a_value_is_refused_as_before(formula: str, code: str) -> None:
    inputs = "inputs: {x: {alfa: 0, beta: 2, gamma: 4}}\n"
    text = f"{GAIN}inputs: {{x: {{index: [municipalities]}}}}\nrules:\n"
    text += rule(f"{EACH}, measure: '{formula}', at_most: 'gain[m]'")
    later = ground_later(rules(text), region(inputs))
    with pytest.raises(InputError) as caught:
        evaluate_given(later, values(later))
    with pytest.raises(InputError) as expected:
        grounded(text, inputs)

    assert told(caught.value) == told(expected.value)
    assert [found for found, _ in told(caught.value)] == [code]


@pytest.mark.parametrize(
    "formula",
    [
        "host[s, m] and 1 / x[m] > 0",
        "1 / x[m] > 0 and y[s] > 9",
        "(1 / x[m]) * 0 >= roles[m]",
        "joint[s] and (joint[s] or 1 / x[m] > 0)",
    ],
)
def test_a_fault_is_told_whatever_is_decided(formula: str) -> None:
    text = f"{DECLARED}rules:\n{rule(f'{PAIRS}, require: {formula!r}')}"
    given_inputs = INPUTS.replace("beta: 2, gamma: unknown", "beta: 0, gamma: 0")
    later = ground_later(rules(text), region(given_inputs))
    with pytest.raises(InputError) as caught:
        evaluate_given(later, values(later))
    with pytest.raises(InputError) as expected:
        grounded(text, given_inputs)

    assert str(caught.value) == str(expected.value)


@pytest.mark.parametrize(
    "formula",
    [
        "x[m] > 2 and 1 / (x[m] - 2) > 0",
        "sum(1 / (x[a] - 2) for a in municipalities if x[a] > 2) <= 1",
        "all(1 / (x[a] - 2) > 0 for a in municipalities if x[a] > 2)",
        "(x[m] - x[m]) * (1 / (x[m] - 2)) <= 1",
    ],
)
def test_what_need_not_be_divided_is_no_fault(formula: str) -> None:
    inputs = INPUTS.replace("beta: 2, gamma: unknown}", "beta: 2, gamma: 2}", 1)
    text = f"{DECLARED}rules:\n{rule(f'{EACH}, require: {formula!r}')}"
    grounding = grounded(text, inputs)

    assert_same(grounding, values(grounding))


def test_a_term_that_is_repeated_may_cancel() -> None:
    inputs = INPUTS.replace(
        "x: {alfa: -1.5, beta: 2, gamma: unknown}", "x: {alfa: -1, beta: 1, gamma: 0}"
    )
    most = "max(workplaces[s, m] for s in services for m in municipalities)"
    body = f"measure: 'sum(x[a] * {most} for a in municipalities)', at_most: some_fte"
    goal = objective(f"minimise: 'sum(x[a] * {most} for a in municipalities)'")
    text = f"{DECLARED}rules:\n{rule(body)}objectives:\n{goal}"
    grounding = grounded(text, inputs)

    found = assert_same(grounding, values(grounding))

    assert [one.verdict for one in found.rules[0].instances] == [Verdict.HOLDS]


def test_a_set_without_elements_adds_up_to_nothing() -> None:
    text = vvoptimize.parse_scenario(
        """\
schema: vvoptimize/scenario/v1
id: bare
title: Bare
municipalities: [{id: a, name: A}, {id: b, name: B}]
services:
- {id: s, name: S, workplaces_today: {a: 1, b: 1}, total_after: 2}
assignments: {one: {hosts: {s: a}}}
""",
        "bare.yaml",
    )
    body = "require: 'count(form[s, f] for s in services for f in forms) == 0'"
    every = "require: 'all(form[s, f] for s in services for f in forms)'"
    both = rules("rules:\n" + rule(body, "none") + rule(every, "every"))
    grounding = ground(both, text)
    one = vvoptimize.named_assignment(text.scenario, "one")

    found = assert_same(grounding, grounding.decisions.encode(one))

    assert [one.verdict for one in found.rules] == [Verdict.HOLDS] * 2


def test_denominators_without_a_moderate_multiple_stay_exact(monkeypatch) -> None:
    monkeypatch.setattr(column, "LARGEST_SCALE", 10)
    more = "inputs: {x: {index: [municipalities]}}\n"
    body = "measure: 'sum(1 / x[a] for a in municipalities)', at_most: '3 / x[m]'"
    text = f"{GAIN}{more}rules:\n{rule(f'{EACH}, {body}')}"
    later = ground_later(
        rules(text), region("inputs: {x: {alfa: 7, beta: 11, gamma: 13}}\n")
    )

    (found,) = evaluate_given(later, values(later)).rules

    shares = [Fraction(1, number) for number in (7, 11, 13)]
    assert [one.value for one in found.instances] == [sum(shares)] * 3
    assert [one.limit for one in found.instances] == [3 * share for share in shares]


def test_payments_by_a_cost_key_are_read_too() -> None:
    body = f"{PAIRS}, measure: 'pays[s, m]', at_least: 'pays_today[s, m]'"
    grounding = grounded(f"{KEY}rules:\n{rule(body)}")
    assert_same(grounding, values(grounding))
