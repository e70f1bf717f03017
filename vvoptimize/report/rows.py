"""Rows that are made when they are asked for.

A region of thirty municipalities has tens of thousands of cases. Text tells a few of
them, and a row has names in it, and what the rule says in two languages: to make them
all takes longer than to judge them. What is told of all of them together, as which of
them are worst, is worked out from the verdicts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from heapq import nsmallest
from typing import TYPE_CHECKING, Any, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from vvoptimize.evaluation.verdicts import InstanceVerdict
    from vvoptimize.report.model_rules import InstanceRow
    from vvoptimize.ruleset.instances import At
    from vvoptimize.scenario.exact import Exact

T = TypeVar("T")


class Made(Sequence[T]):
    """A sequence whose members are made when they are asked for.

    It equals every sequence that has the same members.

    Parameters
    ----------
    make
        Gives a member from what it is made of.
    of
        What each is made of, in order.
    """

    def __init__(self, make: Callable[[Any], T], of: Sequence[Any]) -> None:
        self._make = make
        self._of = of

    def __len__(self) -> int:
        return len(self._of)

    @overload
    def __getitem__(self, place: int) -> T: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[T, ...]: ...

    def __getitem__(self, place: int | slice) -> T | tuple[T, ...]:
        if isinstance(place, slice):
            return tuple(map(self._make, self._of[place]))
        return self._make(self._of[place])

    def __iter__(self) -> Iterator[T]:
        return map(self._make, self._of)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))


class CaseRows(Made["InstanceRow"]):
    """The cases of a rule as rows, or some of them.

    Parameters
    ----------
    make
        Gives the row of the case at a place.
    told
        What may be told of each case.
    withheld
        Whether the numbers of each case are known, but not told.
    places
        Of those that are meant; all when left out.
    """

    def __init__(
        self,
        make: Callable[[int], InstanceRow],
        told: Sequence[InstanceVerdict],
        withheld: Sequence[bool],
        places: Sequence[int] | None = None,
    ) -> None:
        super().__init__(make, range(len(told)) if places is None else places)
        self._told = told
        self._withheld = withheld

    def of(self, at: At) -> InstanceRow | None:
        """Give the row of one case; None where there is no such case."""
        place = self._by_case.get(at)
        return None if place is None else self._make(place)

    @cached_property
    def _by_case(self) -> Mapping[At, int]:
        return {self._told[i].at: i for i in self._of}

    def judged(self, verdict: str) -> CaseRows:
        """Give those that have a verdict."""
        told = self._told
        return self._only(i for i in self._of if told[i].verdict == verdict)

    @property
    def measured(self) -> CaseRows:
        """Those whose value is told, or withheld."""
        told, withheld = self._told, self._withheld
        return self._only(
            i for i in self._of if withheld[i] or told[i].value is not None
        )

    def worst_first(self, most: int) -> CaseRows:
        """Put so many that are farthest beyond the limit, as far as is told, first."""
        told = self._told
        worst = nsmallest(most, self._of, key=lambda i: told[i].margin or 0)
        first = frozenset(worst)
        return self._only([*worst, *(i for i in self._of if i not in first)])

    @property
    def withheld(self) -> bool:
        """Whether any number of theirs is withheld."""
        return any(self._withheld[i] for i in self._of)

    @property
    def limit(self) -> Exact | None:
        """The limit, where it is told and the same in every case that has one."""
        limits = (self._told[i].limit for i in self._of)
        known = (limit for limit in limits if limit is not None)
        first = next(known, None)
        return first if all(limit == first for limit in known) else None

    @property
    def missing(self) -> tuple[str, ...]:
        """The figures for lack of which they are unknown, each once, in order."""
        cases = (self._told[i] for i in self._of)
        return tuple(dict.fromkeys(name for case in cases for name in case.missing))

    def _only(self, places: Iterable[int]) -> CaseRows:
        return CaseRows(self._make, self._told, self._withheld, tuple(places))
