"""Travel between municipalities, and what a closed mountain pass cuts off."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from vvoptimize.scenario.connected import joined_parts
from vvoptimize.scenario.figure import value_of
from vvoptimize.scenario.routes import Route, Routes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from vvoptimize.scenario.exact import Exact
    from vvoptimize.scenario.model import Road, Scenario

Groups: TypeAlias = tuple[tuple[str, ...], ...]


class RoadNetwork:
    """The places and roads of a scenario, asked about by municipality.

    A closed pass closes all roads that carry its name. A pass closes unless the file
    says that it has zero closures per winter. Answers are the same both ways.

    Parameters
    ----------
    places
        The place of each municipality, in the order of the scenario.
    roads
        In the order of the scenario; among equal routes it decides.
    """

    def __init__(self, places: Mapping[str, str], roads: Iterable[Road]) -> None:
        self._places = places
        self._order = {place: i for i, place in enumerate(places.values())}
        self._roads = tuple(roads)
        self._all_routes = Routes(self._roads)
        self._open_routes = Routes(road for road in self._roads if not closes(road))

    @classmethod
    def of(cls, scenario: Scenario) -> RoadNetwork:
        """Build the network of a scenario."""
        # A centre that nobody has placed is known to be where it is, and that is all.
        places = {m.id: m.place or f"centre of {m.id}" for m in scenario.municipalities}
        return cls(places, scenario.roads)

    @property
    def passes(self) -> tuple[str, ...]:
        """The names of the passes that close, in the order of the roads."""
        names = [road.pass_.name for road in self._roads if road.pass_ and closes(road)]
        return tuple(dict.fromkeys(names))

    def minutes(self, a: str, b: str) -> Exact | None:
        """Give the travel time by the quickest route, in minutes.

        Roads whose time is unknown are left out; `None` when no route remains.
        """
        route = self._route(self._all_routes, a, b)
        return None if route is None else route.minutes()

    def minutes_open(self, a: str, b: str) -> Exact | None:
        """Give the travel time in minutes by the quickest route that never closes.

        `None` when every route uses a pass that closes, or a road of unknown time.
        """
        route = self._route(self._open_routes, a, b)
        return None if route is None else route.minutes()

    def km(self, a: str, b: str) -> Exact | None:
        """Give the length of the quickest route, in km; `None` when it is unknown."""
        route = self._route(self._all_routes, a, b)
        return None if route is None else route.km()

    def closures(self, a: str, b: str) -> Exact | None:
        """Give the closures per winter of all passes on the quickest route."""
        route = self._route(self._all_routes, a, b)
        return None if route is None else route.closures()

    def separated(self, a: str, b: str) -> bool | None:
        """Tell whether some single pass, when closed, leaves no route.

        `None` when the scenario knows no route between the two at all.
        """
        ends = self._ends(a, b)
        if ends is None or not _joined(self._parts, *ends):
            return None
        return not _joined(self._parts_by_pass, *ends)

    def cut_off(self, pass_name: str) -> Groups:
        """Give the groups of municipalities that can reach each other with one closed.

        Parameters
        ----------
        pass_name
            The pass that is closed; all others are open.

        Returns
        -------
        tuple of tuples
            Ids of municipalities; groups and members in the order of the scenario.
            One group when the pass cuts nobody off.
        """
        part_of = self._parts_without.get(pass_name, self._parts)
        groups: dict[int, list[str]] = {}
        for m, place in self._places.items():
            groups.setdefault(part_of[place], []).append(m)
        return tuple(tuple(group) for group in groups.values())

    def _route(self, routes: Routes, a: str, b: str) -> Route | None:
        ends = self._ends(a, b)
        return None if ends is None else routes.between(*ends)

    def _ends(self, a: str, b: str) -> tuple[str, str] | None:
        """Give the two places in a fixed order: the same route is found both ways."""
        start, end = self._places.get(a), self._places.get(b)
        if start is None or end is None:
            return None
        in_order = self._order[start] <= self._order[end]
        return (start, end) if in_order else (end, start)

    @cached_property
    def _parts(self) -> Mapping[str, int]:
        return joined_parts(self._roads, self._places.values())

    @cached_property
    def _parts_without(self) -> Mapping[str, Mapping[str, int]]:
        return {name: self._without(name) for name in self.passes}

    @cached_property
    def _parts_by_pass(self) -> Mapping[str, tuple[int, ...]]:
        """The parts that each place belongs to, as one pass after another closes."""
        without = self._parts_without.values()
        places = self._places.values()
        return {place: tuple(parts[place] for parts in without) for place in places}

    def _without(self, pass_name: str) -> Mapping[str, int]:
        left = [r for r in self._roads if r.pass_ is None or r.pass_.name != pass_name]
        return joined_parts(left, self._places.values())


def closes(road: Road) -> bool:
    """Tell whether a road is closed at times: over a pass, unless never closed."""
    return road.pass_ is not None and value_of(road.pass_.closures_per_winter) != 0


def _joined(part_of: Mapping[str, object], a: str, b: str) -> bool:
    return part_of[a] == part_of[b]
