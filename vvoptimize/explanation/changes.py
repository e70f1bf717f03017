"""What a new plan changes of the one under way, and why each change is made.

As little as possible changes, and that comes before every wish: so a service that is
put back as it was, all else as in the new plan, breaks a binding rule. Which one, and
by how much, is why it was moved.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from vvoptimize.classes import record
from vvoptimize.explanation.one_service import (
    Obstacle,
    Way,
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
Moved: TypeAlias = "tuple[str, Exact, Exact | None]"
"""Municipality, and its FTE of the service as decided and in the new plan."""


@record
class Change:
    """One service that is decided otherwise than in the plan under way.

    Attributes
    ----------
    moved
        Where the host stays: municipalities in which more or less of its staff works.
    obstacle
        Why it could not be put back at all; None where it could.
    breaks
        Cases of binding rules that are kept, and would be broken or undecided if this
        service alone were put back.
    """

    service: str
    before: Decided
    after: Decided
    moved: tuple[Moved, ...] = ()
    obstacle: Obstacle | None = None
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
        moved = _moved(service, decided, new) if before[0] == after[0] else ()
        if before != after or moved:
            yield _why(service, Change(s, before, after, moved), decided, new)


def _moved(service: Service, decided: UnderWay, new: Assessed) -> tuple[Moved, ...]:
    told = decided.workplaces.get(service.id)
    if told is None or new.assignment.hosts[service.id] is None:
        return ()
    outcome = next(one for one in new.services if one.service == service.id)
    both = ((m, told.get(m, 0), now) for m, now in outcome.workplaces)
    return tuple(one for one in both if one[1] != one[2])


def as_decided(decided: UnderWay, new: Assessed) -> Assessed | None:
    """Judge the plan under way as it stands; None where it cannot be any more."""
    scenario, assignment = new.grounding.scenario, new.assignment
    for service in scenario.services:
        if service.id in decided.hosts:
            way = _way(service, decided, new)
            if obstacle(scenario, service, way.host, way.start) is not None:
                return None
            assignment = with_service(assignment, service, way)
    return judged_if_possible(new.grounding, assignment)


def _why(service: Service, change: Change, decided: UnderWay, new: Assessed) -> Change:
    back = judged_with(new, service, _way(service, decided, new))
    if back is None:
        hindered = obstacle(new.grounding.scenario, service, *change.before)
        return replace(change, obstacle=hindered or Obstacle.STAFF)
    kept = {_case(one) for one in new.evaluation.broken + new.evaluation.unknown}
    lost = back.evaluation.broken + back.evaluation.unknown
    return replace(change, breaks=tuple(x for x in lost if _case(x) not in kept))


def _case(one: InstanceVerdict) -> tuple[str, object]:
    return one.rule.rule_id, one.at


def _way(service: Service, decided: UnderWay, new: Assessed) -> Way:
    """Say how a service was decided."""
    s = service.id
    places = decided.tasks.get(s, {})
    staff = _staff(service, decided, new)
    return Way(decided.hosts[s], decided.starts.get(s), staff, places)


def _staff(
    service: Service, decided: UnderWay, new: Assessed
) -> Mapping[str, Exact] | None:
    """Say where staff that is spread works: as decided, else as in the new plan."""
    s = service.id
    told = decided.workplaces.get(s)
    if s in decided.gathered:
        return None
    if told is not None:
        return {m: told.get(m, 0) for m in service.participants}
    if s not in new.assignment.networks:
        return None
    return {m: new.assignment.workplaces[s, m] for m in service.participants}
