"""What ground nodes are made of, and how many formulas name each shared value."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, assert_never

from vvoptimize.ruleset.ground import (
    Affine,
    Cell,
    Certain,
    Comparison,
    Conjunction,
    Disjunction,
    Greatest,
    Least,
    Magnitude,
    Negation,
    Truth,
    Undetermined,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vvoptimize.ruleset.ground import Leaf, Test
    from vvoptimize.ruleset.instances import GroundModel


def cell_uses(model: GroundModel) -> Counter[Cell]:
    """Count the formulas that name each cell, each formula once."""
    uses: Counter[Cell] = Counter()
    seen: set[Affine | Test] = set()
    waiting: list[Affine | Test] = list(_roots(model))
    while waiting:
        node = waiting.pop()
        if node not in seen:
            seen.add(node)
            for part in parts(node):
                if isinstance(part, Cell):
                    uses[part] += 1
                    waiting.append(part.value)
                else:
                    waiting.append(part)
    return uses


def _roots(model: GroundModel) -> Iterator[Affine | Test]:
    yield from model.structure
    for instance in model.instances:
        yield instance.test
        if instance.margin is not None:
            yield instance.margin
    for objective in model.objectives:
        for party in objective.parties:
            yield party.value
    for tie_break in model.tie_breaks:
        yield from tie_break.digits


def parts(node: Affine | Test) -> Iterable[Affine | Test | Cell]:
    """Give what a node is made of; atoms apart."""
    match node:
        case Affine():
            return [part for leaf in _leaves(node) for part in _inside(leaf)]
        case Comparison(value=value):
            return (value,)
        case Conjunction(tests=tests) | Disjunction(tests=tests):
            return tests
        case Negation(test=test):
            return (test,)
        case Certain() | Undetermined():
            return ()
        case _:
            assert_never(node)


def _leaves(value: Affine) -> Iterable[Leaf]:
    """Leaves that are not atoms, which are many and have nothing inside."""
    unknown = [term.leaf for term in value.unknown if term.leaf is not None]
    if set(map(type, value.terms)) <= {int}:
        return unknown
    return [*value.terms, *unknown]


def _inside(leaf: Leaf) -> Iterable[Affine | Test | Cell]:
    match leaf:
        case int():
            return ()
        case Cell():
            return (leaf,)
        case Least(values=values) | Greatest(values=values):
            return values
        case Magnitude(value=value):
            return (value,)
        case Truth(test=test):
            return (test,)
        case _:
            assert_never(leaf)
