"""What ground nodes are made of."""

from __future__ import annotations

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
    from collections.abc import Iterable

    from vvoptimize.ruleset.ground import Leaf, Test


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
    if value.plain:
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
