"""The scenario's facts as tables: numbers, or the names of figures that are missing."""

from __future__ import annotations

from functools import partial
from itertools import product
from typing import TYPE_CHECKING, TypeAlias

from vvoptimize.ruleset.arithmetic import Quantity, missing
from vvoptimize.ruleset.rows import Row, table_of
from vvoptimize.ruleset.step_tables import binds_at, step_tables
from vvoptimize.scenario.figure import value_of
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
    value = value_of(service.workplaces_today.get(m))
    return _of_participant(service, m, value, "workplaces_today")


def today_employed(service: Service, m: str) -> Quantity:
    """FTE of the service that the municipality employs today."""
    value = service.employed_now.get(m)
    return _of_participant(service, m, value, "employed_today")


def pays_today(service: Service, m: str) -> Quantity:
    """NOK/year that the municipality pays for the service today."""
    value = value_of(service.cost_today.get(m))
    return _of_participant(service, m, value, "cost_today")


def _of_participant(
    service: Service, m: str, value: Exact | None, key: str
) -> Quantity:
    if m not in service.participants:
        return 0
    return missing((f"services.{service.id}.{key}.{m}",)) if value is None else value


# Facts of one service in those municipalities where they are not zero


def _workplaces_today(service: Service) -> Row:
    return _participants(service, _values(service.workplaces_today), "workplaces_today")


def _employed_today(service: Service) -> Row:
    return _participants(service, service.employed_now, "employed_today")


def _pays_today(service: Service) -> Row:
    return _participants(service, _values(service.cost_today), "cost_today")


def _values(table: Mapping[str, Figure]) -> Mapping[str, Exact | None]:
    return {m: figure.value for m, figure in table.items()}


def _participants(
    service: Service, values: Mapping[str, Exact | None], key: str
) -> Row:
    return {
        m: missing((f"services.{service.id}.{key}.{m}",)) if value is None else value
        for m in service.participants
        for value in (values.get(m),)
    }


def _presence_wished(service: Service) -> Row:
    """Days per week; a municipality that is not listed has no wish."""
    path = f"services.{service.id}.presence"
    table = service.presence.items()
    return {m: figure_quantity(figure, f"{path}.{m}") for m, figure in table}


def _participant(service: Service) -> Row:
    return dict.fromkeys(service.participants, 1)


def _candidate(service: Service) -> Row:
    return dict.fromkeys(service.candidates.among, 1)


def _host_today(service: Service) -> Row:
    return {} if service.shared_today is None else {service.shared_today.host: 1}


_BY_SERVICE: dict[str, Callable[[Service], Quantity]] = {
    "joint_today": _joint_today,
    "staff_after": staff_after,
    "cost_after": cost_after,
    "minimum_team": _minimum_team,
    "temporary_funding": _temporary_funding,
    "effort": _effort,
}
_BY_PAIR: dict[str, Callable[[Service], Row]] = {
    "participant": _participant,
    "candidate": _candidate,
    "host_today": _host_today,
    "workplaces_today": _workplaces_today,
    "employed_today": _employed_today,
    "pays_today": _pays_today,
    "presence_wished": _presence_wished,
}


# Whole tables


def _by_service(scenario: Scenario, value: Callable[[Service], Quantity]) -> Table:
    return {(service.id,): value(service) for service in scenario.services}


def _by_pair(scenario: Scenario, of: Callable[[Service], Row]) -> Table:
    rows = [of(service) for service in scenario.services]
    return table_of(scenario.service_ids, scenario.municipality_ids, rows)


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
    hosts: dict[str, dict[str, Quantity]] = {}
    for pin in scenario.pins:
        if pin.host is not None and (step is None or binds_at(pin, step, scenario)):
            hosts.setdefault(pin.service, {})[pin.host] = 1
    return _by_pair(scenario, lambda service: hosts.get(service.id, {}))


def _form_today(scenario: Scenario) -> Table:
    forms = all_forms(scenario)
    return {
        (service.id, form): int(service.form_today == form)
        for service in scenario.services
        for form in forms
    }
