"""What rules can come to, as text: what is impossible first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.report.layout import Column, Styled, row
from vvoptimize.report.text.authoring.witness import write_witnesses
from vvoptimize.report.text.verdict import write_about
from vvoptimize.report.text.voice import Voice

if TYPE_CHECKING:
    from vvoptimize.report.authoring.model_prove import ProvedRuleRow, ProveReport
    from vvoptimize.report.layout import Page, Row

STYLES = {"never_holds": "broken", "stopped": "unknown", "undecided": "unknown"}


def write_prove(report: ProveReport, page: Page, lang: str) -> None:
    """Write what is proved of each rule, conflicts, and the witnesses."""
    voice = Voice(lang, report.scenario)
    write_about(page, voice, report.scenario)
    if report.impossible:
        page.text(voice.say("prove.impossible"), style="broken")
    elif report.stop == "proved":
        _write_possible(report, page, voice)
    if report.stop != "proved":
        why = voice.say(f"prove.stop.{report.stop}")
        page.text(voice.say("prove.stopped", why=why), style="unknown")
    _write_conflicts(report, page, voice)
    page.heading(voice.say("head.rules"))
    columns = [
        Column(voice.say("col.clause")),
        Column(voice.say("col.rule")),
        Column(voice.say("prove.col.can")),
    ]
    page.table(columns, [_rule(one, voice) for one in report.rules])
    write_witnesses(report, page, voice)


def _write_possible(report: ProveReport, page: Page, voice: Voice) -> None:
    """Tell that nothing need be broken; what lacks a figure may still be."""
    undecided = sum(
        rule.kind == "require" and any(one.can == "undecided" for one in rule.cases)
        for rule in report.rules
    )
    if undecided:
        page.text(voice.count(undecided, "prove.possible_undecided"), style="unknown")
    else:
        page.text(voice.say("prove.possible"), style="holds")


def _write_conflicts(report: ProveReport, page: Page, voice: Voice) -> None:
    for conflict in report.conflicts:
        page.heading(voice.say("head.members"))
        key = "conflict.minimal" if conflict.minimal else "conflict.not_minimal"
        page.text(voice.say(key))
        for member in conflict.members:
            page.item(f"{member.id}: {voice.case(member.at)}")


def _rule(rule: ProvedRuleRow, voice: Voice) -> Row:
    name = rule.id if rule.label is None else voice.words(rule.label)
    kind = voice.say(f"kind.{rule.kind}")
    notes = [voice.say("rule.about_own", id=rule.id, kind=kind) + "."]
    for key, witness in (
        ("prove.holds_in", rule.holds_in),
        ("prove.broken_in", rule.broken_in),
    ):
        if witness is not None:
            notes.append(voice.say(key, n=voice.number(witness)))
    for can in ("never_holds", "never_broken", "undecided", "stopped"):
        cases = [one for one in rule.cases if one.can == can]
        if (
            cases
            and len(rule.cases) > 1
            and (can != rule.can or len(cases) < len(rule.cases))
        ):
            told = voice.some([voice.case(one.at) for one in cases], "; ", 4)
            notes.append(voice.say(f"prove.cases.{can}", cases=told))
    style = STYLES.get(rule.can, "") if rule.kind == "require" else ""
    verdict = Styled(voice.say(f"prove.can.{rule.can}"), style)
    return row(rule.clause, name, verdict, notes=notes)
