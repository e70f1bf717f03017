"""A scenario with one municipality more."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from vvoptimize.scenario.changed import changed
from vvoptimize.scenario.exact import exact
from vvoptimize.scenario.figure import figure_of, value_of
from vvoptimize.scenario.parts import Text
from vvoptimize.scenario.shares import TENTHS, assumed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vvoptimize.scenario.exact import Exact
    from vvoptimize.scenario.figure import Figure
    from vvoptimize.scenario.member import Member, MemberService
    from vvoptimize.scenario.model import Scenario
    from vvoptimize.scenario.services import Service

REASON = Text(
    nb="regnet etter det den som kommer inn, har av tjenesten i dag",
    en="worked out from what the newcomer has of the service today",
)


def with_member(scenario: Scenario, member: Member) -> Scenario:
    """Give the scenario with a newcomer, last of the municipalities.

    Where its file does not say what a service has and costs with it, that grows in
    proportion: the newcomer saves the same part of its own as the others do of theirs.
    """
    return changed(
        scenario,
        municipalities=(*scenario.municipalities, member.municipality),
        places=(*scenario.places, *member.places),
        roads=(*scenario.roads, *member.roads),
        sources={**scenario.sources, **member.sources},
        services=tuple(_joined(service, member) for service in scenario.services),
        assignments={},
    )


def _joined(service: Service, member: Member) -> Service:
    entry = member.services.get(service.id)
    if entry is None:
        return service
    m = member.municipality.id
    among = service.candidates.among
    candidates = (*among, m) if entry.candidate else among
    return changed(
        service,
        participants=(*service.participants, m),
        candidates=changed(service.candidates, among=candidates),
        workplaces_today=_with(service.workplaces_today, m, entry.workplaces_today),
        employed_today=_employed(service, m, entry),
        presence=_with(service.presence, m, entry.presence),
        cost_today=_with(service.cost_today, m, entry.cost_today),
        total_after=_total(service, entry),
        cost_after=_cost(service, entry),
    )


def _with(
    table: Mapping[str, Figure], m: str, figure: Figure | None
) -> dict[str, Figure]:
    return {**table} if figure is None else {**table, m: figure}


def _employed(service: Service, m: str, entry: MemberService) -> dict[str, Figure]:
    """Say who employs the newcomer's staff where the file says it of the others."""
    said = service.employed_today or entry.employed_today or service.shared_today
    return {**_as_figures(service), **_own(m, entry)} if said else {}


def _as_figures(service: Service) -> dict[str, Figure]:
    return dict(service.employed_today) or {
        m: figure_of(fte) for m, fte in service.employed_now.items()
    }


def _own(m: str, entry: MemberService) -> dict[str, Figure]:
    figure = entry.employed_today or entry.workplaces_today
    return {} if figure is None else {m: figure}


def _total(service: Service, entry: MemberService) -> Figure | None:
    """FTE with the newcomer, to the nearest tenth where they are worked out."""
    total = service.total_after
    if entry.total_after is not None or total is None:
        return entry.total_after or total
    today = service.workplaces_today
    more = _in_proportion(total.value, today, service, entry.workplaces_today)
    tenths = None if more is None else Fraction(round(more * TENTHS), TENTHS)
    return assumed(_sum(total.value, tenths), total, REASON)


def _cost(service: Service, entry: MemberService) -> Figure | None:
    """NOK/year with the newcomer, to the krone where they are worked out."""
    cost = service.cost_after
    if entry.cost_after is not None or cost is None:
        return entry.cost_after or cost
    more = _in_proportion(cost.value, service.cost_today, service, entry.cost_today)
    return assumed(
        _sum(cost.value, None if more is None else round(more)), cost, REASON
    )


def _sum(whole: Exact | None, more: Exact | None) -> Exact | None:
    return None if whole is None or more is None else exact(whole + more)


def _in_proportion(
    joint: Exact | None,
    today: Mapping[str, Figure],
    service: Service,
    own: Figure | None,
) -> Fraction | None:
    """Give what a newcomer adds, at the ratio of joint to today of the others."""
    values = [value_of(today.get(m)) for m in service.participants]
    known = [value for value in values if value is not None]
    mine = value_of(own)
    if joint is None or mine is None or len(known) < len(values) or not sum(known):
        return None
    return Fraction(joint) * mine / sum(known)
