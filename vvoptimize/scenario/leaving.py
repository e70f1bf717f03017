"""A scenario without one of its municipalities: what the others are left with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.classes import NamedTuple
from vvoptimize.scenario.changed import changed
from vvoptimize.scenario.exact import exact
from vvoptimize.scenario.figure import figure_of
from vvoptimize.scenario.parts import Text
from vvoptimize.scenario.shares import JointPart, assumed, cost_part, staff_part

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vvoptimize.scenario.exact import Exact
    from vvoptimize.scenario.figure import Figure
    from vvoptimize.scenario.model import Input, Scenario
    from vvoptimize.scenario.services import Service, Task

FEWEST = 2
"""With fewer participants nothing is shared."""

REASON = Text(
    nb="regnet etter det den som går ut, har av tjenesten i dag",
    en="worked out from what the one who leaves has of the service today",
)


class Leaving(NamedTuple):
    """What is left of a scenario when a municipality leaves.

    Attributes
    ----------
    scenario
        Of those who remain; without named assignments and pins of the one who left.
    ended
        Services with fewer than two participants left: each has its own, as today.
    hostless
        Services that two or more still share, none of whom may host them: they too are
        as today.
    """

    scenario: Scenario
    ended: tuple[str, ...]
    hostless: tuple[str, ...]


def without(scenario: Scenario, leaver: str, how: JointPart) -> Leaving:
    """Give the scenario of those who remain.

    Places and roads stay: ways may still go through the place of the one who left.

    Parameters
    ----------
    how
        What becomes of the staff and cost of the services that remain shared.
    """
    touched = {s.id for s in scenario.services if leaver in s.participants}
    left = [_left(service, leaver, how) for service in scenario.services]
    kept = tuple(service for service in left if service.participants)
    gone = {service.id for service in left} - {service.id for service in kept}
    few = {s.id for s in left if s.id in touched and len(s.participants) < FEWEST}
    hostless = {s.id for s in kept if s.id in touched - few and not s.candidates.among}
    return Leaving(
        changed(
            scenario,
            municipalities=tuple(m for m in scenario.municipalities if m.id != leaver),
            services=tuple(_as_today(s) if s.id in few | hostless else s for s in kept),
            assignments={},
            pins=tuple(
                pin
                for pin in scenario.pins
                if pin.host != leaver and pin.service not in few
            ),
            inputs=_pruned_all(scenario.inputs, {leaver, *gone}),
        ),
        ended=tuple(s.id for s in left if s.id in few),
        hostless=tuple(s.id for s in left if s.id in hostless),
    )


def _left(service: Service, leaver: str, how: JointPart) -> Service:
    """Take a municipality out of a service; one it has no part in is as it was."""
    if leaver not in service.participants:
        elsewhere = {m: t for m, t in service.elsewhere.items() if m != leaver}
        return changed(service, elsewhere=elsewhere)
    today = service.shared_today
    return changed(
        service,
        participants=_others(service.participants, leaver),
        candidates=changed(
            service.candidates, among=_others(service.candidates.among, leaver)
        ),
        tasks=tuple(_task(task, leaver) for task in service.tasks),
        workplaces_today=_pruned(service.workplaces_today, leaver),
        employed_today=_employed(service, leaver),
        shared_today=None if today is not None and today.host == leaver else today,
        presence=_pruned(service.presence, leaver),
        cost_today=_pruned(service.cost_today, leaver),
        **(_scaled(service, leaver) if how is JointPart.SCALED else {}),
    )


def _scaled(service: Service, leaver: str) -> dict[str, Figure]:
    """Take the leaver's part out of what the joint service has and costs."""
    found: dict[str, Figure] = {}
    if service.total_after is not None:
        part, total = staff_part(service, leaver), service.total_after
        found["total_after"] = assumed(_less(total.value, part), total, REASON)
    if service.cost_after is not None:
        part, cost = cost_part(service, leaver), service.cost_after
        found["cost_after"] = assumed(_less(cost.value, part), cost, REASON)
    return found


def _less(whole: Exact | None, part: Exact | None) -> Exact | None:
    return None if whole is None or part is None else exact(whole - part)


def _employed(service: Service, leaver: str) -> dict[str, Figure]:
    """Spell out who employs whom today, where that followed from the host of today."""
    if service.employed_today or service.shared_today is None:
        return _pruned(service.employed_today, leaver)
    now = service.employed_now
    table = {m: figure_of(v) for m, v in now.items()}
    if service.shared_today.host != leaver:
        gone = service.workplaces_today.get(leaver)
        host = service.shared_today.host
        kept = _less(now[host], None if gone is None else gone.value)
        table[host] = figure_of(kept)
    return _pruned(table, leaver)


def _as_today(service: Service) -> Service:
    """Leave a service unshared: it may be, and nobody may host it."""
    nobody = changed(service.candidates, among=())
    return changed(service, candidates=nobody, may_stay_unshared=True)


def _task(task: Task, leaver: str) -> Task:
    return changed(task, candidates=_others(task.candidates, leaver))


def _others(ids: tuple[str, ...], leaver: str) -> tuple[str, ...]:
    return tuple(m for m in ids if m != leaver)


def _pruned(table: Mapping[str, Figure], leaver: str) -> dict[str, Figure]:
    return {m: figure for m, figure in table.items() if m != leaver}


def _pruned_all(inputs: Mapping[str, Input], gone: set[str]) -> dict[str, object]:
    return {name: _pruned_input(value, gone) for name, value in inputs.items()}


def _pruned_input(value: object, gone: set[str]) -> object:
    """Take ids out of a table at every depth: a municipality may be any index."""
    if not isinstance(value, dict):
        return value
    return {k: _pruned_input(v, gone) for k, v in value.items() if k not in gone}
