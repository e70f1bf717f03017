"""What a joint service costs while it is being established: more, or less, at first."""

from __future__ import annotations

from dataclasses import field
from datetime import date
from typing import TYPE_CHECKING

from vvoptimize.classes import record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vvoptimize.ruleset.arithmetic import Quantity


@record
class Ramp:
    """Costs at one step of services that are in their first years then, in NOK/year.

    Attributes
    ----------
    costs
        By [start, service]; all else costs what it costs when established.
    payments
        By [start, service, municipality].
    """

    costs: Mapping[tuple[str | None, str], Quantity] = field(default_factory=dict)
    payments: Mapping[tuple[str | None, str, str], Quantity] = field(
        default_factory=dict
    )


def full_years(start: str, now: str) -> int:
    """Count the full years between two days."""
    first, last = date.fromisoformat(start), date.fromisoformat(now)
    before = (last.month, last.day) < (first.month, first.day)
    return last.year - first.year - before
