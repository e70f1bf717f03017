"""Checks across a scenario: names that must exist, and parts that must agree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from vvoptimize.errors import Problems, listed
from vvoptimize.scenario.assignment_checks import check_assignment
from vvoptimize.scenario.checking import Checks
from vvoptimize.scenario.connected import joined_parts
from vvoptimize.scenario.exact import exact_text
from vvoptimize.scenario.figure import Figure, value_of
from vvoptimize.scenario.figure_checks import check_figures
from vvoptimize.scenario.figures import SERVICE_UNITS, Where, walk_timed

if TYPE_CHECKING:
    from vvoptimize.scenario.model import Road, Scenario
    from vvoptimize.scenario.services import Service, Task
    from vvoptimize.source import Document


def check_scenario(scenario: Scenario, document: Document, problems: Problems) -> None:
    """Add all that is wrong across the parts of a scenario.

    Parameters
    ----------
    document
        The file that the scenario was read from, for positions.
    """
    checks = Checks(scenario, document, problems)
    _check_ids(checks)
    _check_municipalities(checks)
    _check_roads(checks)
    for i, service in enumerate(scenario.services):
        _check_service(checks, ("services", i), service)
    check_figures(checks)
    _check_pins(checks)
    if _is_timed(scenario):
        from vvoptimize.scenario.step_checks import check_steps  # few have any

        check_steps(checks)
    _check_parameters(checks)
    for name, entry in scenario.assignments.items():
        check_assignment(checks, ("assignments", name), entry, name)


def _is_timed(scenario: Scenario) -> bool:
    """Tell whether anything in a scenario is about time, or about what comes first."""
    return (
        bool(scenario.steps or scenario.horizon)
        or any(pin.step is not None for pin in scenario.pins)
        or any(
            s.prerequisites or s.earliest or s.latest or s.cost_ramp or s.effort
            for s in scenario.services
        )
        or any(walk_timed(scenario))
    )


def _check_ids(checks: Checks) -> None:
    scenario = checks.scenario
    _unique(checks, ("municipalities",), scenario.municipality_ids)
    _unique(checks, ("places",), (place.id for place in scenario.places))
    _unique(checks, ("services",), scenario.service_ids)
    for i, service in enumerate(scenario.services):
        tasks = (task.id for task in service.tasks)
        _unique(checks, ("services", i, "tasks"), tasks)
    checks.no_repeats(("rules",), scenario.rules)
    checks.no_repeats(("waivers",), scenario.waivers)


def _unique(checks: Checks, where: Where, ids: Iterable[str]) -> None:
    first: dict[str, int] = {}
    for i, word in enumerate(ids):
        if word in first:
            line = checks.document.span((*where, first[word], "id")).line
            name = checks.name_of(where)
            checks.add("VV201", (*where, i, "id"), where=name, id=word, line=line)
        first.setdefault(word, i)


def _check_municipalities(checks: Checks) -> None:
    scenario = checks.scenario
    places = [place.id for place in scenario.places]
    for i, municipality in enumerate(scenario.municipalities):
        where = ("municipalities", i)
        if municipality.place is not None:
            checks.known("VV203", (*where, "place"), municipality.place, places)
        elif scenario.places or scenario.roads:
            checks.add("VV209", where, id=municipality.id)


def _check_roads(checks: Checks) -> None:
    scenario = checks.scenario
    places = [place.id for place in scenario.places]
    ends_known = True
    for i, road in enumerate(scenario.roads):
        for key, place in (("from", road.from_), ("to", road.to)):
            known = checks.known("VV203", ("roads", i, key), place, places)
            ends_known = ends_known and known
        if road.from_ == road.to:
            checks.add("VV210", ("roads", i, "to"), id=road.to)
    if ends_known and scenario.roads:
        _check_connected(checks, places)
    _check_passes(checks)


def _check_connected(checks: Checks, places: list[str]) -> None:
    part_of = joined_parts(checks.scenario.roads, places)
    apart = [place for place in places if part_of[place] != 0]
    if apart:
        where = ("places", places.index(apart[0]), "id")
        checks.add("VV211", where, first=places[0], apart=listed(apart))


def _check_passes(checks: Checks) -> None:
    first: dict[str, int] = {}
    roads = checks.scenario.roads
    for i, road in enumerate(roads):
        if road.pass_ is None:
            continue
        j = first.setdefault(road.pass_.name, i)
        if _closures(roads[j]) != _closures(road):
            where = ("roads", i, "pass")
            line = checks.document.span(("roads", j, "pass")).line
            checks.add("VV212", where, id=road.pass_.name, line=line)


def _closures(road: Road) -> object:
    return road.pass_ and value_of(road.pass_.closures_per_winter)


def _check_service(checks: Checks, where: Where, service: Service) -> None:
    checks.no_repeats((*where, "participants"), service.participants)
    checks.participants((*where, "participants"), service)
    _check_elsewhere(checks, (*where, "elsewhere"), service)
    checks.no_repeats((*where, "flags"), service.flags)
    checks.no_repeats((*where, "forms"), service.forms)
    _check_candidates(checks, where, service)
    if service.shared_today is not None:
        host = service.shared_today.host
        checks.takes_part((*where, "shared_today", "host"), host, service)
    for key in SERVICE_UNITS:
        table: Figure | dict[str, Figure] | None = getattr(service, key)
        if isinstance(table, dict):
            checks.table((*where, key), table, service)
    for i, task in enumerate(service.tasks):
        _check_task(checks, (*where, "tasks", i, "candidates"), task, service)
    _check_tasks_sum(checks, where, service)


def _check_elsewhere(checks: Checks, where: Where, service: Service) -> None:
    """Check that who has the service in another co-operation has no part in this."""
    for m in service.elsewhere:
        at = (*where, m)
        if not checks.known_key("VV204", at, m, checks.scenario.municipality_ids):
            continue
        if m in service.participants:
            checks.add_at_key("VV468", at, id=m, service=service.id)


def _check_candidates(checks: Checks, where: Where, service: Service) -> None:
    among = service.candidates.among
    # Left out, they are the participants, and those are checked already.
    if among == service.participants:
        return
    where = (*where, "candidates")
    if isinstance(checks.raw(where), Mapping):
        where = (*where, "among")
    _check_participants(checks, where, among, service)


def _check_task(checks: Checks, where: Where, task: Task, service: Service) -> None:
    if task.candidates != service.participants:
        _check_participants(checks, where, task.candidates, service)


def _check_participants(
    checks: Checks, where: Where, ids: tuple[str, ...], service: Service
) -> None:
    checks.no_repeats(where, ids)
    for i, m in enumerate(ids):
        checks.takes_part((*where, i), m, service)


def _check_tasks_sum(checks: Checks, where: Where, service: Service) -> None:
    known = [task.fte.value for task in service.tasks if task.fte.value is not None]
    total = value_of(service.total_after)
    if total is not None and sum(known) > total:
        checks.add(
            "VV214",
            (*where, "total_after"),
            service=service.id,
            saw=exact_text(sum(known)),
            limit=exact_text(total),
        )


def _check_pins(checks: Checks) -> None:
    scenario = checks.scenario
    first: dict[str, int] = {}
    for i, pin in enumerate(scenario.pins):
        where = ("pins", i)
        _check_source(checks, (*where, "source"), pin.source)
        at = (*where, "service")
        if checks.known("VV202", at, pin.service, scenario.service_ids):
            service = scenario.service(pin.service)
            among = service.candidates.among
            if pin.host is not None:
                at_host = (*where, "host")
                checks.chosen(at_host, pin.host, service, service.id, among)
        if pin.service in first:
            line = checks.document.span(("pins", first[pin.service])).line
            host = scenario.pins[first[pin.service]].host
            checks.add("VV216", at, service=pin.service, host=host or "-", line=line)
        first.setdefault(pin.service, i)


def _check_parameters(checks: Checks) -> None:
    for name, override in checks.scenario.parameters.items():
        _check_source(checks, ("parameters", name, "source"), override.source)


def _check_source(checks: Checks, where: Where, source: str | None) -> None:
    if source is not None:
        checks.known("VV205", where, source, checks.scenario.sources)
