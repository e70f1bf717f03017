"""A proposal beside its base, as text: cases, what it changes, whom it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.report.layout import Column, row

if TYPE_CHECKING:
    from vvoptimize.report.layout import Page, Row
    from vvoptimize.report.model_base import (
        BasePart,
        CaseChangeRow,
        FigureChangeRow,
        GainRow,
        OrderRow,
        OwnVerdictRow,
        TextChangeRow,
        ThingRow,
    )
    from vvoptimize.report.proposal import ChangeRows
    from vvoptimize.report.text.voice import Voice
    from vvoptimize.scenario.exact import Exact

MOST = 20
FEW = 8
STYLES = {"worse": "not_met", "undecided": "unknown", "fixed": "holds"}


def write_base(page: Page, voice: Voice, base: BasePart) -> None:
    """Write all that differs from the base."""
    _write_cases(page, voice, base)
    _write_facts(page, voice, base)
    _write_texts(page, voice, base)
    _write_gains(page, voice, base)
    _write_objectives(page, voice, base)


# Cases


def _write_cases(page: Page, voice: Voice, base: BasePart) -> None:
    page.heading(voice.say("proposal.head.cases"))
    counted = [count for count in base.counts if count.binding or count.others]
    columns = [
        Column(voice.say("proposal.col.rules")),
        *(
            Column(voice.say(f"proposal.change.{c.change}"), numeric=True)
            for c in counted
        ),
    ]
    binding = [voice.number(count.binding) for count in counted]
    others = [voice.number(count.others) for count in counted]
    page.table(
        columns,
        [
            row(voice.say("proposal.binding"), *binding),
            row(voice.say("proposal.others"), *others),
        ],
    )
    write_changes(page, voice, base.cases, voice.say("proposal.the_base"))


def write_changes(page: Page, voice: Voice, cases: ChangeRows, base: str) -> None:
    """Write the cases that differ, or are broken: first what stops the proposal.

    Parameters
    ----------
    base
        What it is held against.
    """
    told = cases.telling
    for case in told[:MOST]:
        style = "broken" if case.blocks else STYLES.get(case.change, "")
        page.item(_told(voice, case, base), style=style)
    if len(told) > MOST:
        page.item(voice.count(len(told) - MOST, "proposal.more"))
    if not told:
        page.text(voice.say("proposal.no_change"))


def _told(voice: Voice, case: CaseChangeRow, base: str) -> str:
    by = ""
    if case.by and case.unit is not None:
        amount = voice.amount(case.by, case.unit, signed=True)
        by = " " + voice.say("proposal.by", by=amount)
    told = voice.say(
        "proposal.case",
        change=voice.say(f"proposal.change.{case.change}"),
        clause=voice.clause(case.clause),
        rule=case.rule,
        case=voice.case(case.at),
        now=_state(voice, case.now, case.margin, case.unit),
        was=_state(voice, case.base, case.base_margin, case.unit),
        base=base,
        by=by,
    )
    if case.blocks:
        told = voice.say("proposal.stops", told=told)
    elif case.excused:
        told = voice.say("proposal.excused", told=told)
    else:
        told = told[:1].upper() + told[1:]
    message = "" if case.message is None else voice.words(case.message)
    return f"{told} {message}".rstrip()


def _state(
    voice: Voice, verdict: str | None, margin: Exact | None, unit: str | None
) -> str:
    """Tell a verdict with its amount."""
    if verdict is None:
        return voice.say("proposal.state.none")
    if margin is None or verdict in ("unknown", "excepted"):
        return voice.say(f"proposal.state.{verdict}")
    if margin == 0:
        return voice.say(f"proposal.state.{verdict}_at")
    amount = voice.amount(max(margin, -margin), unit)
    return voice.say(f"proposal.state.{verdict}_by", amount=amount)


# What is changed


def _write_facts(page: Page, voice: Voice, base: BasePart) -> None:
    page.heading(voice.say("proposal.head.facts"))
    changed = (base.moved, base.starts, base.figures, base.added, base.removed)
    if not any(changed):
        page.text(voice.say("proposal.no_facts"))
    if base.moved:
        moved = [
            voice.say(
                "proposal.moved_one",
                service=voice.service(one.service),
                now=voice.municipality(one.now),
                was=voice.municipality(one.base),
            )
            for one in base.moved
        ]
        page.item(voice.say("proposal.moved", moved=voice.some(moved, "; ")))
    if base.starts:
        starts = [
            voice.say(
                "proposal.moved_one",
                service=voice.service(one.service),
                now=one.now or voice.say("proposal.not_told"),
                was=one.base or voice.say("proposal.not_told"),
            )
            for one in base.starts
        ]
        page.item(voice.say("proposal.starts", starts=voice.some(starts, "; ")))
    for key, things in (("added", base.added), ("removed", base.removed)):
        if things:
            told = voice.some([_thing(voice, thing) for thing in things])
            page.item(voice.say(f"proposal.{key}", things=told))
    for figure in base.figures[:FEW]:
        page.item(_figure(voice, figure))
    more = len(base.figures) - FEW
    if more > 0:
        page.item(voice.count(more, "proposal.figures_more"))


def _thing(voice: Voice, thing: ThingRow) -> str:
    names = {"municipalities": voice.municipality, "services": voice.service}
    name = names[thing.set](thing.id) if thing.set in names else thing.id
    return voice.say(f"proposal.things.{thing.set}", name=name)


def _figure(voice: Voice, figure: FigureChangeRow) -> str:
    if figure.withheld:
        name = voice.figure(figure.path)
        return voice.say("proposal.figure_withheld", figure=name)
    return voice.say(
        "proposal.figure",
        figure=voice.figure(figure.path),
        now=voice.amount(figure.now, None),
        was=voice.amount(figure.base, None),
    )


def _write_texts(page: Page, voice: Voice, base: BasePart) -> None:
    for idle in base.idle_waivers:
        case = ", ".join(f"{name}: {id_}" for name, id_ in idle.at)
        told = voice.say(
            "proposal.idle",
            rule=idle.rule,
            case=case,
            date=voice.date(idle.date),
            expires=voice.date(idle.expires),
        )
        page.item(told, style="unknown")
    if not base.texts and not base.own_verdicts:
        return
    page.heading(voice.say("proposal.head.texts"))
    page.text(voice.say("proposal.texts_do_not_count"))
    for change in base.texts[:MOST]:
        page.item(_text(voice, change))
    if len(base.texts) > MOST:
        page.item(voice.count(len(base.texts) - MOST, "proposal.more"))
    _write_own(page, voice, base)


def _text(voice: Voice, change: TextChangeRow) -> str:
    what = voice.say(f"proposal.what.{change.what}")
    was, now = change.base or "-", change.now or "-"
    if change.part is not None:
        told = voice.say(
            "proposal.text.part",
            what=what,
            id=change.id,
            part=change.part,
            now=now,
            was=was,
        )
        return told[:1].upper() + told[1:]
    key = "proposal.text.new" if change.base is None else "proposal.text.gone"
    return voice.say(key, what=what, id=change.id, now=now, was=was)


def _write_own(page: Page, voice: Voice, base: BasePart) -> None:
    through = [one for one in base.own_verdicts if one.let_through]
    others = [one for one in base.own_verdicts if not one.let_through]
    if not base.own_verdicts:
        page.text(voice.say("proposal.own_same"))
    for key, rows, style in (
        ("proposal.let_through", through, "broken"),
        ("proposal.judged_otherwise", others, ""),
    ):
        if not rows:
            continue
        page.text(voice.count(len(rows), key), style=style)
        for one in rows[:MOST]:
            page.item(own_text(voice, one), 2)
        if len(rows) > MOST:
            page.item(voice.count(len(rows) - MOST, "proposal.more"), 2)


def own_text(voice: Voice, one: OwnVerdictRow) -> str:
    """Tell a case that the proposal's own rules judge otherwise."""
    own = _state(voice, one.by_own, None, None)
    if one.binds_in_base and not one.binds_in_own and one.by_own is not None:
        own = voice.say("proposal.own_unbound")
    return voice.say(
        "proposal.own",
        clause=voice.clause(one.clause),
        rule=one.rule,
        case=voice.case(one.at),
        own=own,
        base_verdict=_state(voice, one.by_base, None, None),
    )


# Whom it is for


def _write_gains(page: Page, voice: Voice, base: BasePart) -> None:
    page.heading(voice.say("proposal.head.gains"))
    names = ("workplaces", "workplaces_more", "pays", "pays_more")
    columns = [
        Column(voice.say("col.municipality")),
        *(Column(voice.say(f"proposal.col.{name}"), numeric=True) for name in names),
    ]
    fte = voice.column([g.workplaces_now for g in base.gains], "FTE")
    more = voice.column([g.workplaces for g in base.gains], "FTE", signed=True)
    pays = voice.column([g.pays_now for g in base.gains], "NOK/year")
    extra = voice.column([g.pays for g in base.gains], "NOK/year", signed=True)
    page.table(
        columns,
        [
            _gain(voice, gain, cells)
            for gain, *cells in zip(base.gains, fte, more, pays, extra, strict=True)
        ],
    )
    page.text(voice.say("proposal.gains_note"))


def _gain(voice: Voice, gain: GainRow, cells: list[str]) -> Row:
    name = voice.municipality(gain.municipality)
    if not gain.in_base:
        name = voice.say("proposal.joined", name=name)
    if not gain.in_now:
        name = voice.say("proposal.left", name=name)
    return row(name, *cells)


def _write_objectives(page: Page, voice: Voice, base: BasePart) -> None:
    if not base.objectives:
        return
    page.heading(voice.say("proposal.head.objectives"))
    for order in base.objectives:
        style = {"better": "holds", "worse": "not_met"}.get(order.order, "")
        page.item(order_text(voice, order), style=style)
        left_out = [voice.case(at) for at in (*order.only_base, *order.only_now)]
        if left_out:
            parties = voice.some(left_out)
            page.item(voice.say("proposal.only_both", parties=parties), 2)


def order_text(voice: Voice, order: OrderRow) -> str:
    """Tell how the proposal stands to the base by one objective."""
    kind = "order_leximin" if order.sense == "leximin" else "order"
    name = voice.called(order.id, order.label)
    told = voice.say(f"proposal.{kind}.{order.order}", objective=name)
    found = order.difference
    if found is None or found.ours_is_better is None or order.order == "undecided":
        return told
    key = "proposal.against" if found.rank is None else "proposal.against_rank"
    difference = voice.say("proposal.difference", by=voice.amount(found.by, found.unit))
    against = voice.say(
        key,
        rank=voice.number(found.rank or 0),
        now=voice.amount(found.ours, found.unit),
        was=voice.amount(found.theirs, found.unit),
        by=f" {difference}",
    )
    return f"{told} {against}"
