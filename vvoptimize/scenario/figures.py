"""Every figure of a scenario with its path in the file and the unit it is in."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from vvoptimize.scenario.figure import Figure, FoundedFigure

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vvoptimize.scenario.model import Road, Scenario
    from vvoptimize.scenario.services import Service
    from vvoptimize.scenario.steps import StepLimits

Where: TypeAlias = tuple[str | int, ...]
Table: TypeAlias = "Mapping[str, Figure | Table]"
Placed: TypeAlias = tuple[Where, FoundedFigure, str | None]
_Placed: TypeAlias = tuple[Where, Figure, str | None]

SERVICE_UNITS = {
    "workplaces_today": "FTE",
    "employed_today": "FTE",
    "total_after": "FTE",
    "minimum_team": "FTE",
    "presence": "day/week",
    "cost_today": "NOK/year",
    "cost_after": "NOK/year",
    "temporary_funding": "NOK/year",
    "effort": "week",
}
"""The figures of a service, and tables of figures by municipality, with their unit."""
LIMIT_UNITS = {"services": "1", "staff": "FTE", "effort": "week"}
"""The figures of a step's limits, with their unit."""


def walk_figures(scenario: Scenario) -> Iterator[Placed]:
    """Give path, figure and expected unit of each figure, in the order of the model.

    The unit is `None` for inputs: the rule that declares an input knows its unit. What
    a figure is to become later comes after it.
    """
    for placed in _walk(scenario):
        yield placed
        where, figure, unit = placed
        if figure.later:
            for i, later in enumerate(figure.later):
                yield (*where, "later", i), later, unit


def walk_timed(scenario: Scenario) -> Iterator[tuple[Where, Figure]]:
    """Give path and figure of each that is to become another one later."""
    return ((where, figure) for where, figure, _ in _walk(scenario) if figure.later)


def _walk(scenario: Scenario) -> Iterator[_Placed]:
    for i, municipality in enumerate(scenario.municipalities):
        if municipality.population is not None:
            yield ("municipalities", i, "population"), municipality.population, "person"
    for i, road in enumerate(scenario.roads):
        yield from _road(("roads", i), road)
    for i, service in enumerate(scenario.services):
        yield from _service(("services", i), service)
    for name, values in scenario.inputs.items():
        yield from _input(("inputs", name), values)
    for i, step in enumerate(scenario.steps):
        yield from _limits(("steps", i, "limits"), step.limits)


def _road(where: Where, road: Road) -> Iterator[_Placed]:
    closing = road.pass_
    if road.km is not None:
        yield (*where, "km"), road.km, "km"
    if road.minutes is not None:
        yield (*where, "minutes"), road.minutes, "min"
    if closing is not None and closing.closures_per_winter is not None:
        figure = closing.closures_per_winter
        yield (*where, "pass", "closures_per_winter"), figure, "closures/winter"


def _service(where: Where, service: Service) -> Iterator[_Placed]:
    for key, unit in SERVICE_UNITS.items():
        value: Figure | Mapping[str, Figure] | None = getattr(service, key)
        at = (*where, key)
        if isinstance(value, Figure):
            yield at, value, unit
        elif value:  # a whole table at once, since there are so many
            yield from [((*at, m), figure, unit) for m, figure in value.items()]
    for i, task in enumerate(service.tasks):
        yield (*where, "tasks", i, "fte"), task.fte, "FTE"
    for name, figure in service.prerequisites.items():
        yield (*where, "prerequisites", name), figure, "bool"
    for i, figure in enumerate(service.cost_ramp):
        yield (*where, "cost_ramp", i), figure, "NOK/year"


def _limits(where: Where, limits: StepLimits) -> Iterator[_Placed]:
    for key, unit in LIMIT_UNITS.items():
        figure: Figure | None = getattr(limits, key)
        if figure is not None:
            yield (*where, key), figure, unit


def _input(where: Where, values: Figure | Table) -> Iterator[_Placed]:
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
