"""The atoms of a scenario: only what is really free to choose.

Who hosts, whether a service is shared at all, where a task sits, the form, and, for
staff that is spread, how much works where. All else follows from these.
"""

from __future__ import annotations

from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING

from vvoptimize.ruleset.arithmetic import Quantity, of_atom
from vvoptimize.ruleset.atoms import Atom, AtomKind
from vvoptimize.scenario.services import Delivery

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vvoptimize.scenario.exact import Exact
    from vvoptimize.scenario.model import Scenario
    from vvoptimize.scenario.services import Service, Task


class Choices:
    """The atoms of a scenario, found by what they decide.

    Attributes
    ----------
    atoms
        In file order of their services.
    step
        FTE: the grain of workplaces.
    """

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self.step = workplace_step(scenario)
        self.atoms: tuple[Atom, ...] = tuple(self._all())
        self._numbers = {
            (atom.kind, *atom.index): number for number, atom in enumerate(self.atoms)
        }

    def number(self, kind: AtomKind, *index: str) -> int | None:
        """Give the number of an atom, None when there is no such choice."""
        return self._numbers.get((kind, *index))

    def amount(self, kind: AtomKind, *index: str, absent: Exact = 0) -> Quantity:
        """Give what an atom decides, or another amount when there is no such choice."""
        number = self.number(kind, *index)
        return absent if number is None else of_atom(number, self.atoms[number].step)

    def hosts(self, service: Service) -> tuple[str, ...]:
        """Municipalities that may host a service, in file order."""
        among = set(service.candidates.among)
        return tuple(m for m in self._scenario.municipality_ids if m in among)

    def places(self, service: Service, task: Task) -> tuple[str, ...]:
        """Municipalities where a task may sit, in file order; any host may keep it."""
        among = {*task.candidates, *service.candidates.among}
        return tuple(m for m in self._scenario.municipality_ids if m in among)

    def _all(self) -> Iterator[Atom]:
        for service in self._scenario.services:
            yield from self._of(service)

    def _of(self, service: Service) -> Iterator[Atom]:
        s = service.id
        if service.may_stay_unshared:
            yield Atom(AtomKind.JOINT, (s,))
        for m in self.hosts(service):
            yield Atom(AtomKind.HOST, (s, m))
        if service.delivery is Delivery.EITHER:
            yield Atom(AtomKind.NETWORK, (s,))
        for task in service.tasks:
            for m in self.places(service, task):
                yield Atom(AtomKind.TASK, (s, task.id, m))
        for form in service.forms if len(service.forms) > 1 else ():
            yield Atom(AtomKind.FORM, (s, form))
        staff = staff_to_spread(service)
        if staff is not None:
            upper = int(staff / Fraction(self.step))
            for m in service.participants:
                yield Atom(AtomKind.WORKPLACES, (s, m), upper, self.step)


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
    known = (Fraction(fte).denominator for fte in staff if fte is not None)
    return Fraction(1, lcm(10, *known))
