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

    from vvoptimize.ruleset.atoms import Values
    from vvoptimize.ruleset.grounding import Grounding
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


def municipality_outcomes(
    grounding: Grounding, values: Values
) -> tuple[MunicipalityOutcome, ...]:
    """Give one outcome per municipality, in file order."""
    reader = _Reader(grounding, values)
    return tuple(reader.municipality(m) for m in grounding.scenario.municipality_ids)


def service_outcomes(
    grounding: Grounding, values: Values
) -> tuple[ServiceOutcome, ...]:
    """Give one outcome per service, in file order."""
    reader = _Reader(grounding, values)
    return tuple(reader.service(service) for service in reader.scenario.services)


class _Reader:
    def __init__(self, grounding: Grounding, values: Values) -> None:
        # As the figures are in the end, which is what the decisions rest on.
        self.scenario = grounding.states[-1].scenario
        self._decisions = grounding.decisions
        self._evaluator = Evaluator(values)
        self._assignment = grounding.decisions.decode(values)
        tables = data_tables(self.scenario)
        self._workplaces_today = tables["workplaces_today"]()
        self._employed_today = tables["employed_today"]()
        self._pays_today = tables["pays_today"]()

    def municipality(self, m: str) -> MunicipalityOutcome:
        hosts = self._assignment.hosts
        travel, farthest = self._farthest(m)
        services = self.scenario.services
        return MunicipalityOutcome(
            municipality=m,
            hosts=tuple(s for s, host in hosts.items() if host == m),
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
        return ServiceOutcome(
            service=service.id,
            host=self._assignment.hosts[service.id],
            network=service.id in self._assignment.networks,
            workplaces=tuple(
                (m, self._value(self._decisions.workplaces(service, m)))
                for m in service.participants
            ),
            change_employer=self._change_employer(service),
        )

    def _change_employer(self, service: Service) -> Exact | None:
        """Add up what employers lose; a host that employs loses none of its own."""
        host = self._assignment.hosts[service.id]
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

    def _value(self, quantity: Quantity) -> Exact | None:
        return self._evaluator.value(as_affine(quantity))

    def _sum(self, quantities: Iterable[Quantity]) -> Exact | None:
        values = [self._value(quantity) for quantity in quantities]
        known = [value for value in values if value is not None]
        return exact(sum(known)) if len(known) == len(values) else None

    def _over_services(
        self, table: Callable[[Service, str], Quantity], m: str
    ) -> Exact | None:
        return self._sum(table(service, m) for service in self.scenario.services)

    def _farthest(self, m: str) -> tuple[Exact | None, str | None]:
        """Give the longest way to a host and its service; the first of equals."""
        longest: tuple[Exact | None, str | None] = (None, None)
        for service in self.scenario.services:
            host = self._assignment.hosts[service.id]
            if host is None or m not in service.participants:
                continue
            minutes = self.scenario.roads_network.minutes(m, host)
            if minutes is None:
                return None, service.id
            if longest[0] is None or minutes > longest[0]:
                longest = (minutes, service.id)
        return longest


def _less(left: Exact | None, right: Exact | None) -> Exact | None:
    return None if left is None or right is None else left - right
