"""How far a truth is from its limit, where all that it compares is in one unit."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from vvoptimize.ruleset.arithmetic import (
    Accumulator,
    absolute,
    as_affine,
    of_leaf,
)
from vvoptimize.ruleset.ground import (
    Affine,
    Certain,
    Comparison,
    Conjunction,
    Disjunction,
    Greatest,
    Least,
    Magnitude,
    Negation,
    Relation,
    Test,
    Undetermined,
)
from vvoptimize.ruleset.truth import compare, negation

if TYPE_CHECKING:
    from vvoptimize.ruleset.arithmetic import Quantity
    from vvoptimize.ruleset.compile import Adds, Env, Value
    from vvoptimize.scenario.exact import Exact


class Margins:
    """Distances of truths to their limits; what is shared is worked out once."""

    def __init__(self) -> None:
        self._known: dict[Test, Affine | None] = {}

    def of(self, test: Test) -> Affine | None:
        """Give the distance to the limit, at or above zero where the test is true.

        Parameters
        ----------
        test
            Built of comparisons in one unit.

        Returns
        -------
        Affine or None
            None where some part has no distance (it holds or fails on data, or lacks
            it). Zero is on the limit, where a strict comparison is false.
        """
        if test not in self._known:
            self._known[test] = self._of(test)
        return self._known[test]

    def _of(self, test: Test) -> Affine | None:
        match test:
            case Comparison(value=value, relation=Relation.ZERO):
                return _negative(of_leaf(Magnitude(value)))
            case Comparison(value=value):
                return _negative(value)
            case Negation(test=Comparison(value=value, relation=Relation.ZERO)):
                return of_leaf(Magnitude(value))
            case Negation(test=Comparison(value=value)):
                return value
            case Negation(test=inner):
                opposite = self.of(inner)
                return None if opposite is None else _negative(opposite)
            case Conjunction(tests=tests):
                return self._joined(tests, Least)
            case Disjunction(tests=tests):
                return self._joined(tests, Greatest)
            case Certain() | Undetermined():
                return None
            case _:
                assert_never(test)

    def _joined(
        self, tests: tuple[Test, ...], join: type[Least | Greatest]
    ) -> Affine | None:
        margins = [self.of(test) for test in tests]
        known = tuple(margin for margin in margins if margin is not None)
        if len(known) != len(margins) or not known:
            return None
        return known[0] if len(known) == 1 else of_leaf(join(known))


def _negative(value: Affine) -> Affine:
    accumulator = Accumulator()
    accumulator.add(value, -1)
    return as_affine(accumulator.result())


def margins(
    relation: str, measure: Adds, limit: Adds, tolerance: Value | None
) -> Value:
    """Give the function that tells the distance of a measure to its limit.

    Parameters
    ----------
    relation
        `at_least`, `at_most` or `equals`; with `equals` the distance is what is left of
        the tolerance.
    """
    if relation == "at_least":
        return _difference(measure, limit)
    if relation == "at_most":
        return _difference(limit, measure)
    apart = _difference(measure, limit)

    def within(env: Env) -> Quantity:
        accumulator = Accumulator()
        accumulator.add(0 if tolerance is None else tolerance(env), 1)
        accumulator.add(_magnitude(apart(env)), -1)
        return accumulator.result()

    return within


def at_least_zero(margin: Quantity) -> Test:
    """Give the test that a distance is not negative."""
    return negation(compare(margin, Relation.BELOW_ZERO))


def _magnitude(value: Quantity) -> Quantity:
    return of_leaf(Magnitude(value)) if isinstance(value, Affine) else absolute(value)


def relaxed_by(margin: Affine, amount: Exact) -> Quantity:
    """Give the distance to a limit that is moved by an amount."""
    accumulator = Accumulator()
    accumulator.add(margin, 1)
    accumulator.add(amount, 1)
    return accumulator.result()


def _difference(left: Adds, right: Adds) -> Value:
    def difference(env: Env) -> Quantity:
        accumulator = Accumulator()
        left(accumulator, env, 1)
        right(accumulator, env, -1)
        return accumulator.result()

    return difference
