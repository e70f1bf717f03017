"""Arithmetic on columns."""

from __future__ import annotations

import operator
from fractions import Fraction
from typing import TYPE_CHECKING

from vvoptimize.ruleset.arithmetic import absolute
from vvoptimize.ruleset.columns.column import (
    FAULT,
    UNTOLD,
    Column,
    any_doubt,
    column_of,
    over_one,
)
from vvoptimize.scenario.exact import exact

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from vvoptimize.scenario.exact import Exact


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
    (first, second), scale = over_one(left, right)
    numbers = list(map(work_out, first, second))
    return Column(numbers, scale, any_doubt((left, right)))


def product(left: Column, right: Column) -> Column:
    """Multiply; zero times what is missing is zero, all else lacks what both lack."""
    scale = left.scale * right.scale
    if not left.doubt and not right.doubt:
        return Column(list(map(operator.mul, left.numbers, right.numbers)), scale)
    lacking = any_doubt((left, right))
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
    numbers, scale = over_one(*columns)
    return Column(list(map(choose, *numbers)), scale, any_doubt(columns))
