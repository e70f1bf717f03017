"""One row per rule: clause, outcome, the tightest case, and who set the threshold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vvoptimize.report.layout import Column, Styled, row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vvoptimize.report.layout import Page, Row
    from vvoptimize.report.model_rules import (
        InstanceRow,
        ObjectiveRow,
        RuleRow,
    )
    from vvoptimize.report.reports import ConflictRow, PrincipleRow
    from vvoptimize.report.text.voice import Voice

TOLD = 3  # broken cases told of one rule; all are in JSON
FEW = 4
SILENT = "not_applicable"

_PARAGRAPH = re.compile("§+ ?[0-9]+(-[0-9]+)?")


def write_rule_rows(page: Page, voice: Voice, rules: tuple[RuleRow, ...]) -> None:
    """Write the table of the rules that bind or are wished."""
    page.heading(voice.say("head.rules"))
    asked = [rule for rule in rules if rule.kind != "report"]
    page.table(
        rule_columns(voice),
        [_rule(voice, rule) for rule in asked if rule.verdict != SILENT],
    )
    write_silent(page, voice, asked)


def write_silent(page: Page, voice: Voice, rules: Sequence[RuleRow]) -> None:
    """Name the rules that no case of this scenario falls under."""
    silent = [f"{rule.clause} {rule.id}" for rule in rules if rule.verdict == SILENT]
    if silent:
        page.item(voice.count(len(silent), "rule.silent", rules="; ".join(silent)))


def rule_columns(voice: Voice) -> list[Column]:
    """Give the columns of a table of rules."""
    names = ("clause", "rule", "verdict", "cases")
    return [Column(voice.say(f"col.{name}")) for name in names]


def _rule(voice: Voice, rule: RuleRow) -> Row:
    clause = short_clause(rule.clause)
    cited_in_full = [] if clause == rule.clause else [f"{rule.clause}."]
    about = " ".join([*cited_in_full, _about(voice, rule)])
    notes = [about, *_outcome(voice, rule), *excepted(voice, rule)]
    name = cited(voice, rule.quote, rule.id)
    if rule.label is not None:  # the quote says more than what is checked
        name = voice.words(rule.label)
        notes = [*_quoted(voice, rule.quote), *notes]
    return row(clause, name, *outcome_cells(voice, rule), notes=notes)


def outcome_cells(voice: Voice, rule: RuleRow) -> tuple[Styled, str]:
    """Give the outcome in a word, and in how many cases the rule is met."""
    holds, cases = voice.number(rule.holds), voice.number(rule.cases)
    told = voice.say("cases", holds=holds, all=cases) if rule.cases else ""
    return _verdict(voice, rule), told


def short_clause(clause: str) -> str:
    """Give the paragraph alone where a law is cited, as columns are narrow."""
    paragraph = _PARAGRAPH.search(clause)
    return clause if paragraph is None else paragraph[0]


def _quoted(voice: Voice, quote: str | None) -> list[str]:
    return [] if quote is None else [voice.say("quote", quote=quote)]


def _verdict(voice: Voice, rule: RuleRow) -> Styled:
    """Give the outcome in a word; only what is required can be broken."""
    if rule.verdict == "broken" and rule.kind != "require":
        return Styled(voice.say("verdict.word.not_met"), "not_met")
    return Styled(voice.say(f"verdict.word.{rule.verdict}"), rule.verdict)


def cited(voice: Voice, quote: str | None, id_: str) -> str:
    """Give a rule's quotation; its id where it quotes nothing."""
    return id_ if quote is None else voice.say("quote", quote=quote)


def _about(voice: Voice, rule: RuleRow) -> str:
    """Tell who set the threshold, and what it leans on."""
    authority = voice.say(f"authority.{rule.authority}")
    kind = voice.say(f"kind.{rule.kind}")
    # A rule that quotes nothing is called by its id already.
    called = rule.quote is None and rule.label is None
    key = "rule.about_unnamed" if called else "rule.about"
    parts = [voice.say(key, id=rule.id, kind=kind, authority=authority)]
    return "; ".join([*parts, *read_from(voice, rule), *leans_on(voice, rule)]) + "."


def read_from(voice: Voice, rule: RuleRow | PrincipleRow | ConflictRow) -> list[str]:
    """Tell as of which day a law was read."""
    law = rule.law
    return [] if law is None else [voice.say("rule.law", date=voice.date(law.as_of))]


def leans_on(voice: Voice, principle: RuleRow | ObjectiveRow) -> list[str]:
    """Tell which proposed numbers, and how many assumed figures, something leans on."""
    told = []
    if principle.proposed:
        numbers = voice.joined([voice.number(n) for n in principle.proposed])
        count = len(principle.proposed)
        told.append(voice.count(count, "rule.proposed", numbers=numbers))
    if principle.assumed:
        told.append(voice.count(principle.assumed, "rule.assumed"))
    return told


def _outcome(voice: Voice, rule: RuleRow) -> list[str]:
    match rule.verdict:
        case "broken":
            return [
                *_unknown(voice, rule),
                *_broken(voice, rule),
                *_waived(voice, rule),
            ]
        case "unknown":
            return [*_unknown(voice, rule), *_waived(voice, rule)]
        case "waived":
            return _waived(voice, rule)
        case _:
            return _tightest(voice, rule)


def excepted(voice: Voice, rule: RuleRow) -> list[str]:
    """Tell what the agreement itself excepts, by which clause."""
    return [
        voice.count(
            len(one.cases),
            "rule.excepted",
            clause=one.clause,
            cases=voice.some([voice.case(case) for case in one.cases], "; ", FEW),
            reading=voice.words(one.reading),
        )
        for one in rule.exceptions
        if one.cases
    ]


def _tightest(voice: Voice, rule: RuleRow) -> list[str]:
    case = rule.tightest
    if case is None or case.slack is None:
        return []
    slack = voice.amount(case.slack, rule.unit)
    key = "rule.tightest" if case.slack else "rule.binding"
    return [voice.say(key, case=voice.case(case.at), slack=slack)]


def _broken(voice: Voice, rule: RuleRow) -> list[str]:
    """Tell the broken cases, farthest beyond the limit first."""
    worst = rule.instances.judged("broken").worst_first(TOLD)[:TOLD]
    wish = rule.kind == "prefer"
    told = [broken_case(voice, case, rule.unit, wish=wish) for case in worst]
    more = rule.broken - TOLD
    key = "rule.more_not_met" if wish else "rule.more"
    return [*told, voice.count(more, key)] if more > 0 else told


def _waived(voice: Voice, rule: RuleRow) -> list[str]:
    """Tell the cases that are not kept, and have a waiver."""
    return [
        voice.say(
            "rule.waived" if case.shortfall is None else "rule.waived_by",
            case=voice.case(case.at),
            shortfall=voice.amount(case.shortfall, rule.unit),
            number=voice.number(case.waiver or 0),
        )
        for case in rule.instances.judged("waived")
    ]


def broken_case(
    voice: Voice, case: InstanceRow, unit: str | None, *, wish: bool = False
) -> str:
    """Tell one broken case: who, by how much, and what the rule says of it."""
    where, shortfall = voice.case(case.at), voice.amount(case.shortfall, unit)
    message = "" if case.message is None else voice.words(case.message)
    # A message that tells the amount itself need not be told it twice.
    said = case.shortfall is None or shortfall in message
    if wish:
        key = "rule.not_met" if said else "rule.not_met_by"
    else:
        key = "rule.broken" if said else "rule.broken_by"
    told = [voice.say(key, case=where, shortfall=shortfall), message]
    if case.exceeds is not None and case.waiver is not None:
        exceeds = voice.amount(case.exceeds, unit)
        number = voice.number(case.waiver)
        told.append(voice.say("rule.exceeds", number=number, exceeds=exceeds))
    return " ".join(part for part in told if part)


def _unknown(voice: Voice, rule: RuleRow) -> list[str]:
    """Tell which cases cannot be decided; what they lack is told at the top."""
    if not rule.unknown:
        return []
    cases = voice.cases(rule.instances.judged("unknown"), FEW)
    return [voice.say("rule.unknown", case=cases)]
