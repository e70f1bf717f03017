"""A conflict between binding rules as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.report.text.evidence import write_evidence
from vvoptimize.report.text.rule_rows import cited
from vvoptimize.report.text.verdict import write_about
from vvoptimize.report.text.voice import Voice

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
    if report.members:
        _write_members(page, voice, report)
    else:
        page.text(voice.say("conflict.no_members"))
    write_evidence(page, voice, report.evidence)
    page.blank()
    page.text(voice.say("councils"))


def _write_members(page: Page, voice: Voice, report: ConflictReport) -> None:
    page.heading(voice.say("head.members"))
    key = "conflict.minimal" if report.minimal else "conflict.not_minimal"
    page.text(voice.say(key))
    for member in report.members:
        page.blank()
        clause = voice.clause(member.clause)
        page.item(f"{clause} {cited(voice, member.quote, member.rule)}")
        for line in _lines(voice, member):
            page.item(line, INDENT)


def _lines(voice: Voice, member: ConflictRow) -> list[str]:
    authority = voice.say(f"authority.{member.authority}")
    kind = voice.say("kind.require")
    about = voice.say("rule.about", id=member.rule, kind=kind, authority=authority)
    case = voice.say("conflict.case", case=voice.case(member.at))
    lines = [f"{about}. {case}"]
    if member.need is None:
        lines.append(voice.say("conflict.no_need"))
    else:
        need = voice.amount(member.need, member.unit)
        lines.append(voice.say("conflict.need", need=need))
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
