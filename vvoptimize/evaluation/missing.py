"""Which missing figures keep a value or a test from being known."""

from __future__ import annotations

from typing import assert_never

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


def missing_in_test(test: Test) -> tuple[str, ...]:
    """Name every missing figure that a test could need, each once."""
    walk = _Walk()
    walk.test(test)
    return tuple(walk.found)


class _Walk:
    """Walks all that a test or a value rests on; what is shared, once."""

    def __init__(self) -> None:
        self.found: dict[str, None] = {}
        self._seen: set[Test | Affine] = set()

    def test(self, test: Test) -> None:
        if test in self._seen:
            return
        self._seen.add(test)
        match test:
            case Comparison(value=value):
                self.value(value)
            case Conjunction(tests=tests) | Disjunction(tests=tests):
                for part in tests:
                    self.test(part)
            case Negation(test=inner):
                self.test(inner)
            case Undetermined(figures=figures):
                self._add(figures)
            case Certain():
                return
            case _:
                assert_never(test)

    def value(self, value: Affine) -> None:
        if value in self._seen:
            return
        self._seen.add(value)
        for term in value.unknown:
            self._add(term.figures)
            if term.leaf is not None:
                self._leaf(term.leaf)
        for leaf in value.terms:
            self._leaf(leaf)

    def _leaf(self, leaf: Leaf) -> None:
        match leaf:
            case int():
                return
            case Cell(value=value) | Magnitude(value=value):
                self.value(value)
            case Least(values=values) | Greatest(values=values):
                for value in values:
                    self.value(value)
            case Truth(test=test):
                self.test(test)
            case _:
                assert_never(leaf)

    def _add(self, figures: tuple[str, ...]) -> None:
        self.found.update(dict.fromkeys(figures))
