"""A plan in force, and the same plan for those who remain or for one more."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from vvoptimize.assignment import Assignment
from vvoptimize.evaluation.values import Evaluator
from vvoptimize.ruleset.arithmetic import as_affine
from vvoptimize.ruleset.choices import workplace_step
from vvoptimize.ruleset.grounding import ground
from vvoptimize.ruleset.instances import without_step
from vvoptimize.ruleset.payments import apportion
from vvoptimize.scenario.exact import exact
from vvoptimize.scenario.figure import value_of
from vvoptimize.scenario.reading import ScenarioFile

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vvoptimize.ruleset.rules import RuleSet
    from vvoptimize.ruleset.waivers import Waivers
    from vvoptimize.scenario.exact import Exact
    from vvoptimize.scenario.model import Scenario
    from vvoptimize.scenario.services import Service
    from vvoptimize.solution.assessed import Assessed
    from vvoptimize.solution.stages import Limits

Pair = tuple[str, str]


@dataclass(frozen=True)
class PlanInForce:
    """The plan that somebody leaves or joins, and all that judges it.

    Attributes
    ----------
    rules
        As read: each scenario sets its own parameters in it.
    proved
        It is the proven optimum; None where it was given.
    """

    file: ScenarioFile
    rules: RuleSet
    waivers: Waivers | None
    assessed: Assessed
    limits: Limits
    proved: bool | None = None

    @property
    def scenario(self) -> Scenario:
        """The scenario with everybody who is in it."""
        return self.file.scenario

    @property
    def assignment(self) -> Assignment:
        """Who hosts what."""
        return self.assessed.assignment

    def file_of(self, scenario: Scenario) -> ScenarioFile:
        """Give a scenario the places of the file that it was worked out from."""
        return ScenarioFile(scenario, self.file.document)

    def waivers_in(self, scenario: Scenario) -> Waivers | None:
        """Give the waivers for cases that there are in a scenario."""
        if self.waivers is None:
            return None
        model = ground(self.rules, self.file_of(scenario)).model
        places = [(case.rule.rule_id, case.at) for case in model.instances]
        places += [(case.rule.rule_id, case.at) for case in model.excepted]
        cases = {
            (rule_id, frozenset(place))
            for rule_id, at in places
            for place in (at, without_step(at))  # a waiver may name no step
        }
        kept = [
            waiver
            for waiver in self.waivers.written
            if (waiver.entry.rule, frozenset(waiver.entry.at.items())) in cases
        ]
        return self.waivers._replace(written=tuple(kept))


def reduced(
    plan: Assignment, scenario: Scenario, leaver: str, unshared: frozenset[str]
) -> Assignment:
    """Keep all of a plan that can be kept when a municipality leaves.

    Hosts stay. Staff that is spread stays where it is as far as the new total allows,
    and is otherwise changed in proportion; a task of the one who leaves goes to the
    host. Who pays follows the cost key.

    Parameters
    ----------
    scenario
        Of those who remain.
    unshared
        Services that are as today for want of a host or of participants.
    """
    hosts = {s: _host(plan, s, unshared) for s in scenario.service_ids}
    shared = [service for service in scenario.services if hosts[service.id]]
    networks = [service for service in shared if service.id in plan.networks]
    return Assignment(
        hosts=hosts,
        tasks={
            (service.id, task.id): _task_place(plan, service.id, task.id, leaver)
            for service in shared
            for task in service.tasks
        },
        networks=frozenset(service.id for service in networks),
        workplaces=_spread(plan, networks, scenario),
        forms={s: form for s, form in plan.forms.items() if hosts.get(s)},
        pays={},
        starts={s: step for s, step in plan.starts.items() if hosts.get(s)},
    )


def _host(plan: Assignment, s: str, unshared: frozenset[str]) -> str | None:
    return None if s in unshared else plan.hosts[s]


def _task_place(plan: Assignment, s: str, task: str, leaver: str) -> str:
    place, host = plan.tasks[s, task], plan.hosts[s]
    return host if place == leaver and host is not None else place


def _spread(
    plan: Assignment, networks: list[Service], scenario: Scenario
) -> dict[Pair, Exact]:
    step = workplace_step(scenario)
    return {
        (service.id, m): fte
        for service in networks
        for m, fte in respread(
            {m: plan.workplaces.get((service.id, m), 0) for m in service.participants},
            value_of(service.total_after),
            plan.hosts[service.id],
            step,
        ).items()
    }


def respread(
    staff: Mapping[str, Exact], total: Exact | None, host: str | None, step: Exact
) -> dict[str, Exact]:
    """Spread a new total of FTE as the old was, in whole steps.

    Parameters
    ----------
    total
        None where it is unknown: then nothing is said of where staff is.
    host
        Where all staff is put if there was none anywhere.
    """
    if total is None:
        return {}
    weights = [*staff.values()]
    if not any(weights):
        weights = [int(m == host) for m in staff]
    steps = int(total / Fraction(step))
    if not steps:
        return dict.fromkeys(staff, 0)
    shares = apportion(steps, weights)
    return {m: exact(n * Fraction(step)) for m, n in zip(staff, shares, strict=True)}


def payments_of(assessed: Assessed) -> dict[Pair, Exact | None]:
    """Give what each participant pays for each service, NOK/year; None is unknown."""
    evaluator, decisions = Evaluator(assessed.values), assessed.grounding.decisions
    return {
        (service.id, m): evaluator.value(as_affine(decisions.pays(service, m)))
        for service in assessed.grounding.scenario.services
        for m in service.participants
    }


def added_up(values: list[Exact | None]) -> Exact | None:
    """Add up; unknown if any part is."""
    known = [value for value in values if value is not None]
    return exact(sum(known)) if len(known) == len(values) else None


def less(left: Exact | None, right: Exact | None) -> Exact | None:
    """Subtract; unknown if either is."""
    return None if left is None or right is None else exact(left - right)
