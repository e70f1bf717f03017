"""What makes the answer unique: a published order, not the solver's luck."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.ruleset.arithmetic import (
    Accumulator,
    Quantity,
    as_affine,
    of_atom,
    total,
)
from vvoptimize.ruleset.atoms import AtomKind
from vvoptimize.ruleset.data import today_employed, today_workplaces
from vvoptimize.ruleset.employers import change_employer, lost
from vvoptimize.ruleset.ground import Affine
from vvoptimize.ruleset.instances import TieBreak
from vvoptimize.ruleset.missing import missing_figures
from vvoptimize.scenario.services import Employer, Service

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from vvoptimize.ruleset.decisions import Decisions
    from vvoptimize.scenario.model import Scenario


def tie_breaks(scenario: Scenario, decisions: Decisions) -> tuple[TieBreak, ...]:
    """Give the tie-breaks in order.

    Fewest FTE that change employer; the host vector that comes first, services and
    municipalities in file order and unshared last; with steps, the earliest starts,
    services in file order; fewest FTE that change place of work; and at last the order
    of what else is decided.

    Parameters
    ----------
    decisions
        Those of the last step, where there are steps.
    """
    in_time = (TieBreak("first-starts", tuple(_start_digits(scenario, decisions))),)
    return (
        TieBreak(
            "fewest-change-employer",
            (as_affine(_change_employer(scenario, decisions)),),
            "FTE",
            _lacking(scenario, today_employed, _employed_after(decisions)),
        ),
        TieBreak("first-hosts", tuple(_host_digits(scenario, decisions))),
        *(in_time if scenario.steps else ()),
        TieBreak(
            "fewest-change-workplace",
            (as_affine(_change_workplace(scenario, decisions)),),
            "FTE",
            _lacking(scenario, today_workplaces, decisions.workplaces),
        ),
        TieBreak("first-of-the-rest", tuple(_rest(decisions))),
    )


def _lacking(
    scenario: Scenario, *tables: Callable[[Service, str], Quantity]
) -> tuple[str, ...]:
    """Name the figures that tables of staff lack."""
    return missing_figures(
        staff
        for service in scenario.services
        for m in service.participants
        for table in tables
        if isinstance(staff := table(service, m), Affine)
    )


def _employed_after(decisions: Decisions) -> Callable[[Service, str], Quantity]:
    """Give what counts of the employers after: nothing where it is the host alone."""
    return lambda service, m: (
        decisions.employed(service, m) if service.employer is Employer.WORKPLACE else 0
    )


def _change_employer(scenario: Scenario, decisions: Decisions) -> Quantity:
    return total(change_employer(service, decisions) for service in scenario.services)


def _change_workplace(scenario: Scenario, decisions: Decisions) -> Quantity:
    return total(
        lost(today_workplaces(service, m), decisions.workplaces(service, m))
        for service in scenario.services
        for m in service.participants
    )


def _host_digits(scenario: Scenario, decisions: Decisions) -> Iterator[Affine]:
    """One digit per service: its host's place in the file, after all when unshared."""
    order = {m.id: place for place, m in enumerate(scenario.municipalities)}
    for service in scenario.services:
        accumulator = Accumulator()
        accumulator.add_number(len(order))
        for m in service.candidates.among:
            accumulator.add(decisions.host(service, m), order[m] - len(order))
        yield as_affine(accumulator.result())


def _start_digits(scenario: Scenario, decisions: Decisions) -> Iterator[Affine]:
    """One digit per service: its step's place in order, after all when unshared."""
    for service in scenario.services:
        accumulator = Accumulator()
        accumulator.add_number(len(scenario.steps))
        for place, step in enumerate(scenario.steps):
            joint = decisions.started_at(step.id).joint(service)
            accumulator.add(joint, place - len(scenario.steps))
        yield as_affine(accumulator.result())


def _rest(decisions: Decisions) -> Iterator[Affine]:
    for number, atom in enumerate(decisions.atoms):
        if atom.kind not in (AtomKind.HOST, AtomKind.JOINT):
            yield of_atom(number)
