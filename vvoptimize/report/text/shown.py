"""Rules that are only shown: what they come to in each case, beside their limit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.report.layout import row
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
    from vvoptimize.report.text.voice import Voice
    from vvoptimize.scenario.exact import Exact

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
    if any(case.withheld for case in rule.instances):
        notes.append(_withheld(voice, rule))
    return [*notes, *(_unknown(voice, rule) if rule.unknown else [])]


def _unknown(voice: Voice, rule: RuleRow) -> list[str]:
    """Tell which cases cannot be decided, and for want of which figures."""
    open_ = [case for case in rule.instances if case.verdict == "unknown"]
    missing = dict.fromkeys(figure for case in open_ for figure in case.missing)
    cases = voice.some([voice.case(case.at) for case in open_], "; ", FEW)
    figures = voice.figures(list(missing), FEW)
    return [voice.say("shown.unknown", cases=cases, figures=figures)]


def _withheld(voice: Voice, rule: RuleRow) -> str:
    below = voice.amount(rule.withheld_below, rule.unit)
    return voice.say("shown.withheld_below", below=below)


def _values(voice: Voice, rule: RuleRow) -> list[str]:
    """Tell the measure's value in each case."""
    unit = rule.unit or "1"
    cases = [c for c in rule.instances if c.value is not None or c.withheld]
    if not cases:
        return []
    if cases[0].at == ():  # of the whole region there is one
        return [voice.say("shown.values", values=_value(voice, cases[0], unit))]
    name = voice.unit_name(unit)
    told = voice.some(
        [voice.valued(c.at, _bare(voice, c, unit)) for c in _in_order(cases)],
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


def _in_order(cases: list[InstanceRow]) -> list[InstanceRow]:
    """Give the order of the files, or if there are many the worst first."""
    if len(cases) <= FEW + 1:
        return cases
    return sorted(cases, key=_margin)


def _margin(case: InstanceRow) -> Exact:
    return (case.slack or 0) - (case.shortfall or 0)


def _limit(voice: Voice, rule: RuleRow) -> list[str]:
    """Tell the limit where it is the same in every case."""
    limits = {case.limit for case in rule.instances if case.limit is not None}
    if len(limits) != 1 or rule.relation in (None, "equals"):  # equal within what?
        return []
    limit = voice.amount(limits.pop(), rule.unit)
    told = voice.say(f"relation.{rule.relation}", limit=limit)
    return [voice.say("shown.limit", limit=told)]


def _not_met(voice: Voice, rule: RuleRow) -> list[str]:
    """Name the cases that do not hold, where a truth is all that is asked."""
    cases = [voice.case(c.at) for c in rule.instances if c.verdict == "broken"]
    if not cases:
        return []
    return [voice.say("shown.not_met", cases=voice.some(cases, "; ", FEW))]
