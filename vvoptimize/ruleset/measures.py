"""How measures rest on each other: in which order, and never on themselves."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from vvoptimize.ruleset.tree import depth_of, names_in
from vvoptimize.ruleset.vocabulary import TABLES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vvoptimize.ruleset.rules import Measure

MAX_HEIGHT = 100
"""Nodes on top of each other in a formula and all that it rests on: we recurse."""


class MeasureOrder:
    """The measures of a rule set in an order in which each rests on earlier ones."""

    def __init__(self, measures: Mapping[str, Measure]) -> None:
        self._measures = measures
        self._names = {
            name: dict.fromkeys(names_in(measure.formula.tree))
            for name, measure in measures.items()
        }
        self._uses = {
            name: [used for used in names if used in measures]
            for name, names in self._names.items()
        }
        self._order, self._tangled = _peeled(self._uses)

    def cycles(self) -> list[tuple[str, ...]]:
        """Give each way round from a measure back to itself, once."""
        uses = {
            name: [used for used in self._uses[name] if used in self._tangled]
            for name in self._tangled
        }
        found: list[tuple[str, ...]] = []
        told: set[str] = set()
        for name in self._tangled:
            way = () if name in told else _way_back(name, uses)
            if way:
                told.update(way)
                found.append((name, *way))
        return found

    def deciding(self) -> frozenset[str]:
        """Name the measures that rest on a decision, through other measures too."""
        found: set[str] = set()
        for name in self._order:
            names = self._names[name]
            if any(
                used in found or (used in TABLES and TABLES[used].decides)
                for used in names
            ):
                found.add(name)
        return frozenset(found)

    def too_high(self) -> list[str]:
        """Name the measures that are piled too high, each on one that is not."""
        heights: dict[str, int] = {}
        for name in self._order:
            below = max((heights[used] for used in self._uses[name]), default=0)
            heights[name] = depth_of(self._measures[name].formula.tree) + below
        return [
            name
            for name, height in heights.items()
            if height > MAX_HEIGHT
            and all(heights[used] <= MAX_HEIGHT for used in self._uses[name])
        ]


def _peeled(uses: Mapping[str, list[str]]) -> tuple[list[str], list[str]]:
    """Take away, again and again, what rests on nothing left; then what bears nothing.

    Returns
    -------
    list, list
        What was taken away first, in order; and what is left, in file order.
    """
    used_by: dict[str, list[str]] = {name: [] for name in uses}
    for name, below in uses.items():
        for used in below:
            used_by[used].append(name)
    order = _taken(uses, used_by, set(uses))
    left = set(uses) - set(order)
    left -= set(_taken(used_by, uses, left))
    return order, [name for name in uses if name in left]


def _taken(
    below: Mapping[str, list[str]], above: Mapping[str, list[str]], among: set[str]
) -> list[str]:
    waiting = {name: sum(one in among for one in below[name]) for name in among}
    ready = deque(name for name in below if name in among and not waiting[name])
    taken = []
    while ready:
        name = ready.popleft()
        taken.append(name)
        for one in above[name]:
            if one in among:
                waiting[one] -= 1
                if not waiting[one]:
                    ready.append(one)
    return taken


def _way_back(start: str, uses: Mapping[str, list[str]]) -> tuple[str, ...]:
    """Give the shortest way round, without its first step; empty when there is none."""
    came_from: dict[str, str] = {}
    waiting = deque([start])
    while waiting:
        name = waiting.popleft()
        for used in uses[name]:
            if used not in came_from:
                came_from[used] = name
                waiting.append(used)
        if start in came_from:
            break
    if start not in came_from:
        return ()
    way = [start]
    while (name := came_from[way[-1]]) != start:
        way.append(name)
    return tuple(reversed(way))
