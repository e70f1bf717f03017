"""Checks of a plan in steps: days in order, services that start when they can."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from vvoptimize.scenario.cycles import cycle_among
from vvoptimize.scenario.exact import exact_text
from vvoptimize.scenario.services import Delivery

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vvoptimize.scenario.checking import Checks
    from vvoptimize.scenario.figures import Where
    from vvoptimize.scenario.model import Scenario
    from vvoptimize.scenario.services import Service


def check_steps(checks: Checks) -> None:
    """Add all that is wrong with steps, and what is only for scenarios with steps."""
    _check_prerequisites(checks)
    if not checks.scenario.steps:
        _refuse_timed(checks)
        return
    _check_order(checks)
    _check_horizon(checks)
    for i, service in enumerate(checks.scenario.services):
        _check_window(checks, ("services", i), service)
    _check_pins(checks)
    _check_later(checks)


def _check_order(checks: Checks) -> None:
    """Check ids, that days go forward, and that what has happened comes first."""
    steps, seen = checks.scenario.steps, dict[str, int]()
    for i, step in enumerate(steps):
        if step.id in seen:
            line = checks.document.span(("steps", seen[step.id], "id")).line
            at = ("steps", i, "id")
            checks.add("VV201", at, where="steps", id=step.id, line=line)
        seen.setdefault(step.id, i)
    for i, (before, after) in enumerate(pairwise(steps), start=1):
        if after.date <= before.date:
            at = ("steps", i, "date")
            checks.add("VV280", at, id=after.id, date=after.date, before=before.date)
        if after.taken and not before.taken:
            at = ("steps", i, "taken")
            checks.add("VV281", at, id=after.id, before=before.id)
    if all(step.taken for step in steps):
        checks.add_at_key("VV282", ("steps",))


def _check_horizon(checks: Checks) -> None:
    horizon, last = checks.scenario.horizon, checks.scenario.steps[-1]
    if horizon is not None and horizon <= last.date:
        values = {"saw": horizon, "id": last.id, "date": last.date}
        checks.add("VV283", ("horizon",), **values)


def _check_window(checks: Checks, where: Where, service: Service) -> None:
    """Check that a service may start at some step."""
    order = _order(checks.scenario)
    known = True
    for key in ("earliest", "latest"):
        step: str | None = getattr(service, key)
        if step is not None:
            known = checks.known("VV284", (*where, key), step, order) and known
    if not known or service.earliest is None or service.latest is None:
        return
    if order[service.earliest] > order[service.latest]:
        values = {"earliest": service.earliest, "latest": service.latest}
        checks.add("VV285", (*where, "latest"), service=service.id, **values)


def _order(scenario: Scenario) -> dict[str, int]:
    # Of two with one id, which is refused, the first counts.
    return {step.id: i for i, step in reversed([*enumerate(scenario.steps)])}


def _check_pins(checks: Checks) -> None:
    """Check the steps of pins, and that they keep to what the service says itself."""
    scenario = checks.scenario
    order = _order(scenario)
    for i, pin in enumerate(scenario.pins):
        at = ("pins", i, "step")
        if pin.step is None or not checks.known("VV284", at, pin.step, order):
            continue
        if pin.service in scenario.service_ids:
            _check_pinned(checks, at, pin.step, scenario.service(pin.service))


def _check_pinned(checks: Checks, where: Where, step: str, service: Service) -> None:
    order = _order(checks.scenario)
    first = order.get(service.earliest or "", 0)
    last = order.get(service.latest or "", len(order) - 1)
    if not first <= order[step] <= last:
        ids = checks.scenario.steps
        window = f"{ids[first].id} - {ids[last].id}"
        checks.add("VV286", where, step=step, service=service.id, window=window)


def _check_prerequisites(checks: Checks) -> None:
    known, sound = checks.scenario.service_ids, True
    for i, service in enumerate(checks.scenario.services):
        where = ("services", i, "prerequisites")
        for j, (name, figure) in enumerate(service.prerequisites.items()):
            sound = _named(checks, where, j, name) and sound
            if figure.value not in (0, 1, None):
                text = exact_text(figure.value)
                checks.add("VV294", (*where, name), service=service.id, value=text)
    cycle = cycle_among(_needs(checks.scenario)) if sound else ()
    if cycle:
        at = ("services", known.index(cycle[0]), "prerequisites")
        checks.add("VV287", at, cycle=" -> ".join(f"`{name}`" for name in cycle))


def _named(checks: Checks, where: Where, place: int, name: str) -> bool:
    """Tell whether a prerequisite, in a list or a table, is a service; else say so."""
    known = checks.scenario.service_ids
    if isinstance(checks.raw(where), tuple):
        return checks.known("VV202", (*where, place), name, known)
    return checks.known_key("VV202", (*where, name), name, known)


def _needs(scenario: Scenario) -> dict[str, tuple[str, ...]]:
    """Give what each service needs; what may be so is not counted."""
    return {
        service.id: tuple(t for t, one in service.prerequisites.items() if one.value)
        for service in scenario.services
    }


def _check_later(checks: Checks) -> None:
    """Check that what figures become later comes in order of time."""
    from vvoptimize.scenario.figures import walk_timed

    for where, figure in walk_timed(checks.scenario):
        _check_spread(checks, where)
        for i, (before, after) in enumerate(pairwise(figure.later), start=1):
            if after.from_ <= before.from_:
                at = (*where, "later", i, "from")
                values = {"where": checks.name_of(where), "before": before.from_}
                checks.add("VV288", at, date=after.from_, **values)


def _check_spread(checks: Checks, where: Where) -> None:
    """Refuse that the staff of a service changes, where it is decided who works where.

    That is one decision for the whole plan.
    """
    if where[0] != "services" or where[2] not in ("total_after", "tasks"):
        return
    service = checks.scenario.services[int(where[1])]
    if service.delivery is not Delivery.CENTRAL:
        name, at = checks.name_of(where), (*where, "later")
        checks.add_at_key("VV296", at, where=name, service=service.id)


def _refuse_timed(checks: Checks) -> None:
    """Refuse what says nothing without steps: nobody would see that it is not read."""
    for where, key in _timed(checks):
        checks.add_at_key("VV289", where, key=key)


def _timed(checks: Checks) -> Iterator[tuple[Where, str]]:
    from vvoptimize.scenario.figures import walk_timed

    scenario = checks.scenario
    if scenario.horizon is not None:
        yield ("horizon",), "horizon"
    for i, service in enumerate(scenario.services):
        for key in ("earliest", "latest", "cost_ramp", "effort"):
            if getattr(service, key):
                yield ("services", i, key), key
    for i, pin in enumerate(scenario.pins):
        if pin.step is not None:
            yield ("pins", i, "step"), "step"
    for where, _ in walk_timed(scenario):
        yield (*where, "later"), "later"
