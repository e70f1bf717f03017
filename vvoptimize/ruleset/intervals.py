"""Between which numbers a value must lie, whatever is decided."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, assert_never

from vvoptimize.classes import NamedTuple
from vvoptimize.ruleset.ground import (
    Affine,
    Cell,
    Greatest,
    Least,
    Magnitude,
    Truth,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from vvoptimize.ruleset.ground import Leaf

LARGEST = 2**62
"""Whole numbers that the solver sees lie this close together, and to zero."""


class Interval(NamedTuple):
    """Bounds that every value keeps, each end perhaps never reached.

    Attributes
    ----------
    low, high
        Whole numbers, over the scale.
    scale
        Whole and positive: makes every value whole when multiplied by it.
    """

    low: int
    high: int
    scale: int = 1

    @property
    def reach(self) -> int:
        """How far apart the whole numbers lie, and zero."""
        return max(self.high, 0) - min(self.low, 0)

    @property
    def fits(self) -> bool:
        """Whether the solver can hold the value as a whole number."""
        return self.reach < LARGEST

    def over(self, scale: int) -> Interval:
        """Write the same bounds over a multiple of the scale."""
        times = scale // self.scale
        return Interval(self.low * times, self.high * times, scale)


class Intervals:
    """Bounds of ground values by interval arithmetic: exact, each worked out once.

    A figure that nobody has given counts as zero, as everywhere in the solver.

    Parameters
    ----------
    uppers
        The largest value of each atom; the smallest is zero.

    Examples
    --------
    >>> Intervals([1, 1]).of(Affine({0: 3, 1: -2}, constant=1))
    Interval(low=-1, high=4, scale=1)
    """

    def __init__(self, uppers: Sequence[int]) -> None:
        self._uppers = uppers
        self._atoms = [Interval(0, upper) for upper in uppers]
        self._largest = max(uppers, default=0)
        self._known: dict[Affine, Interval] = {}

    def of(self, value: Affine) -> Interval:
        """Bounds of an affine value."""
        interval = self._known.get(value)
        if interval is None:
            interval = self._plain(value) if value.plain else self._affine(value)
            self._known[value] = interval
        return interval

    def at_most(self, value: Affine) -> int:
        """Give a number that the reach of a value does not exceed, if fast to tell."""
        if value.plain:
            return self._largest * sum(map(abs, value.terms.values())) + abs(
                value.constant
            )
        return self.of(value).reach

    def of_leaf(self, leaf: Leaf) -> Interval:
        """Bounds of a leaf."""
        match leaf:
            case int():
                return self._atoms[leaf]
            case Cell(value=value):
                return self.of(value)
            case Least(values=values):
                return _extreme(min, [self.of(value) for value in values])
            case Greatest(values=values):
                return _extreme(max, [self.of(value) for value in values])
            case Magnitude(value=value):
                return _magnitude(self.of(value))
            case Truth():
                return Interval(0, 1)
            case _:
                assert_never(leaf)

    def _affine(self, value: Affine) -> Interval:
        parts = [self.of_leaf(leaf) for leaf in value.terms]
        inner = math.lcm(*[part.scale for part in parts])
        low = high = value.constant * inner
        terms = zip(parts, value.terms.values(), strict=True)
        for (least, most, scale), coefficient in terms:
            times = coefficient * (inner // scale)
            if times < 0:
                least, most = most, least
            low, high = low + times * least, high + times * most
        return Interval(low, high, value.scale * inner)

    def _plain(self, value: Affine) -> Interval:
        """Bounds where every leaf is an atom: the usual case, and the longest sums."""
        uppers = self._uppers
        low = high = value.constant
        for leaf, coefficient in value.terms.items():
            if coefficient > 0:
                high += coefficient * uppers[leaf]  # type: ignore[index]
            else:
                low += coefficient * uppers[leaf]  # type: ignore[index]
        return Interval(low, high, value.scale)


def common(parts: Sequence[Interval]) -> list[Interval]:
    """Write bounds over one scale."""
    scale = math.lcm(*[part.scale for part in parts])
    return [part.over(scale) for part in parts]


def _extreme(
    choose: Callable[[Iterable[int]], int], intervals: Sequence[Interval]
) -> Interval:
    parts = common(intervals)
    low, high = choose(p.low for p in parts), choose(p.high for p in parts)
    return Interval(low, high, parts[0].scale)


def _magnitude(inner: Interval) -> Interval:
    if inner.low >= 0:
        return inner
    if inner.high <= 0:
        return Interval(-inner.high, -inner.low, inner.scale)
    return Interval(0, max(-inner.low, inner.high), inner.scale)
