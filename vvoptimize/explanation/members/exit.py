"""A municipality leaves a plan in force: what still holds, and what must be found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from vvoptimize.classes import NamedTuple
from vvoptimize.errors import InfeasibleError, NoIncumbentError
from vvoptimize.explanation.members.money import (
    Change,
    MoneyRow,
    changes,
    money_after_exit,
)
from vvoptimize.explanation.members.notice import Notice, notice_of
from vvoptimize.explanation.members.plans import PlanInForce, reduced
from vvoptimize.explanation.members.staff import StaffAfterExit, staff_after_exit
from vvoptimize.optimize import Infeasible, solve_with
from vvoptimize.ruleset.keep import FEWEST_CHANGED
from vvoptimize.scenario.changed import changed
from vvoptimize.scenario.leaving import Leaving, without
from vvoptimize.scenario.under_way import UnderWay
from vvoptimize.solution.assessed import assess
from vvoptimize.solution.stages import Outcome

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vvoptimize.assignment import Assignment
    from vvoptimize.evaluation.verdicts import InstanceVerdict
    from vvoptimize.ruleset.instances import RuleInstance
    from vvoptimize.scenario.shares import JointPart
    from vvoptimize.solution.assessed import Assessed
    from vvoptimize.solution.solution import Solution


class Search(StrEnum):
    """How it went with finding a new plan for those who remain."""

    NOT_NEEDED = "not_needed"
    NOT_ASKED = "not_asked"
    FOUND = "found"
    INFEASIBLE = "infeasible"
    STOPPED = "stopped"


class NewPlan(NamedTuple):
    """A plan for those who remain, with as few changed hosts as possible.

    Attributes
    ----------
    solution
        None where none was found.
    changed
        Service, host before, host after; None is unshared. Those that lost their host
        come too.
    fewest
        Proved: no plan that keeps the rules changes fewer hosts besides those lost.
    proved
        Proved best by the scenario's own objectives among those.
    conflict
        Cases of binding rules that those who remain cannot keep together (proved).
    """

    search: Search
    solution: Solution | None = None
    changed: tuple[tuple[str, str | None, str | None], ...] = ()
    fewest: bool = False
    proved: bool = False
    conflict: tuple[RuleInstance, ...] = ()


@dataclass(frozen=True)
class Exit:
    """What follows when one municipality leaves.

    Attributes
    ----------
    lost
        Services whose host leaves and that others may host.
    standing
        The plan as it stands without the leaver: what lost its host is as today.
    final
        The new plan where one was found, else `standing`.
    """

    plan: PlanInForce
    leaver: str
    how: JointPart
    leaving: Leaving
    lost: tuple[str, ...]
    standing: Assessed
    new: NewPlan
    final: Assessed
    staff: StaffAfterExit
    money: tuple[MoneyRow, ...]
    changes: tuple[Change, ...]
    notice: Notice

    @property
    def broken(self) -> tuple[InstanceVerdict, ...]:
        """Cases of binding rules that the plan breaks as it stands."""
        return self.standing.evaluation.broken

    @property
    def ended(self) -> tuple[str, ...]:
        """Services that are shared, and no longer are with fewer than two left."""
        return self._shared(self.leaving.ended)

    @property
    def hostless(self) -> tuple[str, ...]:
        """Services that are shared, and that none of those left may host."""
        return self._shared(self.leaving.hostless)

    @property
    def stands(self) -> bool:
        """Tell whether every service keeps its host and no binding rule is broken."""
        return not (self.lost or self.ended or self.hostless or self.broken)

    def _shared(self, services: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(s for s in services if self.plan.assignment.hosts[s] is not None)


def leave(
    plan: PlanInForce, leaver: str, how: JointPart, *, today: str, search: bool
) -> Exit:
    """Work out what follows when a municipality leaves a plan in force.

    Parameters
    ----------
    how
        What becomes of the staff and cost of services that remain shared.
    today
        The day on which notice is given.
    search
        Whether to look for a new plan where the old does not stand.
    """
    leaving = without(plan.scenario, leaver, how)
    none_left = frozenset((*leaving.ended, *leaving.hostless))
    lost = tuple(
        s
        for s, host in plan.assignment.hosts.items()
        if host == leaver and s not in none_left
    )
    standing = _standing(plan, leaver, leaving, frozenset(lost), none_left)
    fixed = not (lost or standing.evaluation.broken)
    new = NewPlan(Search.NOT_NEEDED if fixed else Search.NOT_ASKED)
    if search and not fixed:
        new = _new_plan(plan, leaving, lost, none_left)
    final = standing if new.solution is None else new.solution.assessed
    hosts = {s: final.assignment.hosts.get(s) for s in plan.assignment.hosts}
    return Exit(
        plan=plan,
        leaver=leaver,
        how=how,
        leaving=leaving,
        lost=lost,
        standing=standing,
        new=new,
        final=final,
        staff=staff_after_exit(plan.assessed, leaver, how, none_left, hosts),
        money=money_after_exit(plan.assessed, final, leaver),
        changes=changes(plan.assessed, final),
        notice=notice_of(plan, leaver, today),
    )


def _standing(
    plan: PlanInForce,
    leaver: str,
    leaving: Leaving,
    lost: frozenset[str],
    none_left: frozenset[str],
) -> Assessed:
    """Judge the plan as it stands; a service without its host is as today."""
    scenario = changed(
        leaving.scenario,
        services=tuple(
            changed(service, may_stay_unshared=True) if service.id in lost else service
            for service in leaving.scenario.services
        ),
    )
    assignment = reduced(plan.assignment, scenario, leaver, lost | none_left)
    file, waivers = plan.file_of(scenario), plan.waivers_in(scenario)
    return assess(plan.rules, file, assignment, waivers=waivers)


def _starts_of(
    kept: Mapping[str, str | None], assignment: Assignment
) -> Mapping[str, str]:
    """Give the steps of what is kept, where there are steps."""
    return {s: step for s, step in assignment.starts.items() if kept.get(s)}


def _new_plan(
    plan: PlanInForce,
    leaving: Leaving,
    lost: tuple[str, ...],
    none_left: frozenset[str],
) -> NewPlan:
    scenario = leaving.scenario
    now = plan.assignment.hosts
    free = none_left | {*lost}
    kept = {s: now[s] for s in scenario.service_ids if s not in free}
    try:
        found = solve_with(
            plan.file_of(scenario),
            plan.rules,
            plan.waivers_in(scenario),
            keep=UnderWay(kept, _starts_of(kept, plan.assignment)),
            limits=plan.limits,
        )
    except InfeasibleError as error:
        conflict = error.conflict
        told = conflict.conflict.instances if isinstance(conflict, Infeasible) else ()
        return NewPlan(Search.INFEASIBLE, conflict=told)
    except NoIncumbentError:
        return NewPlan(Search.STOPPED)
    return NewPlan(
        Search.FOUND,
        solution=found,
        changed=tuple(_changed_hosts(now, found.assignment.hosts)),
        fewest=any(
            stage.stage_id == FEWEST_CHANGED and stage.outcome is Outcome.OPTIMAL
            for stage in found.stages
        ),
        proved=found.outcome is Outcome.OPTIMAL,
    )


def _changed_hosts(
    now: Mapping[str, str | None], then: Mapping[str, str | None]
) -> list[tuple[str, str | None, str | None]]:
    pairs = ((s, host, then.get(s)) for s, host in now.items())
    return [change for change in pairs if change[1] != change[2]]
