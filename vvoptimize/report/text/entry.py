"""An entry as text: who must agree, for whom it adds value, and what breaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.report.layout import Column, row
from vvoptimize.report.text.exit import write_broken, write_changes

if TYPE_CHECKING:
    from vvoptimize.report.layout import Page
    from vvoptimize.report.model_members import EntryPart
    from vvoptimize.report.text.voice import Voice


def write_entry(page: Page, voice: Voice, entry: EntryPart) -> None:
    """Write all that follows when one municipality joins."""
    who = voice.words(entry.newcomer.name)
    page.heading(voice.say("head.entry", who=who))
    _write_terms(page, voice, entry)
    services = voice.joined([voice.service(s) for s in entry.services])
    page.text(voice.say("members.joins", who=who, services=services))
    if entry.worked_out:
        told = voice.joined([voice.service(s) for s in entry.worked_out])
        page.text(voice.say("members.worked_out", services=told))
    _write_verdict(page, voice, entry)
    _write_newcomer(page, voice, entry, who)
    page.heading(voice.say("head.original"))
    write_changes(page, voice, (*entry.changes, entry.total))
    _write_heads(page, voice, entry)


def _write_terms(page: Page, voice: Voice, entry: EntryPart) -> None:
    terms = entry.terms
    if terms is None:
        page.text(voice.say("members.no_terms"))
        return
    told = voice.say(
        "members.terms",
        clause=terms.clause,
        who=voice.joined([voice.municipality(m) for m in terms.agree]),
    )
    page.text(f"{told} {voice.words(terms.reading)}")


def _write_verdict(page: Page, voice: Voice, entry: EntryPart) -> None:
    if entry.broken:
        told = voice.count(len(entry.broken), "members.entry_broken")
        page.text(told, style="broken")
        write_broken(page, voice, entry.broken)
    if entry.unknown:
        page.text(voice.count(entry.unknown, "members.entry_unknown"))
    elif not entry.broken:
        page.text(voice.say("members.entry_holds"), style="holds")


def _write_newcomer(page: Page, voice: Voice, entry: EntryPart, who: str) -> None:
    outcome = entry.outcome
    gains = outcome.gains
    values = {
        "who": who,
        "today": voice.amount(outcome.pays_today, "NOK/year"),
        "then": voice.amount(outcome.pays, "NOK/year"),
    }
    if gains is None:
        page.text(voice.say("members.newcomer_unknown", **values))
    else:
        key = "members.newcomer_loses" if gains < 0 else "members.newcomer_gains"
        by = voice.amount(max(gains, -gains), "NOK/year")
        page.text(voice.say(key, by=by, **values))
    change = voice.amount(outcome.workplaces_change, "FTE", signed=True)
    page.text(voice.say("members.newcomer_staff", who=who, change=change))


def _write_heads(page: Page, voice: Voice, entry: EntryPart) -> None:
    """Write what each of the others pays per inhabitant, and who pays more."""
    unit = "NOK/person/year"
    page.heading(voice.say("head.heads"))
    columns = [
        Column(voice.say("col.municipality")),
        Column(voice.say("col.now.pays"), numeric=True),
        Column(voice.say("col.now.pays_then"), numeric=True),
    ]
    told = zip(
        voice.column([c.head for c in entry.changes], unit),
        voice.column([c.head_then for c in entry.changes], unit),
        strict=True,
    )
    page.table(
        columns,
        [
            row(voice.municipality(change.municipality), *cells)
            for change, cells in zip(entry.changes, told, strict=True)
        ],
    )
    if entry.unknown_payers:
        names = voice.joined([voice.municipality(m) for m in entry.unknown_payers])
        page.text(voice.say("members.payers_unknown", who=names))
    if entry.pays_more:
        names = voice.joined([voice.municipality(m) for m in entry.pays_more])
        page.text(voice.say("members.pay_more", who=names), style="broken")
    elif not entry.unknown_payers:
        page.text(voice.say("members.none_pays_more"), style="holds")
