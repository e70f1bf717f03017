"""What the cases of a rule come to, before anything is told of them."""

from __future__ import annotations

from itertools import repeat
from typing import TYPE_CHECKING

from vvoptimize.classes import NamedTuple
from vvoptimize.ruleset.columns.arithmetic import magnitude, minus
from vvoptimize.ruleset.columns.column import constant

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vvoptimize.evaluation.columns.weighing import Weighing
    from vvoptimize.ruleset.columns.column import Column
    from vvoptimize.ruleset.columns.frame import Frame
    from vvoptimize.ruleset.columns.reader import ColumnReader
    from vvoptimize.ruleset.rules import Bound, Rule
    from vvoptimize.scenario.exact import Exact


class Outcomes(NamedTuple):
    """What the cases of a rule come to, one entry for each."""

    holds: Column
    margins: Iterable[Exact | None] = repeat(None)
    values: Iterable[Exact | None] = repeat(None)
    limits: Iterable[Exact | None] = repeat(None)


def outcomes(
    rule: Rule, frame: Frame, reader: ColumnReader, weighing: Weighing
) -> Outcomes:
    """Work a rule out in the cases of a frame.

    Raises
    ------
    NotSure
        If only the ground form tells how far its truth is from a limit.
    """
    if rule.bound is None:
        return _of_truth(rule, frame, reader, weighing)
    value = reader.number(rule.formula.tree, frame)
    limit = reader.number(rule.bound.limit.tree, frame)
    margin = _margin(rule.bound, value, limit, frame, reader)
    holds = margin._replace(numbers=[number >= 0 for number in margin.numbers])
    return Outcomes(holds, margin.exact(), value.exact(), limit.exact())


def _of_truth(
    rule: Rule, frame: Frame, reader: ColumnReader, weighing: Weighing
) -> Outcomes:
    truth = reader.truth(rule.formula.tree, frame)
    if rule.unit is None:  # nothing asks by how much it is kept
        return Outcomes(truth)
    margin = weighing.margin(rule.formula.tree, frame)
    # A truth may be settled though a part of it lacks a figure: by no amount.
    margins = enumerate(margin.exact())
    known = [None if i in margin.doubt else amount for i, amount in margins]
    return Outcomes(truth, known)


def _margin(
    bound: Bound, value: Column, limit: Column, frame: Frame, reader: ColumnReader
) -> Column:
    """Give the distance to the limit, or what is left of the tolerance."""
    if bound.relation == "at_least":
        return minus(value, limit)
    if bound.relation == "at_most":
        return minus(limit, value)
    tolerance = constant(0, frame.length)
    if bound.tolerance is not None:
        tolerance = reader.number(bound.tolerance.tree, frame)
    return minus(tolerance, magnitude(minus(value, limit)))
