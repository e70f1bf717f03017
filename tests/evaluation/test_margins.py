"""Just below, on and just above the limit: the verdict and the distance."""

import re
from fractions import Fraction

import pytest

from tests.evaluation.worlds import only, run

PAIR = "for_each: {s: services, m: municipalities}"
ONE = "services: [x], municipalities: [a], workplaces: {{x: {{a: {}}}}}"


# Verdict and margin at 1.9, 2 and 2.1 FTE, where the limit is 2.
AT_MOST = "holds 0.1 holds 0 broken -0.1"
AT_LEAST = "broken -0.1 holds 0 holds 0.1"
BELOW = "holds 0.1 broken 0 broken -0.1"
ABOVE = "broken -0.1 broken 0 holds 0.1"
EQUAL = "broken -0.1 holds 0 broken -0.1"
UNEQUAL = "holds 0.1 broken 0 holds 0.1"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("require: 'it <= limit'", AT_MOST),
        ("require: 'it < limit'", BELOW),
        ("require: 'it >= limit'", AT_LEAST),
        ("require: 'it > limit'", ABOVE),
        ("require: 'it == limit'", EQUAL),
        ("require: 'it != limit'", UNEQUAL),
        ("require: 'not it <= limit'", ABOVE),
        ("require: 'not it == limit'", UNEQUAL),
        ("require: 'not (it > limit or it > limit)'", AT_MOST),
        ("require: 'limit / 2 <= it <= limit'", AT_MOST),
        ("require: 'it <= leeway or it >= limit'", AT_LEAST),
        ("require: 'implies(it > leeway, it >= limit)'", AT_LEAST),
        ("require: 'all(workplaces[s, k] <= limit for k in municipalities)'", AT_MOST),
        ("measure: 'it', at_most: limit", AT_MOST),
        ("measure: 'it', at_least: limit", AT_LEAST),
        ("measure: 'it', equals: limit", EQUAL),
        ("measure: 'it', equals: limit + leeway, tolerance: leeway", AT_LEAST),
        ("measure: 'it', equals: limit - leeway, tolerance: leeway", AT_MOST),
        ("measure: 'abs(-it)', at_most: limit", AT_MOST),
        ("measure: 'max(it, leeway)', at_most: limit", AT_MOST),
        ("measure: 'limit', at_least: 'it'", AT_MOST),
    ],
)  # fmt: skip
def test_limit_less_one_step_and_limit_and_one_step_more(
    body: str, expected: str
) -> None:
    words = expected.split()
    for value, (verdict, margin) in zip(
        ("1.9", "2", "2.1"), zip(words[::2], words[1::2], strict=True), strict=True
    ):
        written = re.sub(r"\bit\b", "workplaces[s, m]", body)
        found = only(f"{PAIR}, {written}", ONE.format(value))

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
        "for_each: {m: municipalities}, at_most: 1, "
        "measure: 'min(1 for k in municipalities if k != m)'",
        "services: [x], municipalities: [a]",
    )

    assert [problem.code for problem in result.problems] == ["VV351"]
    assert "m = a" in result.problems[0].message()
