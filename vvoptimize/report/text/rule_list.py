"""The rules themselves as text: clause, reading, authority, and how many cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.report.text.evidence import write_parameters
from vvoptimize.report.text.rule_rows import cited, read_from
from vvoptimize.report.text.verdict import write_about
from vvoptimize.report.text.voice import Voice
from vvoptimize.report.text.waivers import write_waivers

if TYPE_CHECKING:
    from vvoptimize.report.layout import Page
    from vvoptimize.report.model_files import SetRow
    from vvoptimize.report.model_rules import (
        ExceptionRow,
    )
    from vvoptimize.report.reports import PrincipleRow, RulesReport

INDENT = 2


def write_rules(report: RulesReport, page: Page, lang: str) -> None:
    """Write rules, objectives, cost keys and parameters."""
    voice = Voice(lang, report.scenario)
    if report.scenario is None:
        page.title(", ".join(report.rule_files))
    else:
        write_about(page, voice, report.scenario)
    page.text(voice.count(len(report.rules), "verdict.rules"))
    _write_sets(page, voice, report.sets)
    _write_all(page, voice, "head.rules", report.rules)
    _write_all(page, voice, "head.objectives", report.objectives)
    _write_all(page, voice, "head.cost_keys", report.cost_keys)
    write_waivers(page, voice, report.waivers)
    write_parameters(page, voice, report.parameters)


def _write_sets(page: Page, voice: Voice, sets: tuple[SetRow, ...]) -> None:
    """Write what rule files list, such as what an agreement must hold."""
    if not sets:
        return
    page.heading(voice.say("head.sets"))
    for declared in sets:
        page.item(voice.named(declared.id, declared.label))
        for element in declared.elements:
            page.item(voice.named(element.id, element.name), INDENT)


def _write_all(
    page: Page, voice: Voice, heading: str, principles: tuple[PrincipleRow, ...]
) -> None:
    if not principles:
        return
    page.heading(voice.say(heading))
    for number, principle in enumerate(principles):
        if number:
            page.blank()
        _write(page, voice, principle)


def _write(page: Page, voice: Voice, principle: PrincipleRow) -> None:
    clause = voice.clause(principle.clause)
    name = cited(voice, principle.quote, principle.id)
    if principle.label is not None:
        name = f"{voice.words(principle.label)} {name}"
    page.item(f"{clause} {name}")
    page.item(about_principle(voice, principle), INDENT)
    page.item(voice.words(principle.reading), INDENT)
    limit = principle.limit
    for key, formula in (
        ("rules.where", principle.where),
        ("rules.formula", principle.formula),
        ("rules.limit", None if limit is None else voice.relation(limit)),
        ("rules.step", principle.step),
    ):
        if formula is not None:
            page.item(voice.say(key, **{key.partition(".")[2]: formula}), INDENT)
    for exception in principle.exceptions:
        page.item(_exception(voice, exception), INDENT)


def _exception(voice: Voice, exception: ExceptionRow) -> str:
    told = voice.say(
        "rules.exception",
        clause=exception.clause,
        reading=voice.words(exception.reading),
        where=exception.where,
    )
    if exception.cases is None:
        return told
    covered = voice.count(len(exception.cases), "rules.excepted")
    return f"{told} {covered}"


def about_principle(voice: Voice, principle: PrincipleRow) -> str:
    """Tell what kind of principle it is, by whom, and what it rests on."""
    kind = voice.say(f"kind.{principle.kind}")
    if principle.authority is None:
        parts = [voice.say("rule.about_own", id=principle.id, kind=kind) + "."]
    else:
        authority = voice.say(f"authority.{principle.authority}")
        told = voice.say("rule.about", id=principle.id, kind=kind, authority=authority)
        parts = ["; ".join([told, *read_from(voice, principle)]) + "."]
    if principle.cases is not None:
        key = "rules.parties" if principle.authority is None else "rules.cases"
        parts.append(voice.count(principle.cases, key))
    if principle.parameters:
        numbers = voice.joined([voice.number(n) for n in principle.parameters])
        key = "conflict.parameters"
        parts.append(voice.count(len(principle.parameters), key, numbers=numbers))
    return " ".join(parts)
