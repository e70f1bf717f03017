"""Columns: exact numbers of many cases over one denominator.

Truths are columns of true and false. A case that lacks a figure is in doubt, and its
entry means nothing; so is one that has no value at all, as where something is divided
by zero.
"""

from __future__ import annotations

import operator
from collections.abc import Mapping
from fractions import Fraction
from itertools import chain, repeat
from math import lcm
from typing import TYPE_CHECKING, TypeAlias

from vvoptimize.classes import NamedTuple
from vvoptimize.ruleset.arithmetic import missing_figures
from vvoptimize.ruleset.ground import Affine

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from vvoptimize.ruleset.arithmetic import Quantity
    from vvoptimize.scenario.exact import Exact

Doubt: TypeAlias = Mapping[int, tuple[str, ...]]
"""By place of a case: the figures that it lacks, each once, in order."""

NO_DOUBT: Doubt = {}
FAULT = ""
UNTOLD = (FAULT,)
"""In place of figures: there may be no value, as where something is divided by zero.

Whether there is one is for the ground form of the case to tell, even where nothing
seems to hang on it.
"""

LARGEST_SCALE = 2**256  # beyond it, fractions by themselves are faster


class Column(NamedTuple):
    """One number for each case.

    Attributes
    ----------
    numbers
        Each over `scale`; whole, unless no moderate scale would make them so.
    """

    numbers: Sequence[Exact]
    scale: int = 1
    doubt: Doubt = NO_DOUBT

    def at(self, places: Sequence[int]) -> Column:
        """Give the entries at these places, in this order."""
        numbers = list(map(self.numbers.__getitem__, places))
        if not self.doubt:
            return Column(numbers, self.scale)
        told = self.doubt
        doubt = {i: told[place] for i, place in enumerate(places) if place in told}
        return Column(numbers, self.scale, doubt)

    def runs(self, starts: Sequence[int], size: int) -> Column:
        """Give so many entries from each of these places on."""
        numbers = self.numbers
        parts = [numbers[start : start + size] for start in starts]
        flat = list(chain.from_iterable(parts))
        if not self.doubt:
            return Column(flat, self.scale)
        told = self.doubt
        doubt = {
            i * size + n: told[start + n]
            for i, start in enumerate(starts)
            for n in range(size)
            if start + n in told
        }
        return Column(flat, self.scale, doubt)

    def exact(self) -> list[Exact]:
        """Give the numbers themselves."""
        if self.scale == 1 and set(map(type, self.numbers)) == {int}:
            return list(self.numbers)
        known = {number: _over(number, self.scale) for number in set(self.numbers)}
        return list(map(known.__getitem__, self.numbers))


def _over(number: Exact, scale: int) -> Exact:
    if isinstance(number, int) and not number % scale:
        return number // scale
    return Fraction(number, scale)


def constant(number: Exact, size: int) -> Column:
    """Give one number for every case."""
    return Column([number.numerator] * size, number.denominator)


def column_of(quantities: Sequence[Quantity]) -> Column:
    """Give numbers over one scale; in doubt where a figure is missing."""
    kinds = set(map(type, quantities))
    if kinds == {int}:
        return Column(quantities)  # type: ignore[arg-type]
    doubt = {
        i: missing_figures(quantity)
        for i, quantity in enumerate(quantities if Affine in kinds else ())
        if isinstance(quantity, Affine)
    }
    numbers = [0 if isinstance(q, Affine) else q for q in quantities]
    denominators = {number.denominator for number in numbers}
    scale = _moderate(denominators)
    if scale == 1:
        return Column(numbers, 1, doubt)
    whole = [n.numerator * (scale // n.denominator) for n in numbers]
    return Column(whole, scale, doubt)


def _moderate(denominators: Iterable[int]) -> int:
    """Give a scale for all of them; one where there is no moderate one."""
    scale = 1
    for denominator in denominators:
        scale = lcm(scale, denominator)
        if scale > LARGEST_SCALE:
            return 1
    return scale


def over_one(*columns: Column) -> tuple[list[Sequence[Exact]], int]:
    """Give the numbers of columns over one scale."""
    scale = lcm(*(column.scale for column in columns))
    return [_times(c.numbers, scale // c.scale) for c in columns], scale


def _times(numbers: Sequence[Exact], factor: int) -> Sequence[Exact]:
    return numbers if factor == 1 else list(map(operator.mul, numbers, repeat(factor)))


def joined(columns: Sequence[Column]) -> Column:
    """Give the cases of one column after those of the other."""
    numbers, scale = over_one(*columns)
    doubt: dict[int, tuple[str, ...]] = {}
    before = 0
    for column in columns:
        doubt |= {before + place: told for place, told in column.doubt.items()}
        before += len(column.numbers)
    return Column(list(chain.from_iterable(numbers)), scale, doubt)


# Doubt


def any_doubt(columns: Iterable[Column]) -> Doubt:
    """Join what cases lack, in the order of the columns."""
    return joined_doubt([column.doubt for column in columns if column.doubt])


def joined_doubt(doubts: Sequence[Doubt]) -> Doubt:
    """Join what cases lack by several accounts, in their order."""
    if len(doubts) <= 1:
        return doubts[0] if doubts else NO_DOUBT
    joined = dict(doubts[0])
    for doubt in doubts[1:]:
        for place, figures in doubt.items():
            joined[place] = _both(joined.get(place, ()), figures)
    return joined


def _both(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    return second if not first else tuple(dict.fromkeys(first + second))


def told_in_full(figures: tuple[str, ...]) -> bool:
    """Tell whether these are all the figures that a case lacks."""
    return FAULT not in figures
