"""Between assignments and the values of atoms."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias, assert_never

from vvoptimize.assignment import Assignment
from vvoptimize.errors import Problems, listed
from vvoptimize.ruleset.atoms import AtomKind
from vvoptimize.ruleset.choices import staff_to_spread
from vvoptimize.scenario.exact import Exact, exact, exact_text
from vvoptimize.scenario.services import Delivery
from vvoptimize.scenario.starts import possible_starts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vvoptimize.ruleset.atoms import Atom, Values
    from vvoptimize.ruleset.choices import Choices
    from vvoptimize.scenario.model import Scenario
    from vvoptimize.scenario.services import Service

    Chosen: TypeAlias = Mapping[tuple[str, ...], Exact]


def encoded(assignment: Assignment, scenario: Scenario, choices: Choices) -> Values:
    """Give the value of each atom in an assignment."""
    encoder = _Encoder(assignment, scenario, choices.step)
    values = tuple(encoder.value(atom) for atom in choices.atoms)
    encoder.problems.raise_if_any()
    return values


class _Encoder:
    def __init__(self, assignment: Assignment, scenario: Scenario, step: Exact) -> None:
        self._assignment = assignment
        self._scenario = scenario
        self._step = step
        self.problems = Problems()
        self._check_forms()

    def _check_forms(self) -> None:
        """Report a service that is shared in an unknown one of several forms."""
        for service in self._scenario.services:
            s = service.id
            shared = self._assignment.hosts[s] is not None
            if shared and len(service.forms) > 1 and s not in self._assignment.forms:
                known = listed(service.forms)
                self.problems.add("VV370", None, service=s, known=known)

    def value(self, atom: Atom) -> int:
        assignment, s = self._assignment, atom.index[0]
        if atom.start is not None and atom.start != assignment.starts.get(s):
            return 0  # it starts at another step, or not at all
        match atom.kind:
            case AtomKind.HOST:  # most are
                return int(assignment.hosts[s] == atom.index[1])
            case AtomKind.JOINT:
                return int(assignment.hosts[s] is not None)
            case AtomKind.NETWORK:
                return int(s in assignment.networks)
            case AtomKind.TASK:
                return int(assignment.tasks.get((s, atom.index[1])) == atom.index[2])
            case AtomKind.FORM:
                return int(assignment.forms.get(s) == atom.index[1])
            case AtomKind.WORKPLACES:
                return self._steps(s, atom.index[1])
            case _:
                assert_never(atom.kind)

    def _steps(self, s: str, m: str) -> int:
        """Give the FTE of a service in a municipality as whole steps."""
        if self._assignment.hosts[s] is None:
            return 0
        if s in self._assignment.networks:
            fte = self._assignment.workplaces.get((s, m), 0)
        else:
            fte = self._central(self._scenario.service(s), m)
        if not fte:
            return 0
        steps = exact(fte / Fraction(self._step))
        if not isinstance(steps, int):
            step, value = exact_text(self._step), exact_text(fte)
            self.problems.add("VV371", None, service=s, id=m, value=value, step=step)
            return 0
        return steps

    def _central(self, service: Service, m: str) -> Exact:
        """Give all staff at the host, less its tasks elsewhere, plus those here."""
        host = self._assignment.hosts[service.id]
        amount = (staff_to_spread(service) or 0) if host == m else 0
        for task in service.tasks:
            at = self._assignment.tasks.get((service.id, task.id))
            amount += (task.fte.value or 0) * ((at == m) - (host == m))
        return amount


def decoded(values: Values, scenario: Scenario, atoms: tuple[Atom, ...]) -> Assignment:
    """Give the assignment that values of the atoms stand for."""
    nonzero = [(a, value) for a, value in zip(atoms, values, strict=True) if value]
    chosen = {
        (atom.kind.value, *atom.index): exact(value * Fraction(atom.step))
        for atom, value in nonzero
        if atom.start is None
    }
    started = {a.index[0]: a.start for a, _ in nonzero if a.start is not None}
    hosts: dict[str, str | None] = dict.fromkeys(scenario.service_ids)
    hosts |= {key[1]: key[2] for key in chosen if key[0] == AtomKind.HOST}
    shared = [service for service in scenario.services if hosts[service.id] is not None]
    networks = [service for service in shared if _is_network(service, chosen)]
    only = {
        service.id: service.forms[0] for service in shared if len(service.forms) == 1
    }
    return Assignment(
        hosts=hosts,
        tasks={(k[1], k[2]): k[3] for k in chosen if k[0] == AtomKind.TASK},
        networks=frozenset(service.id for service in networks),
        workplaces=_spread(networks, chosen),
        forms=only | {key[1]: key[2] for key in chosen if key[0] == AtomKind.FORM},
        pays={},
        starts=_starts(hosts, started, scenario),
    )


def _starts(
    hosts: Mapping[str, str | None], started: Mapping[str, str], scenario: Scenario
) -> dict[str, str]:
    """Give the step at which each shared service starts, where there are steps."""
    shared = (s for s in hosts if scenario.steps and hosts[s] is not None)
    # What has one possible step has no atom for it.
    return {s: started.get(s) or possible_starts(scenario, s)[0] for s in shared}


def _is_network(service: Service, chosen: Chosen) -> bool:
    if service.delivery is Delivery.NETWORK:
        return True
    return (AtomKind.NETWORK, service.id) in chosen


def _spread(networks: list[Service], chosen: Chosen) -> dict[tuple[str, str], Exact]:
    """Spell out where the staff works; of unknown staff nothing is said."""
    return {
        (service.id, m): chosen.get((AtomKind.WORKPLACES, service.id, m), 0)
        for service in networks
        if staff_to_spread(service) is not None
        for m in service.participants
    }
