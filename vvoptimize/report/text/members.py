"""Entry and exit as text: the plan, and then each exit, all of them, or the entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.report.layout import Column, row
from vvoptimize.report.text.verdict import write_about
from vvoptimize.report.text.voice import Voice

if TYPE_CHECKING:
    from vvoptimize.report.layout import Page, Row
    from vvoptimize.report.model_members import ExitPart, PlanPart
    from vvoptimize.report.reports import MembersReport

FEW = 3


def write_members(report: MembersReport, page: Page, lang: str) -> None:
    """Write all sections in order; of several exits a table."""
    voice = Voice(lang, report.scenario)
    write_about(page, voice, report.scenario)
    _write_plan(page, voice, report.plan)
    if report.joint_part is not None:
        page.text(voice.say(f"members.{report.joint_part}"))
    if report.entry is not None:
        from vvoptimize.report.text.entry import write_entry

        write_entry(page, voice, report.entry)
    elif len(report.exits) == 1:
        from vvoptimize.report.text.exit import write_exit

        write_exit(page, voice, report.exits[0])
    else:
        _write_table(page, voice, report.exits)
    page.blank()
    page.text(voice.say("councils"))


def _write_plan(page: Page, voice: Voice, plan: PlanPart) -> None:
    if plan.proved is None:
        name = voice.named(plan.name, plan.title)
        page.text(voice.say("about.assignment", name=name))
    else:
        key = "members.optimum" if plan.proved else "members.incumbent"
        page.text(voice.say(key))
    hosts = [
        voice.say(
            "members.host",
            service=voice.service(service.service),
            host=voice.municipality(service.host),
        )
        for service in plan.services
    ]
    page.text(voice.say("members.hosts", hosts="; ".join(hosts)))
    page.blank()
    if plan.outright:
        page.text(voice.say("members.outright"))
    if plan.broken:
        page.text(voice.count(plan.broken, "members.plan_broken"), style="broken")
    if plan.unknown:
        page.text(voice.count(plan.unknown, "members.plan_unknown"))


def _write_table(page: Page, voice: Voice, exits: tuple[ExitPart, ...]) -> None:
    """Write what follows of each exit by itself, one line each."""
    page.heading(voice.say("head.each_exit"))
    columns = [
        Column(voice.say("col.leaver")),
        Column(voice.say("col.lost")),
        Column(voice.say("col.broken_then"), numeric=True),
        Column(voice.say("col.new_hosts")),
        Column(voice.say("col.others_pay"), numeric=True),
    ]
    pays = voice.column([e.total.pays_change for e in exits], "NOK/year", signed=True)
    pairs = zip(exits, pays, strict=True)
    page.table(columns, [_line(voice, one, told) for one, told in pairs])
    page.text(voice.say("members.table_note"))
    standing = sum(one.stands and not one.unknown for one in exits)
    replaced = sum(one.search == "found" for one in exits)
    told = voice.say(
        "members.table_sum",
        all=voice.number(len(exits)),
        standing=voice.number(standing),
        replaced=voice.number(replaced),
    )
    page.text(told)


def _line(voice: Voice, one: ExitPart, pays: str) -> Row:
    lost = [voice.service(s) for s in (*one.lost, *one.ended, *one.hostless)]
    return row(
        voice.municipality(one.leaver),
        ", ".join(lost) or voice.say("none"),
        voice.number(len(one.broken)),
        _new_hosts(voice, one),
        pays,
        notes=_notes(voice, one),
    )


def _new_hosts(voice: Voice, one: ExitPart) -> str:
    if one.search != "found":
        return voice.say(f"members.cell.{one.search}")
    return changed_hosts(voice, one) or voice.say("members.cell.same_hosts")


def changed_hosts(voice: Voice, one: ExitPart) -> str:
    """Tell the new host of each service that gets one."""
    told = [
        voice.say(
            "members.host",
            service=voice.service(moved.service),
            host=voice.municipality(moved.theirs),
        )
        for moved in one.changed
    ]
    return "; ".join(told)


def _notes(voice: Voice, one: ExitPart) -> list[str]:
    """Tell what is undecided, what is not proved, and why no plan is possible."""
    told = []
    if one.unknown:
        told.append(voice.count(one.unknown, "members.unknown"))
    if one.search == "found" and not (one.fewest and one.proved):
        told.append(told_proof(voice, one))
    if one.search == "infeasible":
        told.append(told_conflict(voice, one))
    return told


def told_proof(voice: Voice, one: ExitPart) -> str:
    """Tell what is proved of a new plan."""
    key = "members.fewest" if one.fewest else "members.not_fewest"
    best = "members.best" if one.proved else "members.not_best"
    return f"{voice.say(key)} {voice.say(best)}"


def told_conflict(voice: Voice, one: ExitPart) -> str:
    """Tell which cases those who remain cannot keep together."""
    told = [
        voice.say(
            "members.conflict_case",
            clause=voice.clause(case.clause),
            rule=case.rule,
            case=voice.case(case.at),
        )
        for case in one.conflict
    ]
    return voice.say("members.conflict", cases=voice.some(told, "; ", FEW))
