"""Rules that are only shown: what they come to in each case, beside their limit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.report.layout import row
from vvoptimize.report.rows import Made
from vvoptimize.report.text.rule_rows import (
    SILENT,
    cited,
    excepted,
    leans_on,
    outcome_cells,
    rule_columns,
    write_silent,
)

if TYPE_CHECKING:
    from vvoptimize.report.layout import Page, Row
    from vvoptimize.report.model_rules import (
        InstanceRow,
        RuleRow,
    )
    from vvoptimize.report.rows import CaseRows
    from vvoptimize.report.text.voice import Voice

FEW = 8  # of more cases only those are told that are nearest to the limit or beyond it


def write_shown(page: Page, voice: Voice, rules: tuple[RuleRow, ...]) -> None:
    """Write the table of what is only shown; nothing where there is none of it."""
    shown = [rule for rule in rules if rule.kind == "report"]
    if not shown:
        return
    page.heading(voice.say("head.shown"))
    page.table(
        rule_columns(voice), [_rule(voice, r) for r in shown if r.verdict != SILENT]
    )
    write_silent(page, voice, shown)


def _rule(voice: Voice, rule: RuleRow) -> Row:
    name = cited(voice, rule.quote, rule.id)
    if rule.label is not None:
        name = voice.words(rule.label)
    notes = [_about(voice, rule), *_told(voice, rule), *excepted(voice, rule)]
    return row(rule.clause, name, *outcome_cells(voice, rule), notes=notes)


def _about(voice: Voice, rule: RuleRow) -> str:
    authority = voice.say(f"authority.{rule.authority}")
    told = voice.say("shown.about", authority=authority, id=rule.id)
    return "; ".join([told, *leans_on(voice, rule)]) + "."


def _told(voice: Voice, rule: RuleRow) -> list[str]:
    told = " ".join([*_values(voice, rule), *_limit(voice, rule)])
    notes = [told] if told else _not_met(voice, rule)
    if rule.instances.withheld:
        notes.append(_withheld(voice, rule))
    return [*notes, *(_unknown(voice, rule) if rule.unknown else [])]


def _unknown(voice: Voice, rule: RuleRow) -> list[str]:
    """Tell which cases cannot be decided, and for want of which figures."""
    open_ = rule.instances.judged("unknown")
    cases, figures = voice.cases(open_, FEW), voice.figures(open_.missing, FEW)
    return [voice.say("shown.unknown", cases=cases, figures=figures)]


def _withheld(voice: Voice, rule: RuleRow) -> str:
    below = voice.amount(rule.withheld_below, rule.unit)
    return voice.say("shown.withheld_below", below=below)


def _values(voice: Voice, rule: RuleRow) -> list[str]:
    """Tell the measure's value in each case."""
    unit = rule.unit or "1"
    cases = rule.instances.measured
    if not cases:
        return []
    if cases[0].at == ():  # of the whole region there is one
        return [voice.say("shown.values", values=_value(voice, cases[0], unit))]
    name = voice.unit_name(unit)
    told = voice.some(
        Made(lambda c: voice.valued(c.at, _bare(voice, c, unit)), _in_order(cases)),
        "; ",
        FEW,
    )
    if rule.in_all is not None:
        in_all = voice.bare(rule.in_all, unit)
        told = voice.say("shown.in_all", values=told, in_all=in_all)
    key = "shown.values_in" if name else "shown.values"
    return [voice.say(key, unit=name, values=told)]


def _value(voice: Voice, case: InstanceRow, unit: str) -> str:
    return voice.say("withheld") if case.withheld else voice.amount(case.value, unit)


def _bare(voice: Voice, case: InstanceRow, unit: str) -> str:
    return voice.say("withheld") if case.withheld else voice.bare(case.value, unit)


def _in_order(cases: CaseRows) -> CaseRows:
    """Give the order of the files, or if there are many the worst first."""
    return cases if len(cases) <= FEW + 1 else cases.worst_first(FEW)


def _limit(voice: Voice, rule: RuleRow) -> list[str]:
    """Tell the limit where it is the same in every case."""
    limit = rule.instances.limit
    if limit is None or rule.relation in (None, "equals"):  # equal within what?
        return []
    amount = voice.amount(limit, rule.unit)
    told = voice.say(f"relation.{rule.relation}", limit=amount)
    return [voice.say("shown.limit", limit=told)]


def _not_met(voice: Voice, rule: RuleRow) -> list[str]:
    """Name the cases that do not hold, where a truth is all that is asked."""
    if not rule.broken:
        return []
    cases = voice.cases(rule.instances.judged("broken"), FEW)
    return [voice.say("shown.not_met", cases=cases)]
