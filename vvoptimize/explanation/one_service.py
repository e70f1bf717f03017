"""A plan in which one service is decided otherwise, all else as it is."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from vvoptimize.classes import record
from vvoptimize.evaluation.evaluate import structure_holds
from vvoptimize.scenario.starts import possible_starts
from vvoptimize.solution.assessed import judge

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vvoptimize.assignment import Assignment
    from vvoptimize.ruleset.grounding import Grounding
    from vvoptimize.scenario.exact import Exact
    from vvoptimize.scenario.model import Scenario
    from vvoptimize.scenario.services import Service
    from vvoptimize.solution.assessed import Assessed


class Obstacle(StrEnum):
    """Why a service cannot be decided in some way at all."""

    HOST = "host"  # it is no candidate
    STEP = "step"  # it cannot start then
    UNSHARED = "unshared"  # it must be shared
    STAFF = "staff"  # its staff is another number than is spread


def obstacle(
    scenario: Scenario, service: Service, host: str | None, start: str | None
) -> Obstacle | None:
    """Say why a service cannot have a host and a start; None where it can."""
    if host is None:
        return None if service.may_stay_unshared else Obstacle.UNSHARED
    if host not in service.candidates.among:
        return Obstacle.HOST
    if scenario.steps and start not in possible_starts(scenario, service.id):
        return Obstacle.STEP
    return None


@record
class Way:
    """How one service is decided.

    Attributes
    ----------
    host, start
        Host None leaves the service unshared; start is None without steps.
    staff
        FTE by municipality where its staff is spread; None gathers it at the host.
    places
        Municipality of each task that does not simply sit with the host.
    """

    host: str | None
    start: str | None
    staff: Mapping[str, Exact] | None
    places: Mapping[str, str]


def judged_with(plan: Assessed, service: Service, way: Way) -> Assessed | None:
    """Judge a plan with one service otherwise; None where it cannot be so at all."""
    grounding = plan.grounding
    if obstacle(grounding.scenario, service, way.host, way.start) is not None:
        return None
    return judged_if_possible(grounding, with_service(plan.assignment, service, way))


def judged_if_possible(grounding: Grounding, assignment: Assignment) -> Assessed | None:
    """Judge an assignment; None where the scenario has no such assignment."""
    values = grounding.decisions.encode(assignment)
    return judge(grounding, assignment) if structure_holds(grounding, values) else None


def with_service(plan: Assignment, service: Service, way: Way) -> Assignment:
    """Give a plan with one service otherwise."""
    without, host, s = _without(plan, service), way.host, service.id
    if host is None:
        return without
    spread = {} if way.staff is None else {(s, m): n for m, n in way.staff.items()}
    places = {(s, t.id): way.places.get(t.id, host) for t in service.tasks}
    forms = {s: plan.forms.get(s, service.forms[0])} if service.forms else {}
    return replace(
        without,
        hosts={**without.hosts, s: host},
        starts={**without.starts, **({} if way.start is None else {s: way.start})},
        workplaces={**without.workplaces, **spread},
        networks=without.networks | ({s} if spread else set()),
        tasks={**without.tasks, **places},
        forms={**without.forms, **forms},
    )


def _without(plan: Assignment, service: Service) -> Assignment:
    """Give a plan in which a service stays as it is today."""
    s = service.id
    return replace(
        plan,
        hosts={**plan.hosts, s: None},
        starts={t: step for t, step in plan.starts.items() if t != s},
        workplaces={k: fte for k, fte in plan.workplaces.items() if k[0] != s},
        networks=plan.networks - {s},
        tasks={k: m for k, m in plan.tasks.items() if k[0] != s},
        forms={t: form for t, form in plan.forms.items() if t != s},
    )
