"""How a numerator compares with zero, for numbers, for bounds, and for the solver."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, assert_never

from ortools.sat.python import cp_model

from vvoptimize.ruleset.ground import Relation
from vvoptimize.ruleset.intervals import LARGEST

if TYPE_CHECKING:
    from vvoptimize.cpsat.form import Form

Limits: TypeAlias = tuple[tuple[int, int], ...]
"""Intervals in which a numerator may lie, both ends included."""


def domain(limits: Limits, constant: int) -> cp_model.Domain:
    """Give where the terms may lie, for the numerator to lie within limits."""
    if len(limits) == 1:
        ((low, high),) = limits
        return cp_model.Domain(low - constant, high - constant)
    parts = [[low - constant, high - constant] for low, high in limits]
    return cp_model.Domain.from_intervals(parts)


def is_so(number: int, relation: Relation) -> bool:
    """Tell whether a number compares so with zero."""
    match relation:
        case Relation.AT_MOST_ZERO:
            return number <= 0
        case Relation.BELOW_ZERO:
            return number < 0
        case Relation.ZERO:
            return number == 0
        case _:
            assert_never(relation)


def settled(form: Form, relation: Relation) -> bool | None:
    """Whether the numerator always is so, or never, or (None) it depends."""
    if relation is Relation.ZERO:
        if form.low == form.high == 0:
            return True
        return None if form.low <= 0 <= form.high else False
    if is_so(form.high, relation):
        return True
    return None if is_so(form.low, relation) else False


SO: dict[Relation, Limits] = {
    Relation.AT_MOST_ZERO: ((-LARGEST, 0),),
    Relation.BELOW_ZERO: ((-LARGEST, -1),),
    Relation.ZERO: ((0, 0),),
}
NOT_SO: dict[Relation, Limits] = {
    Relation.AT_MOST_ZERO: ((1, LARGEST),),
    Relation.BELOW_ZERO: ((0, LARGEST),),
    Relation.ZERO: ((-LARGEST, -1), (1, LARGEST)),
}
