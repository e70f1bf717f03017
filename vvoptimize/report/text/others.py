"""Named assignments beside the answer: what they break, and for whom they differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.report.text.rule_rows import TOLD, broken_case
from vvoptimize.report.text.verdict import told_outcome

if TYPE_CHECKING:
    from vvoptimize.report.layout import Page
    from vvoptimize.report.model import (
        AssessmentPart,
    )
    from vvoptimize.report.model_search import (
        BrokenRow,
        DifferenceRow,
        FirstDifference,
        MovedRow,
        MovedStart,
        OtherPart,
        TieRow,
    )
    from vvoptimize.report.text.voice import Voice

INDENT = 2


def write_others(
    page: Page, voice: Voice, others: tuple[OtherPart, ...], ours: AssessmentPart
) -> None:
    """Write a paragraph about each."""
    if not others:
        return
    page.heading(voice.say("head.others"))
    for number, other in enumerate(others):
        if number:
            page.blank()
        _write(page, voice, other)
        _write_workplaces(page, voice, other, ours)
    if any(other.outcome is not None for other in others):
        page.blank()
        page.text(voice.say("outcome.apart"))


def _write(page: Page, voice: Voice, other: OtherPart) -> None:
    page.text(voice.named(other.name, other.title))
    if other.outcome is not None:
        page.item(told_outcome(voice, other.outcome), INDENT)
    page.item(_moved(voice, other.moved), INDENT)
    if other.starts:
        page.item(_starts(voice, other.starts), INDENT)
    if other.unknown:
        page.item(voice.count(other.unknown, "other.unknown"), INDENT, "unknown")
    _write_broken(page, voice, other.broken)
    if other.difference is None:
        page.item(_equal(voice, other.tie), INDENT)
    else:
        page.item(told_difference(voice, other.difference), INDENT)


def _write_workplaces(
    page: Page, voice: Voice, other: OtherPart, ours: AssessmentPart
) -> None:
    """Write how workplaces change where they change otherwise than in the answer."""
    told = [
        voice.say(
            "other.change",
            who=voice.municipality(mine.municipality),
            theirs=voice.bare(theirs.workplaces_change, "FTE", signed=True),
            ours=voice.bare(mine.workplaces_change, "FTE", signed=True),
        )
        for mine, theirs in zip(ours.municipalities, other.municipalities, strict=True)
        if mine.workplaces_change != theirs.workplaces_change
    ]
    if told:
        changes = voice.some(told, "; ")
        page.item(voice.say("other.workplaces", changes=changes), INDENT)


def _moved(voice: Voice, moved: tuple[MovedRow, ...]) -> str:
    if not moved:
        return voice.say("other.same")
    told = [
        voice.say(
            "other.moved_one",
            service=voice.service(one.service),
            theirs=voice.municipality(one.theirs),
            ours=voice.municipality(one.ours),
        )
        for one in moved
    ]
    return voice.say("other.moved", moved=voice.some(told, "; "))


def _starts(voice: Voice, moved: tuple[MovedStart, ...]) -> str:
    """Tell what starts at another step than in the answer."""

    def when(step: str | None) -> str:
        return voice.say("plan.never") if step is None else voice.at_step(step)

    told = [
        voice.say(
            "other.start_one",
            service=voice.service(one.service),
            theirs=when(one.theirs),
            ours=when(one.ours),
        )
        for one in moved
    ]
    return voice.say("other.starts", moved=voice.some(told, "; "))


def _write_broken(page: Page, voice: Voice, broken: tuple[BrokenRow, ...]) -> None:
    if not broken:
        page.item(voice.say("other.no_broken"), INDENT)
        return
    page.item(voice.count(len(broken), "other.broken"), INDENT, "broken")
    for one in broken[:TOLD]:
        told = broken_case(voice, one.case, one.unit)
        page.item(f"{voice.clause(one.clause)} {one.rule}. {told}", 2 * INDENT)
    if len(broken) > TOLD:
        page.item(voice.count(len(broken) - TOLD, "rule.more"), 2 * INDENT)


def told_difference(voice: Voice, found: FirstDifference) -> str:
    """Tell at which stage two assignments differ first, by how much, and for whom."""
    stage = stage_of(voice, found)
    if found.ours_is_better is None:
        told = voice.say("other.open", stage=stage)
    else:
        told = voice.say(
            "other.ours" if found.ours_is_better else "other.theirs",
            stage=stage,
            ours=voice.amount(found.ours, found.unit),
            theirs=voice.amount(found.theirs, found.unit),
            by=_by(voice, found),
        )
    parties = [_party(voice, party, found.unit) for party in found.parties if party.at]
    if not parties:
        return told
    unit = voice.unit_name(found.unit)
    key = "other.parties_in" if unit else "other.parties"
    return f"{told} {voice.say(key, unit=unit, parties=voice.some(parties, '; '))}"


def _by(voice: Voice, found: FirstDifference) -> str:
    """Tell how far apart two values are; of two whole counts anyone sees it."""
    counts = isinstance(found.ours, int) and isinstance(found.theirs, int)
    if found.unit == "1" and counts:
        return ""
    return " " + voice.say("other.by", by=voice.amount(found.by, found.unit))


def _equal(voice: Voice, tie: TieRow | None) -> str:
    """Tell what chose between two that are equally good."""
    told = voice.say("other.equal")
    if tie is None:
        return told
    stage = voice.say(f"other.tie.{tie.stage}")
    ours, theirs = (voice.amount(x, tie.unit) for x in (tie.ours, tie.theirs))
    key = "other.tie" if tie.ours is None else "other.tie_by"
    return f"{told} {voice.say(key, stage=stage, ours=ours, theirs=theirs)}"


def stage_of(voice: Voice, found: FirstDifference) -> str:
    """Give what the stage is called at which two assignments differ."""
    if found.kind == "require":
        return voice.say("other.require")
    if found.kind == "prefer":
        return voice.say("soft", clause=found.clause or "", id=found.stage)
    stage = voice.called(found.stage, found.label)
    if found.rank is None:
        return stage
    return voice.say("other.rank", stage=stage, rank=voice.number(found.rank))


def _party(voice: Voice, party: DifferenceRow, unit: str) -> str:
    who, ours = voice.case(party.at), voice.bare(party.ours, unit)
    theirs = voice.bare(party.theirs, unit)
    if party.change is None:
        return voice.say("other.party_open", who=who, theirs=theirs, ours=ours)
    change = voice.bare(party.change, unit, signed=True)
    return voice.say("other.party", who=who, theirs=theirs, ours=ours, change=change)
