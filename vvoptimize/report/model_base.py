"""What is reported of a proposal beside its base: cases, facts, rules, whom it is for.

Numbers that a report of one check withholds are withheld here, and so is all that would
tell them: what the base has of them, and the difference.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.classes import NamedTuple

if TYPE_CHECKING:
    from vvoptimize.report.model import Element, Named, Words
    from vvoptimize.report.model_search import FirstDifference
    from vvoptimize.report.proposal import ChangeRows
    from vvoptimize.scenario.exact import Exact


class ChangeCount(NamedTuple):
    """How many cases compare so, of binding rules and of others."""

    change: str
    binding: int
    others: int


class CaseChangeRow(NamedTuple):
    """One case of a rule in the base and now, by the rules of the base.

    Attributes
    ----------
    kind, binding
        `require`, `prefer` or `report`; the first binds.
    change
        `new`, `worse`, `same`, `better`, `fixed`, `gone` or `undecided`.
    base, now
        Verdicts; None where there is no such case.
    base_margin, margin
        Distance to the limit in the rule's unit: slack at or above zero, shortfall
        below; None where there is no amount, or none that may be told.
    by
        How much margin is won; below zero it is lost.
    blocks
        Whether it stops the proposal.
    excused
        Whether it is broken and does not stop it, being no worse than in the base.
    message
        What the rule says when it is broken, of the proposal.
    """

    rule: str
    label: Words | None
    clause: str
    authority: str
    kind: str
    binding: bool
    unit: str | None
    at: tuple[Element, ...]
    change: str
    base: str | None
    now: str | None
    base_margin: Exact | None
    margin: Exact | None
    by: Exact | None
    blocks: bool
    excused: bool
    withheld: bool
    message: Words | None


class OwnVerdictRow(NamedTuple):
    """A case that the proposal's own rules judge otherwise than those of the base.

    Attributes
    ----------
    by_base, by_own
        None where they have no such case.
    binds_in_base, binds_in_own
        Whether the rule is required there.
    let_through
        The base's rules stop at it, and the proposal's own would not.
    """

    rule: str
    label: Words | None
    clause: str
    at: tuple[Element, ...]
    by_base: str | None
    by_own: str | None
    binds_in_base: bool
    binds_in_own: bool
    let_through: bool


class TextChangeRow(NamedTuple):
    """Something that rules or waivers say otherwise: see `what` and `part`.

    Attributes
    ----------
    what
        `rule`, `objective`, `parameter`, `measure`, `input`, `cost_key`, `set` or
        `waiver`.
    part
        As `at_least`; None where all of it is new or gone.
    """

    what: str
    id: str
    part: str | None
    base: str | None
    now: str | None


class MovedHost(NamedTuple):
    """A service with another host than in the base; None is unshared."""

    service: str
    base: str | None
    now: str | None


class StartRow(NamedTuple):
    """A service that starts at another step; None where it is not told, or shared."""

    service: str
    base: str | None
    now: str | None


class FigureChangeRow(NamedTuple):
    """A figure that is not as in the base; None is unknown, or not given.

    Attributes
    ----------
    withheld
        It may identify people: that it differs is told, and neither number.
    """

    path: str
    base: Exact | None
    now: Exact | None
    withheld: bool


class ThingRow(NamedTuple):
    """A thing of one side: `municipalities`, `services`, `roads`, `steps`, `pins`."""

    set: str
    id: str


class GainRow(NamedTuple):
    """What one municipality has in the base and now: FTE, NOK/year; None is unknown.

    Attributes
    ----------
    in_base, in_now
        Whether it takes part there.
    workplaces, pays
        How much more than in the base.
    """

    municipality: str
    in_base: bool
    in_now: bool
    workplaces_base: Exact | None
    workplaces_now: Exact | None
    workplaces: Exact | None
    pays_base: Exact | None
    pays_now: Exact | None
    pays: Exact | None


class OrderRow(NamedTuple):
    """How the proposal stands to the base by one objective.

    Attributes
    ----------
    order
        `better`, `worse`, `same`, or `undecided` for want of figures. Of a leximin
        objective it is the leximin order.
    difference
        Where it first differs, ours being the proposal's; None where it does not.
    only_base, only_now
        Parties that are not in both, and are left out of the comparison.
    """

    id: str
    label: Words | None
    clause: str
    sense: str
    order: str
    difference: FirstDifference | None
    only_base: tuple[tuple[Element, ...], ...]
    only_now: tuple[tuple[Element, ...], ...]


class IdleWaiver(NamedTuple):
    """A waiver of the base that does not count now, and the days between which it may.

    Attributes
    ----------
    at
        As written: variable and element.
    """

    rule: str
    at: tuple[tuple[str, str], ...]
    date: str
    expires: str


class BasePart(NamedTuple):
    """A proposal beside its base.

    Attributes
    ----------
    name
        The file or the revision, as it was asked for.
    commit
        Full id of a revision.
    path
        Of the scenario, as the base has it.
    assignment, title
        Which assignment of the base it is held against.
    blocking, excused
        How many cases of binding rules stop the proposal, and how many are broken and
        do not, being no worse than in the base.
    let_through
        How many cases its own rules would let through that the base's do not.
    municipalities, services
        Those that only the base has, with what people call them.
    """

    name: str
    commit: str | None
    path: str
    assignment: str | None
    title: Words | None
    blocking: int
    excused: int
    let_through: int
    counts: tuple[ChangeCount, ...]
    cases: ChangeRows
    objectives: tuple[OrderRow, ...]
    gains: tuple[GainRow, ...]
    moved: tuple[MovedHost, ...]
    starts: tuple[StartRow, ...]
    figures: tuple[FigureChangeRow, ...]
    added: tuple[ThingRow, ...]
    removed: tuple[ThingRow, ...]
    texts: tuple[TextChangeRow, ...]
    own_verdicts: tuple[OwnVerdictRow, ...]
    idle_waivers: tuple[IdleWaiver, ...]
    municipalities: tuple[Named, ...]
    services: tuple[Named, ...]
