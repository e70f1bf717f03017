"""What ground nodes mean, written down once more: None is unknown."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING

from vvoptimize.ruleset import ground as g
from vvoptimize.scenario.exact import exact

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vvoptimize.ruleset.atoms import Atom, Values
    from vvoptimize.scenario.exact import Exact


def assignments(atoms: Sequence[Atom]) -> Iterator[Values]:
    return product(*[range(atom.upper + 1) for atom in atoms])


def value_of(affine: g.Affine, values: Values) -> Exact | None:
    for term in affine.unknown:
        if term.leaf is None or leaf_of(term.leaf, values) != 0:
            return None
    total: Exact = affine.constant
    for leaf, coefficient in affine.terms.items():
        number = leaf_of(leaf, values)
        if number is None:
            return None
        total += coefficient * number
    return exact(Fraction(total) / affine.scale)


def leaf_of(leaf: g.Leaf, values: Values) -> Exact | None:
    if isinstance(leaf, int):
        return values[leaf]
    if isinstance(leaf, g.Cell):
        return value_of(leaf.value, values)
    if isinstance(leaf, g.Truth):
        truth = truth_of(leaf.test, values)
        return None if truth is None else int(truth)
    inner = leaf.values if isinstance(leaf, g.Least | g.Greatest) else (leaf.value,)
    numbers = [number for x in inner if (number := value_of(x, values)) is not None]
    if len(numbers) < len(inner):
        return None
    if isinstance(leaf, g.Magnitude):
        (number,) = numbers
        return number if number > 0 else -number
    return min(numbers) if isinstance(leaf, g.Least) else max(numbers)


def truth_of(test: g.Test, values: Values) -> bool | None:
    if isinstance(test, g.Certain):
        return test.value
    if isinstance(test, g.Undetermined):
        return None
    if isinstance(test, g.Negation):
        inner = truth_of(test.test, values)
        return None if inner is None else not inner
    if isinstance(test, g.Comparison):
        number = value_of(test.value, values)
        if number is None:
            return None
        if test.relation is g.Relation.ZERO:
            return number == 0
        return number < 0 or (number == 0 and test.relation is g.Relation.AT_MOST_ZERO)
    truths = [truth_of(part, values) for part in test.tests]
    decisive = isinstance(test, g.Disjunction)
    if decisive in truths:
        return decisive
    return None if None in truths else not decisive
