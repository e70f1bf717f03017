"""Every figure of a scenario with its path in the file and the unit it is in."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from vvoptimize.scenario.figure import Figure

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vvoptimize.scenario.model import Road, Scenario
    from vvoptimize.scenario.services import Service

Where: TypeAlias = tuple[str | int, ...]
Table: TypeAlias = "Mapping[str, Figure | Table]"
Placed: TypeAlias = tuple[Where, Figure, str | None]

SERVICE_UNITS = {
    "workplaces_today": "FTE",
    "employed_today": "FTE",
    "total_after": "FTE",
    "minimum_team": "FTE",
    "presence": "day/week",
    "cost_today": "NOK/year",
    "cost_after": "NOK/year",
    "temporary_funding": "NOK/year",
}
"""The figures of a service, and tables of figures by municipality, with their unit."""


def walk_figures(scenario: Scenario) -> Iterator[Placed]:
    """Give path, figure and expected unit of each figure, in the order of the model.

    The unit is `None` for inputs: the rule that declares an input knows its unit.
    """
    for i, municipality in enumerate(scenario.municipalities):
        if municipality.population is not None:
            yield ("municipalities", i, "population"), municipality.population, "person"
    for i, road in enumerate(scenario.roads):
        yield from _road(("roads", i), road)
    for i, service in enumerate(scenario.services):
        yield from _service(("services", i), service)
    for name, values in scenario.inputs.items():
        yield from _input(("inputs", name), values)


def _road(where: Where, road: Road) -> Iterator[Placed]:
    closing = road.pass_
    if road.km is not None:
        yield (*where, "km"), road.km, "km"
    if road.minutes is not None:
        yield (*where, "minutes"), road.minutes, "min"
    if closing is not None and closing.closures_per_winter is not None:
        figure = closing.closures_per_winter
        yield (*where, "pass", "closures_per_winter"), figure, "closures/winter"


def _service(where: Where, service: Service) -> Iterator[Placed]:
    for key, unit in SERVICE_UNITS.items():
        value: Figure | Mapping[str, Figure] | None = getattr(service, key)
        if isinstance(value, Figure):
            yield (*where, key), value, unit
        elif value is not None:
            for m, figure in value.items():
                yield (*where, key, m), figure, unit
    for i, task in enumerate(service.tasks):
        yield (*where, "tasks", i, "fte"), task.fte, "FTE"


def _input(where: Where, values: Figure | Table) -> Iterator[Placed]:
    if isinstance(values, Figure):
        yield where, values, None
    else:
        for key, value in values.items():
            yield from _input((*where, key), value)


def figure_path(path: Where, scenario: Scenario) -> str:
    """Write the path of a figure with ids, as missing figures are named.

    Parameters
    ----------
    path
        Keys and positions in the scenario file.
    """
    match path:
        case ("municipalities", int(i), *rest):
            head = ["municipalities", scenario.municipalities[i].id]
        case ("services", int(i), "tasks", int(j), *rest):
            service = scenario.services[i]
            head = ["services", service.id, "tasks", service.tasks[j].id]
        case ("services", int(i), *rest):
            head = ["services", scenario.services[i].id]
        case ("roads", int(i), *rest):
            road = scenario.roads[i]
            head = ["roads", f"{road.from_}-{road.to}"]
        case _:
            head, rest = [], list(path)
    return ".".join(str(part) for part in (*head, *rest))
