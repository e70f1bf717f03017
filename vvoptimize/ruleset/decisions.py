"""Every decision table as affine values over the atoms.

All staff of a central service works where its host is, the host (or the workplace)
employs, the cost key says who pays; what stays unshared is as today.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from vvoptimize.ruleset.arithmetic import (
    Accumulator,
    Quantity,
    missing,
    missing_figures,
    total,
)
from vvoptimize.ruleset.atoms import Atom, AtomKind, Values
from vvoptimize.ruleset.choices import Choices, staff_to_spread
from vvoptimize.ruleset.data import (
    all_forms,
    figure_quantity,
    pays_today,
    staff_after,
    today_employed,
    today_workplaces,
)
from vvoptimize.ruleset.encoding import decoded, encoded
from vvoptimize.ruleset.ground import Affine, Index, Test
from vvoptimize.ruleset.structure import structure
from vvoptimize.scenario.services import Delivery, Employer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from vvoptimize.assignment import Assignment
    from vvoptimize.ruleset.data import Table
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
    """

    def __init__(self, scenario: Scenario, payments: Payments) -> None:
        self._scenario = scenario
        self._payments = payments
        self._choices = Choices(scenario)
        self._staff: dict[Index, Quantity] = {}

    @property
    def atoms(self) -> tuple[Atom, ...]:
        """All that is free to choose."""
        return self._choices.atoms

    @cached_property
    def structure(self) -> tuple[Test, ...]:
        """Truths of every assignment, whatever the rules say."""
        return structure(self._scenario, self._choices, self)

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
        return {
            "joint": lambda: self._by_service(self.joint),
            "host": lambda: self._by_pair(self.host),
            "network": lambda: self._by_service(self.network),
            "tasks": lambda: self._by_pair(self.tasks),
            "workplaces": lambda: self._by_pair(self.workplaces),
            "employed": lambda: self._by_pair(self.employed),
            "pays": lambda: self._by_pair(self.pays),
            "form": self._forms,
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
        return self._choices.amount(AtomKind.JOINT, service.id, absent=1)

    def host(self, service: Service, m: str) -> Quantity:
        """One where the municipality hosts the service."""
        return self._choices.amount(AtomKind.HOST, service.id, m)

    def network(self, service: Service) -> Quantity:
        """One where the service is shared and its staff is spread."""
        if service.delivery is Delivery.NETWORK:
            return self.joint(service)
        return self._choices.amount(AtomKind.NETWORK, service.id)

    def task(self, service: Service, task: Task, m: str) -> Quantity:
        """One where the service is shared and the task sits in the municipality."""
        return self._choices.amount(AtomKind.TASK, service.id, task.id, m)

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
        return self._choices.amount(AtomKind.FORM, service.id, form)

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
        return self._choices.amount(AtomKind.WORKPLACES, service.id, m)

    def central_workplaces(self, service: Service, m: str) -> Quantity:
        """All staff at the host, less the tasks elsewhere, plus those that sit here."""
        accumulator = Accumulator()
        accumulator.add(times(self.host(service, m), staff_after(service)), 1)
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
        joint = times(self.joint(service), payment)
        return self._or_today(service, joint, pays_today(service, m))

    def _or_today(self, service: Service, joint: Quantity, today: Quantity) -> Quantity:
        """Give the joint value, or today's where the service stays unshared."""
        if not service.may_stay_unshared:
            return joint
        unshared = total([1, times(self.joint(service), -1)])
        return total([joint, times(unshared, today)])


def times(choice: Quantity, amount: Quantity) -> Quantity:
    """Give an amount from data where a choice is made; the amount may be missing."""
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
