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
from vvoptimize.ruleset.ground import Affine, Greatest
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
    municipalities in file order and unshared last; fewest FTE that change place of
    work; and at last the order of what else is decided.
    """
    return (
        TieBreak(
            "fewest-change-employer",
            (as_affine(_change_employer(scenario, decisions)),),
            "FTE",
            _lacking(scenario, today_employed, _employed_after(decisions)),
        ),
        TieBreak("first-hosts", tuple(_host_digits(scenario, decisions))),
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
        as_affine(table(service, m))
        for service in scenario.services
        for m in service.participants
        for table in tables
    )


def _employed_after(decisions: Decisions) -> Callable[[Service, str], Quantity]:
    """Give what counts of the employers after: nothing where it is the host alone."""
    return lambda service, m: (
        decisions.employed(service, m) if service.employer is Employer.WORKPLACE else 0
    )


def change_employer(service: Service, decisions: Decisions) -> Quantity:
    """FTE of a service that leave their employer of today."""
    if service.employer is Employer.WORKPLACE:
        return total(
            _loss(today_employed(service, m), decisions.employed(service, m))
            for m in service.participants
        )
    staff = {m: today_employed(service, m) for m in service.participants}
    known = {m: fte for m, fte in staff.items() if not isinstance(fte, Affine)}
    in_all, accumulator = sum(known.values()), Accumulator()
    for host in service.participants:
        leaving = in_all - known.get(host, 0)  # all but the host's own
        accumulator.add(decisions.host(service, host), leaving)
    return accumulator.result()


def _change_employer(scenario: Scenario, decisions: Decisions) -> Quantity:
    return total(change_employer(service, decisions) for service in scenario.services)


def _change_workplace(scenario: Scenario, decisions: Decisions) -> Quantity:
    return total(
        _loss(today_workplaces(service, m), decisions.workplaces(service, m))
        for service in scenario.services
        for m in service.participants
    )


def _loss(today: Quantity, after: Quantity) -> Quantity:
    """What is lost from today, zero where nothing is; unknown figures are left out."""
    accumulator = Accumulator()
    accumulator.add(today, 1)
    accumulator.add(after, -1)
    lost = accumulator.result()
    if not isinstance(lost, Affine):
        return max(lost, 0)
    if lost.unknown:
        return 0
    return Affine({Greatest((lost, Affine())): 1})


def _host_digits(scenario: Scenario, decisions: Decisions) -> Iterator[Affine]:
    """One digit per service: its host's place in the file, after all when unshared."""
    order = {m.id: place for place, m in enumerate(scenario.municipalities)}
    for service in scenario.services:
        accumulator = Accumulator()
        accumulator.add_number(len(order))
        for m in service.candidates.among:
            accumulator.add(decisions.host(service, m), order[m] - len(order))
        yield as_affine(accumulator.result())


def _rest(decisions: Decisions) -> Iterator[Affine]:
    for number, atom in enumerate(decisions.atoms):
        if atom.kind not in (AtomKind.HOST, AtomKind.JOINT):
            yield of_atom(number)
