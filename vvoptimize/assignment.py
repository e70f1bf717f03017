"""An assignment: who hosts each service, and where its staff works."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from vvoptimize.classes import record
from vvoptimize.errors import InputError, Problems
from vvoptimize.scenario.assignment_checks import check_assignment, is_network
from vvoptimize.scenario.assignments import AssignmentEntry
from vvoptimize.scenario.checking import Checks
from vvoptimize.scenario.named import named_entry
from vvoptimize.scenario.starts import starts_of
from vvoptimize.source import parse, validate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vvoptimize.scenario.exact import Exact
    from vvoptimize.scenario.model import Scenario
    from vvoptimize.scenario.services import Service


@record
class Assignment:
    """A decision about every service of a scenario.

    Attributes
    ----------
    hosts
        One entry per service, in the order of the scenario; `None` leaves the service
        unshared, as it is today.
    tasks
        Where each task of each shared service sits, by service and task.
    networks
        The shared services whose staff is spread out.
    workplaces
        FTE by service and municipality, one entry for every participant of every
        service in `networks`; of other services it follows from host and tasks.
    forms
        The legal form of the services for which it is decided.
    pays
        NOK/year by service and municipality, where it is not left to the cost key.
    starts
        The step at which each shared service starts, in a scenario with steps.
    """

    hosts: Mapping[str, str | None]
    tasks: Mapping[tuple[str, str], str]
    networks: frozenset[str]
    workplaces: Mapping[tuple[str, str], Exact]
    forms: Mapping[str, str]
    pays: Mapping[tuple[str, str], Exact]
    starts: Mapping[str, str] = field(default_factory=dict)


def named_assignment(scenario: Scenario, name: str) -> Assignment:
    """Give the assignment that the scenario has under this name.

    Raises
    ------
    InputError
        If there is none; the message names those there are.
    """
    return _resolved(named_entry(scenario, name), scenario)


def parse_assignment(text: str, path: str, scenario: Scenario) -> Assignment:
    """Read an assignment from a text shaped as an entry under `assignments`.

    Parameters
    ----------
    path
        What messages call the text.

    Raises
    ------
    InputError
        With everything that is wrong, each with its position.
    """
    document = parse(text, path)
    problems = Problems()
    entry = validate(document, AssignmentEntry, problems)
    if entry is not None:
        check_assignment(Checks(scenario, document, problems), (), entry, path)
    if entry is None or problems:
        raise InputError(problems)
    return _resolved(entry, scenario)


def _resolved(entry: AssignmentEntry, scenario: Scenario) -> Assignment:
    """Fill in all that a file may leave out."""
    shared = [service for service in scenario.services if service.id in entry.hosts]
    networks = [service for service in shared if is_network(service, entry)]
    return Assignment(
        hosts={s: entry.hosts.get(s) for s in scenario.service_ids},
        tasks={
            (service.id, task.id): places.get(task.id, entry.hosts[service.id])
            for service in shared
            for places in [entry.tasks.get(service.id, {})]
            for task in service.tasks
        },
        networks=frozenset(service.id for service in networks),
        workplaces=_by_participant(networks, entry.workplaces),
        forms=_forms(shared, entry),
        pays=_by_participant(shared, entry.pays),
        starts=starts_of(scenario, entry) if scenario.steps else {},
    )


def _by_participant(
    services: list[Service], tables: Mapping[str, Mapping[str, Exact]]
) -> dict[tuple[str, str], Exact]:
    """Spell out the tables given: a decision about no staff or money is zero."""
    return {
        (service.id, m): tables[service.id].get(m, 0)
        for service in services
        if service.id in tables
        for m in service.participants
    }


def _forms(shared: list[Service], entry: AssignmentEntry) -> dict[str, str]:
    """Take the form that was chosen, or the only one that is lawful."""
    return {
        service.id: entry.forms.get(service.id, service.forms[0])
        for service in shared
        if service.id in entry.forms or len(service.forms) == 1
    }
