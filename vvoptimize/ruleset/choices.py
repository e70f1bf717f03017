"""The atoms of a scenario: only what is really free to choose.

Who hosts, whether a service is shared at all, where a task sits, the form, and, for
staff that is spread, how much works where. All else follows from these.

With steps in time these say how things are in the end, and for each step at which a
service may start there are as many again: what begins then. They add up to the first,
so the state at a step is the sum over what has started by then, and no two decisions
are ever multiplied.
"""

from __future__ import annotations

from copy import copy
from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING, TypeAlias

from vvoptimize.ruleset.arithmetic import Quantity, of_atom, total
from vvoptimize.ruleset.atoms import Atom, AtomKind
from vvoptimize.scenario.exact import exact
from vvoptimize.scenario.services import Delivery
from vvoptimize.scenario.starts import happened, possible_starts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vvoptimize.ruleset.atoms import Values
    from vvoptimize.scenario.exact import Exact
    from vvoptimize.scenario.model import Scenario
    from vvoptimize.scenario.services import Service, Task


Starts: TypeAlias = "tuple[str | None, ...]"
"""Steps at which something may start; one None without steps."""
IN_THE_END: Starts = (None,)


class Choices:
    """The atoms of a scenario, found by what they decide.

    Attributes
    ----------
    atoms
        In file order of their services; then, by service and step, what starts.
    step
        FTE: the grain of workplaces.
    """

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self._amounts: tuple[Exact, ...] = ()
        self.step = workplace_step(scenario)
        self._pinned = happened(scenario)
        self._starts = {
            service.id: self.starts(service) for service in scenario.services
        }
        self.atoms: tuple[Atom, ...] = tuple(self._all())
        self._numbers = {
            (atom.start, atom.kind, *atom.index): number
            for number, atom in enumerate(self.atoms)
        }

    def decided(self, values: Values) -> Choices:
        """Give the same choices made: every amount is a number."""
        made = copy(self)
        pairs = zip(self.atoms, values, strict=True)
        made._amounts = tuple(_amount(*pair) for pair in pairs)  # noqa: SLF001  its own
        return made

    @property
    def are_made(self) -> bool:
        """Whether every amount is a number."""
        return bool(self._amounts)

    def given(self, kind: AtomKind) -> Mapping[tuple[str, ...], Exact]:
        """Give what decided choices of a kind come to in the end, but for zeroes."""
        pairs = zip(self.atoms, self._amounts, strict=True)
        return {
            atom.index: amount
            for atom, amount in pairs
            if amount and atom.kind is kind and atom.start is None
        }

    def amount(
        self, starts: Starts, kind: AtomKind, *index: str, absent: Exact = 0
    ) -> Quantity:
        """Give what is decided by what starts at some of the steps.

        Parameters
        ----------
        index
            The service first.
        absent
            What it is in the end where there is no such choice.
        """
        if starts == IN_THE_END:
            number = self._numbers.get((None, kind, *index))
            return absent if number is None else self._of_atom(number)
        possible = self._starts[index[0]]
        counted = [start for start in possible if start in starts]
        if len(counted) == len(possible):
            number = self._numbers.get((None, kind, *index))
            return absent if number is None else self._of_atom(number)
        numbers = (self._numbers.get((start, kind, *index)) for start in counted)
        return total(self._of_atom(number) for number in numbers if number is not None)

    def _of_atom(self, number: int) -> Quantity:
        if self._amounts:
            return self._amounts[number]
        return of_atom(number, self.atoms[number].step)

    def starts(self, service: Service) -> Starts:
        """Give the steps at which a service may start."""
        if not self._scenario.steps:
            return IN_THE_END
        return possible_starts(self._scenario, service.id)

    def hosts(self, service: Service) -> tuple[str, ...]:
        """Municipalities that may host a service, in file order."""
        _, pinned = self._pinned.get(service.id, (None, None))
        among = {pinned} if pinned else set(service.candidates.among)
        return tuple(m for m in self._scenario.municipality_ids if m in among)

    def places(self, service: Service, task: Task) -> tuple[str, ...]:
        """Municipalities where a task may sit, in file order; any host may keep it."""
        among = {*task.candidates, *self.hosts(service)}
        return tuple(m for m in self._scenario.municipality_ids if m in among)

    def _all(self) -> Iterator[Atom]:
        for service in self._scenario.services:
            yield from self._of(service, None)
        for service in self._scenario.services:
            starts = self._starts[service.id]
            for start in starts if len(starts) > 1 else ():
                yield from self._of(service, start)

    def _is_open(self, service: Service) -> bool:
        """Tell whether it is left to decide if a service is shared at all."""
        return service.may_stay_unshared and service.id not in self._pinned

    def _of(self, service: Service, start: str | None) -> Iterator[Atom]:
        s = service.id
        if start is not None or self._is_open(service):
            yield Atom(AtomKind.JOINT, (s,), start=start)
        for m in self.hosts(service):
            yield Atom(AtomKind.HOST, (s, m), start=start)
        if service.delivery is Delivery.EITHER:
            yield Atom(AtomKind.NETWORK, (s,), start=start)
        for task in service.tasks:
            for m in self.places(service, task):
                yield Atom(AtomKind.TASK, (s, task.id, m), start=start)
        for form in service.forms if len(service.forms) > 1 else ():
            yield Atom(AtomKind.FORM, (s, form), start=start)
        staff = staff_to_spread(service)
        if staff is not None:
            upper = int(staff / Fraction(self.step))
            for m in service.participants:
                yield Atom(AtomKind.WORKPLACES, (s, m), upper, self.step, start)


def _amount(atom: Atom, value: int) -> Exact:
    return value if not value or atom.step == 1 else exact(value * atom.step)


def staff_to_spread(service: Service) -> Exact | None:
    """FTE whose places of work are decided; None where none are, or a figure lacks."""
    if service.delivery is Delivery.CENTRAL or service.total_after is None:
        return None
    may_be_central = service.delivery is Delivery.EITHER
    if may_be_central and any(task.fte.value is None for task in service.tasks):
        return None
    return service.total_after.value


def workplace_step(scenario: Scenario) -> Exact:
    """Give the grain of workplaces: tenths of FTE, finer where the file's data is."""
    staff: list[Exact | None] = []
    for service in scenario.services:
        figures = [service.total_after, *(task.fte for task in service.tasks)]
        figures += service.workplaces_today.values()
        staff += [figure.value for figure in figures if figure is not None]
    for assignment in scenario.assignments.values():
        for spread in assignment.workplaces.values():
            staff += spread.values()
    known = {fte.denominator for fte in staff if fte is not None}
    return Fraction(1, lcm(10, *known))
