"""Truths as columns of true and false."""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING

from vvoptimize.ruleset.columns.column import FAULT, Column, any_doubt, over_one

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from vvoptimize.scenario.exact import Exact


def compare(
    holds: Callable[[Exact, Exact], bool], left: Column, right: Column
) -> Column:
    """Compare each case of one column with the same of the other."""
    (first, second), _ = over_one(left, right)
    return Column(list(map(holds, first, second)), 1, any_doubt((left, right)))


def opposite(truth: Column) -> Column:
    """Give the opposite."""
    return truth._replace(numbers=list(map(operator.not_, truth.numbers)))


def every(truths: Sequence[Column]) -> Column:
    """Tell whether all are true; one that is false for certain settles a case."""
    numbers = truths[0].numbers
    for truth in truths[1:]:
        numbers = list(map(operator.and_, numbers, truth.numbers))
    lacking = any_doubt(truths)
    if not lacking:
        return Column(numbers)
    settled = {
        i
        for i, figures in lacking.items()
        if FAULT not in figures and any(is_false(truth, i) for truth in truths)
    }
    numbers = [n and i not in settled for i, n in enumerate(numbers)]
    doubt = {i: told for i, told in lacking.items() if i not in settled}
    return Column(numbers, 1, doubt)


def some(truths: Sequence[Column]) -> Column:
    """Tell whether one is true; one that is true for certain settles a case."""
    return opposite(every([opposite(truth) for truth in truths]))


def is_false(truth: Column, place: int) -> bool:
    """Tell whether a case is false for certain."""
    return place not in truth.doubt and not truth.numbers[place]


def as_numbers(truth: Column) -> Column:
    """Count what is true as one."""
    return truth._replace(numbers=list(map(int, truth.numbers)))
