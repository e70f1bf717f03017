"""One exit as text: what breaks, new hosts, staff, money, and those who remain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.report.layout import Column, row
from vvoptimize.report.text.members import (
    changed_hosts,
    told_conflict,
    told_proof,
)
from vvoptimize.report.text.rule_rows import broken_case

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vvoptimize.explanation.members.staff import StaffMove
    from vvoptimize.report.layout import Page, Row
    from vvoptimize.report.model_members import (
        BrokenThen,
        ChangeRow,
        CostRow,
        ExitPart,
        OwnRow,
    )
    from vvoptimize.report.text.voice import Voice

TOLD = 6


def write_exit(page: Page, voice: Voice, one: ExitPart) -> None:
    """Write all that follows when one municipality leaves."""
    who = voice.municipality(one.leaver)
    page.heading(voice.say("head.exit", who=who))
    page.text(_verdict(voice, one), style="holds" if one.stands else "broken")
    for key, services in (("ended", one.ended), ("hostless", one.hostless)):
        if services:
            told = voice.joined([voice.service(s) for s in services])
            page.text(voice.say(f"members.{key}", services=told))
    if one.unknown:
        page.text(voice.count(one.unknown, "members.unknown"))
    write_broken(page, voice, one.broken)
    _write_new(page, voice, one)
    _write_staff(page, voice, one)
    _write_costs(page, voice, one, who)
    page.heading(voice.say("head.remain"))
    write_changes(page, voice, (*one.changes, one.total))
    if one.lost and one.search != "found":
        page.text(voice.say("members.until"))
    _write_notice(page, voice, one)


def _verdict(voice: Voice, one: ExitPart) -> str:
    who = voice.municipality(one.leaver)
    if one.stands:
        key = "members.stands_unknown" if one.unknown else "members.stands"
        return voice.say(key, who=who)
    told = []
    if one.lost:
        services = voice.joined([voice.service(s) for s in one.lost])
        told.append(voice.say("members.lost", services=services))
    if one.broken:
        told.append(voice.count(len(one.broken), "members.broken"))
    if one.ended or one.hostless:
        no_longer = [voice.service(s) for s in (*one.ended, *one.hostless)]
        services = voice.joined(no_longer)
        told.append(voice.say("members.no_longer", services=services))
    return voice.say("members.falls", who=who, why="; ".join(told))


def write_broken(page: Page, voice: Voice, broken: Sequence[BrokenThen]) -> None:
    """Write the cases of binding rules that are broken then."""
    for one in broken[:TOLD]:
        case = broken_case(voice, one.broken.case, one.broken.unit)
        told = f"{voice.clause(one.broken.clause)} {one.broken.rule}. {case}"
        if one.already:
            told = " ".join([told, voice.say("members.already")])
        page.item(told, 2)
    if len(broken) > TOLD:
        page.item(voice.count(len(broken) - TOLD, "rule.more"), 2)


def _write_new(page: Page, voice: Voice, one: ExitPart) -> None:
    if one.search == "found":
        hosts = changed_hosts(voice, one)
        key = "members.found" if hosts else "members.found_same"
        page.text(f"{voice.say(key, hosts=hosts)} {told_proof(voice, one)}")
    elif one.search == "infeasible":
        page.text(told_conflict(voice, one), style="broken")
    elif one.search != "not_needed":
        page.text(voice.say(f"members.search.{one.search}"))


def _write_staff(page: Page, voice: Voice, one: ExitPart) -> None:
    page.heading(voice.say("head.staff"))
    if one.staff:
        columns = [
            Column(voice.say("col.service")),
            Column(voice.say("col.fte"), numeric=True),
            Column(voice.say("col.place")),
            Column(voice.say("col.employer")),
            Column(voice.say("col.employer_then")),
            Column(voice.say("col.place_then")),
        ]
        told = voice.column([move.fte for move in one.staff], "FTE")
        pairs = zip(one.staff, told, strict=True)
        page.table(columns, [_staff(voice, move, fte) for move, fte in pairs])
    else:
        page.text(voice.say("members.no_staff"))
    if one.staff and one.search == "found":
        page.text(voice.say("members.respread"))
    for service in one.staff_unknown:
        page.text(voice.say("members.staff_unknown", service=voice.service(service)))
    _write_own(page, voice, one.own_staff)


def _staff(voice: Voice, move: StaffMove, fte: str) -> Row:
    to = voice.say("members.nobody") if move.to is None else voice.municipality(move.to)
    return row(
        voice.service(move.service),
        fte,
        voice.municipality(move.place),
        voice.municipality(move.employer),
        to,
        voice.say("members.elsewhere" if move.moves else "members.same_place"),
    )


def _write_own(page: Page, voice: Voice, rows: Sequence[OwnRow]) -> None:
    if not rows:
        return
    page.heading(voice.say("head.own_staff"))
    columns = [
        Column(voice.say("col.municipality")),
        Column(voice.say("col.service")),
        *(
            Column(voice.say(f"col.{name}"), numeric=True)
            for name in ("before", "back", "lacks")
        ),
    ]
    told = zip(
        voice.column([own.today for own in rows], "FTE"),
        voice.column([own.back for own in rows], "FTE"),
        voice.column([own.lacks for own in rows], "FTE", signed=True),
        strict=True,
    )
    page.table(
        columns,
        [
            row(
                voice.municipality(own.municipality), voice.service(own.service), *cells
            )
            for own, cells in zip(rows, told, strict=True)
        ],
    )


def _write_costs(page: Page, voice: Voice, one: ExitPart, who: str) -> None:
    if not one.costs:
        return
    page.heading(voice.say("head.costs", who=who))
    names = ("paid", "falls_away", "left_to_others", "alone")
    columns = [
        Column(voice.say("col.service")),
        *(Column(voice.say(f"col.{name}"), numeric=True) for name in names),
    ]
    told = zip(
        *(_money(voice, one.costs, name) for name in names),
        strict=True,
    )
    body = [
        row(_service(voice, cost), *cells)
        for cost, cells in zip(one.costs, told, strict=True)
    ]
    page.table(columns, body)
    page.text(voice.say("members.costs_note", who=who))


def _money(voice: Voice, rows: Sequence[CostRow], name: str) -> list[str]:
    signed = name == "left_to_others"
    values = [getattr(row_, name) for row_ in rows]
    return voice.column(values, "NOK/year", signed=signed)


def _service(voice: Voice, cost: CostRow) -> str:
    return voice.say("total") if cost.service is None else voice.service(cost.service)


def write_changes(page: Page, voice: Voice, rows: Sequence[ChangeRow]) -> None:
    """Write workplaces and payments before and after; the last row is the total."""
    names = ("workplaces", "workplaces_then", "workplaces_change")
    money = ("pays", "pays_then", "pays_change")
    columns = [
        Column(voice.say("col.municipality")),
        *(Column(voice.say(f"col.now.{name}"), numeric=True) for name in names),
        *(Column(voice.say(f"col.now.{name}"), numeric=True) for name in money),
    ]
    told = zip(
        *(_values(voice, rows, name, "FTE") for name in names),
        *(_values(voice, rows, name, "NOK/year") for name in money),
        strict=True,
    )
    page.table(
        columns,
        [
            row(_who(voice, change), *cells)
            for change, cells in zip(rows, told, strict=True)
        ],
    )


def _values(voice: Voice, rows: Sequence[ChangeRow], name: str, unit: str) -> list[str]:
    values = [getattr(change, name) for change in rows]
    return voice.column(values, unit, signed=name.endswith("_change"))


def _who(voice: Voice, change: ChangeRow) -> str:
    if not change.municipality:
        return voice.say("total")
    return voice.municipality(change.municipality)


def _write_notice(page: Page, voice: Voice, one: ExitPart) -> None:
    if not one.notices:
        return
    if one.earliest is not None:
        given, day = voice.date(one.notice_given), voice.date(one.earliest)
        page.text(voice.say("members.earliest", given=given, day=day))
        return
    unknown = [voice.service(n.service) for n in one.notices if n.years is None]
    page.text(voice.say("members.no_earliest", services=voice.joined(unknown)))
