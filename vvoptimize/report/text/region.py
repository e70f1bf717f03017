"""Who hosts what, and what it means for each municipality."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.report.layout import Column, row
from vvoptimize.report.text.known import write_known

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vvoptimize.report.layout import Page, Row
    from vvoptimize.report.model import (
        AssessmentPart,
        MunicipalityRow,
        PassRow,
        ServiceRow,
        Share,
        SpreadPart,
        TotalsPart,
    )
    from vvoptimize.report.text.voice import Voice


def write_region(page: Page, voice: Voice, part: AssessmentPart) -> None:
    """Write the assignment by service, then by municipality."""
    _write_services(page, voice, part.services)
    if part.plan is not None:
        last = voice.at_step(part.plan.steps[-1].step)
        page.text(voice.say("plan.in_the_end", when=last))
    _write_workplaces(page, voice, part)
    _write_spread(page, voice, part.spread)
    _write_money(page, voice, part.municipalities, part.totals)
    for closed in voice.passes:
        page.text(_closed(voice, closed))


# Services


def _write_services(page: Page, voice: Voice, services: tuple[ServiceRow, ...]) -> None:
    # Where workplaces employ, it is not the host that others are measured by.
    hosts = all(service.employer == "host" for service in services)
    heading = "head.assignment" if hosts else "head.assignment_leaving"
    page.heading(voice.say(heading))
    columns = [
        Column(voice.say("col.service")),
        Column(voice.say("col.host")),
        Column(voice.say("col.delivery")),
        Column(
            voice.say("col.elsewhere" if hosts else "col.change_employer"),
            numeric=True,
        ),
    ]
    change = voice.column([s.change_employer for s in services], "FTE")
    pairs = zip(services, change, strict=True)
    page.table(columns, [_service(voice, service, told) for service, told in pairs])


def _service(voice: Voice, service: ServiceRow, change_employer: str) -> Row:
    return row(
        voice.service(service.service),
        voice.municipality(service.host),
        voice.say(f"delivery.{service.delivery}"),
        change_employer,
        notes=_service_notes(voice, service),
    )


def _service_notes(voice: Voice, service: ServiceRow) -> list[str]:
    notes = []
    if service.host_today not in (None, service.host):
        host = voice.municipality(service.host_today)
        notes.append(voice.say("service.moved", host=host))
    if service.pinned is not None:
        reason = voice.words(service.pinned)
        notes.append(voice.say("service.pinned", reason=reason))
    notes += _participants(voice, service)
    if service.candidates:
        notes.append(_candidates(voice, service))
    if service.delivery == "network":
        staff = shares(voice, service.workplaces)
        notes.append(voice.say("service.workplaces", shares=staff))
    for task in service.tasks:
        where = voice.municipality(task.municipality)
        notes.append(
            voice.say("service.task", task=voice.words(task.name), where=where)
        )
    if service.form is not None:
        notes.append(voice.say("service.form", form=voice.form(service.form)))
    return notes


def _participants(voice: Voice, service: ServiceRow) -> list[str]:
    """Tell who shares a service that not everybody shares, and who has it elsewhere."""
    told = []
    if service.participants:
        who = voice.joined([voice.municipality(m) for m in service.participants])
        told.append(voice.say("service.participants", who=who))
    told += [
        voice.say(
            "service.elsewhere",
            who=voice.municipality(one.municipality),
            where=voice.words(one.where),
        )
        for one in service.elsewhere
    ]
    return told


def _candidates(voice: Voice, service: ServiceRow) -> str:
    who = voice.joined([voice.municipality(m) for m in service.candidates])
    if service.candidates_reason is None:
        return voice.say("service.candidates", who=who)
    reason = voice.words(service.candidates_reason)
    return voice.say("service.candidates_reason", who=who, reason=reason)


def shares(voice: Voice, workplaces: Sequence[Share]) -> str:
    """List how much of something each municipality has, where it has any."""
    told = [
        f"{voice.municipality(share.municipality)} {voice.bare(share.value, 'FTE')}"
        for share in workplaces
        if share.value != 0
    ]
    return "; ".join(told)


# Municipalities


def _write_workplaces(page: Page, voice: Voice, part: AssessmentPart) -> None:
    rows, totals = part.municipalities, part.totals
    page.heading(voice.say("head.workplaces"))
    columns = [
        Column(voice.say("col.municipality")),
        Column(voice.say("col.hosts")),
        *(
            Column(voice.say(f"col.{name}"), numeric=True)
            for name in ("before", "after", "change", "employed_today", "employed")
        ),
    ]
    each: tuple[MunicipalityRow | TotalsPart, ...] = (*rows, totals)
    told = list(
        zip(
            voice.column([m.workplaces_before for m in each], "FTE"),
            voice.column([m.workplaces_after for m in each], "FTE"),
            voice.column([m.workplaces_change for m in each], "FTE", signed=True),
            voice.column([m.employed_before for m in each], "FTE"),
            voice.column([m.employed_after for m in each], "FTE"),
            strict=True,
        )
    )
    write_known(
        page,
        voice,
        columns,
        [
            *(
                row(voice.municipality(m.municipality), _does(voice, m, part), *cells)
                for m, cells in zip(rows, told[:-1], strict=True)
            ),
            row(voice.say("total"), "", *told[-1]),
        ],
    )


def _write_spread(page: Page, voice: Voice, spread: SpreadPart | None) -> None:
    if spread is not None:
        to_move = voice.amount(spread.to_move, "FTE")
        page.text(voice.say("spread", to_move=to_move))


def _does(voice: Voice, m: MunicipalityRow, part: AssessmentPart) -> str:
    """Tell what it hosts, and of which services of other hosts it has tasks."""
    told = [voice.service(s) for s in m.hosts]
    told += [
        voice.say("service.task_of", service=voice.service(service.service))
        for service in part.services
        if service.host != m.municipality
        and any(task.municipality == m.municipality for task in service.tasks)
    ]
    return ", ".join(told) or voice.say("none")


def _write_money(
    page: Page, voice: Voice, rows: tuple[MunicipalityRow, ...], totals: TotalsPart
) -> None:
    page.heading(voice.say("head.money"))
    columns = [
        Column(voice.say("col.municipality")),
        *(
            Column(voice.say(f"col.{name}"), numeric=True)
            for name in ("pays_today", "pays", "gains", "travel")
        ),
        Column(voice.say("col.farthest")),
    ]
    each: tuple[MunicipalityRow | TotalsPart, ...] = (*rows, totals)
    told = list(
        zip(
            voice.column([m.pays_today for m in each], "NOK/year"),
            voice.column([m.pays for m in each], "NOK/year"),
            voice.column([m.gains for m in each], "NOK/year", signed=True),
            [*_travel(voice, rows), ""],
            strict=True,
        )
    )
    write_known(
        page,
        voice,
        columns,
        [
            *(
                row(voice.municipality(m.municipality), *cells, _farthest(voice, m))
                for m, cells in zip(rows, told[:-1], strict=True)
            ),
            row(voice.say("total"), *told[-1], ""),
        ],
    )


def _travel(voice: Voice, rows: tuple[MunicipalityRow, ...]) -> list[str]:
    """Write the minutes; who takes part in nothing shared travels to no host."""
    told = voice.column([m.travel for m in rows], "min")
    pairs = zip(rows, told, strict=True)
    return [text if m.farthest is not None else voice.say("none") for m, text in pairs]


def _closed(voice: Voice, closed: PassRow) -> str:
    """Tell who can still reach whom when a pass is closed."""
    groups = [
        voice.joined([voice.municipality(m) for m in group]) for group in closed.groups
    ]
    if closed.closures is None:
        often = voice.say("pass.unknown")
    else:
        often = voice.say("pass.closures", n=voice.bare(closed.closures, "1"))
    alone = [group[0] for group in closed.groups if len(group) == 1]
    if len(groups) == 2 and len(alone) == 1:
        name = voice.municipality(alone[0])
        return voice.say("pass.alone", name=closed.name, often=often, alone=name)
    key = "pass.apart" if len(groups) > 1 else "pass.together"
    return voice.say(key, name=closed.name, often=often, groups="; ".join(groups))


def _farthest(voice: Voice, m: MunicipalityRow) -> str:
    if m.farthest is None or m.travel is None:
        return ""
    return voice.service(m.farthest)
