"""Waivers: what each covers, who decided it, and what its case comes to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vvoptimize.report.layout import Page
    from vvoptimize.report.model_evidence import WaiverRow
    from vvoptimize.report.text.voice import Voice

STYLES = {"waived": "unknown", "broken": "broken", "unknown": "unknown"}


def write_waivers(page: Page, voice: Voice, waivers: tuple[WaiverRow, ...]) -> None:
    """Write every waiver there is, needed or not."""
    if not waivers:
        return
    page.heading(voice.say("head.waivers"))
    for waiver in waivers:
        about = waived_case(voice, waiver)
        style = STYLES.get(waiver.verdict or "", "")
        page.item(f"{about} {_outcome(voice, waiver)}", style=style)
        page.item(decision(voice, waiver), 2)


def waived_case(voice: Voice, waiver: WaiverRow) -> str:
    """Name a waiver and what it is from."""
    name = waiver.rule
    if waiver.label is not None:
        name = voice.named(waiver.rule, waiver.label)
    return voice.say(
        "waiver.about",
        number=voice.number(waiver.number),
        clause=waiver.clause,
        rule=name,
        case=voice.case(waiver.at),
    )


def _outcome(voice: Voice, waiver: WaiverRow) -> str:
    """Tell what the case comes to; where none is judged, what is covered."""
    whole = waiver.covers is None
    key = "covers" if waiver.verdict is None else waiver.verdict
    if whole and key in ("covers", "waived"):
        key = "whole"
    return voice.say(
        f"waiver.{key}",
        covers=voice.amount(waiver.covers, waiver.unit),
        shortfall=voice.amount(waiver.shortfall, waiver.unit),
        exceeds=voice.amount(waiver.exceeds, waiver.unit),
    )


def decision(voice: Voice, waiver: WaiverRow) -> str:
    """Tell who decided a waiver, when, why and until when."""
    return voice.say(
        "waiver.decision",
        who=voice.words(waiver.decided_by),
        date=voice.date(waiver.date),
        case=waiver.case,
        expires=voice.date(waiver.expires),
        reason=voice.words(waiver.reason),
    )
