"""A part of a scenario with other values: the model itself is frozen."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from vvoptimize.scenario.parts import Part

P = TypeVar("P", bound="Part")


def changed(part: P, **values: object) -> P:
    """Give a copy with other values for some attributes; they are not validated.

    What a part has worked out and kept belongs to its old values, and is left behind.
    """
    copy = part.model_copy(update=values)
    for name in copy.__dict__.keys() - type(copy).model_fields.keys():
        del copy.__dict__[name]
    return copy
