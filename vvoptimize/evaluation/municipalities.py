"""What an assignment means for each municipality: staff, money and travel."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from vvoptimize.classes import NamedTuple
from vvoptimize.ruleset.columns.column import column_of
from vvoptimize.ruleset.ground import Affine
from vvoptimize.scenario.exact import exact
from vvoptimize.scenario.services import Employer

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from vvoptimize.assignment import Assignment
    from vvoptimize.ruleset.arithmetic import Quantity
    from vvoptimize.ruleset.atoms import Values
    from vvoptimize.ruleset.ground import Index
    from vvoptimize.ruleset.state import State
    from vvoptimize.scenario.exact import Exact
    from vvoptimize.scenario.services import Service


class MunicipalityOutcome(NamedTuple):
    """One municipality under an assignment; None is unknown.

    Attributes
    ----------
    hosts
        Ids of the services it hosts, in file order.
    workplaces_before, workplaces_after
        FTE by place of work, over all services of the scenario.
    employed_before, employed_after
        FTE by employer.
    paid_before, pays
        NOK/year.
    travel
        Minutes by road to the farthest host of a service it takes part in; None also
        when it takes part in no shared service.
    farthest
        Id of the service that `travel` is for.
    """

    municipality: str
    hosts: tuple[str, ...]
    workplaces_before: Exact | None
    workplaces_after: Exact | None
    employed_before: Exact | None
    employed_after: Exact | None
    paid_before: Exact | None
    pays: Exact | None
    travel: Exact | None
    farthest: str | None

    @property
    def change(self) -> Exact | None:
        """FTE of workplaces gained, negative when lost."""
        return _less(self.workplaces_after, self.workplaces_before)

    @property
    def gains(self) -> Exact | None:
        """NOK/year saved, negative when it pays more than today."""
        return _less(self.paid_before, self.pays)


class ServiceOutcome(NamedTuple):
    """One service under an assignment: FTE by municipality, participants only.

    Attributes
    ----------
    change_employer
        FTE that leave their employer of today; None where a figure for it is missing.
    """

    service: str
    host: str | None
    network: bool
    workplaces: tuple[tuple[str, Exact | None], ...]
    change_employer: Exact | None


class Exchange(NamedTuple):
    """What one municipality gave and got, in FTE; None is unknown.

    Attributes
    ----------
    workplaces_given, workplaces_got
        By place of work: what services took from it, and what others brought.
    employed_given, employed_got
        By employer.
    """

    municipality: str
    workplaces_given: Exact | None
    workplaces_got: Exact | None
    employed_given: Exact | None
    employed_got: Exact | None


class Reader:
    """Reads what an assignment means in one state: the whole, or a plan at one step.

    Attributes
    ----------
    hosts
        Of every service by then, in file order; None where it is not shared.
    """

    def __init__(self, state: State, values: Values) -> None:
        self._scenario = state.scenario
        self._assignment = state.decisions.decode(values)
        self.hosts = _hosts_by_then(state, self._assignment)
        decided = state.decisions.decided(values).tables()
        self._world = state.unroller.world.with_tables(decided)
        self._sums: dict[str, Mapping[str, Exact | None]] = {}

    def municipalities(self) -> tuple[MunicipalityOutcome, ...]:
        """Measure every municipality, in file order."""
        return tuple(map(self.municipality, self._scenario.municipality_ids))

    def services(self) -> tuple[ServiceOutcome, ...]:
        """Measure every service, in file order."""
        return tuple(map(self.service, self._scenario.services))

    def municipality(self, m: str) -> MunicipalityOutcome:
        """Measure one municipality."""
        travel, farthest = self._farthest(m)
        return MunicipalityOutcome(
            municipality=m,
            hosts=tuple(s for s, host in self.hosts.items() if host == m),
            workplaces_before=self._in_all("workplaces_today", m),
            workplaces_after=self._in_all("workplaces", m),
            employed_before=self._in_all("employed_today", m),
            employed_after=self._in_all("employed", m),
            paid_before=self._in_all("pays_today", m),
            pays=self._in_all("pays", m),
            travel=travel,
            farthest=farthest,
        )

    def service(self, service: Service) -> ServiceOutcome:
        """Measure one service."""
        host = self.hosts[service.id]
        return ServiceOutcome(
            service=service.id,
            host=host,
            network=host is not None and service.id in self._assignment.networks,
            workplaces=tuple(
                (m, self._value("workplaces", service.id, m))
                for m in service.participants
            ),
            change_employer=self._change_employer(service),
        )

    def _change_employer(self, service: Service) -> Exact | None:
        """Add up what employers lose; a host that employs loses none of its own."""
        host = self.hosts[service.id]
        if host is None:
            return 0
        keeps = host if service.employer is Employer.HOST else None
        return sum_known(
            self._lost(service.id, m) for m in service.participants if m != keeps
        )

    def _lost(self, s: str, m: str) -> Exact | None:
        """Give how many fewer of a service a municipality employs; 0 where more."""
        after = self._value("employed", s, m)
        change = _less(self._value("employed_today", s, m), after)
        return None if change is None else max(change, 0)

    def exchange(self, m: str) -> Exchange:
        """Add up what a municipality gave and got, service by service."""
        places = [self._gained("workplaces", s, m) for s in self.hosts]
        employers = [self._gained("employed", s, m) for s in self.hosts]
        return Exchange(m, *_given_and_got(places), *_given_and_got(employers))

    def _gained(self, what: str, s: str, m: str) -> Exact | None:
        return _less(self._value(what, s, m), self._value(f"{what}_today", s, m))

    def _value(self, what: str, s: str, m: str) -> Exact | None:
        """Read a table; None where figures are missing."""
        return known(self._table(what)[s, m])

    def _in_all(self, what: str, m: str) -> Exact | None:
        """Add up what a municipality has of all services."""
        if what not in self._sums:
            self._sums[what] = self._added_up(what)
        return self._sums[what][m]

    def _added_up(self, what: str) -> Mapping[str, Exact | None]:
        """Add a table up by municipality; None where a figure of it is missing."""
        table, ids = self._table(what), self._scenario.municipality_ids
        column = column_of([table[s, m] for s in self.hosts for m in ids])
        lacking = {place % len(ids) for place in column.doubt}
        sums = (sum(column.numbers[j :: len(ids)]) for j in range(len(ids)))
        return {
            m: None if j in lacking else exact(Fraction(total, column.scale))
            for j, (m, total) in enumerate(zip(ids, sums, strict=True))
        }

    def _table(self, name: str) -> Mapping[Index, Quantity]:
        return self._world.table(name) or {}

    def _farthest(self, m: str) -> tuple[Exact | None, str | None]:
        """Give the longest way to a host and its service; the first of equals."""
        longest: tuple[Exact | None, str | None] = (None, None)
        seen: set[str] = set()  # of services with one host the first counts
        for service in self._scenario.services:
            host = self.hosts[service.id]
            if host is None or host in seen or m not in service.participants:
                continue
            seen.add(host)
            minutes = self._scenario.roads_network.minutes(m, host)
            if minutes is None:
                return None, service.id
            if longest[0] is None or minutes > longest[0]:
                longest = (minutes, service.id)
        return longest


def known(quantity: Quantity) -> Exact | None:
    """Give what an assignment decides; None where it lacks figures."""
    return None if isinstance(quantity, Affine) else quantity


def _less(left: Exact | None, right: Exact | None) -> Exact | None:
    if left is None or right is None:
        return None
    return left - right if right else left  # most are 0, and fractions are slow


def sum_known(values: Iterable[Exact | None]) -> Exact | None:
    """Add up; unknown where one of them is."""
    parts: dict[int, int] = {}  # by denominator, as fractions are slow to add
    for value in values:
        if value is None:
            return None
        below = value.denominator
        parts[below] = parts.get(below, 0) + value.numerator
    return exact(sum((Fraction(above, below) for below, above in parts.items()), 0))


def _given_and_got(
    gained: Sequence[Exact | None],
) -> tuple[Exact | None, Exact | None]:
    """Add up losses and gains apart; unknown where one of them is."""
    lost = [None if one is None else max(-one, 0) for one in gained]
    got = [None if one is None else max(one, 0) for one in gained]
    return sum_known(lost), sum_known(got)


def _hosts_by_then(state: State, assignment: Assignment) -> dict[str, str | None]:
    """Leave out the hosts of what starts later."""
    if state.step is None:
        return dict(assignment.hosts)
    ids = [step.id for step in state.scenario.steps]
    begun = set(ids[: ids.index(state.step.id) + 1])
    starts = assignment.starts
    return {
        s: host if starts.get(s) in begun else None
        for s, host in assignment.hosts.items()
    }
