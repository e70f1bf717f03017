"""What the report of a search has besides: stages, and other assignments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.classes import NamedTuple

if TYPE_CHECKING:
    from vvoptimize.report.model import (
        Element,
        MunicipalityRow,
        OutcomePart,
        ServiceRow,
        Words,
    )
    from vvoptimize.report.model_rules import (
        InstanceRow,
        PartyRow,
    )
    from vvoptimize.scenario.exact import Exact


class StageRow(NamedTuple):
    """One stage of the search, and what was proved.

    Attributes
    ----------
    label, clause
        None for stages that are built in.
    outcome
        `optimal` is proved; `feasible` is not; `unknown` was not posed or not reached.
    bound
        What no assignment can better; `value` when proved; None when nothing is.
    gap
        Between value and bound; None where there is no bound.
    parties
        Leximin only, worst off first.
    ranks_proved
        Leximin only: how many parties, from the worst off, are proved.
    missing
        Figures whose absence kept the stage from being posed in full.
    over
        Only of a plan in steps: as of an objective (see `ObjectiveRow`), or `each_step`
        of a wish: what all steps to come fall short is added up.
    """

    id: str
    kind: str
    clause: str | None
    label: Words | None
    outcome: str
    unit: str
    value: Exact | None
    bound: Exact | None
    gap: Exact | None
    step: Exact | None
    ranks_proved: int
    parties: tuple[PartyRow, ...]
    missing: tuple[str, ...]
    over: str | None = None


class MovedRow(NamedTuple):
    """A service with another host; None is unshared."""

    service: str
    ours: str | None
    theirs: str | None


class MovedStart(NamedTuple):
    """A service that starts at another step; None where it does not start."""

    service: str
    ours: str | None
    theirs: str | None


class DifferenceRow(NamedTuple):
    """What one party gets in ours and in theirs, and what theirs gives more of."""

    at: tuple[Element, ...]
    ours: Exact | None
    theirs: Exact | None
    change: Exact | None


class FirstDifference(NamedTuple):
    """The first stage at which two assignments differ.

    Attributes
    ----------
    ours_is_better
        None where a missing figure leaves it open.
    by
        How far apart the two values are.
    rank
        Leximin: the rank, from the worst off, that differs first; counted from 1.
    parties
        Those that get another value; for a soft rule the cases that fall short by
        another amount, or by one where the rule has no amount.
    """

    stage: str
    kind: str
    clause: str | None
    label: Words | None
    unit: str
    ours_is_better: bool | None
    ours: Exact | None
    theirs: Exact | None
    by: Exact | None
    rank: int | None
    parties: tuple[DifferenceRow, ...]


class BrokenRow(NamedTuple):
    """A case of a binding rule that a named assignment breaks."""

    rule: str
    clause: str
    quote: str | None
    unit: str | None
    case: InstanceRow


class TieRow(NamedTuple):
    """The tie-break that chose ours among equals; values where it has an amount."""

    stage: str
    unit: str
    ours: Exact | None
    theirs: Exact | None


class OtherPart(NamedTuple):
    """A named assignment beside the one found.

    Attributes
    ----------
    unknown
        How many cases of binding rules lack a figure.
    difference
        None where the two are equal at every stage, though hosts may differ.
    tie
        What then chose ours; None where nothing did.
    starts
        Only of a plan in steps.
    """

    name: str | None
    title: Words | None
    outcome: OutcomePart | None
    moved: tuple[MovedRow, ...]
    broken: tuple[BrokenRow, ...]
    unknown: int
    difference: FirstDifference | None
    tie: TieRow | None
    services: tuple[ServiceRow, ...]
    municipalities: tuple[MunicipalityRow, ...]
    starts: tuple[MovedStart, ...] = ()
