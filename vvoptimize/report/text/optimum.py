"""A proposal beside the best there is, as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.report.text.others import stage_of

if TYPE_CHECKING:
    from vvoptimize.report.layout import Page
    from vvoptimize.report.model_proposal import (
        BetterPart,
        MovedThere,
        OptimumPart,
        PartyGainRow,
    )
    from vvoptimize.report.model_search import FirstDifference
    from vvoptimize.report.text.voice import Voice


def write_optimum(page: Page, voice: Voice, part: OptimumPart) -> None:
    """Write how far it is from the best, and whether all could have more."""
    page.heading(voice.say("proposal.head.optimum"))
    why = "" if part.stop is None else voice.say(f"proposal.stop.{part.stop}")
    style = "holds" if part.search == "proved" else "unknown"
    page.text(voice.say(f"proposal.search.{part.search}", why=why), style=style)
    if part.search in ("proved", "found"):
        _write_distance(page, voice, part)
    page.heading(voice.say("proposal.head.better"))
    _write_better(page, voice, part.better)


def _write_distance(page: Page, voice: Voice, part: OptimumPart) -> None:
    if not part.differences:
        page.text(voice.say("proposal.is_best"))
        return
    first, *others = part.differences
    page.text(_apart(voice, first, "proposal.apart"))
    for other in others:
        page.item(_apart(voice, other, "proposal.apart_too"), 2)
    if part.moved:
        moved = _moved(voice, part.moved)
        page.text(voice.say("proposal.best_moved", moved=moved))


def _apart(voice: Voice, found: FirstDifference, key: str) -> str:
    stage = stage_of(voice, found)
    if found.ours_is_better is None:
        return voice.say("proposal.apart_open", stage=stage)
    return voice.say(
        key,
        stage=stage,
        ours=voice.amount(found.ours, found.unit),
        theirs=voice.amount(found.theirs, found.unit),
        by=_by(voice, found),
    )


def _by(voice: Voice, found: FirstDifference) -> str:
    """Tell how far apart two values are; of two whole counts anyone sees it."""
    if found.unit == "1":
        return ""
    told = voice.say("proposal.difference", by=voice.amount(found.by, found.unit))
    return f" {told}"


def _moved(voice: Voice, moved: tuple[MovedThere, ...]) -> str:
    told = [
        voice.say(
            "proposal.moved_one",
            service=voice.service(one.service),
            now=voice.municipality(one.there),
            was=voice.municipality(one.proposal),
        )
        for one in moved
    ]
    return voice.some(told, "; ") if told else voice.say("none")


def _write_better(page: Page, voice: Voice, better: BetterPart) -> None:
    moved = _moved(voice, better.moved)
    figures = voice.figures(better.missing) or voice.say("unknown")
    told = voice.say(f"proposal.better.{better.answer}", moved=moved, figures=figures)
    page.text(told, style="holds" if better.answer == "no" else "")
    for party in better.parties:
        if party.by:
            page.item(_party(voice, party), 2)


def _party(voice: Voice, party: PartyGainRow) -> str:
    return voice.say(
        "proposal.better.party",
        objective=voice.called(party.objective, party.label),
        who=voice.case(party.at),
        better=voice.amount(party.better, party.unit),
        proposal=voice.amount(party.proposal, party.unit),
        by=voice.amount(party.by, party.unit, signed=True),
    )
