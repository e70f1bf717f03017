"""What an assignment means for each municipality: staff, money and travel."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vvoptimize.evaluation.values import Evaluator
from vvoptimize.ruleset.arithmetic import Quantity, as_affine
from vvoptimize.ruleset.data import data_tables
from vvoptimize.scenario.exact import exact
from vvoptimize.scenario.services import Employer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from vvoptimize.assignment import Assignment
    from vvoptimize.ruleset.atoms import Values
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


def municipality_outcomes(
    state: State, values: Values
) -> tuple[MunicipalityOutcome, ...]:
    """Give one outcome per municipality, in file order."""
    reader = Reader(state, values)
    return tuple(reader.municipality(m) for m in state.scenario.municipality_ids)


def service_outcomes(state: State, values: Values) -> tuple[ServiceOutcome, ...]:
    """Give one outcome per service, in file order."""
    reader = Reader(state, values)
    return tuple(reader.service(service) for service in state.scenario.services)


class Reader:
    """Reads what an assignment means in one state: the whole, or a plan at one step.

    Attributes
    ----------
    hosts
        Of every service by then, in file order; None where it is not shared.
    """

    def __init__(self, state: State, values: Values) -> None:
        self._scenario = state.scenario
        self._decisions = state.decisions
        self._evaluator = Evaluator(values)
        self._assignment = state.decisions.decode(values)
        self.hosts = _hosts_by_then(state, self._assignment)
        tables = data_tables(self._scenario)
        self._workplaces_today = tables["workplaces_today"]()
        self._employed_today = tables["employed_today"]()
        self._pays_today = tables["pays_today"]()

    def municipality(self, m: str) -> MunicipalityOutcome:
        """Measure one municipality."""
        travel, farthest = self._farthest(m)
        services = self._scenario.services
        return MunicipalityOutcome(
            municipality=m,
            hosts=tuple(s for s, host in self.hosts.items() if host == m),
            workplaces_before=self._sum(
                self._workplaces_today[(s.id, m)] for s in services
            ),
            workplaces_after=self._over_services(self._decisions.workplaces, m),
            employed_before=self._sum(
                self._employed_today[(s.id, m)] for s in services
            ),
            employed_after=self._over_services(self._decisions.employed, m),
            paid_before=self._sum(self._pays_today[(s.id, m)] for s in services),
            pays=self._over_services(self._decisions.pays, m),
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
                (m, self._value(self._decisions.workplaces(service, m)))
                for m in service.participants
            ),
            change_employer=self._change_employer(service),
        )

    def _change_employer(self, service: Service) -> Exact | None:
        """Add up what employers lose; a host that employs loses none of its own."""
        host = self.hosts[service.id]
        if host is None:
            return 0
        lost: Exact = 0
        for m in service.participants:
            if service.employer is Employer.HOST and m == host:
                continue
            today = self._value(self._employed_today[(service.id, m)])
            after = self._value(self._decisions.employed(service, m))
            if today is None or after is None:
                return None
            lost += max(today - after, 0)
        return exact(lost)

    def exchange(self, m: str) -> Exchange:
        """Add up what a municipality gave and got, service by service."""
        places, employers, services = [], [], self._scenario.services
        for service in services:
            key = (service.id, m)
            after = self._decisions.workplaces(service, m)
            places.append(self._gained(after, self._workplaces_today[key]))
            after = self._decisions.employed(service, m)
            employers.append(self._gained(after, self._employed_today[key]))
        return Exchange(m, *_given_and_got(places), *_given_and_got(employers))

    def _gained(self, after: Quantity, today: Quantity) -> Exact | None:
        return _less(self._value(after), self._value(today))

    def _value(self, quantity: Quantity) -> Exact | None:
        return self._evaluator.value(as_affine(quantity))

    def _sum(self, quantities: Iterable[Quantity]) -> Exact | None:
        return sum_known(self._value(quantity) for quantity in quantities)

    def _over_services(
        self, table: Callable[[Service, str], Quantity], m: str
    ) -> Exact | None:
        return self._sum(table(service, m) for service in self._scenario.services)

    def _farthest(self, m: str) -> tuple[Exact | None, str | None]:
        """Give the longest way to a host and its service; the first of equals."""
        longest: tuple[Exact | None, str | None] = (None, None)
        for service in self._scenario.services:
            host = self.hosts[service.id]
            if host is None or m not in service.participants:
                continue
            minutes = self._scenario.roads_network.minutes(m, host)
            if minutes is None:
                return None, service.id
            if longest[0] is None or minutes > longest[0]:
                longest = (minutes, service.id)
        return longest


def _less(left: Exact | None, right: Exact | None) -> Exact | None:
    return None if left is None or right is None else left - right


def sum_known(values: Iterable[Exact | None]) -> Exact | None:
    """Add up; unknown where one of them is."""
    total: Exact = 0
    for value in values:
        if value is None:
            return None
        total += value
    return exact(total)


def _given_and_got(
    gained: Iterable[Exact | None],
) -> tuple[Exact | None, Exact | None]:
    """Add up losses and gains apart; unknown where one of them is."""
    given: Exact = 0
    got: Exact = 0
    for value in gained:
        if value is None:
            return None, None
        given += max(-value, 0)
        got += max(value, 0)
    return exact(given), exact(got)


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
