"""Whose staff changes employer or place of work when a municipality leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.classes import NamedTuple
from vvoptimize.explanation.members.plans import less, respread
from vvoptimize.ruleset.choices import workplace_step
from vvoptimize.scenario.figure import value_of
from vvoptimize.scenario.services import Employer
from vvoptimize.scenario.shares import JointPart, staff_part

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vvoptimize.scenario.exact import Exact
    from vvoptimize.scenario.services import Service
    from vvoptimize.solution.assessed import Assessed


class StaffMove(NamedTuple):
    """FTE of one service that get another employer or place of work.

    Attributes
    ----------
    place, employer
        Under the plan in force.
    to
        Who employs them then; None where no host has been found.
    moves
        Whether they cannot stay where they work.
    """

    service: str
    place: str
    employer: str
    to: str | None
    fte: Exact
    moves: bool


class OwnStaff(NamedTuple):
    """What somebody who has a service alone again has of staff for it, in FTE.

    Attributes
    ----------
    today
        What it had before the service was shared; None is unknown.
    back
        What it takes back, those who work there already included; None is unknown.
    """

    service: str
    municipality: str
    today: Exact | None
    back: Exact | None

    @property
    def lacks(self) -> Exact | None:
        """FTE to find besides; negative where more come back than there were."""
        return less(self.today, self.back)


class StaffAfterExit(NamedTuple):
    """All staff that an exit touches; `unknown`: services whose staff is not known."""

    moves: tuple[StaffMove, ...]
    own: tuple[OwnStaff, ...]
    unknown: tuple[str, ...]


def staff_after_exit(
    plan: Assessed,
    leaver: str,
    how: JointPart,
    ended: frozenset[str],
    hosts: Mapping[str, str | None],
) -> StaffAfterExit:
    """Follow the staff of every joint service that the leaver takes part in.

    Parameters
    ----------
    ended
        Services that nobody shares any more: each takes back who works there.
    hosts
        Who hosts each of the others then; None where nobody has been found.
    """
    moves: list[StaffMove] = []
    own: list[OwnStaff] = []
    unknown: list[str] = []
    step = workplace_step(plan.grounding.scenario)
    outcomes = zip(plan.grounding.scenario.services, plan.services, strict=True)
    for service, outcome in outcomes:
        if outcome.host is None or leaver not in service.participants:
            continue
        staff = {m: fte for m, fte in outcome.workplaces if fte is not None}
        part = staff_part(service, leaver) if how is JointPart.SCALED else 0
        if service.id in ended:
            part = staff.get(leaver)
        if len(staff) < len(outcome.workplaces) or part is None:
            unknown.append(service.id)
            own.append(_own(service, leaver, None))
            continue
        group = _Service(service, outcome.host, leaver, staff, part)
        if service.id in ended:
            moves += group.back_to_each()
            own += [_own(service, m, fte) for m, fte in staff.items()]
            continue
        moves += group.after(hosts.get(service.id), step)
        own.append(_own(service, leaver, part))
    return StaffAfterExit(tuple(moves), tuple(own), tuple(unknown))


def _own(service: Service, m: str, back: Exact | None) -> OwnStaff:
    today = value_of(service.workplaces_today.get(m))
    return OwnStaff(service.id, m, today, back)


class _Service(NamedTuple):
    """A joint service under the plan in force, and what the leaver takes of it."""

    service: Service
    host: str
    leaver: str
    staff: Mapping[str, Exact]
    part: Exact

    def back_to_each(self) -> Iterator[StaffMove]:
        """Everybody takes back those who work there."""
        for place, fte in self.staff.items():
            if self._employer(place) != place:
                yield from self._move(place, place, fte, moves=False)

    def after(self, host: str | None, step: Exact) -> Iterator[StaffMove]:
        """The leaver takes its part: those who work there first, then others."""
        here = self.staff[self.leaver]
        stays = min(here, self.part)
        if self._employer(self.leaver) != self.leaver:
            yield from self._move(self.leaver, self.leaver, stays, moves=False)
        to = host if self.service.employer is Employer.HOST else None
        yield from self._move(self.leaver, to, here - stays, moves=True)
        remaining = self._remaining(stays, step)
        for place, fte in self.staff.items():
            if place == self.leaver:
                continue
            kept = min(fte, remaining[place])
            yield from self._move(place, self.leaver, fte - kept, moves=True)
            then = place if self.service.employer is Employer.WORKPLACE else host
            if self._employer(place) != then:
                yield from self._move(place, then, kept, moves=False)

    def _remaining(self, stays: Exact, step: Exact) -> dict[str, Exact]:
        """FTE that stay with the others in each place, before any move there."""
        others = {m: fte for m, fte in self.staff.items() if m != self.leaver}
        total = sum(others.values()) - (self.part - stays)
        return respread(others, total, self.host, step)

    def _employer(self, place: str) -> str:
        return place if self.service.employer is Employer.WORKPLACE else self.host

    def _move(
        self, place: str, to: str | None, fte: Exact, *, moves: bool
    ) -> Iterator[StaffMove]:
        if fte:
            employer = self._employer(place)
            yield StaffMove(self.service.id, place, employer, to, fte, moves)
