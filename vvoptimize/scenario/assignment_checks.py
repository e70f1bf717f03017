"""Checks of an assignment in a file against the scenario it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from vvoptimize.errors import listed
from vvoptimize.scenario.exact import Exact, exact, exact_text
from vvoptimize.scenario.figure import value_of
from vvoptimize.scenario.services import Delivery
from vvoptimize.scenario.starts import check_starts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vvoptimize.scenario.assignments import AssignmentEntry
    from vvoptimize.scenario.checking import Checks
    from vvoptimize.scenario.figures import Where
    from vvoptimize.scenario.services import Service

T = TypeVar("T")


def check_assignment(
    checks: Checks, where: Where, entry: AssignmentEntry, name: str
) -> None:
    """Add all that is wrong with an assignment.

    Parameters
    ----------
    where
        Its place in the file that `checks` reads; empty when it is the whole file.
    name
        What messages call it.
    """
    _check_sources(checks, where, entry)
    _check_complete(checks, where, entry, name)
    _check_unshared(checks, where, entry)
    if entry.starts or checks.scenario.steps:
        check_starts(checks, where, entry, name)
    for service, host, at in _of_services(checks, (*where, "hosts"), entry.hosts):
        checks.chosen(at, host, service, service.id, service.candidates.among)
    for service, places, at in _of_shared(checks, where, entry, "tasks", entry.tasks):
        _check_tasks(checks, at, places, service, entry.hosts[service.id])
    _check_delivery(checks, where, entry)
    for service, form, at in _of_shared(checks, where, entry, "forms", entry.forms):
        checks.known("VV207", at, form, service.forms)
    _check_workplaces(checks, where, entry)
    for service, pays, at in _of_shared(checks, where, entry, "pays", entry.pays):
        _check_amounts(checks, at, pays, service)
        total = value_of(service.cost_after)
        _check_sum(checks, "VV239", at, service, pays, total)


def staff_elsewhere(
    service: Service, places: Mapping[str, str]
) -> dict[str, Exact] | None:
    """Give the FTE of the tasks that sit in each municipality that is named.

    Parameters
    ----------
    places
        Municipality of each task that does not simply sit with the host.

    Returns
    -------
    dict or None
        `None` when the size of one of those tasks is unknown.
    """
    staff: dict[str, Exact] = {}
    for task in service.tasks:
        if task.id in places:
            if task.fte.value is None:
                return None
            m = places[task.id]
            staff[m] = exact(staff.get(m, 0) + task.fte.value)
    return staff


def central_staff(service: Service, entry: AssignmentEntry) -> dict[str, Exact] | None:
    """Give the FTE in each municipality of a service whose staff is not spread.

    Returns
    -------
    dict or None
        None where a figure is unknown.
    """
    total = value_of(service.total_after)
    staff = staff_elsewhere(service, entry.tasks.get(service.id, {}))
    if staff is None or total is None:
        return None
    host = entry.hosts[service.id]
    return staff | {host: exact(staff.get(host, 0) + total - sum(staff.values()))}


def is_network(service: Service, entry: AssignmentEntry) -> bool:
    """Tell whether a service is delivered as a network; central when not said."""
    if service.delivery is Delivery.EITHER:
        return entry.delivery.get(service.id) == "network"
    return service.delivery is Delivery.NETWORK


def _of_services(
    checks: Checks, where: Where, table: Mapping[str, T]
) -> list[tuple[Service, T, Where]]:
    """Give service, value and place of each entry; unknown services are problems."""
    scenario = checks.scenario
    return [
        (scenario.service(s), value, (*where, s))
        for s, value in table.items()
        if checks.known_key("VV202", (*where, s), s, scenario.service_ids)
    ]


def _of_shared(
    checks: Checks,
    where: Where,
    entry: AssignmentEntry,
    key: str,
    table: Mapping[str, T],
) -> list[tuple[Service, T, Where]]:
    """Do the same, and refuse what is said about services that are not shared."""
    found = _of_services(checks, (*where, key), table)
    for service, _, at in found:
        if service.id in entry.unshared:
            checks.add_at_key("VV233", at, key=key, service=service.id)
    return [case for case in found if case[0].id in entry.hosts]


def _check_sources(checks: Checks, where: Where, entry: AssignmentEntry) -> None:
    sources: dict[Where, str | None] = {("source",): entry.source}
    if entry.outcome is not None:
        sources["outcome", "source"] = entry.outcome.source
    for at, source in sources.items():
        if source is not None:
            checks.known("VV205", (*where, *at), source, checks.scenario.sources)


def _check_complete(
    checks: Checks, where: Where, entry: AssignmentEntry, name: str
) -> None:
    told = {*entry.hosts, *entry.unshared}
    left_out = [s for s in checks.scenario.service_ids if s not in told]
    if left_out:
        at = (*where, "hosts")
        checks.add_at_key("VV230", at, name=name, services=listed(left_out))


def _check_unshared(checks: Checks, where: Where, entry: AssignmentEntry) -> None:
    where = (*where, "unshared")
    checks.no_repeats(where, entry.unshared)
    for i, s in enumerate(entry.unshared):
        at = (*where, i)
        if not checks.known("VV202", at, s, checks.scenario.service_ids):
            continue
        if not checks.scenario.service(s).may_stay_unshared:
            checks.add("VV232", at, service=s)
        if s in entry.hosts:
            checks.add("VV231", at, service=s, host=entry.hosts[s])


def _check_tasks(
    checks: Checks, where: Where, places: Mapping[str, str], service: Service, host: str
) -> None:
    tasks = {task.id: task for task in service.tasks}
    for task_id, m in places.items():
        at = (*where, task_id)
        if checks.known_key("VV206", at, task_id, tasks):
            # The host needs no leave: what is not placed elsewhere sits with it.
            among = dict.fromkeys((*tasks[task_id].candidates, host))
            checks.chosen(at, m, service, task_id, tuple(among))


def _check_delivery(checks: Checks, where: Where, entry: AssignmentEntry) -> None:
    cases = _of_shared(checks, where, entry, "delivery", entry.delivery)
    for service, delivery, at in cases:
        if service.delivery not in (Delivery.EITHER, delivery):
            wanted = service.delivery
            checks.add("VV235", at, service=service.id, wanted=wanted, saw=delivery)


def _check_workplaces(checks: Checks, where: Where, entry: AssignmentEntry) -> None:
    cases = _of_shared(checks, where, entry, "workplaces", entry.workplaces)
    for service, staff, at in cases:
        _check_amounts(checks, at, staff, service)
        total = value_of(service.total_after)
        if is_network(service, entry):
            _check_sum(checks, "VV237", at, service, staff, total)
        else:
            _check_central(checks, at, entry, service, staff)
    for s in entry.hosts:
        if s in checks.scenario.service_ids and s not in entry.workplaces:
            service = checks.scenario.service(s)
            # Of how many nobody knows, nobody can tell where they work.
            known = value_of(service.total_after) is not None
            if known and is_network(service, entry):
                checks.add_at_key("VV236", (*where, "hosts", s), service=s)


def _check_central(
    checks: Checks,
    where: Where,
    entry: AssignmentEntry,
    service: Service,
    staff: Mapping[str, Exact],
) -> None:
    """Check that staff sits where host and tasks put it."""
    wanted = central_staff(service, entry)
    if wanted is None:
        return
    for m in service.participants:
        saw, right = staff.get(m, 0), wanted.get(m, 0)
        if saw != right:
            checks.add(
                "VV238",
                (*where, m),
                service=service.id,
                id=m,
                saw=exact_text(saw),
                wanted=exact_text(right),
            )


def _check_amounts(
    checks: Checks, where: Where, amounts: Mapping[str, Exact], service: Service
) -> None:
    checks.table(where, amounts, service)
    name = checks.name_of(where)
    for m, amount in amounts.items():
        if amount < 0:
            text = exact_text(amount)
            checks.add("VV221", (*where, m), where=f"{name}.{m}", value=text)


def _check_sum(
    checks: Checks,
    code: str,
    where: Where,
    service: Service,
    amounts: Mapping[str, Exact],
    total: Exact | None,
) -> None:
    saw = exact(sum(amounts.values()))
    if total is not None and saw != total:
        texts = {"saw": exact_text(saw), "wanted": exact_text(total)}
        checks.add_at_key(code, where, service=service.id, **texts)
