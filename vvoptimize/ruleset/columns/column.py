"""Columns: exact numbers of many cases over one denominator, and what is done to them.

Truths are columns of true and false. A case that lacks a figure is in doubt, and its
entry means nothing; so is one that has no value at all, as where something is divided
by zero.
"""

from __future__ import annotations

import operator
from collections.abc import Mapping
from fractions import Fraction
from itertools import chain, compress, repeat
from math import lcm
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from vvoptimize.ruleset.arithmetic import absolute, missing_figures
from vvoptimize.ruleset.ground import Affine
from vvoptimize.scenario.exact import exact

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

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


def _over_one(*columns: Column) -> tuple[list[Sequence[Exact]], int]:
    """Give the numbers of columns over one scale."""
    scale = lcm(*(column.scale for column in columns))
    return [_times(c.numbers, scale // c.scale) for c in columns], scale


def _times(numbers: Sequence[Exact], factor: int) -> Sequence[Exact]:
    return numbers if factor == 1 else list(map(operator.mul, numbers, repeat(factor)))


def joined(columns: Sequence[Column]) -> Column:
    """Give the cases of one column after those of the other."""
    numbers, scale = _over_one(*columns)
    doubt: dict[int, tuple[str, ...]] = {}
    before = 0
    for column in columns:
        doubt |= {before + place: told for place, told in column.doubt.items()}
        before += len(column.numbers)
    return Column(list(chain.from_iterable(numbers)), scale, doubt)


# Doubt


def _any_doubt(columns: Iterable[Column]) -> Doubt:
    """Join what cases lack, in the order of the columns."""
    return _joined([column.doubt for column in columns if column.doubt])


def _joined(doubts: Sequence[Doubt]) -> Doubt:
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


# Numbers


def negative(column: Column) -> Column:
    """Change the sign."""
    return column._replace(numbers=[-number for number in column.numbers])


def plus(left: Column, right: Column) -> Column:
    """Add."""
    return _pairwise(operator.add, left, right)


def minus(left: Column, right: Column) -> Column:
    """Subtract."""
    return _pairwise(operator.sub, left, right)


def _pairwise(
    work_out: Callable[[Exact, Exact], Exact], left: Column, right: Column
) -> Column:
    (first, second), scale = _over_one(left, right)
    numbers = list(map(work_out, first, second))
    return Column(numbers, scale, _any_doubt((left, right)))


def product(left: Column, right: Column) -> Column:
    """Multiply; zero times what is missing is zero, all else lacks what both lack."""
    scale = left.scale * right.scale
    if not left.doubt and not right.doubt:
        return Column(list(map(operator.mul, left.numbers, right.numbers)), scale)
    lacking = _any_doubt((left, right))
    doubt = {
        i: figures
        for i, figures in lacking.items()
        if (
            (left.numbers[i] or i in left.doubt)
            and (right.numbers[i] or i in right.doubt)
        )
        or FAULT in figures
    }
    pairs = enumerate(zip(left.numbers, right.numbers, strict=True))
    return Column([0 if i in lacking else a * b for i, (a, b) in pairs], scale, doubt)


def quotient(left: Column, right: Column) -> Column:
    """Divide; in doubt where the divisor is zero."""
    known = {n: exact(Fraction(right.scale, n or 1)) for n in set(right.numbers)}
    by = column_of([known[number] for number in right.numbers])
    zero = {
        i: UNTOLD
        for i, number in enumerate(right.numbers)
        if not number and i not in right.doubt
    }
    divided = product(left, by._replace(doubt=right.doubt))
    return divided._replace(doubt={**divided.doubt, **zero})


def magnitude(column: Column) -> Column:
    """Give the absolute value."""
    return column._replace(numbers=[absolute(number) for number in column.numbers])


def smallest(columns: Sequence[Column]) -> Column:
    """Give the smallest of each case."""
    return _extreme(min, columns)


def largest(columns: Sequence[Column]) -> Column:
    """Give the largest of each case."""
    return _extreme(max, columns)


def _extreme(choose: Callable[..., Exact], columns: Sequence[Column]) -> Column:
    if len(columns) == 1:
        return columns[0]
    numbers, scale = _over_one(*columns)
    return Column(list(map(choose, *numbers)), scale, _any_doubt(columns))


# Truths


def compare(
    holds: Callable[[Exact, Exact], bool], left: Column, right: Column
) -> Column:
    """Compare each case of one column with the same of the other."""
    (first, second), _ = _over_one(left, right)
    return Column(list(map(holds, first, second)), 1, _any_doubt((left, right)))


def opposite(truth: Column) -> Column:
    """Give the opposite."""
    return truth._replace(numbers=list(map(operator.not_, truth.numbers)))


def every(truths: Sequence[Column]) -> Column:
    """Tell whether all are true; one that is false for certain settles a case."""
    numbers = truths[0].numbers
    for truth in truths[1:]:
        numbers = list(map(operator.and_, numbers, truth.numbers))
    lacking = _any_doubt(truths)
    if not lacking:
        return Column(numbers)
    settled = {
        i
        for i, figures in lacking.items()
        if FAULT not in figures and any(_is_false(truth, i) for truth in truths)
    }
    numbers = [n and i not in settled for i, n in enumerate(numbers)]
    doubt = {i: told for i, told in lacking.items() if i not in settled}
    return Column(numbers, 1, doubt)


def some(truths: Sequence[Column]) -> Column:
    """Tell whether one is true; one that is true for certain settles a case."""
    return opposite(every([opposite(truth) for truth in truths]))


def _is_false(truth: Column, place: int) -> bool:
    return place not in truth.doubt and not truth.numbers[place]


def as_numbers(truth: Column) -> Column:
    """Count what is true as one."""
    return truth._replace(numbers=list(map(int, truth.numbers)))


# Many cases made one


class Runs(NamedTuple):
    """How many cases of a larger frame, one after the other, belong to each case."""

    cases: int
    size: int

    def of(self, numbers: Sequence[Exact]) -> Iterator[Sequence[Exact]]:
        """Give the numbers of each run."""
        size = self.size
        return (numbers[i * size : (i + 1) * size] for i in range(self.cases))

    def doubt(self, doubt: Doubt) -> Doubt:
        """Join what is lacked within each run."""
        found: dict[int, dict[str, None]] = {}
        for place in sorted(doubt):
            run = found.setdefault(place // self.size, {})
            run.update(dict.fromkeys(doubt[place]))
        return {run: tuple(figures) for run, figures in found.items()}


def _of_chosen(column: Column, chosen: Column | None) -> Column:
    """Leave out what is lacked where nothing is asked of a case."""
    if chosen is None or not column.doubt:
        return column
    asked = column.doubt.items()
    doubt = {i: told for i, told in asked if not _is_false(chosen, i)}
    return column._replace(doubt=doubt)


def totals(column: Column, chosen: Column | None, runs: Runs) -> Column:
    """Add up each run, what of it is chosen."""
    asked = _of_chosen(column, chosen)
    counted = asked if chosen is None else product(chosen, asked)
    numbers = list(map(sum, runs.of(counted.numbers)))
    return Column(numbers, counted.scale, runs.doubt(counted.doubt))


def extremes(
    choose: Callable[..., Exact | None],
    column: Column,
    chosen: Column | None,
    runs: Runs,
) -> Column:
    """Give the extreme of each run; in doubt where nothing of it is chosen."""
    counted: Iterable[Iterable[Exact]] = runs.of(column.numbers)
    doubt = _of_chosen(column, chosen).doubt
    if chosen is not None:
        counted = map(compress, counted, runs.of(chosen.numbers))
        doubt = _joined([chosen.doubt, doubt])
    found = [choose(numbers, default=None) for numbers in counted]
    empty = {run: UNTOLD for run, number in enumerate(found) if number is None}
    return Column(
        [number or 0 for number in found], column.scale, {**empty, **runs.doubt(doubt)}
    )


def all_of(truth: Column, chosen: Column | None, runs: Runs) -> Column:
    """Tell of each run whether all that is chosen is true."""
    asked = _of_chosen(truth, chosen)
    asked = asked if chosen is None else some([opposite(chosen), asked])
    known = asked.numbers
    if asked.doubt:  # what is in doubt does not make it false
        known = [one or i in asked.doubt for i, one in enumerate(known)]
    numbers = list(map(all, runs.of(known)))
    doubt = runs.doubt(asked.doubt)
    open_ = {run: told for run, told in doubt.items() if numbers[run] or FAULT in told}
    return Column(numbers, 1, open_)


def any_of(truth: Column, chosen: Column | None, runs: Runs) -> Column:
    """Tell of each run whether something that is chosen is true."""
    return opposite(all_of(opposite(truth), chosen, runs))
