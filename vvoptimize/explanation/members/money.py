"""What an exit costs, and whom: to the krone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.classes import NamedTuple
from vvoptimize.explanation.members.plans import added_up, less, payments_of
from vvoptimize.scenario.figure import value_of

if TYPE_CHECKING:
    from vvoptimize.scenario.exact import Exact
    from vvoptimize.scenario.model import Scenario
    from vvoptimize.solution.assessed import Assessed


class MoneyRow(NamedTuple):
    """One service when a municipality leaves it; NOK/year, None is unknown.

    Attributes
    ----------
    paid
        What the leaver pays under the plan in force.
    falls_away
        What the service costs the others less than it cost all.
    alone
        What the leaver pays for the service alone: as today.
    """

    service: str
    paid: Exact | None
    falls_away: Exact | None
    alone: Exact | None

    @property
    def left_to_others(self) -> Exact | None:
        """What the leaver paid and no longer pays, and what does not fall away."""
        return less(self.paid, self.falls_away)


def money_after_exit(
    plan: Assessed, final: Assessed, leaver: str
) -> tuple[MoneyRow, ...]:
    """Give one row per joint service that the leaver takes part in.

    Parameters
    ----------
    final
        The plan of those who remain.
    """
    before, after = payments_of(plan), payments_of(final)
    left = final.grounding.scenario
    return tuple(
        MoneyRow(
            service=service.id,
            paid=before[service.id, leaver],
            falls_away=less(
                added_up([before[service.id, m] for m in service.participants]),
                added_up([after[pair] for pair in _pairs(left, service.id)]),
            ),
            alone=value_of(service.cost_today.get(leaver)),
        )
        for service in plan.grounding.scenario.services
        if leaver in service.participants and plan.assignment.hosts[service.id]
    )


def _pairs(scenario: Scenario, s: str) -> list[tuple[str, str]]:
    if s not in scenario.service_ids:
        return []
    return [(s, m) for m in scenario.service(s).participants]


class Change(NamedTuple):
    """What a plan and its successor mean for one municipality; None is unknown.

    Attributes
    ----------
    workplaces, workplaces_then
        FTE by place of work.
    pays, pays_then
        NOK/year.
    """

    municipality: str
    workplaces: Exact | None
    workplaces_then: Exact | None
    pays: Exact | None
    pays_then: Exact | None

    @property
    def workplaces_change(self) -> Exact | None:
        """FTE gained, negative when lost."""
        return less(self.workplaces_then, self.workplaces)

    @property
    def pays_change(self) -> Exact | None:
        """NOK/year paid more, negative when less."""
        return less(self.pays_then, self.pays)


def changes(plan: Assessed, final: Assessed) -> tuple[Change, ...]:
    """Give one per municipality that is in both, in the order of the plan's file."""
    then = {m.municipality: m for m in final.municipalities}
    return tuple(
        Change(
            m.municipality,
            m.workplaces_after,
            then[m.municipality].workplaces_after,
            m.pays,
            then[m.municipality].pays,
        )
        for m in plan.municipalities
        if m.municipality in then
    )
