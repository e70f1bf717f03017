"""A rule's own test cases are run, and what differs is told at its place."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.evaluation.worlds import DECLARED, run
from tests.ruleset.region import HEAD, rule, rules, unmarked
from vvoptimize.data import data_folder
from vvoptimize.evaluation.cases import run_cases
from vvoptimize.evaluation.values import Evaluator
from vvoptimize.ruleset.cases import case_model
from vvoptimize.ruleset.reading import parse_rules, read_rules

PAIRS = "for_each: {s: services, m: municipalities}"
LIMIT = f"{PAIRS}, measure: 'workplaces[s, m]', at_most: limit"
GIVEN = "workplaces: {x: {a: 2.5, b: 1}}"
SHIPPED = sorted(str(path) for path in data_folder("rules").glob("*.yaml"))


@pytest.mark.parametrize(
    ("expect", "at", "codes"),
    [
        ("broken", "[{s: x, m: a, shortfall: 0.5}]", []),
        ("broken", "[{s: x, m: a}]", []),
        ("broken", "[]", []),
        ("holds", "[]", ["VV385"]),
        ("unknown", "[]", ["VV385"]),
        ("broken", "[{s: x, m: a, shortfall: 0.4}]", ["VV389"]),
        ("broken", "[{s: x, m: a, slack: 0.5}]", ["VV389"]),
        ("broken", "[{s: x, m: b}]", ["VV388"]),
        ("broken", "[{s: x, m: b, slack: 1}]", ["VV388"]),
    ],
)
def test_expectation_is_compared_with_what_is_seen(expect, at, codes) -> None:
    result = run(LIMIT, GIVEN, expect, at)

    assert [problem.code for problem in result.problems] == codes
    assert result.passed is not bool(codes)
    for problem in result.problems:
        assert "!}" not in problem.render("nb") + problem.render("en")


def test_an_instance_that_the_rule_does_not_apply_to_is_told() -> None:
    result = run(
        f"{LIMIT}, where: 'statutory[s]'",
        "statutory: {x: 0}",
        "not_applicable",
        "[{s: x, m: a}]",
    )

    assert [problem.code for problem in result.problems] == ["VV387"]


def test_what_differs_is_told_at_its_line_and_column() -> None:
    text, place = unmarked(
        HEAD + DECLARED + '- {id: r, clause: "1", reading: ære, authority: advice, '
        f"kind: require, {LIMIT}, tests: [{{name: «ære, given: {{services: [x], "
        f"municipalities: [a, b], {GIVEN}}}, expect: holds}}]}}\n"
    )

    ((problem,),) = [result.problems for result in run_cases(parse_rules(text))]

    assert problem.span is not None
    assert f"{problem.span.line}:{problem.span.column}" == place


@pytest.mark.parametrize(
    ("given", "value"),
    [
        ("gain: {a: 3}", 3),  # instead of the computed one
        ("gain: {a: -1.25}", "-1.25"),
        ("workplaces: {x: {a: 3}}, workplaces_today: {x: {a: 1}}", 2),
        ("workplaces: {x: {a: -3}}, workplaces_today: {x: {a: 1}}", -4),
        ("gain: {a: unknown}", None),
        ("forms: [f]", None),
    ],
)
def test_a_measure_is_computed_unless_it_is_given(given: str, value: object) -> None:
    result = run(
        "for_each: {m: municipalities}, measure: 'gain[m]', at_least: 0",
        f"services: [x], municipalities: [a], {given}",
    )

    assert result.verdict is not None
    found = result.verdict.instances[0].value
    assert found == value or str(float(found or 0)) == value


def test_a_given_truth_replaces_the_computed_one() -> None:
    body = "for_each: {m: municipalities}, require: 'gains[m]'"

    assert run(body, "gains: {a: 1, b: true}").passed
    assert run(body, "gains: {a: 1, b: false}", "broken", "[{m: b}]").passed


def test_a_parameter_of_the_case_goes_before_the_rule_files_own() -> None:
    assert run(
        LIMIT, f"limit: 2.5, {GIVEN}", "holds", "[{s: x, m: a, slack: 0}]"
    ).passed


def test_a_case_leaves_the_solver_one_assignment_the_same_as_the_evaluation_has() -> (
    None
):
    result = run(
        LIMIT, "workplaces: {x: {a: 2.5, b: 0}}, host: {x: {a: 1, b: 0}}", "broken"
    )
    rule_set = rules(DECLARED + rule(LIMIT))

    one = case_model(result.rule, result.case, rule_set)

    # Only the tables that the rule reads become atoms.
    assert len(one.model.atoms) == len(one.values) == 2
    assert all(
        value <= atom.upper
        for atom, value in zip(one.model.atoms, one.values, strict=True)
    )
    right, wrong = (
        Evaluator(one.values),
        Evaluator((one.values[0] - 1, *one.values[1:])),
    )
    assert all(right.truth(test) for test in one.model.structure)
    assert not all(wrong.truth(test) for test in one.model.structure)


@pytest.mark.parametrize("path", SHIPPED)
def test_every_case_of_the_shipped_rules_passes(path: str) -> None:
    results = run_cases(read_rules([path]))

    assert results
    assert [problem.render() for result in results for problem in result.problems] == []


@pytest.mark.parametrize("path", SHIPPED)
def test_every_shipped_rule_has_a_holding_a_breaking_and_a_boundary_case(path) -> None:
    rule_set = read_rules([path])
    for one in rule_set.rules:
        expects = Counter(case.expect for case in one.cases)
        on_limit = [at for case in one.cases for at in case.at if at.margin == 0]
        has_amount = one.bound is not None or one.unit is not None

        assert expects["holds"], one.rule_id
        assert expects["broken"], one.rule_id
        assert on_limit or not has_amount, one.rule_id
