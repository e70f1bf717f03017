"""What is true of every assignment, whatever the rules say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.ruleset.arithmetic import Accumulator, Quantity, total
from vvoptimize.ruleset.choices import staff_to_spread
from vvoptimize.ruleset.ground import Affine, Relation
from vvoptimize.ruleset.truth import compare, disjunction, is_one
from vvoptimize.scenario.services import Delivery

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vvoptimize.ruleset.choices import Choices
    from vvoptimize.ruleset.decisions import Decisions
    from vvoptimize.ruleset.ground import Test
    from vvoptimize.scenario.model import Scenario
    from vvoptimize.scenario.services import Service, Task


def structure(
    scenario: Scenario, choices: Choices, decisions: Decisions
) -> tuple[Test, ...]:
    """Give the truths: one host where joint, each task in one place, and so on."""
    builder = _Structure(choices, decisions)
    return tuple(test for service in scenario.services for test in builder.of(service))


def structure_of_steps(
    scenario: Scenario, choices: Choices, decisions: Decisions
) -> tuple[Test, ...]:
    """Give what ties what starts at each step to how things are in the end."""
    return tuple(
        test
        for service in scenario.services
        if len(choices.starts(service)) > 1
        for test in _of_starts(service, choices, decisions)
    )


def _of_starts(
    service: Service, choices: Choices, decisions: Decisions
) -> Iterator[Test]:
    starts = choices.starts(service)
    for atom in choices.atoms:
        if atom.index[0] == service.id and atom.start == starts[0]:
            parts = (choices.amount((u,), atom.kind, *atom.index) for u in starts)
            whole = choices.amount(starts, atom.kind, *atom.index, absent=1)
            yield _equal(total(parts), whole)
    for start in starts:
        yield from _Structure(choices, decisions.started_at(start)).of(
            service, whole=False
        )


class _Structure:
    def __init__(self, choices: Choices, decisions: Decisions) -> None:
        self._choices = choices
        self._decisions = decisions

    def of(self, service: Service, *, whole: bool = True) -> Iterator[Test]:
        """Give the truths of a service.

        Parameters
        ----------
        whole
            False for what starts at one step, where those that follow from the whole
            are left out.
        """
        decisions = self._decisions
        hosts = [decisions.host(service, m) for m in self._choices.hosts(service)]
        yield self._one_where_joint(service, hosts)
        for task in service.tasks:
            yield from self._task(service, task)
        if len(service.forms) > 1:
            forms = [decisions.form(service, form) for form in service.forms]
            yield self._one_where_joint(service, forms)
        if service.delivery is Delivery.EITHER:
            yield _at_most(decisions.network(service), decisions.joint(service))
        yield from self._spread(service, whole=whole)

    def _one_where_joint(self, service: Service, choices: list[Quantity]) -> Test:
        return _equal(total(choices), self._decisions.joint(service))

    def _task(self, service: Service, task: Task) -> Iterator[Test]:
        decisions, places = self._decisions, self._choices.places(service, task)
        sits = [decisions.task(service, task, m) for m in places]
        yield self._one_where_joint(service, sits)
        for m, here in zip(places, sits, strict=True):
            if m not in task.candidates:  # only the host itself may keep it there
                yield _at_most(here, decisions.host(service, m))

    def _spread(self, service: Service, *, whole: bool) -> Iterator[Test]:
        staff = staff_to_spread(service)
        if staff is None:
            return
        decisions = self._decisions
        spread = [decisions.joint_workplaces(service, m) for m in service.participants]
        all_staff = Accumulator()
        all_staff.add(decisions.joint(service), staff)
        yield _equal(total(spread), all_staff.result())
        if whole and service.delivery is Delivery.EITHER:
            for m, here in zip(service.participants, spread, strict=True):
                central = decisions.central_workplaces(service, m)
                if here != central:  # two numbers that are equal need no test
                    either = is_one(decisions.network(service))
                    yield disjunction([either, _equal(here, central)])


def _equal(left: Quantity, right: Quantity) -> Test:
    return compare(_difference(left, right), Relation.ZERO)


def _at_most(left: Quantity, right: Quantity) -> Test:
    return compare(_difference(left, right), Relation.AT_MOST_ZERO)


def _difference(left: Quantity, right: Quantity) -> Quantity:
    if not isinstance(left, Affine) and not isinstance(right, Affine):
        return left - right
    accumulator = Accumulator()
    accumulator.add(left, 1)
    accumulator.add(right, -1)
    return accumulator.result()
