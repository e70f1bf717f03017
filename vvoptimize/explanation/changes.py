"""What a new plan changes of the one under way, and why each change is made.

As little as possible changes, and that comes before every wish: so a service that is
put back as it was, all else as in the new plan, breaks a binding rule. Which one, and
by how much, is why it was moved.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from vvoptimize.classes import record
from vvoptimize.explanation.one_service import (
    Obstacle,
    judged_if_possible,
    judged_with,
    obstacle,
    with_service,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vvoptimize.evaluation.verdicts import InstanceVerdict
    from vvoptimize.scenario.exact import Exact
    from vvoptimize.scenario.services import Service
    from vvoptimize.scenario.under_way import UnderWay
    from vvoptimize.solution.assessed import Assessed

Decided: TypeAlias = "tuple[str | None, str | None]"
"""Host and step of a service: None where it is unshared, or there are no steps."""


@record
class Change:
    """One service that is decided otherwise than in the plan under way.

    Attributes
    ----------
    obstacle
        Why it could not be put back at all; None where it could.
    breaks
        Cases of binding rules that are kept, and would be broken or undecided if this
        service alone were put back.
    """

    service: str
    before: Decided
    after: Decided
    obstacle: Obstacle | None
    breaks: tuple[InstanceVerdict, ...] = ()


def changes_from(decided: UnderWay, new: Assessed) -> tuple[Change, ...]:
    """List what a plan changes, in the order of the scenario."""
    return tuple(_changes(decided, new))


def _changes(decided: UnderWay, new: Assessed) -> Iterator[Change]:
    for service in new.grounding.scenario.services:
        s = service.id
        if s not in decided.hosts:
            continue
        before = (decided.hosts[s], decided.starts.get(s))
        after = (new.assignment.hosts[s], new.assignment.starts.get(s))
        if before != after:
            yield _why(service, before, after, decided, new)


def as_decided(decided: UnderWay, new: Assessed) -> Assessed | None:
    """Judge the plan under way as it stands; None where it cannot be any more."""
    scenario, assignment = new.grounding.scenario, new.assignment
    for service in scenario.services:
        if service.id not in decided.hosts:
            continue
        place = (decided.hosts[service.id], decided.starts.get(service.id))
        if obstacle(scenario, service, *place) is not None:
            return None
        staff = _staff(service, decided, new)
        assignment = with_service(assignment, service, *place, staff)
    return judged_if_possible(new.grounding, assignment)


def _why(
    service: Service, before: Decided, after: Decided, decided: UnderWay, new: Assessed
) -> Change:
    hindered = obstacle(new.grounding.scenario, service, *before)
    staff = _staff(service, decided, new)
    back = judged_with(new, service, *before, staff)
    if back is None:
        return Change(service.id, before, after, hindered or Obstacle.STAFF)
    kept = {_case(one) for one in new.evaluation.broken + new.evaluation.unknown}
    lost = back.evaluation.broken + back.evaluation.unknown
    breaks = tuple(one for one in lost if _case(one) not in kept)
    return Change(service.id, before, after, None, breaks)


def _case(one: InstanceVerdict) -> tuple[str, object]:
    return one.instance.rule.rule_id, one.at


def _staff(
    service: Service, decided: UnderWay, new: Assessed
) -> Mapping[str, Exact] | None:
    """Say where the staff of a service works: as decided, else as in the new plan."""
    told = decided.workplaces.get(service.id)
    if told is not None:
        return {m: told.get(m, 0) for m in service.participants}
    if service.id not in new.assignment.networks:
        return None
    spread = new.assignment.workplaces
    return {m: spread[service.id, m] for m in service.participants}
