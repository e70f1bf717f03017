"""What a road network tells without a search, and so without a graph library."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from vvoptimize.scenario.model import Road


def joined_parts(roads: Iterable[Road], places: Iterable[str]) -> Mapping[str, int]:
    """Give numbers to the parts of a network between which there is no road.

    Returns
    -------
    Mapping
        One entry per place; places with the same number can reach each other. Parts
        are numbered from 0 in the order in which `places` first meets them.
    """
    neighbours: dict[str, list[str]] = {place: [] for place in places}
    for road in roads:
        neighbours.setdefault(road.from_, []).append(road.to)
        neighbours.setdefault(road.to, []).append(road.from_)
    part_of: dict[str, int] = {}
    number = 0
    for place in neighbours:
        if place not in part_of:
            _spread(place, number, neighbours, part_of)
            number += 1
    return part_of


def _spread(
    start: str,
    number: int,
    neighbours: Mapping[str, list[str]],
    part_of: dict[str, int],
) -> None:
    waiting = [start]
    while waiting:
        place = waiting.pop()
        if place not in part_of:
            part_of[place] = number
            waiting += neighbours[place]


def only_routes(
    roads: Iterable[Road], start: str
) -> Mapping[str, tuple[Road, ...]] | None:
    """Give the roads from one place to each it can reach, where there is no choice.

    Returns
    -------
    Mapping or None
        None where some place can be reached in two ways.
    """
    neighbours: dict[str, list[tuple[str, Road]]] = {start: []}
    for road in roads:
        neighbours.setdefault(road.from_, []).append((road.to, road))
        neighbours.setdefault(road.to, []).append((road.from_, road))
    routes: dict[str, tuple[Road, ...]] = {start: ()}
    waiting = [start]
    while waiting:
        place = waiting.pop()
        for end, road in neighbours[place]:
            if any(road is last for last in routes[place][-1:]):
                continue  # the way we came
            if end in routes:
                return None
            routes[end] = (*routes[place], road)
            waiting.append(end)
    return routes
