"""What a new plan changes of the one under way, and what it leaves unshared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.classes import NamedTuple

if TYPE_CHECKING:
    from vvoptimize.report.model_search import BrokenRow, FirstDifference
    from vvoptimize.report.reports import ConflictRow
    from vvoptimize.scenario.exact import Exact


class DecidedRow(NamedTuple):
    """Host and step of a service: None where unshared, or without steps."""

    host: str | None
    step: str | None


class MovedStaffRow(NamedTuple):
    """FTE of a service in a municipality, as decided and in the new plan."""

    municipality: str
    before: Exact
    after: Exact | None


class ChangeRow(NamedTuple):
    """A service that is decided otherwise than in the plan under way.

    Attributes
    ----------
    moved
        Where the host stays: municipalities in which more or less of its staff works.
    obstacle
        Why it could not be put back at all: `host` is no candidate any more, `step` has
        passed, `unshared` it may not stay, `staff` is another number; None where it
        could.
    breaks
        Cases of binding rules that would be broken if this service alone were put back.
    unknown
        How many would be undecided.
    """

    service: str
    before: DecidedRow
    after: DecidedRow
    moved: tuple[MovedStaffRow, ...]
    obstacle: str | None
    breaks: tuple[BrokenRow, ...]
    unknown: int


class LeftOutRow(NamedTuple):
    """A service that stays as it is today, and what kept it out.

    Attributes
    ----------
    possible
        Whether some plan that keeps every binding rule shares it; None where that is
        not settled.
    conflict
        Where none does: cases of binding rules that cannot all be kept if it is shared.
    minimal
        Whether each of them is needed for that; None where there is no conflict.
    settled
        Whether it is settled what comes of sharing it, with all other hosts and starts
        as they are: False where a limit was reached first.
    best
        The best way to do so; None where there is none, or it is not settled.
    difference
        Where that is worse: the first stage at which it differs; None where it is as
        good.
    """

    service: str
    possible: bool | None
    conflict: tuple[ConflictRow, ...]
    minimal: bool | None
    settled: bool
    best: DecidedRow | None
    difference: FirstDifference | None
