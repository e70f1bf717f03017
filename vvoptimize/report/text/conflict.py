"""A conflict between binding rules as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.report.text.evidence import write_evidence
from vvoptimize.report.text.rule_rows import cited, read_from
from vvoptimize.report.text.verdict import write_about, write_assumed
from vvoptimize.report.text.voice import Voice
from vvoptimize.report.text.waivers import write_waivers

if TYPE_CHECKING:
    from vvoptimize.report.layout import Page
    from vvoptimize.report.reports import ConflictReport, ConflictRow

INDENT = 2


def write_conflict(report: ConflictReport, page: Page, lang: str) -> None:
    """Write the members of the conflict, and what each would need."""
    voice = Voice(lang, report.scenario)
    write_about(page, voice, report.scenario)
    page.blank()
    page.text(voice.say("verdict.conflict") + ".", style="broken")
    write_assumed(page, voice, report.evidence, "verdict.rests.proof")
    if report.evidence.assumed:
        page.text(voice.say("evidence.assumed"))
    if report.members:
        _write_members(page, voice, report)
    else:
        page.text(voice.say("conflict.no_members"))
    write_waivers(page, voice, report.waivers)
    write_evidence(page, voice, report.evidence)
    page.blank()
    page.text(voice.say("councils"))


def _write_members(page: Page, voice: Voice, report: ConflictReport) -> None:
    alone = len(report.members) == 1
    page.heading(voice.say("head.member" if alone else "head.members"))
    if alone:
        key = "conflict.alone"
    else:
        key = "conflict.minimal" if report.minimal else "conflict.not_minimal"
    others = voice.say("conflict.others")
    page.text(f"{voice.say(key)} {others}")
    for member in report.members:
        page.blank()
        clause = voice.clause(member.clause)
        name = cited(voice, member.quote, member.rule)
        if member.label is not None:
            name = f"{voice.words(member.label)} {name}"
        page.item(f"{clause} {name}")
        for line in _lines(voice, member, alone=alone):
            page.item(line, INDENT)


def _lines(voice: Voice, member: ConflictRow, *, alone: bool) -> list[str]:
    authority = voice.say(f"authority.{member.authority}")
    kind = voice.say("kind.require")
    about = voice.say("rule.about", id=member.rule, kind=kind, authority=authority)
    case = voice.say("conflict.case", case=voice.case(member.at))
    about = "; ".join([about, *read_from(voice, member)])
    lines = [f"{about}. {case}"]
    if member.need is None:
        lines.append(voice.say("conflict.no_need"))
    else:
        need = voice.amount(member.need, member.unit)
        key = "conflict.need_alone" if alone else "conflict.need"
        lines.append(voice.say(key, need=need))
    if member.waiver is not None:
        lines.append(voice.say("waiver.short", number=voice.number(member.waiver)))
    lines.append(_meaning(voice, member))
    if member.parameters:
        numbers = voice.joined([voice.number(n) for n in member.parameters])
        key = "conflict.parameters"
        lines.append(voice.count(len(member.parameters), key, numbers=numbers))
    return lines


def _meaning(voice: Voice, member: ConflictRow) -> str:
    if member.message is not None:
        return voice.say("conflict.message", message=voice.words(member.message))
    return voice.say("conflict.reading", reading=voice.words(member.reading))
