"""The first reading: what ground values and tests come to, exactly."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, assert_never

from vvoptimize.ruleset.arithmetic import absolute
from vvoptimize.ruleset.ground import (
    Affine,
    Cell,
    Certain,
    Comparison,
    Conjunction,
    Disjunction,
    Greatest,
    Leaf,
    Least,
    Magnitude,
    Negation,
    Relation,
    Test,
    Truth,
    Undetermined,
    Unknown,
)
from vvoptimize.scenario.exact import Exact, exact

if TYPE_CHECKING:
    from vvoptimize.ruleset.atoms import Values


class Evaluator:
    """Evaluates ground values and tests; what is shared is worked out once.

    Parameters
    ----------
    values
        Of the atoms, in the order of `GroundModel.atoms`.
    """

    def __init__(self, values: Values) -> None:
        self._values = values
        self._leaves: dict[Leaf, Exact | None] = {}
        self._truths: dict[Test, bool | None] = {}

    def value(self, affine: Affine) -> Exact | None:
        """Give the value; None where a figure that it needs is missing."""
        if any(self.counts(term) for term in affine.unknown):
            return None
        result: Exact = affine.constant
        for leaf, coefficient in affine.terms.items():
            value = self._values[leaf] if isinstance(leaf, int) else self.leaf(leaf)
            if value is None:
                return None
            result += coefficient * value
        if affine.scale == 1 and type(result) is int:
            return result
        return exact(Fraction(result, affine.scale))

    def counts(self, term: Unknown) -> bool:
        """Tell whether a missing figure counts: it does where its leaf is not zero."""
        return term.leaf is None or self.leaf(term.leaf) != 0

    def leaf(self, leaf: Leaf) -> Exact | None:
        """Give the value of a leaf; None where a figure that it needs is missing."""
        if isinstance(leaf, int):
            return self._values[leaf]
        if leaf not in self._leaves:
            self._leaves[leaf] = self._leaf(leaf)
        return self._leaves[leaf]

    def _leaf(self, leaf: Cell | Least | Greatest | Magnitude | Truth) -> Exact | None:
        match leaf:
            case Cell(value=inner):
                return self.value(inner)
            case Least(values=parts):
                known = self._all(parts)
                return None if known is None else min(known)
            case Greatest(values=parts):
                known = self._all(parts)
                return None if known is None else max(known)
            case Magnitude(value=inner):
                value = self.value(inner)
                return None if value is None else absolute(value)
            case Truth(test=test):
                truth = self.truth(test)
                return None if truth is None else int(truth)
            case _:
                assert_never(leaf)

    def _all(self, parts: tuple[Affine, ...]) -> list[Exact] | None:
        values = [self.value(part) for part in parts]
        known = [value for value in values if value is not None]
        return known if len(known) == len(values) else None

    def truth(self, test: Test) -> bool | None:
        """Give the truth; None where a missing figure could make it either."""
        if test not in self._truths:
            self._truths[test] = self._truth(test)
        return self._truths[test]

    def _truth(self, test: Test) -> bool | None:
        match test:
            case Comparison(value=value, relation=relation):
                return _compare(self.value(value), relation)
            case Conjunction(tests=tests):
                return _kleene_and([self.truth(part) for part in tests])
            case Disjunction(tests=tests):
                opposite = _kleene_and([_not(self.truth(part)) for part in tests])
                return _not(opposite)
            case Negation(test=inner):
                return _not(self.truth(inner))
            case Certain(value=certain):
                return certain
            case Undetermined():
                return None
            case _:
                assert_never(test)


def _compare(value: Exact | None, relation: Relation) -> bool | None:
    if value is None:
        return None
    match relation:
        case Relation.AT_MOST_ZERO:
            return value <= 0
        case Relation.BELOW_ZERO:
            return value < 0
        case Relation.ZERO:
            return value == 0
        case _:
            assert_never(relation)


def _not(truth: bool | None) -> bool | None:
    return None if truth is None else not truth


def _kleene_and(truths: list[bool | None]) -> bool | None:
    if False in truths:
        return False
    return None if None in truths else True
