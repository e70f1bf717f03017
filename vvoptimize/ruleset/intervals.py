"""Between which numbers a value must lie, whatever is decided."""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, assert_never

from vvoptimize.ruleset.ground import Affine, Cell, Greatest, Least, Magnitude, Truth
from vvoptimize.scenario.exact import Exact, exact

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vvoptimize.ruleset.atoms import Atom
    from vvoptimize.ruleset.ground import Leaf

LARGEST = 2**62
"""Whole numbers that the solver sees lie this close together, and to zero."""


@dataclass(frozen=True, slots=True)
class Interval:
    """Bounds that every value keeps, each end perhaps never reached.

    Attributes
    ----------
    scale
        Least whole number known to make every value whole when multiplied by it.
    """

    low: Exact
    high: Exact
    scale: int = 1

    @property
    def fits(self) -> bool:
        """Whether the solver can hold the value as a whole number."""
        return (max(self.high, 0) - min(self.low, 0)) * self.scale < LARGEST


class Intervals:
    """Bounds of ground values by interval arithmetic: exact, each worked out once.

    A figure that nobody has given counts as zero, as everywhere in the solver.

    Parameters
    ----------
    atoms
        Read when a value is asked for, so the list may still be growing.

    Examples
    --------
    >>> from vvoptimize.ruleset.atoms import Atom, AtomKind
    >>> atoms = [Atom(AtomKind.HOST, ("ict", "a")), Atom(AtomKind.HOST, ("ict", "b"))]
    >>> Intervals(atoms).of(Affine({0: 3, 1: -2}, constant=1))
    Interval(low=-1, high=4, scale=1)
    """

    def __init__(self, atoms: Sequence[Atom]) -> None:
        self._atoms = atoms
        self._uppers: list[int] = []
        self._known: dict[Affine, Interval] = {}

    def of(self, value: Affine) -> Interval:
        """Bounds of an affine value."""
        interval = self._known.get(value)
        if interval is None:
            interval = self._known[value] = self._affine(value)
        return interval

    def of_leaf(self, leaf: Leaf) -> Interval:
        """Bounds of a leaf."""
        match leaf:
            case int():
                return Interval(0, self._atoms[leaf].upper)
            case Cell(value=value):
                return self.of(value)
            case Least(values=values):
                parts = [self.of(value) for value in values]
                return _common(
                    min(p.low for p in parts), min(p.high for p in parts), parts
                )
            case Greatest(values=values):
                parts = [self.of(value) for value in values]
                return _common(
                    max(p.low for p in parts), max(p.high for p in parts), parts
                )
            case Magnitude(value=value):
                return _magnitude(self.of(value))
            case Truth():
                return Interval(0, 1)
            case _:
                assert_never(leaf)

    def _affine(self, value: Affine) -> Interval:
        if set(map(type, value.terms)) <= {int}:
            return self._plain(value)
        low = high = value.constant
        scale = value.constant.denominator
        for leaf, coefficient in value.terms.items():
            part = self.of_leaf(leaf)
            ends = coefficient * part.low, coefficient * part.high
            low, high = low + min(ends), high + max(ends)
            step = coefficient.denominator * part.scale
            scale = math.lcm(scale, step // math.gcd(step, coefficient.numerator))
        return Interval(exact(low), exact(high), scale)

    def _plain(self, value: Affine) -> Interval:
        """Bounds where every leaf is an atom: the usual case, and the longest sums."""
        reach = list(value.terms.values())
        scale = value.constant.denominator
        if set(map(type, reach)) != {int}:
            scale = math.lcm(scale, *{number.denominator for number in reach})
            reach = [x.numerator * (scale // x.denominator) for x in reach]
        elif scale > 1:
            reach = [number * scale for number in reach]
        uppers = [*map(self._all_uppers().__getitem__, value.terms)]  # type: ignore[arg-type]
        if uppers.count(1) != len(uppers):
            reach = [
                number * upper for number, upper in zip(reach, uppers, strict=True)
            ]
        constant = value.constant.numerator * (scale // value.constant.denominator)
        down = sum([number for number in reach if number < 0])
        low, high = constant + down, constant + sum(reach) - down
        if scale == 1:
            return Interval(low, high)
        return Interval(
            exact(Fraction(low, scale)), exact(Fraction(high, scale)), scale
        )

    def _all_uppers(self) -> list[int]:
        known = len(self._uppers)
        if known < len(self._atoms):
            self._uppers += [atom.upper for atom in self._atoms[known:]]
        return self._uppers


def _common(low: Exact, high: Exact, parts: list[Interval]) -> Interval:
    return Interval(low, high, math.lcm(*[part.scale for part in parts]))


def _magnitude(inner: Interval) -> Interval:
    if inner.low >= 0:
        return inner
    if inner.high <= 0:
        return Interval(-inner.high, -inner.low, inner.scale)
    return Interval(0, max(-inner.low, inner.high), inner.scale)
