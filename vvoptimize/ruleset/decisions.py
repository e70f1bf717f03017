"""Every decision table as affine values over the atoms.

All staff of a central service works where its host is, the host (or the workplace)
employs, the cost key says who pays; what stays unshared is as today.

With steps in time the tables are those of one of them: what has started by then is
shared, all else is as today.
"""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, TypeAlias

from vvoptimize.ruleset.arithmetic import (
    Accumulator,
    Quantity,
    missing,
    missing_figures,
    total,
)
from vvoptimize.ruleset.atoms import Atom, AtomKind, Values
from vvoptimize.ruleset.choices import IN_THE_END, Choices, staff_to_spread
from vvoptimize.ruleset.data import (
    all_forms,
    cost_after,
    figure_quantity,
    pays_today,
    staff_after,
    today_employed,
    today_workplaces,
)
from vvoptimize.ruleset.employers import change_employer
from vvoptimize.ruleset.encoding import decoded, encoded
from vvoptimize.ruleset.ground import Affine, Index, Test
from vvoptimize.ruleset.ramp import Ramp
from vvoptimize.ruleset.rows import table_of
from vvoptimize.ruleset.structure import structure, structure_of_steps
from vvoptimize.scenario.services import Delivery, Employer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from vvoptimize.assignment import Assignment
    from vvoptimize.ruleset.choices import Starts
    from vvoptimize.ruleset.data import Table
    from vvoptimize.scenario.exact import Exact
    from vvoptimize.scenario.model import Scenario
    from vvoptimize.scenario.services import Service, Task

    Payments: TypeAlias = Mapping[Index, Quantity]


class Decisions:
    """The atoms of a scenario and the tables that rest on them.

    Parameters
    ----------
    payments
        NOK/year by [service, municipality] of what each participant pays when a service
        is joint; a pair that is absent pays nothing.
    choices
        The atoms, where several states share them.
    starts
        What counts: all that starts at one of these steps. The last of them is the step
        that the tables are of; everything when left out.
    ramp
        Other payments and costs of what starts at some of the steps.
    """

    def __init__(
        self,
        scenario: Scenario,
        payments: Payments,
        choices: Choices | None = None,
        starts: Starts | None = None,
        ramp: Ramp | None = None,
    ) -> None:
        self._scenario = scenario
        self._payments = payments
        self._choices = choices or Choices(scenario)
        steps = tuple(step.id for step in scenario.steps)
        self._starts: Starts = starts if starts is not None else steps or IN_THE_END
        self._ramp = ramp or Ramp()
        self._staff: dict[Index, Quantity] = {}
        self._joint: dict[str, Quantity] = {}
        self._tables: dict[str, Table] = {}
        self._decided: tuple[Values, Decisions] | None = None
        self._at_start: dict[str | None, Decisions] = {}

    @property
    def atoms(self) -> tuple[Atom, ...]:
        """All that is free to choose."""
        return self._choices.atoms

    @cached_property
    def structure(self) -> tuple[Test, ...]:
        """Truths of every assignment, whatever the rules say."""
        whole = structure(self._scenario, self._choices, self)
        return whole + structure_of_steps(self._scenario, self._choices, self)

    def started_at(self, start: str | None) -> Decisions:
        """Give the tables of what starts at one step alone."""
        if start not in self._at_start:
            self._at_start[start] = Decisions(
                self._scenario, self._payments, self._choices, (start,), self._ramp
            )
        return self._at_start[start]

    @cached_property
    def starting(self) -> Decisions:
        """What starts at the step that the tables are of."""
        return self if self._starts == IN_THE_END else self.started_at(self._starts[-1])

    def decided(self, values: Values) -> Decisions:
        """Give the tables of one assignment: numbers, or the figures that they lack.

        Those of the last one asked for are kept.

        Parameters
        ----------
        values
            Of the atoms, as `encode` gives them.
        """
        if self._decided is None or self._decided[0] is not values:
            choices = self._choices.decided(values)
            given = (self._payments, choices, self._starts, self._ramp)
            self._decided = values, Decisions(self._scenario, *given)
        return self._decided[1]

    def encode(self, assignment: Assignment) -> Values:
        """Give the value of each atom in an assignment.

        Raises
        ------
        InputError
            If the assignment leaves a form open, or has staff in finer parts than the
            grain of workplaces.
        """
        return encoded(assignment, self._scenario, self._choices)

    def decode(self, values: Values) -> Assignment:
        """Give the assignment that values of the atoms stand for."""
        return decoded(values, self._scenario, self.atoms)

    # Decision tables, one affine value per index

    def tables(self) -> Mapping[str, Callable[[], Table]]:
        """Give a builder of each decision table, by name."""
        names = (*self._of_services(), *self._of_pairs(), "form")
        return {name: partial(self._table, name) for name in names}

    def _table(self, name: str) -> Table:
        """Build a table, once."""
        if name not in self._tables:
            self._tables[name] = self._built(name)
        return self._tables[name]

    def _built(self, name: str) -> Table:
        of_services, of_pairs = self._of_services(), self._of_pairs()
        if name == "host" and self._choices.are_made and self._starts == IN_THE_END:
            return self._hosts()
        if name in of_services:
            return self._by_service(of_services[name])
        return self._by_pair(of_pairs[name]) if name in of_pairs else self._forms()

    def _hosts(self) -> Table:
        """Give who hosts, where that is decided: mostly nobody."""
        services = self._scenario.service_ids
        rows: dict[str, dict[str, Quantity]] = {s: {} for s in services}
        for (s, m), amount in self._choices.given(AtomKind.HOST).items():
            rows[s][m] = amount
        return table_of(services, self._scenario.municipality_ids, rows.values())

    def entry(self, table: str, index: Index) -> Quantity:
        """Give one entry of a table, by its name."""
        service = self._scenario.service(index[0])
        if len(index) == 1:
            return self._of_services()[table](service)
        return {**self._of_pairs(), "form": self.form}[table](service, index[1])

    def _of_services(self) -> Mapping[str, Callable[[Service], Quantity]]:
        return {
            "joint": self.joint,
            "network": self.network,
            "joint_cost": self.joint_cost,
            "starts": self.begins,
            "changes_employer": self.changes_employer,
        }

    def _of_pairs(self) -> Mapping[str, Callable[[Service, str], Quantity]]:
        return {
            "host": self.host,
            "tasks": self.tasks,
            "workplaces": self.workplaces,
            "employed": self.employed,
            "pays": self.pays,
        }

    def _by_service(self, value: Callable[[Service], Quantity]) -> Table:
        return {(service.id,): value(service) for service in self._scenario.services}

    def _by_pair(self, value: Callable[[Service, str], Quantity]) -> Table:
        return {
            (service.id, m): value(service, m)
            for service in self._scenario.services
            for m in self._scenario.municipality_ids
        }

    def _forms(self) -> Table:
        return {
            (service.id, form): self.form(service, form)
            for service in self._scenario.services
            for form in all_forms(self._scenario)
        }

    def joint(self, service: Service) -> Quantity:
        """One where the service is shared."""
        s = service.id
        if s not in self._joint:
            self._joint[s] = self._amount(AtomKind.JOINT, s, absent=1)
        return self._joint[s]

    def begins(self, service: Service) -> Quantity:
        """One where the service becomes shared now, and was not before."""
        if self._starts == IN_THE_END and service.shared_today is not None:
            return 0
        return self.starting.joint(service)

    def changes_employer(self, service: Service) -> Quantity:
        """FTE of the service that leave their employer of today now."""
        return change_employer(service, self.starting)

    def host(self, service: Service, m: str) -> Quantity:
        """One where the municipality hosts the service."""
        return self._amount(AtomKind.HOST, service.id, m)

    def network(self, service: Service) -> Quantity:
        """One where the service is shared and its staff is spread."""
        if service.delivery is Delivery.NETWORK:
            return self.joint(service)
        return self._amount(AtomKind.NETWORK, service.id)

    def task(self, service: Service, task: Task, m: str) -> Quantity:
        """One where the service is shared and the task sits in the municipality."""
        return self._amount(AtomKind.TASK, service.id, task.id, m)

    def tasks(self, service: Service, m: str) -> Quantity:
        """How many tasks of the service sit in the municipality, the host's too."""
        return total([self.task(service, task, m) for task in service.tasks])

    def form(self, service: Service, form: str) -> Quantity:
        """One where the service is shared in this legal form; unknown without forms."""
        if not service.forms:
            lacking = missing((f"services.{service.id}.forms",))
            return times(self.joint(service), lacking)
        if service.forms == (form,):
            return self.joint(service)
        return self._amount(AtomKind.FORM, service.id, form)

    def workplaces(self, service: Service, m: str) -> Quantity:
        """FTE of the service that work in the municipality; one value for all uses."""
        index = (service.id, m)
        if index not in self._staff:
            joint, today = (
                self.joint_workplaces(service, m),
                today_workplaces(service, m),
            )
            self._staff[index] = self._or_today(service, joint, today)
        return self._staff[index]

    def joint_workplaces(self, service: Service, m: str) -> Quantity:
        """FTE that work in the municipality as part of the service when shared."""
        if m not in service.participants:
            return 0
        if service.delivery is Delivery.CENTRAL:
            return self.central_workplaces(service, m)
        if staff_to_spread(service) is None:
            return times(self.joint(service), missing(lacking_staff(service)))
        return self._amount(AtomKind.WORKPLACES, service.id, m)

    def central_workplaces(self, service: Service, m: str) -> Quantity:
        """All staff at the host, less the tasks elsewhere, plus those that sit here."""
        at_host = times(self.host(service, m), staff_after(service))
        if not service.tasks:
            return at_host
        accumulator = Accumulator()
        accumulator.add(at_host, 1)
        for task in service.tasks:
            fte = figure_quantity(
                task.fte, f"services.{service.id}.tasks.{task.id}.fte"
            )
            moved = [self.task(service, task, m), times(self.host(service, m), -1)]
            accumulator.add(times(total(moved), fte), 1)
        return accumulator.result()

    def employed(self, service: Service, m: str) -> Quantity:
        """FTE of the service that the municipality employs."""
        if service.employer is Employer.WORKPLACE:
            joint = self.joint_workplaces(service, m)
        else:
            joint = times(self.host(service, m), staff_after(service))
        return self._or_today(service, joint, today_employed(service, m))

    def pays(self, service: Service, m: str) -> Quantity:
        """NOK/year that the municipality pays for the service."""
        payment = self._payments.get((service.id, m), 0)
        ramp = self._ramp.payments
        joint = self._over_time(
            service, lambda start: ramp.get((start, service.id, m), payment)
        )
        return self._or_today(service, joint, pays_today(service, m))

    def joint_cost(self, service: Service) -> Quantity:
        """NOK/year that the service costs where it is shared, zero where it is not."""
        cost, ramp = cost_after(service), self._ramp.costs
        return self._over_time(
            service, lambda start: ramp.get((start, service.id), cost)
        )

    def _over_time(
        self, service: Service, amount: Callable[[str | None], Quantity]
    ) -> Quantity:
        """Give an amount where the service is shared, which may rest on its start."""
        if not service.cost_ramp:
            return times(self.joint(service), amount(None))
        return total(
            times(self.started_at(start).joint(service), amount(start))
            for start in self._starts
        )

    def _amount(self, kind: AtomKind, *index: str, absent: Exact = 0) -> Quantity:
        return self._choices.amount(self._starts, kind, *index, absent=absent)

    def _or_today(self, service: Service, joint: Quantity, today: Quantity) -> Quantity:
        """Give the joint value, or today's where the service stays unshared."""
        if self.joint(service) == 1:
            return joint
        unshared = total([1, times(self.joint(service), -1)])
        return total([joint, times(unshared, today)])


def times(choice: Quantity, amount: Quantity) -> Quantity:
    """Give an amount from data where a choice is made; the amount may be missing."""
    if not choice or amount == 1:
        return choice
    accumulator = Accumulator()
    if isinstance(amount, Affine):
        accumulator.add_missing(choice, missing_figures(amount))
    else:
        accumulator.add(choice, amount)
    return accumulator.result()


def lacking_staff(service: Service) -> tuple[str, ...]:
    """Name the figures for lack of which staff cannot be spread."""
    if service.total_after is None or service.total_after.value is None:
        return (f"services.{service.id}.total_after",)
    return tuple(
        f"services.{service.id}.tasks.{task.id}.fte"
        for task in service.tasks
        if task.fte.value is None
    )
