"""What rests on data alone: exact numbers, and what is missing or cannot be done."""

import operator
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ruleset.region import HEAD
from vvoptimize.errors import InputError
from vvoptimize.ruleset.arithmetic import missing, missing_figures
from vvoptimize.ruleset.reading import parse_rules
from vvoptimize.ruleset.unroll import Unroller
from vvoptimize.ruleset.world import World

if TYPE_CHECKING:
    from vvoptimize.ruleset.data import Table

SETS = {"services": (), "municipalities": ("a", "b"), "forms": ()}
HALF = Fraction(1, 2)
LACKED = ("inputs.given.b",)


def worked_out(formula, m="a"):
    """Give the value of a formula for one municipality; half is a parameter."""
    return function_of(formula)({"m": m})


def function_of(formula):
    rule_set = parse_rules(
        HEAD
        + "parameters:\n"
        + '  half: {unit: "1", value: 0.5, range: [0, 1], status: proposed, label: x}\n'
        + 'inputs: {given: {unit: "1", index: [municipalities], label: x}}\n'
        + "measures:\n"
        + '  each: {for_each: {m: municipalities}, unit: "1", expr: "given[m]"}\n'
        + '  it: {for_each: {m: municipalities}, unit: "1", '
        + f'expr: "{formula}"}}\n'
    )
    given: Table = {("a",): Fraction(7, 2), ("b",): missing(LACKED)}
    world = World(SETS, {"given": lambda: given}, {"half": HALF})
    unroller = Unroller(world, rule_set.measures)
    return unroller.number(rule_set.measures["it"].formula)


PLAIN = st.sampled_from(
    [
        ("0", Fraction(0)),
        ("3", Fraction(3)),
        ("0.25", Fraction(1, 4)),
        ("half", HALF),
        ("given[m]", Fraction(7, 2)),
        ("each[m]", Fraction(7, 2)),
        ("sum(half for x in municipalities)", Fraction(1)),
        ("max(half, 0.125)", HALF),
    ]
)
OPERATORS = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
}


@st.composite
def formulas(draw, depth=4):
    """A formula, and its value; a divisor is never zero."""
    if depth == 0 or draw(st.booleans()):
        return draw(PLAIN)
    left, a = draw(formulas(depth=depth - 1))
    if draw(st.integers(0, 4)) == 0:
        return f"(- {left})", -a
    right, b = draw(formulas(depth=depth - 1))
    sign = draw(st.sampled_from("+-*/" if b else "+-*"))
    return f"({left} {sign} {right})", OPERATORS[sign](a, b)


@given(formulas())
def test_numbers_are_exact_in_every_order(formula):
    text, expected = formula

    assert worked_out(text) == expected


@pytest.mark.parametrize(
    "formula",
    [
        "1 / (half - 0.5)",
        "1 + 1 / (half - 0.5)",
        "2 * (3 - 1 / (half - 0.5))",
        "-(1 / (1 / (half - 0.5)))",
    ],
)
def test_division_by_zero_is_told_wherever_it_stands(formula):
    with pytest.raises(InputError) as caught:
        worked_out(formula)

    assert [problem.code for problem in caught.value.problems] == ["VV350"]


@pytest.mark.parametrize(
    "formula",
    [
        "each[m] / 2",
        "1 - each[m]",
        "each[m] * each[m] + 1",
        "half / each[m]",
        "(- each[m]) / half",
        "1 + 2 / (3 + each[m] / half)",
    ],
)
def test_what_lacks_a_figure_lacks_it_in_every_part(formula):
    assert missing_figures(worked_out(formula, m="b")) == LACKED


def test_nothing_times_what_is_missing_is_nothing():
    assert worked_out("(half - 0.5) * each[m]", m="b") == 0


def test_what_all_cases_share_is_the_same_for_each():
    value = function_of("1 + sum(half for x in municipalities) / 2")

    assert value({"m": "a"}) == value({"m": "b"}) == Fraction(3, 2)


def test_what_no_two_cases_share_is_worked_out_for_each():
    value = function_of("1 + sum(given[m] * half for x in municipalities)")

    assert value({"m": "a"}) == Fraction(9, 2)
    assert missing_figures(value({"m": "b"})) == LACKED


def test_a_formula_is_not_worked_out_anew_for_each_level():
    # Five times as long with each would never end.
    levels = 12

    text = "half * max(" * levels + "half" + ", 0.1)" * levels

    assert worked_out(text) == HALF * Fraction(1, 10)
