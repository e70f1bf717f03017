"""The assignments that show what rules can come to, as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.report.text.region import shares

if TYPE_CHECKING:
    from vvoptimize.report.authoring.model_prove import HostRow, ProveReport, WitnessRow
    from vvoptimize.report.layout import Page
    from vvoptimize.report.text.voice import Voice

INDENT = 2


def write_witnesses(report: ProveReport, page: Page, voice: Voice) -> None:
    """Write the assignments that rules as wholes refer to."""
    told = {n for rule in report.rules for n in (rule.holds_in, rule.broken_in)}
    rows = [one for one in report.witnesses if one.number in told]
    if rows:
        page.heading(voice.say("head.witnesses"))
    by_hosts: dict[tuple[str | None, ...], WitnessRow] = {}
    for one in rows:
        hosts = ", ".join(
            f"{voice.service(row.service)}: {voice.municipality(row.host)}"
            for row in one.hosts
        )
        page.item(f"{voice.number(one.number)}. {hosts}.")
        first = by_hosts.setdefault(tuple(row.host for row in one.hosts), one)
        if first is not one:
            _write_difference(first, one, page, voice)


def _write_difference(
    first: WitnessRow, one: WitnessRow, page: Page, voice: Voice
) -> None:
    """Tell two assignments with the same hosts apart."""
    page.item(voice.say("prove.same_hosts", n=voice.number(first.number)), INDENT)
    for rows in zip(first.hosts, one.hosts, strict=True):
        if rows[0] == rows[1]:
            continue
        for witness, row in zip((first, one), rows, strict=True):
            told = voice.say(
                "prove.service_in",
                service=voice.service(row.service),
                n=voice.number(witness.number),
                told=_told(row, voice),
            )
            page.item(told, INDENT)


def _told(row: HostRow, voice: Voice) -> str:
    told = [f"{voice.say(f'delivery.{row.delivery}')}."]
    if row.workplaces:
        staff = shares(voice, row.workplaces)
        told.append(voice.say("service.workplaces", shares=staff))
    for task in row.tasks:
        where = voice.municipality(task.municipality)
        told.append(voice.say("service.task", task=voice.words(task.name), where=where))
    if row.form is not None:
        told.append(voice.say("service.form", form=voice.form(row.form)))
    return " ".join(told)
