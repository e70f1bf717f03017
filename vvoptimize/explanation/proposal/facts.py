"""What a proposal changes in the region itself: hosts, figures, who is in, pins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.classes import NamedTuple
from vvoptimize.scenario.figures import figure_path

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vvoptimize.assignment import Assignment
    from vvoptimize.scenario.exact import Exact
    from vvoptimize.scenario.model import Scenario
    from vvoptimize.solution.assessed import Assessed


class Moved(NamedTuple):
    """A service with another host than in the base; None is unshared."""

    service: str
    base: str | None
    now: str | None


class Start(NamedTuple):
    """A service that starts at another step; None where it is not told, or shared."""

    service: str
    base: str | None
    now: str | None


class FigureChange(NamedTuple):
    """A figure that is not as in the base.

    Attributes
    ----------
    path
        With ids instead of places in lists.
    base, now
        None is unknown, or not given.
    """

    path: str
    base: Exact | None
    now: Exact | None


class Facts(NamedTuple):
    """All that differs in the region.

    Attributes
    ----------
    moved, starts
        Services that are in both.
    added, removed
        As (`municipalities` | `services` | `roads` | `steps` | `pins`, id).
    """

    moved: tuple[Moved, ...]
    starts: tuple[Start, ...]
    figures: tuple[FigureChange, ...]
    added: tuple[tuple[str, str], ...]
    removed: tuple[tuple[str, str], ...]


def fact_changes(base: Assessed, now: Assessed) -> Facts:
    """Compare two assignments and the scenarios that they are of."""
    one, other = base.grounding.scenario, now.grounding.scenario
    before, after = dict.fromkeys(_things(one)), dict.fromkeys(_things(other))
    return Facts(
        moved=tuple(_moved(base.assignment.hosts, now.assignment.hosts)),
        starts=tuple(_starts(base.assignment, now.assignment)),
        figures=tuple(_figures(_by_path(one), _by_path(other))),
        added=tuple(thing for thing in after if thing not in before),
        removed=tuple(thing for thing in before if thing not in after),
    )


def _moved(
    base: Mapping[str, str | None], now: Mapping[str, str | None]
) -> Iterator[Moved]:
    for service, host in now.items():
        if service in base and base[service] != host:
            yield Moved(service, base[service], host)


def _starts(base: Assignment, now: Assignment) -> Iterator[Start]:
    for service in now.hosts:
        before, after = base.starts.get(service), now.starts.get(service)
        if service in base.hosts and before != after:
            yield Start(service, before, after)


def _figures(
    base: Mapping[str, Exact | None], now: Mapping[str, Exact | None]
) -> Iterator[FigureChange]:
    for path in dict.fromkeys((*now, *base)):
        before, after = base.get(path), now.get(path)
        if before != after:
            yield FigureChange(path, before, after)


def _by_path(scenario: Scenario) -> dict[str, Exact | None]:
    return {
        figure_path(path, scenario): figure.value for path, figure in scenario.figures()
    }


def _things(scenario: Scenario) -> Iterator[tuple[str, str]]:
    yield from (("municipalities", id_) for id_ in scenario.municipality_ids)
    yield from (("services", id_) for id_ in scenario.service_ids)
    yield from (("roads", f"{road.from_}-{road.to}") for road in scenario.roads)
    yield from (("steps", step.id) for step in scenario.steps)
    for pin in scenario.pins:
        told = (pin.service, pin.host, pin.step)
        yield ("pins", "-".join(part for part in told if part is not None))
