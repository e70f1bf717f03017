"""Which missing figures keep a value or a test from being known."""

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
    Leaf,
    Least,
    Magnitude,
    Negation,
    Test,
    Truth,
    Undetermined,
)

if TYPE_CHECKING:
    from collections.abc import Iterator


def missing_in_test(test: Test) -> tuple[str, ...]:
    """Name every missing figure that a test could need, each once."""
    return tuple(dict.fromkeys(_of_test(test)))


def missing_in_value(value: Affine) -> tuple[str, ...]:
    """Name every missing figure that a value could need, each once."""
    return tuple(dict.fromkeys(_of_value(value)))


def _of_test(test: Test) -> Iterator[str]:
    match test:
        case Comparison(value=value):
            yield from _of_value(value)
        case Conjunction(tests=tests) | Disjunction(tests=tests):
            for part in tests:
                yield from _of_test(part)
        case Negation(test=inner):
            yield from _of_test(inner)
        case Undetermined(figures=figures):
            yield from figures
        case Certain():
            return
        case _:
            assert_never(test)


def _of_value(value: Affine) -> Iterator[str]:
    for term in value.unknown:
        yield from term.figures
        if term.leaf is not None:
            yield from _of_leaf(term.leaf)
    for leaf in value.terms:
        yield from _of_leaf(leaf)


def _of_leaf(leaf: Leaf) -> Iterator[str]:
    match leaf:
        case int():
            return
        case Cell(value=value) | Magnitude(value=value):
            yield from _of_value(value)
        case Least(values=values) | Greatest(values=values):
            for value in values:
                yield from _of_value(value)
        case Truth(test=test):
            yield from _of_test(test)
        case _:
            assert_never(leaf)
