"""Changes to a plan under way, and services left out, as rows of a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.evaluation.verdicts import Verdict
from vvoptimize.explanation.conflict import members_of
from vvoptimize.report.conflict import member_row
from vvoptimize.report.model_plans import (
    ChangeRow,
    DecidedRow,
    LeftOutRow,
    MovedStaffRow,
)
from vvoptimize.report.search import broken_row, difference_row

if TYPE_CHECKING:
    from vvoptimize.explanation.changes import Change
    from vvoptimize.explanation.left_out import LeftOut
    from vvoptimize.ruleset.grounding import Grounding


def change_row(change: Change, grounding: Grounding) -> ChangeRow:
    """Give one change, with what putting it back would break."""
    broken = [one for one in change.breaks if one.verdict is Verdict.BROKEN]
    return ChangeRow(
        service=change.service,
        before=DecidedRow(*change.before),
        after=DecidedRow(*change.after),
        moved=tuple(MovedStaffRow(*moved) for moved in change.moved),
        obstacle=None if change.obstacle is None else change.obstacle.value,
        breaks=tuple(broken_row(one, grounding) for one in broken),
        unknown=len(change.breaks) - len(broken),
    )


def left_out_row(one: LeftOut, grounding: Grounding) -> LeftOutRow:
    """Give one service that stays unshared, with what kept it out."""
    members = () if one.conflict is None else members_of(one.conflict)
    best, difference = None, None
    if one.beside is not None:
        theirs = one.beside.other.assignment
        best = DecidedRow(theirs.hosts[one.service], theirs.starts.get(one.service))
        found = one.beside.difference
        difference = None if found is None else difference_row(found, grounding)
    return LeftOutRow(
        service=one.service,
        possible=one.possible,
        conflict=tuple(member_row(member, grounding) for member in members),
        minimal=None if one.conflict is None else one.conflict.minimal,
        settled=one.settled,
        best=best,
        difference=difference,
    )
