"""Frames: the cases that a column has an entry for."""

from __future__ import annotations

from itertools import chain, compress, repeat
from math import prod
from operator import add, mul
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    Sets = Mapping[str, Sequence[str]]


class Frame:
    """Cases in order, each with an element for every index variable.

    Parameters
    ----------
    sets
        The elements that each variable runs through.
    places
        By variable: the place in its set of the element that it stands for, case by
        case.
    length
        How many cases there are.
    """

    def __init__(
        self, sets: Sets, places: Mapping[str, list[int]], length: int
    ) -> None:
        self.sets = sets
        self.places = places
        self.length = length
        self._indices: dict[tuple[str, ...], list[int]] = {}
        self._within: dict[tuple[tuple[str, int], ...], Frame] = {}
        self._outer: Frame | None = None

    def index(self, variables: tuple[str, ...]) -> list[int]:
        """Give the place of each case among all combinations of some variables.

        The last varies fastest; a variable may be named twice.
        """
        if variables not in self._indices:
            self._indices[variables] = self._index(variables)
        return self._indices[variables]

    def _index(self, variables: tuple[str, ...]) -> list[int]:
        if not variables:
            return [0] * self.length
        found = self.places[variables[0]]
        for variable in variables[1:]:
            size = len(self.sets[variable])
            outer = map(mul, found, repeat(size))
            found = list(map(add, outer, self.places[variable]))
        return found

    def runs(self, variables: tuple[str, ...]) -> tuple[list[int], int] | None:
        """Give where the cases begin that follow each other, and how many do.

        None but where the last variables named are those that the frame was multiplied
        by.
        """
        outer = self._outer
        if outer is None:
            return None
        own = tuple(name for name in self.sets if name not in outer.sets)
        before, last = variables[: -len(own)], variables[-len(own) :]
        if last != own or not set(before) <= outer.sets.keys():
            return None
        size = combinations({name: self.sets[name] for name in own})
        return [place * size for place in outer.index(before)], size

    def only(self, chosen: Sequence[object]) -> Frame:
        """Give the cases that are chosen."""
        places = {
            variable: list(compress(column, chosen))
            for variable, column in self.places.items()
        }
        return Frame(self.sets, places, sum(map(bool, chosen)))

    def parts(self, length: int) -> Iterator[Frame]:
        """Give so many cases at a time, in order."""
        for start in range(0, self.length, length):
            end = min(start + length, self.length)
            places = {name: column[start:end] for name, column in self.places.items()}
            yield Frame(self.sets, places, end - start)

    def times(self, sets: Sets) -> Frame:
        """Give each case once for every combination of further variables."""
        key = tuple((name, id(elements)) for name, elements in sets.items())
        if key not in self._within:
            self._within[key] = self._times(sets)
        return self._within[key]

    def _times(self, sets: Sets) -> Frame:
        inner = every_case(sets)
        places = {
            variable: _each(column, inner.length)
            for variable, column in self.places.items()
        }
        for variable, column in inner.places.items():
            places[variable] = column * self.length
        whole = Frame({**self.sets, **sets}, places, self.length * inner.length)
        whole._outer = self
        return whole


def combinations(sets: Sets) -> int:
    """Count the combinations of elements."""
    return prod(map(len, sets.values()))


def every_case(sets: Sets) -> Frame:
    """Give every combination of elements, the last variable fastest."""
    places: dict[str, list[int]] = {}
    before, after = 1, combinations(sets)
    for variable, elements in sets.items():
        size = len(elements)
        after = after // size if size else 0
        places[variable] = _each(range(size), after) * before
        before *= size
    return Frame(sets, places, before)


def _each(column: Sequence[int], times: int) -> list[int]:
    """Give each entry so many times in a row."""
    return list(chain.from_iterable(map(repeat, column, repeat(times))))
