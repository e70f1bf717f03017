"""An assignment as a file: the entry that `check` and `solve --keep` read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from vvoptimize.report.catalogue import say
from vvoptimize.scenario.exact import exact_text
from vvoptimize.scenario.services import Delivery

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from vvoptimize.assignment import Assignment
    from vvoptimize.scenario.exact import Exact
    from vvoptimize.scenario.model import Scenario
    from vvoptimize.scenario.services import Service

WIDTH = 100  # columns


class _Number(str):
    """A number as it is to stand in the file."""

    __slots__ = ()


class _Dumper(yaml.SafeDumper):
    """Writes numbers exactly, and no aliases: the reader refuses them."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def _number(dumper: yaml.SafeDumper, number: _Number) -> yaml.ScalarNode:
    whole = "int" if number.lstrip("-").isdigit() else "float"
    return dumper.represent_scalar(f"tag:yaml.org,2002:{whole}", str(number))


_Dumper.add_representer(_Number, _number)


def saved(assignment: Assignment, scenario: Scenario, *, proved: bool) -> str:
    """Write an assignment as an entry under `assignments`, a file of its own.

    Parameters
    ----------
    proved
        Whether it is proved best, as its title tells.

    Returns
    -------
    str
        YAML; read by `parse_assignment` it gives the same assignment.
    """
    key = "saved.proved" if proved else "saved.found"
    title = {lang: say(lang, key, id=scenario.id) for lang in ("nb", "en")}
    entry = {"title": title, **_entry(assignment, scenario)}
    return yaml.dump(
        {name: value for name, value in entry.items() if value},
        Dumper=_Dumper,
        sort_keys=False,
        allow_unicode=True,
        default_flow_style=None,
        width=WIDTH,
    )


def _entry(assignment: Assignment, scenario: Scenario) -> dict[str, object]:
    hosts = {s: host for s, host in assignment.hosts.items() if host is not None}
    shared = [service for service in scenario.services if service.id in hosts]
    return {
        "hosts": hosts,
        "starts": dict(assignment.starts),
        "unshared": [s for s, host in assignment.hosts.items() if host is None],
        "tasks": _tasks(assignment, hosts),
        "delivery": _delivery(shared, assignment),
        "workplaces": _amounts(assignment.workplaces),
        "forms": _forms(shared, assignment),
        "pays": _amounts(assignment.pays),
    }


def _tasks(
    assignment: Assignment, hosts: Mapping[str, str]
) -> dict[str, dict[str, str]]:
    """Give where tasks sit that do not sit with the host."""
    elsewhere: dict[str, dict[str, str]] = {}
    for (s, task), m in assignment.tasks.items():
        if m != hosts[s]:
            elsewhere.setdefault(s, {})[task] = m
    return elsewhere


def _delivery(shared: Iterable[Service], assignment: Assignment) -> dict[str, str]:
    return {
        service.id: "network" if service.id in assignment.networks else "central"
        for service in shared
        if service.delivery is Delivery.EITHER
    }


def _forms(shared: Iterable[Service], assignment: Assignment) -> dict[str, str]:
    """Give the forms that are chosen; a service that has one has it anyhow."""
    return {
        service.id: assignment.forms[service.id]
        for service in shared
        if len(service.forms) > 1 and service.id in assignment.forms
    }


def _amounts(
    table: Mapping[tuple[str, str], Exact],
) -> dict[str, dict[str, _Number]]:
    amounts: dict[str, dict[str, _Number]] = {}
    for (s, m), amount in table.items():
        amounts.setdefault(s, {})[m] = _Number(exact_text(amount))
    return amounts
