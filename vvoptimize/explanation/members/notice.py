"""When somebody can leave at the earliest, by the notice that is agreed."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import MAXYEAR, MINYEAR, date
from math import ceil
from typing import TYPE_CHECKING

from vvoptimize.classes import NamedTuple
from vvoptimize.scenario.figure import Figure

if TYPE_CHECKING:
    from vvoptimize.explanation.members.plans import PlanInForce
    from vvoptimize.scenario.exact import Exact

MONTHS = 12


class Notice(NamedTuple):
    """The notice of each joint service that somebody would leave.

    Attributes
    ----------
    given
        The day on which notice is given.
    years
        By service; None where nobody has said what is agreed.
    earliest
        When the last of them can be left; None where some notice is unknown, or where
        the rules have no input for it.
    """

    given: str
    years: tuple[tuple[str, Exact | None], ...]
    earliest: str | None


def notice_of(plan: PlanInForce, leaver: str, given: str) -> Notice:
    """Find the notice by the input that the rules name for it."""
    years = tuple(
        (service.id, _agreed(plan, service.id))
        for service in plan.scenario.services
        if leaver in service.participants and plan.assignment.hosts[service.id]
    )
    known = [year for _, year in years if year is not None]
    told = known and len(known) == len(years)
    return Notice(given, years, later(given, max(known)) if told else None)


def _agreed(plan: PlanInForce, s: str) -> Exact | None:
    terms = plan.rules.membership.exit
    if terms is None or terms.notice is None:
        return None
    given = plan.scenario.inputs.get(terms.notice)
    figure = given.get(s) if isinstance(given, Mapping) else given
    if isinstance(figure, Figure):
        return figure.value
    declared = plan.rules.inputs[terms.notice]
    return declared.known.get((s,), declared.default)


def later(day: str, years: Exact) -> str | None:
    """Give a day some years later, a part of a month counted as whole.

    None where the calendar ends before it.

    Examples
    --------
    >>> later("2024-02-29", 1)
    '2025-02-28'
    """
    start = date.fromisoformat(day)
    months = start.year * MONTHS + start.month - 1 + ceil(years * MONTHS)
    year, month = divmod(months, MONTHS)
    if not MINYEAR <= year <= MAXYEAR:
        return None
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(start.day, last)).isoformat()
