"""A municipality joins a plan in force: for whom it adds value, and who must agree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vvoptimize.assignment import Assignment
from vvoptimize.explanation.members.money import Change, changes
from vvoptimize.explanation.members.plans import PlanInForce, respread
from vvoptimize.ruleset.choices import workplace_step
from vvoptimize.ruleset.membership import WhoAgrees
from vvoptimize.scenario.exact import exact
from vvoptimize.scenario.figure import value_of
from vvoptimize.scenario.joining import with_member
from vvoptimize.solution.assessed import assess

if TYPE_CHECKING:
    from vvoptimize.evaluation.municipalities import MunicipalityOutcome
    from vvoptimize.evaluation.verdicts import InstanceVerdict
    from vvoptimize.scenario.exact import Exact
    from vvoptimize.scenario.member import Member
    from vvoptimize.scenario.model import Scenario
    from vvoptimize.scenario.services import Service
    from vvoptimize.solution.assessed import Assessed


@dataclass(frozen=True)
class Entry:
    """What follows when one municipality joins; every service keeps its host.

    Attributes
    ----------
    joined
        The plan with the newcomer: staff that is spread stays where it is, and what a
        service gets more works with the newcomer.
    changes
        One per municipality that was in before.
    worked_out
        Services whose staff or cost with the newcomer its file does not give.
    agree
        Who must agree; None where no rule file says so.
    """

    plan: PlanInForce
    member: Member
    joined: Assessed
    changes: tuple[Change, ...]
    worked_out: tuple[str, ...]
    agree: tuple[str, ...] | None

    @property
    def newcomer(self) -> MunicipalityOutcome:
        """What the plan means for the newcomer."""
        return self.joined.municipalities[-1]

    @property
    def services(self) -> tuple[str, ...]:
        """The services that it would take part in, in the order of the scenario."""
        joins = self.member.services
        return tuple(s for s in self.plan.scenario.service_ids if s in joins)

    @property
    def broken(self) -> tuple[InstanceVerdict, ...]:
        """Cases of binding rules that are broken with the newcomer."""
        return self.joined.evaluation.broken


def join(plan: PlanInForce, member: Member) -> Entry:
    """Work out what follows when a municipality joins a plan in force."""
    scenario = with_member(plan.scenario, member)
    joined = assess(
        plan.rules,
        plan.file_of(scenario),
        _extended(plan.assignment, scenario, member.municipality.id),
        waivers=plan.waivers_in(scenario),
    )
    return Entry(
        plan=plan,
        member=member,
        joined=joined,
        changes=changes(plan.assessed, joined),
        worked_out=tuple(
            s
            for s, entry in member.services.items()
            if entry.total_after is None or entry.cost_after is None
        ),
        agree=_who_agrees(plan, member),
    )


def _extended(plan: Assignment, scenario: Scenario, newcomer: str) -> Assignment:
    """Keep the plan; what spread services get more of staff works with the newcomer."""
    step = workplace_step(scenario)
    networks = [s for s in scenario.services if s.id in plan.networks]
    return Assignment(
        hosts=plan.hosts,
        tasks=plan.tasks,
        networks=plan.networks,
        workplaces={
            (service.id, m): fte
            for service in networks
            for m, fte in _staff(plan, service, newcomer, step).items()
        },
        forms=plan.forms,
        pays={},
        starts=plan.starts,
    )


def _staff(
    plan: Assignment, service: Service, newcomer: str, step: Exact
) -> dict[str, Exact]:
    staff = {m: plan.workplaces.get((service.id, m), 0) for m in service.participants}
    total = value_of(service.total_after)
    more = 0 if total is None else exact(total - sum(staff.values()))
    if newcomer in staff and more > 0:
        staff[newcomer] = more
    return respread(staff, total, plan.hosts[service.id], step)


def _who_agrees(plan: PlanInForce, member: Member) -> tuple[str, ...] | None:
    terms = plan.rules.membership.entry
    if terms is None:
        return None
    if terms.agree is WhoAgrees.ALL:
        return plan.scenario.municipality_ids
    services = [plan.scenario.service(s) for s in member.services]
    sharing = {m for service in services for m in service.participants}
    return tuple(m for m in plan.scenario.municipality_ids if m in sharing)
