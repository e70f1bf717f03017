"""What a report of entry and exit consists of; see `model` for what None means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.classes import NamedTuple

if TYPE_CHECKING:
    from vvoptimize.explanation.members.staff import StaffMove
    from vvoptimize.report.model import (
        Element,
        MunicipalityRow,
        Named,
        ServiceRow,
        Words,
    )
    from vvoptimize.report.model_search import BrokenRow, MovedRow
    from vvoptimize.scenario.exact import Exact


class PlanPart(NamedTuple):
    """The plan that somebody leaves or joins.

    Attributes
    ----------
    proved
        It is the proven optimum; None where it was given.
    outright
        It says itself who pays for some service; what follows is by the cost key.
    broken, unknown
        Cases of binding rules that it breaks, or that lack a figure, as it is.
    """

    name: str | None
    title: Words | None
    proved: bool | None
    outright: bool
    broken: int
    unknown: int
    services: tuple[ServiceRow, ...]
    municipalities: tuple[MunicipalityRow, ...]


class BrokenThen(NamedTuple):
    """A case of a binding rule that is broken; `already`: so it was before."""

    broken: BrokenRow
    already: bool


class ConflictCase(NamedTuple):
    """One of the cases that those who remain cannot keep together."""

    rule: str
    clause: str
    label: Words | None
    at: tuple[Element, ...]


class OwnRow(NamedTuple):
    """Staff of a service that somebody has alone again, in FTE.

    Attributes
    ----------
    lacks
        What is to be found besides what comes back; negative where more comes back.
    """

    service: str
    municipality: str
    today: Exact | None
    back: Exact | None
    lacks: Exact | None


class CostRow(NamedTuple):
    """What the one who leaves paid for a service, NOK/year; `service` None is in all.

    Attributes
    ----------
    falls_away
        What the service costs the others less than it cost all.
    left_to_others
        The rest of what was paid: who remain share it; negative where they pay less.
    alone
        What the service costs the one who leaves, alone: as today.
    """

    service: str | None
    paid: Exact | None
    falls_away: Exact | None
    left_to_others: Exact | None
    alone: Exact | None


class ChangeRow(NamedTuple):
    """A municipality before and after: FTE, NOK/year, and NOK/person/year.

    Attributes
    ----------
    head, head_then
        What it pays per inhabitant.
    """

    municipality: str
    workplaces: Exact | None
    workplaces_then: Exact | None
    workplaces_change: Exact | None
    pays: Exact | None
    pays_then: Exact | None
    pays_change: Exact | None
    head: Exact | None
    head_then: Exact | None


class NoticeRow(NamedTuple):
    """The agreed notice of one service; None where nobody has said."""

    service: str
    years: Exact | None


class ExitPart(NamedTuple):
    """What follows when one municipality leaves.

    Attributes
    ----------
    stands
        Every service keeps its host, and no binding rule is broken.
    lost
        Services whose host leaves.
    ended, hostless
        Services that are as today again: with one participant left or none, and with
        nobody left who may host them.
    broken, unknown
        What the plan as it stands breaks, or cannot tell; a service without its host
        counts as unshared.
    search
        `not_needed`, `not_asked`, `found`, `infeasible` (proved) or `stopped`.
    changed
        Services with another host in the new plan, those that lost theirs included.
    fewest, proved
        Proved of the new plan: none changes fewer hosts; best by the objectives then.
    services, changes
        Of the new plan where one was found, else of the plan as it stands.
    """

    leaver: str
    stands: bool
    lost: tuple[str, ...]
    ended: tuple[str, ...]
    hostless: tuple[str, ...]
    broken: tuple[BrokenThen, ...]
    unknown: int
    search: str
    changed: tuple[MovedRow, ...]
    fewest: bool
    proved: bool
    conflict: tuple[ConflictCase, ...]
    staff: tuple[StaffMove, ...]
    own_staff: tuple[OwnRow, ...]
    staff_unknown: tuple[str, ...]
    costs: tuple[CostRow, ...]
    services: tuple[ServiceRow, ...]
    changes: tuple[ChangeRow, ...]
    total: ChangeRow
    notice_given: str
    notices: tuple[NoticeRow, ...]
    earliest: str | None


class TermsPart(NamedTuple):
    """Who must agree before somebody joins, and where that is said."""

    clause: str
    quote: str | None
    reading: Words
    agree: tuple[str, ...]


class EntryPart(NamedTuple):
    """What follows when one municipality joins; every service keeps its host.

    Attributes
    ----------
    outcome
        What the plan means for the newcomer.
    changes
        One per municipality that was in before.
    pays_more
        Those of them who pay more per inhabitant.
    worked_out
        Services whose staff or cost with the newcomer is not given but in proportion.
    terms
        None where no rule file says who must agree.
    """

    newcomer: Named
    services: tuple[str, ...]
    outcome: MunicipalityRow
    changes: tuple[ChangeRow, ...]
    total: ChangeRow
    pays_more: tuple[str, ...]
    unknown_payers: tuple[str, ...]
    broken: tuple[BrokenThen, ...]
    unknown: int
    worked_out: tuple[str, ...]
    terms: TermsPart | None
