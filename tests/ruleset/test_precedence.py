"""What a formula means: written out by hand for operators, chains and functions."""

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from tests.ruleset.region import HEAD
from vvoptimize.ruleset.data import Table
from vvoptimize.ruleset.reading import parse_rules
from vvoptimize.ruleset.unroll import Unroller
from vvoptimize.ruleset.world import World

if TYPE_CHECKING:
    from collections.abc import Callable


SETS = {"services": ("s1", "s2"), "municipalities": ("a", "b", "c"), "forms": ()}
POPULATION: Table = {("a",): 100, ("b",): 250, ("c",): 50}


def meaning(formula: str, unit: str = "1") -> object:
    """Give the value of a formula over three municipalities; five is a parameter."""
    rule_set = parse_rules(
        HEAD
        + "parameters:\n"
        + '  five: {unit: "1", value: 5, range: [0, 9], status: proposed, label: x}\n'
        + f'measures: {{it: {{unit: "{unit}", expr: "{formula}"}}}}\n'
    )
    builders: dict[str, Callable[[], Table]] = {
        "population": lambda: dict(POPULATION),
        "statutory": lambda: {("s1",): 1, ("s2",): 0},
    }
    world = World(SETS, builders, {"five": 5})
    unroller = Unroller(world, rule_set.measures)
    measure = rule_set.measures["it"]
    if unit == "bool":
        test = unroller.truth(measure.formula)({})
        return getattr(test, "value", test)
    return unroller.number(measure.formula)({})


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("2 + 3 * 4", 14),
        ("(2 + 3) * 4", 20),
        ("10 - 4 - 3", 3),
        ("10 - (4 - 3)", 9),
        ("12 / 4 / 3", 1),
        ("12 / 4 * 3", 9),
        ("1 / 3", Fraction(1, 3)),
        ("1 / 3 * 3", 1),
        ("-2 * 3", -6),
        ("-2 - -3", 1),
        ("- five + 1", -4),
        ("+five", 5),
        ("0.1 + 0.2", Fraction(3, 10)),
        ("five - 0.25", Fraction(19, 4)),
        ("abs(2 - five)", 3),
        ("abs(five - 2)", 3),
        ("min(3, five, 4)", 3),
        ("max(3, five, 4)", 5),
        ("max(3)", 3),
        ("(1 < 2) + (2 < 1) + (five == 5)", 2),
        ("(1 < 2) * 7", 7),
        ("implies(five > 1, five > 9) + 3", 3),
        ("count(m != k for m in municipalities for k in municipalities)", 6),
        ("sum(1 for m in municipalities for k in municipalities if m != k)", 6),
        ("sum(five for s in services if statutory[s])", 5),
        ("sum(five for s in services if statutory[s] if not statutory[s])", 0),
        ("count(not statutory[s] for s in services)", 1),
        ("sum(statutory[s] for s in services)", 1),
        ("sum(sum(1 for k in municipalities if population[k] > population[m]) "
         "for m in municipalities)", 3),
    ],
)  # fmt: skip
def test_number(formula: str, value: object) -> None:
    assert meaning(formula) == value


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("sum(population[m] for m in municipalities)", 400),
        ("max(population[m] for m in municipalities)", 250),
        ("min(population[m] for m in municipalities if population[m] > 50 * "
         "population[m] / population[m])", None),
        ("min(population[m] for m in municipalities)", 50),
        ("-sum(population[m] for m in municipalities) / 4", -100),
        ("abs(min(population[m] - 2 * population[m] for m in municipalities))", 250),
    ],
)  # fmt: skip
def test_number_with_a_unit(formula: str, value: object) -> None:
    if value is not None:
        assert meaning(formula, "person") == value


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("1 < 2 < 3", True),
        ("1 < 3 < 2", False),
        ("3 > 2 >= 2 > 1", True),
        ("1 == 1 == 1", True),
        ("2 == 2 != 3", True),
        ("3 != 3", False),
        ("2 <= 2", True),
        ("2 < 2", False),
        ("2 >= 2", True),
        ("2 > 2", False),
        ("0.3 == 0.1 + 0.2", True),
        ("1 > 2 and 1 > 2 or 1 < 2", True),
        ("1 < 2 or 1 < 2 and 1 > 2", True),
        ("not 1 > 2 and 1 > 2", False),
        ("not (1 > 2 and 1 > 2)", True),
        ("not 1 == 2", True),
        ("not not 1 == 1", True),
        ("1 + 1 == 2 and 2 * 2 == 4", True),
        ("implies(1 > 2, 1 > 2)", True),
        ("implies(1 < 2, 1 > 2)", False),
        ("any(population[m] > population[k] for m in municipalities "
         "for k in municipalities)", True),
        ("all(population[m] >= population[k] for m in municipalities "
         "for k in municipalities if m == k)", True),
        ("any(m == k for m in services for k in services if m != k)", False),
        ("all(1 > 2 for f in forms)", True),
        ("any(1 < 2 for f in forms)", False),
        ("(1 < 2) == (2 < 3)", True),
        ("(1 < 2) != (3 < 2) == (5 < 4)", True),
    ],
)  # fmt: skip
def test_truth(formula: str, value: bool) -> None:
    assert meaning(formula, "bool") is value


@pytest.mark.parametrize("function", ["sum", "count"])
def test_a_sum_of_nothing_is_zero(function: str) -> None:
    assert meaning(f"{function}(1 < 2 for f in forms)") == 0
