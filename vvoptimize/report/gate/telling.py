"""What is said of a case, a rule and a check, in the language of the check."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from vvoptimize.report.text.voice import Voice
from vvoptimize.report.text.waivers import decision, waived_case
from vvoptimize.ruleset.arithmetic import absolute

if TYPE_CHECKING:
    from vvoptimize.report.gate.model import (
        Change,
        GateCase,
        GateCheck,
        GateReport,
        GateRule,
    )
    from vvoptimize.report.model_evidence import WaiverRow

# In the order in which they are counted.
VERDICTS = ("broken", "not_met", "unknown", "waived", "holds", "excepted", "gone")

_ENDS = (0, 1, 2)


class Telling:
    """Speaks of one check."""

    def __init__(self, check: GateCheck) -> None:
        self._check = check
        self.voice = Voice(check.language, check.scenario)

    def title(self) -> str:
        """Name the scenario and the assignment."""
        check, voice = self._check, self.voice
        scenario = voice.named(check.scenario.id, check.scenario.title)
        return f"{scenario}: {voice.named(check.assignment, check.title)}"

    def rule(self, rule: GateRule) -> str:
        """Name a rule with its clause."""
        name = rule.id if rule.label is None else self.voice.words(rule.label)
        return self.voice.say(
            "gate.rule", clause=self.voice.clause(rule.clause), name=name
        )

    def about(self, rule: GateRule) -> list[str]:
        """Tell what a rule is: the text that it encodes, how that is read, who says."""
        voice = self.voice
        authority = voice.say(f"authority.{rule.authority}")
        kind = voice.say(f"kind.{rule.kind}")
        key = "gate.help.binding" if rule.binding else "gate.help.free"
        quoted = [] if rule.quote is None else [voice.say("quote", quote=rule.quote)]
        return [
            *(voice.say("gate.help.quote", quote=quote) for quote in quoted),
            voice.say(
                "gate.help.reading", reading=voice.words(rule.reading).rstrip(".")
            ),
            voice.say(key, kind=kind, authority=authority),
        ]

    def said(self, rule: GateRule, case: GateCase) -> str:
        """Tell what a case comes to, in whole sentences."""
        parts = [
            self._verdict(rule, case),
            *self._besides(rule, case),
            *([] if case.waiver is None else [decision(self.voice, case.waiver)]),
            *([] if case.change is None else self.change(rule, case.change)),
        ]
        return " ".join(part for part in parts if part)

    def word(self, rule: GateRule, case: GateCase) -> str:
        """Give the verdict in a word."""
        return self.voice.say(f"verdict.word.{verdict_of(rule, case)}")

    def change(self, rule: GateRule, change: Change) -> list[str]:
        """Tell how a case compares with the base."""
        key, by = f"gate.change.{change.kind}", change.by
        if by and change.kind in ("worse", "better"):
            lost = self.voice.amount(absolute(by), rule.unit)
            told = [self.voice.say(f"{key}_by", by=lost)]
        else:
            told = [self.voice.say(key)]
        return [*told, self.voice.say("gate.excused")] if change.excused else told

    def counts(self) -> str:
        """Count the rules and the cases, by verdict."""
        voice, rules = self.voice, self._check.rules
        found = Counter(verdict_of(r, case) for r in rules for case in r.cases)
        told = [
            voice.say(
                "gate.count",
                n=voice.number(found[verdict]),
                word=voice.say(f"verdict.word.{verdict}"),
            )
            for verdict in VERDICTS
            if found[verdict]
        ]
        return voice.say(
            "gate.counts",
            rules=voice.count(len(rules), "gate.rules"),
            cases=voice.count(found.total(), "gate.cases"),
            counts=voice.joined(told) if told else "-",
        )

    def _verdict(self, rule: GateRule, case: GateCase) -> str:
        voice, where = self.voice, self.voice.case(case.at)
        short = None if case.margin is None else -case.margin
        shortfall = voice.amount(short, rule.unit)
        by = "" if short is None else "_by"
        match verdict_of(rule, case):
            case "broken":
                return voice.say(f"rule.broken{by}", case=where, shortfall=shortfall)
            case "not_met":
                return voice.say(f"rule.not_met{by}", case=where, shortfall=shortfall)
            case "waived":
                return voice.say(f"gate.waived{by}", case=where, shortfall=shortfall)
            case "unknown":
                figures = voice.figures(case.missing)
                return voice.say("gate.unknown", case=where, figures=figures)
            case "holds":
                slack = voice.amount(case.margin, rule.unit)
                end = "" if case.margin is None else by if case.margin else "_exactly"
                return voice.say(f"gate.holds{end}", case=where, slack=slack)
            case "excepted":
                return self._excepted(case, where)
            case other:
                return voice.say(f"gate.{other}", case=where)

    def _excepted(self, case: GateCase, where: str) -> str:
        found = case.exception
        clause = "" if found is None else self.voice.clause(found.clause)
        reading = "" if found is None else self.voice.words(found.reading)
        return self.voice.say(
            "gate.excepted", case=where, clause=clause, reading=reading
        )

    def _besides(self, rule: GateRule, case: GateCase) -> list[str]:
        voice = self.voice
        told = [] if case.message is None else [voice.words(case.message)]
        if case.withheld:
            told.append(voice.say("gate.withheld"))
        if case.exceeds is not None and case.waiver is not None:
            exceeds = voice.amount(case.exceeds, rule.unit)
            number = voice.number(case.waiver.number)
            told.append(voice.say("rule.exceeds", number=number, exceeds=exceeds))
        return told

    def waiver(self, waiver: WaiverRow) -> str:
        """Tell a waiver: from what, and who decided it, why and until when."""
        return f"{waived_case(self.voice, waiver)} {decision(self.voice, waiver)}"


def ended(report: GateReport) -> str:
    """Tell how a run ends."""
    voice, code = Voice(report.language, None), report.exit_code
    key = f"gate.exit.{code}" if code in _ENDS else "gate.exit.other"
    return voice.say(key, code=voice.number(code))


def verdict_of(rule: GateRule, case: GateCase) -> str:
    """Give the verdict; only what is required can be broken."""
    return "not_met" if case.verdict == "broken" and not rule.binding else case.verdict
