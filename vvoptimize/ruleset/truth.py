"""Building tests, and folding those that data alone decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.ruleset.arithmetic import (
    Accumulator,
    Quantity,
    missing,
    missing_figures,
    only_missing,
)
from vvoptimize.ruleset.ground import (
    Affine,
    Certain,
    Comparison,
    Conjunction,
    Disjunction,
    Negation,
    Relation,
    Test,
    Truth,
    Undetermined,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vvoptimize.scenario.exact import Exact

TRUE = Certain(value=True)
FALSE = Certain(value=False)


def compare(value: Quantity, relation: Relation) -> Test:
    """Compare a value with zero."""
    if not isinstance(value, Affine):
        return _certain(_is(value, relation))
    if only_missing(value):
        return Undetermined(missing_figures(value))
    return Comparison(value, relation)


def _is(value: Exact, relation: Relation) -> bool:
    if relation is Relation.ZERO:
        return value == 0
    return value <= 0 if relation is Relation.AT_MOST_ZERO else value < 0


def _certain(value: bool) -> Certain:
    return TRUE if value else FALSE


def is_one(quantity: Quantity) -> Test:
    """Tell whether a 0/1 quantity is one."""
    if not isinstance(quantity, Affine):
        return _certain(quantity == 1)
    accumulator = Accumulator()
    accumulator.add_number(1)
    accumulator.add(quantity, -1)
    return compare(accumulator.result(), Relation.AT_MOST_ZERO)


def negation(test: Test) -> Test:
    """Give the opposite."""
    if isinstance(test, Certain):
        return _certain(not test.value)
    if isinstance(test, Negation):
        return test.test
    return test if isinstance(test, Undetermined) else Negation(test)


def conjunction(tests: Iterable[Test]) -> Test:
    """Join tests that must all be true."""
    kept = _without(tests, neutral=True)
    if kept is None:
        return FALSE
    return _joined(kept, Conjunction, TRUE)


def disjunction(tests: Iterable[Test]) -> Test:
    """Join tests of which one must be true."""
    kept = _without(tests, neutral=False)
    if kept is None:
        return TRUE
    return _joined(kept, Disjunction, FALSE)


def _without(tests: Iterable[Test], *, neutral: bool) -> list[Test] | None:
    """Leave out what changes nothing; None when one test settles it."""
    kept: list[Test] = []
    for test in tests:
        if not isinstance(test, Certain):
            kept.append(test)
        elif test.value is not neutral:
            return None
    return kept


def _joined(
    tests: list[Test], join: type[Conjunction | Disjunction], empty: Certain
) -> Test:
    if len(tests) <= 1:
        return tests[0] if tests else empty
    lacking = [test for test in tests if isinstance(test, Undetermined)]
    if len(lacking) < len(tests):
        return join(tuple(tests))
    # Data alone would settle it, so that a `where` sees that it is not known.
    return Undetermined(
        tuple(dict.fromkeys(f for test in lacking for f in test.figures))
    )


def as_quantity(test: Test) -> Quantity:
    """Give a test as a number: one where true, zero where false."""
    if isinstance(test, Certain):
        return int(test.value)
    if isinstance(test, Undetermined):
        return missing(test.figures)
    return Affine({Truth(test): 1})
