"""Numbers that the solver could not hold: refused in front of both readings."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from vvoptimize.errors import Problems
from vvoptimize.ruleset.ground import (
    Affine,
    Certain,
    Comparison,
    Conjunction,
    Disjunction,
    Negation,
    Test,
    Undetermined,
)
from vvoptimize.ruleset.intervals import Intervals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vvoptimize.ruleset.instances import GroundModel
    from vvoptimize.ruleset.rules import Formula


def check_magnitudes(model: GroundModel) -> None:
    """Refuse a formula whose values may not fit whole numbers below 2^62.

    Raises
    ------
    InputError
        Naming each formula at fault, once.
    """
    intervals = Intervals(model.atoms)
    problems = Problems()
    at_fault: set[int] = set()
    for formula, value in _values(model):
        if id(formula) not in at_fault and not intervals.of(value).fits:
            at_fault.add(id(formula))
            problems.add("VV353", formula.span(formula.tree.at))
    problems.raise_if_any()


def _values(model: GroundModel) -> Iterator[tuple[Formula, Affine]]:
    seen: set[Test] = set()
    for instance in model.instances:
        for value in _compared(instance.test, seen):
            yield instance.rule.formula, value
        if instance.margin is not None and instance.measure is None:
            yield instance.rule.formula, instance.margin
    for objective in model.objectives:
        for party in objective.parties:
            yield objective.objective.formula, party.value


def _compared(test: Test, seen: set[Test]) -> Iterator[Affine]:
    """Give every value that a test compares with zero, save in tests seen before."""
    if test in seen:
        return
    seen.add(test)
    match test:
        case Comparison(value=value):
            yield value
        case Conjunction(tests=tests) | Disjunction(tests=tests):
            for inner in tests:
                yield from _compared(inner, seen)
        case Negation(test=inner):
            yield from _compared(inner, seen)
        case Certain() | Undetermined():
            return
        case _:
            assert_never(test)
