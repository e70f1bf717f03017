"""What part of a joint service belongs to one municipality, by what it has today."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from vvoptimize.scenario.changed import changed
from vvoptimize.scenario.exact import exact
from vvoptimize.scenario.figure import Figure, Quality, figure_of, value_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vvoptimize.scenario.exact import Exact
    from vvoptimize.scenario.parts import Text
    from vvoptimize.scenario.services import Service

TENTHS = 10


class JointPart(StrEnum):
    """What becomes of a joint service's staff and cost when somebody leaves it.

    Nobody publishes that beforehand, so it is an assumption, and named as one.
    """

    SCALED = "scaled"
    UNCHANGED = "unchanged"


def staff_part(service: Service, m: str) -> Exact | None:
    """FTE of the joint service that belong to a participant, to the nearest tenth.

    In proportion to workplaces today, so that all have the same saving. Never what the
    tasks of the service need; None where a figure is unknown.
    """
    total = value_of(service.total_after)
    share = _share(service.workplaces_today, service.participants, m)
    if total is None or share is None:
        return None
    tasks = sum(task.fte.value or 0 for task in service.tasks)
    part = Fraction(round(total * share * TENTHS), TENTHS)
    return exact(max(min(part, Fraction(total - tasks)), Fraction(0)))


def cost_part(service: Service, m: str) -> Exact | None:
    """NOK/year of the joint service that belong to a participant, to the krone.

    In proportion to cost today; None where a figure is unknown.
    """
    total = value_of(service.cost_after)
    share = _share(service.cost_today, service.participants, m)
    return None if total is None or share is None else round(total * share)


def _share(
    table: Mapping[str, Figure], participants: tuple[str, ...], m: str
) -> Fraction | None:
    values = [value_of(table.get(a)) for a in participants]
    known = [value for value in values if value is not None]
    if len(known) < len(values):
        return None
    whole = sum(known)
    return Fraction(value_of(table[m]) or 0) / whole if whole else Fraction(0)


def assumed(value: Exact | None, beside: Figure, reason: Text) -> Figure:
    """Give a figure that is worked out from a published or assumed one.

    Its range is from the one to the other, for nobody knows where between them it is.
    """
    other = beside.value
    if value is None or other is None:
        return changed(figure_of(None), reason=reason)
    return Figure(
        value=value,
        quality=Quality.ASSUMED,
        low=min(value, other),
        high=max(value, other),
        reason=reason,
    )
