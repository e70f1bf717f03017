"""Just below, on and just above the limit: verdict and distance, for each kind of rule."""

from fractions import Fraction

import pytest

from tests.evaluation.worlds import only, run

PAIR = "for_each: {s: services, m: municipalities}"
ONE = "services: [x], municipalities: [a], workplaces: {{x: {{a: {}}}}}"
STEP = Fraction(1, 10)


@pytest.mark.parametrize(
    ("body", "expected"),
    [  # verdict and margin at 1.9, 2 and 2.1 FTE
        ("require: 'workplaces[s, m] <= limit'", "holds 0.1 holds 0 broken -0.1"),
        ("require: 'workplaces[s, m] < limit'", "holds 0.1 broken 0 broken -0.1"),
        ("require: 'workplaces[s, m] >= limit'", "broken -0.1 holds 0 holds 0.1"),
        ("require: 'workplaces[s, m] > limit'", "broken -0.1 broken 0 holds 0.1"),
        ("require: 'workplaces[s, m] == limit'", "broken -0.1 holds 0 broken -0.1"),
        ("require: 'workplaces[s, m] != limit'", "holds 0.1 broken 0 holds 0.1"),
        ("require: 'not workplaces[s, m] <= limit'", "broken -0.1 broken 0 holds 0.1"),
        ("require: 'not workplaces[s, m] == limit'", "holds 0.1 broken 0 holds 0.1"),
        ("require: 'not (workplaces[s, m] > limit or workplaces[s, m] > limit)'",
         "holds 0.1 holds 0 broken -0.1"),
        ("require: 'limit / 2 <= workplaces[s, m] <= limit'", "holds 0.1 holds 0 broken -0.1"),
        ("require: 'workplaces[s, m] <= leeway or workplaces[s, m] >= limit'",
         "broken -0.1 holds 0 holds 0.1"),
        ("require: 'implies(workplaces[s, m] > leeway, workplaces[s, m] >= limit)'",
         "broken -0.1 holds 0 holds 0.1"),
        ("require: 'all(workplaces[s, k] <= limit for k in municipalities)'",
         "holds 0.1 holds 0 broken -0.1"),
        ("measure: 'workplaces[s, m]', at_most: limit", "holds 0.1 holds 0 broken -0.1"),
        ("measure: 'workplaces[s, m]', at_least: limit", "broken -0.1 holds 0 holds 0.1"),
        ("measure: 'workplaces[s, m]', equals: limit", "broken -0.1 holds 0 broken -0.1"),
        ("measure: 'workplaces[s, m]', equals: limit + leeway, tolerance: leeway",
         "broken -0.1 holds 0 holds 0.1"),
        ("measure: 'workplaces[s, m]', equals: limit - leeway, tolerance: leeway",
         "holds 0.1 holds 0 broken -0.1"),
        ("measure: 'abs(-workplaces[s, m])', at_most: limit", "holds 0.1 holds 0 broken -0.1"),
        ("measure: 'max(workplaces[s, m], leeway)', at_most: limit",
         "holds 0.1 holds 0 broken -0.1"),
        ("measure: 'limit', at_least: 'workplaces[s, m]'", "holds 0.1 holds 0 broken -0.1"),
    ],
)  # fmt: skip
def test_limit_less_one_step_and_limit_and_one_step_more(
    body: str, expected: str
) -> None:
    words = expected.split()
    for value, (verdict, margin) in zip(
        (2 - STEP, 2, 2 + STEP), zip(words[::2], words[1::2], strict=True), strict=True
    ):
        found = only(f"{PAIR}, {body}", ONE.format(float(value)))

        assert found.verdict.value == verdict
        assert found.margin == Fraction(margin)


def test_a_rule_without_an_amount_has_no_margin() -> None:
    found = only(
        "for_each: {s: services}, require: 'joint[s]'", "services: [x], joint: {x: 1}"
    )

    assert (found.verdict.value, found.margin) == ("holds", None)


def test_value_and_limit_are_told_of_a_measure() -> None:
    found = only(
        f"{PAIR}, measure: 'workplaces[s, m]', at_most: limit", ONE.format(2.5)
    )

    assert (found.value, found.limit, found.margin) == (
        Fraction(5, 2),
        2,
        Fraction(-1, 2),
    )


def test_the_tightest_instance_is_the_one_nearest_its_limit() -> None:
    result = run(
        f"{PAIR}, measure: 'workplaces[s, m]', at_most: limit",
        "workplaces: {x: {a: 0.5, b: 1.5}}",
    )

    assert result.verdict is not None
    tightest = result.verdict.tightest
    assert tightest is not None
    assert dict(tightest.at)["m"] == "b"


def test_of_broken_instances_the_tightest_is_the_farthest_beyond_its_limit() -> None:
    result = run(
        f"{PAIR}, measure: 'workplaces[s, m]', at_most: limit",
        "services: [x], municipalities: [a, b, c], workplaces: {x: {a: 3, b: 4, c: 0}}",
    )

    assert result.verdict is not None
    tightest = result.verdict.tightest
    assert tightest is not None
    assert (dict(tightest.at)["m"], tightest.margin) == ("b", -2)


def test_smallest_of_nothing_is_told_with_its_case() -> None:
    result = run(
        "for_each: {m: municipalities}, measure: 'min(1 for k in municipalities if k != m)', "
        "at_most: 1",
        "services: [x], municipalities: [a]",
    )

    assert [problem.code for problem in result.problems] == ["VV351"]
    assert "m = a" in result.problems[0].message()
