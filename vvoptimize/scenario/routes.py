"""The quickest routes through a set of roads.

Where there is a choice of routes, networkx finds the quickest. Where there is none, as
in most valleys and on most coasts, it need not even be loaded.
"""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise
from math import lcm
from typing import TYPE_CHECKING

from vvoptimize.classes import record
from vvoptimize.scenario.connected import only_routes
from vvoptimize.scenario.exact import Exact, exact
from vvoptimize.scenario.figure import value_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import networkx as nx

    from vvoptimize.scenario.model import Road


@record
class Route:
    """The roads from one place to another, in order."""

    roads: tuple[Road, ...]

    def minutes(self) -> Exact | None:
        """Give the travel time; `None` when that of some road is unknown."""
        return _sum(value_of(road.minutes) for road in self.roads)

    def km(self) -> Exact | None:
        """Give the length; `None` when that of some road is unknown."""
        return _sum(value_of(road.km) for road in self.roads)

    def closures(self) -> Exact | None:
        """Give the closures per winter, each pass once; `None` when one is unknown."""
        passes = {p.name: p for road in self.roads if (p := road.pass_) is not None}
        return _sum(value_of(p.closures_per_winter) for p in passes.values())


class Routes:
    """The quickest routes by these roads, searched for when asked about.

    Roads of unknown time are left out. Among routes of equal time the shortest is
    taken, an unknown length being longer than any known one.
    """

    def __init__(self, roads: Iterable[Road]) -> None:
        self._roads = tuple(r for r in roads if value_of(r.minutes) is not None)
        self._found: dict[str, Mapping[str, Route]] = {}

    def between(self, start: str, end: str) -> Route | None:
        """Give the quickest route; `None` when there is none of known time."""
        if start not in self._found:
            self._found[start] = self._from(start)
        return self._found[start].get(end)

    def _from(self, start: str) -> Mapping[str, Route]:
        """Find the quickest route from one place to every place it can reach."""
        only = only_routes(self._roads, start)
        if only is not None:
            return {end: Route(route) for end, route in only.items()}
        return self._searched(start)

    def _searched(self, start: str) -> Mapping[str, Route]:
        import networkx as nx

        # A place with a choice of routes has a road, and so is in the graph.
        paths = nx.single_source_dijkstra_path(self._graph, start)
        return {end: _along(self._graph, path) for end, path in paths.items()}

    @cached_property
    def _graph(self) -> nx.Graph[str]:
        return _weighted(self._roads)


def _weighted(roads: tuple[Road, ...]) -> nx.Graph[str]:
    """Build a graph of roads of known time, with the best one of parallels."""
    import networkx as nx

    graph: nx.Graph[str] = nx.Graph()
    lengths = [value_of(road.km) for road in roads]
    longest = 1 + sum(km for km in lengths if km is not None)
    finest = _common_denominator(value_of(road.minutes) for road in roads)
    # The least difference in time outweighs all lengths together: they break ties.
    scale = longest * len(roads) * finest + 1
    for road, km in zip(roads, lengths, strict=True):
        minutes = value_of(road.minutes)
        if minutes is not None:
            length = longest if km is None else km
            _add_best(graph, road, minutes * scale + length)
    return graph


def _common_denominator(numbers: Iterable[Exact | None]) -> int:
    return lcm(*(number.denominator for number in numbers if number is not None))


def _add_best(graph: nx.Graph[str], road: Road, weight: Exact) -> None:
    ends = (road.from_, road.to)
    if not graph.has_edge(*ends) or weight < graph.edges[ends]["weight"]:
        graph.add_edge(*ends, weight=weight, road=road)


def _along(graph: nx.Graph[str], path: list[str]) -> Route:
    return Route(tuple(graph.edges[pair]["road"] for pair in pairwise(path)))


def _sum(values: Iterable[Exact | None]) -> Exact | None:
    total: Exact = 0
    for value in values:
        if value is None:
            return None
        total += value
    return exact(total)
