"""What a new plan changes, and what it leaves as it is today, as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.report.text.others import told_difference
from vvoptimize.report.text.rule_rows import TOLD, broken_case

if TYPE_CHECKING:
    from vvoptimize.report.layout import Page
    from vvoptimize.report.model_plans import ChangeRow, DecidedRow, LeftOutRow
    from vvoptimize.report.model_search import BrokenRow
    from vvoptimize.report.reports import ConflictRow, SolveReport
    from vvoptimize.report.text.voice import Voice

INDENT = 2


def write_changes(page: Page, voice: Voice, report: SolveReport) -> None:
    """Write every change to the plan under way, and why; nothing without a plan."""
    changes = report.changes
    if changes is None:
        return
    page.heading(voice.say("head.changes"))
    if not changes:
        page.text(voice.say("changes.none"))
        return
    key = "changes.proved" if report.proved else "changes.open"
    page.text(voice.count(len(changes), key))
    if report.under_way:
        page.item(voice.say("changes.under_way"))
        for line in _told(voice, report.under_way):
            page.item(line, INDENT)
    for change in changes:
        before, after = _decided(voice, change.before), _decided(voice, change.after)
        service = voice.service(change.service)
        key = "changes.told" if change.before != change.after else "changes.staff"
        page.item(voice.say(key, service=service, before=before, after=after))
        if change.moved:
            page.item(_moved(voice, change), INDENT)
        for line in _reasons(voice, change):
            page.item(line, INDENT)


def _decided(voice: Voice, row: DecidedRow) -> str:
    if row.host is None:
        return voice.say("plan.unshared")
    host = voice.municipality(row.host)
    if row.step is None:
        return host
    return voice.say("plan.host_from", host=host, step=voice.step_title(row.step))


def _moved(voice: Voice, change: ChangeRow) -> str:
    told = [
        voice.say(
            "changes.moved_one",
            who=voice.municipality(one.municipality),
            before=voice.bare(one.before, "FTE"),
            after=voice.bare(one.after, "FTE"),
        )
        for one in change.moved
    ]
    return voice.say("changes.moved", moved="; ".join(told))


def _reasons(voice: Voice, change: ChangeRow) -> list[str]:
    if change.obstacle is not None:
        return [voice.say(f"changes.obstacle.{change.obstacle}")]
    if not change.breaks and not change.unknown:
        return [voice.say("changes.together")]
    lines = _told(voice, change.breaks)
    if change.unknown:
        lines.append(voice.count(change.unknown, "other.unknown"))
    return [voice.say("changes.back"), *lines]


def _told(voice: Voice, broken: tuple[BrokenRow, ...]) -> list[str]:
    lines = [_broken(voice, one) for one in broken[:TOLD]]
    if len(broken) > TOLD:
        lines.append(voice.count(len(broken) - TOLD, "rule.more"))
    return lines


def _broken(voice: Voice, one: BrokenRow) -> str:
    told = broken_case(voice, one.case, one.unit)
    return f"{voice.clause(one.clause)} {one.rule}. {told}"


def write_left_out(page: Page, voice: Voice, report: SolveReport) -> None:
    """Write what kept each service out; nothing where none stays unshared."""
    rows = report.left_out
    if all(service.host is not None for service in report.assessment.services):
        return
    page.heading(voice.say("head.left_out"))
    if not rows:
        page.text(voice.say("left_out.unproved"))
    for row in rows:
        page.item(f"{voice.service(row.service)}: {_why(voice, row)}")
        for member in row.conflict[:TOLD]:
            page.item(_member(voice, member), INDENT)
        if len(row.conflict) > TOLD:
            page.item(voice.count(len(row.conflict) - TOLD, "rule.more"), INDENT)
        if row.difference is not None:
            page.item(told_difference(voice, row.difference), INDENT)


def _why(voice: Voice, row: LeftOutRow) -> str:
    if row.possible is None:
        return voice.say("left_out.open")
    if not row.possible:
        return voice.say("left_out.impossible")
    if not row.settled:
        return voice.say("left_out.not_settled")
    if row.best is None:
        return voice.say("left_out.only_with_others")
    best = _decided(voice, row.best)
    key = "left_out.equal" if row.difference is None else "left_out.worse"
    return voice.say(key, best=best)


def _member(voice: Voice, member: ConflictRow) -> str:
    label = "" if member.label is None else f" {voice.words(member.label)}"
    case = voice.case(member.at)
    told = f"{voice.clause(member.clause)}{label} ({member.rule})"
    return f"{told}: {case}" if case else told
