"""By how much truths are kept or not: read by columns as from their ground form."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.evaluation.formulas import DECLARED, INPUTS, Scope, assignments, numbers
from tests.evaluation.test_columns import assert_same
from tests.evaluation.test_evaluate import values
from tests.ruleset.region import grounded, rule
from vvoptimize.errors import InputError
from vvoptimize.evaluation.columns.judging import evaluate_given
from vvoptimize.evaluation.evaluate import evaluate
from vvoptimize.evaluation.verdicts import Verdict
from vvoptimize.ruleset.grounding import Cases, Grounding

if TYPE_CHECKING:
    from vvoptimize.ruleset.rules import Rule

EACH = "for_each: {m: municipalities}"
OVER_M = Scope((("m", "municipalities"),), depth=2)


def grounding_of(body: str) -> Grounding:
    return grounded(f"{DECLARED}rules:\n{rule(body)}", INPUTS)


@pytest.fixture
def unrolled_rules(monkeypatch) -> list[str]:
    """Ids of the rules that are unrolled from now on."""
    seen: list[str] = []
    cases_of = Cases.of

    def noting(self: Cases, one: Rule) -> tuple[object, ...]:
        seen.append(one.rule_id)
        return cases_of(self, one)

    monkeypatch.setattr(Cases, "of", noting)
    return seen


@pytest.mark.parametrize(
    "truth",
    [
        "roles[m] <= factor",
        "roles[m] > 1",
        "roles[m] == 1",
        "roles[m] != 1",
        "not roles[m] < 2",
        "0 <= roles[m] < 2",
        "roles[m] >= 1 and -roles[m] / 2 >= -1",
        "roles[m] > 1 or roles[m] - factor < 0",
        "implies(roles[m] > 1, tasks_here[m] <= 1)",
    ],
)
def test_what_rests_on_decisions_for_sure_is_not_unrolled(
    truth: str, unrolled_rules: list[str]
) -> None:
    more = (
        "  tasks_here:\n    for_each: {m: municipalities}\n    unit: '1'\n"
        "    expr: sum(tasks[s, m] for s in services) + 1\n"
    )
    text = DECLARED.replace("cost_keys:", f"{more}cost_keys:")
    grounding = grounded(f"{text}rules:\n{rule(f'{EACH}, require: {truth!r}')}", INPUTS)
    del unrolled_rules[:]

    (found,) = evaluate_given(grounding, values(grounding)).rules

    assert unrolled_rules == []
    assert all(one.margin is not None for one in found.instances)
    assert_same(grounding, values(grounding))


@pytest.mark.parametrize(
    "truth",
    [
        "x[m] > 0 and roles[m] > 1",  # what data makes true has no distance
        "m != m or roles[m] > 1",
        "roles[m] > roles[m]",
        "roles[m] * 0 > -1",
        "min(roles[m], 1) > 0",
        "sum(roles[m] for a in municipalities) > 1",
        "sum(host[s, m] - host[s, m] for s in services) > -1",
        "any(roles[a] > 1 for a in municipalities)",
    ],
)
def test_what_may_rest_on_data_alone_is_judged_from_its_ground_form(
    truth: str, unrolled_rules: list[str]
) -> None:
    grounding = grounding_of(f"{EACH}, require: {truth!r}")
    assert grounding.rule_set.rules[0].unit is not None
    del unrolled_rules[:]

    evaluate_given(grounding, values(grounding))

    assert unrolled_rules == ["r"]
    assert_same(grounding, values(grounding))


def test_what_all_pay_may_be_what_they_paid(unrolled_rules: list[str]) -> None:
    truth = "sum(pays[s, m] for m in municipalities) <= 0 * cost_after[s]"
    grounding = grounding_of(f"for_each: {{s: services}}, require: '{truth}'")
    del unrolled_rules[:]

    evaluate_given(grounding, values(grounding))

    assert unrolled_rules == ["r"]
    assert_same(grounding, values(grounding))


@pytest.mark.parametrize(
    "truth",
    [
        "roles[m] <= x[m] or roles[m] >= 0",
        "not (roles[m] <= x[m] and roles[m] > 99)",
        "roles[m] / 2 <= x[m] or roles[m] >= 0",
    ],
)
def test_a_part_that_lacks_a_figure_leaves_a_settled_truth_without_amount(
    truth: str,
) -> None:
    grounding = grounding_of(f"{EACH}, require: {truth!r}")

    (found,) = assert_same(grounding, values(grounding)).rules

    gamma = found.instances[-1]
    assert (gamma.verdict, gamma.margin) == (Verdict.HOLDS, None)
    assert found.instances[0].margin is not None


def comparisons() -> st.SearchStrategy[str]:
    decided = numbers(OVER_M, "FTE", decided=True)
    data = numbers(OVER_M, "FTE", decided=False)
    orders = st.sampled_from(["<=", "<", ">=", ">", "==", "!="])
    return st.builds("{} {} {}".format, decided, orders, data)


def combined(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        st.builds("({} and {})".format, inner, inner),
        st.builds("({} or {})".format, inner, inner),
        st.builds("(not {})".format, inner),
        st.builds("implies({}, {})".format, inner, inner),
    )


@settings(max_examples=200)
@given(st.recursive(comparisons(), combined, max_leaves=4), st.data())
def test_truths_of_many_kinds_are_weighed_the_same(text: str, data) -> None:
    try:
        grounding = grounding_of(f'{EACH}, require: "{text}"')
    except InputError:
        assume(False)
        raise
    drawn = data.draw(assignments(grounding.scenario))
    given_values = grounding.decisions.encode(drawn)
    ours = evaluate_given(grounding, given_values).rules[0].instances
    theirs = evaluate(grounding, given_values).rules[0].instances
    assert [one._replace(missing=()) for one in ours] == [
        one._replace(missing=()) for one in theirs
    ]
