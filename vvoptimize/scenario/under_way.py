"""A plan under way: what is decided, and is to change as little as possible.

It need not fit the scenario as that has become: a host may have withdrawn, a service
may have to start later. Only its names must be known.
"""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from vvoptimize.classes import record
from vvoptimize.errors import InputError, Problems
from vvoptimize.scenario.assignment_checks import central_staff, is_network
from vvoptimize.scenario.assignments import AssignmentEntry
from vvoptimize.scenario.checking import Checks
from vvoptimize.scenario.named import named_entry
from vvoptimize.scenario.services import Delivery
from vvoptimize.scenario.starts import starts_of
from vvoptimize.source import parse, validate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vvoptimize.scenario.exact import Exact
    from vvoptimize.scenario.model import Scenario


@record
class UnderWay:
    """What is decided; services that are not named may be decided anyhow.

    Attributes
    ----------
    hosts
        None where a service is to stay unshared.
    starts
        The step at which each shared service starts, in a scenario with steps.
    workplaces
        FTE by service and municipality of those for which that is more than who hosts:
        staff may be spread, or a task sit elsewhere.
    gathered
        Those of them whose staff is with the host and the tasks.
    tasks
        Municipality by service and task, of those that do not simply sit with the host.
    """

    hosts: Mapping[str, str | None]
    starts: Mapping[str, str] = field(default_factory=dict)
    workplaces: Mapping[str, Mapping[str, Exact]] = field(default_factory=dict)
    gathered: frozenset[str] = frozenset()
    tasks: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def named_under_way(scenario: Scenario, name: str) -> UnderWay:
    """Give what a named assignment of the scenario decides.

    Raises
    ------
    InputError
        If there is none; the message names those there are.
    """
    return _under_way(named_entry(scenario, name), scenario)


def parse_under_way(text: str, path: str, scenario: Scenario) -> UnderWay:
    """Read a plan under way from a text shaped as an entry under `assignments`.

    Parameters
    ----------
    path
        What messages call the text.

    Raises
    ------
    InputError
        With every name that is unknown, each with its position.
    """
    document = parse(text, path)
    problems = Problems()
    entry = validate(document, AssignmentEntry, problems)
    if entry is not None:
        _check_names(Checks(scenario, document, problems), entry)
    if entry is None or problems:
        raise InputError(problems)
    return _under_way(entry, scenario)


def _check_names(checks: Checks, entry: AssignmentEntry) -> None:
    services = checks.scenario.service_ids
    steps = [step.id for step in checks.scenario.steps]
    for s, host in entry.hosts.items():
        checks.known_key("VV202", ("hosts", s), s, services)
        checks.known("VV204", ("hosts", s), host, checks.scenario.municipality_ids)
    for s, step in entry.starts.items():
        checks.known_key("VV202", ("starts", s), s, services)
        checks.known("VV284", ("starts", s), step, steps)
    for i, s in enumerate(entry.unshared):
        checks.known("VV202", ("unshared", i), s, services)
    for s, places in entry.tasks.items():
        checks.known_key("VV202", ("tasks", s), s, services)
        for task, m in places.items():
            at = ("tasks", s, task)
            checks.known("VV204", at, m, checks.scenario.municipality_ids)
    for s, staff in entry.workplaces.items():
        checks.known_key("VV202", ("workplaces", s), s, services)
        for m in staff:
            at = ("workplaces", s, m)
            checks.known_key("VV204", at, m, checks.scenario.municipality_ids)


def _under_way(entry: AssignmentEntry, scenario: Scenario) -> UnderWay:
    gathered = _gathered(entry, scenario)
    spread = {s: x for s, x in entry.workplaces.items() if s not in gathered}
    return UnderWay(
        hosts={**entry.hosts, **dict.fromkeys(entry.unshared)},
        starts=starts_of(scenario, entry) if scenario.steps else {},
        workplaces={**gathered, **spread},
        gathered=frozenset(gathered),
        tasks=entry.tasks,
    )


def _gathered(
    entry: AssignmentEntry, scenario: Scenario
) -> dict[str, dict[str, Exact]]:
    """Give the workplaces of what is gathered, though it might be otherwise."""
    found = {}
    for service in scenario.services:
        hosted = service.id in entry.hosts and not is_network(service, entry)
        if hosted and (service.tasks or service.delivery is Delivery.EITHER):
            staff = central_staff(service, entry)
            if staff is not None:
                found[service.id] = staff
    return found
