"""Fairness of a list of values, one per municipality."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from vvoptimize.classes import NamedTuple
from vvoptimize.scenario.exact import Exact, exact

if TYPE_CHECKING:
    from collections.abc import Sequence


class FairnessMetrics(NamedTuple):
    """Fairness of one number per municipality.

    Attributes
    ----------
    leximin
        The values from the worst off up: compared place by place, the larger is fairer.
    lowest, highest, spread
        In the unit of the values.
    to_move
        How much would have to move between municipalities for all to be equal: the
        Hoover index times the total, in the unit of the values.
    gini
        Gini coefficient, 0 when all are equal; None where values are negative or all
        zero, for which it means nothing.
    """

    leximin: tuple[Exact, ...]
    lowest: Exact
    highest: Exact
    spread: Exact
    to_move: Exact
    gini: Exact | None


def fairness_of(values: Sequence[Exact]) -> FairnessMetrics:
    """Measure how evenly values are spread.

    Parameters
    ----------
    values
        One per municipality; at least one.

    References
    ----------
    C. Gini (1912); E. M. Hoover (1936).

    Examples
    --------
    >>> fairness_of([3, 1, 2]).leximin, fairness_of([3, 1, 2]).to_move
    ((1, 2, 3), 1)
    """
    ordered = tuple(sorted(values))
    mean = Fraction(sum(ordered)) / len(ordered)
    return FairnessMetrics(
        leximin=ordered,
        lowest=ordered[0],
        highest=ordered[-1],
        spread=ordered[-1] - ordered[0],
        to_move=exact(sum((abs(value - mean) for value in ordered), Fraction(0)) / 2),
        gini=_gini(ordered),
    )


def _gini(ordered: tuple[Exact, ...]) -> Exact | None:
    total = sum(ordered)
    if ordered[0] < 0 or total == 0:
        return None
    n = len(ordered)
    weighted = sum((2 * i - n - 1) * value for i, value in enumerate(ordered, 1))
    return exact(Fraction(weighted) / (n * total))
