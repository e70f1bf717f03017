"""The scenario's facts as tables: numbers, or the names of figures that are missing."""

from __future__ import annotations

from functools import partial
from itertools import product
from typing import TYPE_CHECKING, TypeAlias

from vvoptimize.ruleset.arithmetic import Quantity, missing
from vvoptimize.ruleset.step_tables import binds_at, step_tables
from vvoptimize.scenario.services import Flag, Service

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from vvoptimize.ruleset.ground import Index
    from vvoptimize.scenario.exact import Exact
    from vvoptimize.scenario.figure import Figure
    from vvoptimize.scenario.model import Scenario
    from vvoptimize.scenario.steps import Step

Table: TypeAlias = "dict[Index, Quantity]"


def data_tables(
    scenario: Scenario, step: Step | None = None
) -> Mapping[str, Callable[[], Table]]:
    """Give a builder of each table of facts, by name.

    Parameters
    ----------
    step
        The step that the tables are of, where the scenario has steps.
    """
    by_service = _BY_SERVICE | {flag.value: _flag(flag) for flag in Flag}
    return {
        **{name: partial(_by_service, scenario, of) for name, of in by_service.items()},
        **{name: partial(_by_pair, scenario, of) for name, of in _BY_PAIR.items()},
        "population": partial(_population, scenario),
        "minutes": partial(_travel, scenario, "minutes"),
        "km": partial(_travel, scenario, "km"),
        "separated": partial(_travel, scenario, "separated"),
        "pinned": partial(_pinned, scenario, step),
        "form_today": partial(_form_today, scenario),
        **step_tables(scenario, step),
    }


def figure_quantity(figure: Figure | None, path: str) -> Quantity:
    """Give a figure's value, or its name where nobody has given it."""
    return _known(None if figure is None else figure.value, path)


def _known(value: Exact | None, path: str) -> Quantity:
    return missing((path,)) if value is None else value


def all_forms(scenario: Scenario) -> tuple[str, ...]:
    """Give every legal form that some service may have or has, in file order."""
    forms = [form for service in scenario.services for form in service.forms]
    forms += [service.form_today for service in scenario.services if service.form_today]
    return tuple(dict.fromkeys(forms))


# Facts of one service


def staff_after(service: Service) -> Quantity:
    """FTE of the service when shared."""
    return figure_quantity(service.total_after, f"services.{service.id}.total_after")


def cost_after(service: Service) -> Quantity:
    """NOK/year of the service when shared."""
    return figure_quantity(service.cost_after, f"services.{service.id}.cost_after")


def _minimum_team(service: Service) -> Quantity:
    return figure_quantity(service.minimum_team, f"services.{service.id}.minimum_team")


def _temporary_funding(service: Service) -> Quantity:
    path = f"services.{service.id}.temporary_funding"
    return figure_quantity(service.temporary_funding, path)


def _effort(service: Service) -> Quantity:
    return figure_quantity(service.effort, f"services.{service.id}.effort")


def _joint_today(service: Service) -> Quantity:
    return int(service.shared_today is not None)


def _flag(flag: Flag) -> Callable[[Service], Quantity]:
    return lambda service: int(service.has(flag))


# Facts of one service in one municipality


def today_workplaces(service: Service, m: str) -> Quantity:
    """FTE of the service that work in the municipality today."""
    if m not in service.participants:
        return 0
    path = f"services.{service.id}.workplaces_today.{m}"
    return figure_quantity(service.workplaces_today.get(m), path)


def today_employed(service: Service, m: str) -> Quantity:
    """FTE of the service that the municipality employs today."""
    if m not in service.participants:
        return 0
    path = f"services.{service.id}.employed_today.{m}"
    return _known(service.employed_now[m], path)


def pays_today(service: Service, m: str) -> Quantity:
    """NOK/year that the municipality pays for the service today."""
    if m not in service.participants:
        return 0
    path = f"services.{service.id}.cost_today.{m}"
    return figure_quantity(service.cost_today.get(m), path)


def _presence_wished(service: Service, m: str) -> Quantity:
    """Days per week; a municipality that is not listed has no wish."""
    if m not in service.presence:
        return 0
    return figure_quantity(service.presence[m], f"services.{service.id}.presence.{m}")


def _participant(service: Service, m: str) -> Quantity:
    return int(m in service.participants)


def _candidate(service: Service, m: str) -> Quantity:
    return int(m in service.candidates.among)


def _host_today(service: Service, m: str) -> Quantity:
    return int(service.shared_today is not None and service.shared_today.host == m)


_BY_SERVICE: dict[str, Callable[[Service], Quantity]] = {
    "joint_today": _joint_today,
    "staff_after": staff_after,
    "cost_after": cost_after,
    "minimum_team": _minimum_team,
    "temporary_funding": _temporary_funding,
    "effort": _effort,
}
_BY_PAIR: dict[str, Callable[[Service, str], Quantity]] = {
    "participant": _participant,
    "candidate": _candidate,
    "host_today": _host_today,
    "workplaces_today": today_workplaces,
    "employed_today": today_employed,
    "pays_today": pays_today,
    "presence_wished": _presence_wished,
}


# Whole tables


def _by_service(scenario: Scenario, value: Callable[[Service], Quantity]) -> Table:
    return {(service.id,): value(service) for service in scenario.services}


def _by_pair(scenario: Scenario, value: Callable[[Service, str], Quantity]) -> Table:
    pairs = product(scenario.services, scenario.municipality_ids)
    return {(service.id, m): value(service, m) for service, m in pairs}


def _population(scenario: Scenario) -> Table:
    return {
        (m.id,): figure_quantity(m.population, f"municipalities.{m.id}.population")
        for m in scenario.municipalities
    }


def _travel(scenario: Scenario, what: str) -> Table:
    network = scenario.roads_network
    between = {
        "minutes": network.minutes,
        "km": network.km,
        "separated": network.separated,
    }[what]
    table: Table = {}
    for a, b in product(scenario.municipality_ids, repeat=2):
        value = between(a, b)
        table[(a, b)] = _known(
            int(value) if isinstance(value, bool) else value, f"roads {a}-{b}.{what}"
        )
    return table


def _pinned(scenario: Scenario, step: Step | None) -> Table:
    pins = {
        (pin.service, pin.host)
        for pin in scenario.pins
        if step is None or binds_at(pin, step, scenario)
    }
    return _by_pair(scenario, lambda s, m: int((s.id, m) in pins))


def _form_today(scenario: Scenario) -> Table:
    return {
        (service.id, form): int(service.form_today == form)
        for service in scenario.services
        for form in all_forms(scenario)
    }
