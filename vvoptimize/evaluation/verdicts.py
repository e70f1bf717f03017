"""Verdicts: what each rule instance, each rule and each objective comes to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from operator import itemgetter
from typing import TYPE_CHECKING

from vvoptimize.classes import NamedTuple
from vvoptimize.ruleset.rules import Objective, Rule, RuleKind
from vvoptimize.scenario.exact import exact

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from vvoptimize.ruleset.instances import (
        At,
        ExceptedInstance,
    )
    from vvoptimize.ruleset.waivers import Waiver
    from vvoptimize.scenario.exact import Exact


class Verdict(StrEnum):
    """Outcome of a rule instance, or of a rule over all its instances."""

    HOLDS = "holds"
    BROKEN = "broken"
    UNKNOWN = "unknown"
    WAIVED = "waived"  # not kept, but a waiver covers what it lacks
    EXCEPTED = "excepted"  # the agreement itself asks nothing of the case
    NOT_APPLICABLE = "not_applicable"  # of a rule only: no case falls under it


class InstanceVerdict(NamedTuple):
    """One ground case of a rule, judged.

    Attributes
    ----------
    at
        Which case.
    margin
        Distance to the limit in the rule's unit: slack at or above zero, shortfall
        below; None where the truth has no amount or is unknown.
    value, limit
        What was compared with what, for a rule written with `measure`.
    missing
        Figures for lack of which the verdict is unknown.
    waiver
        The one that there is for it, needed or not.
    """

    rule: Rule
    at: At
    verdict: Verdict
    margin: Exact | None
    value: Exact | None
    limit: Exact | None
    missing: tuple[str, ...] = ()
    waiver: Waiver | None = None

    @property
    def exceeds(self) -> Exact | None:
        """How much more it falls short than its waiver covers, where it does."""
        covers = None if self.waiver is None else self.waiver.covers
        if covers is None or self.margin is None or self.margin + covers >= 0:
            return None
        return exact(-self.margin - covers)


@dataclass(frozen=True)
class RuleVerdict:
    """A rule over all its instances, in the order of the scenario.

    Attributes
    ----------
    excepted
        Cases that the agreement excepts; they are not among the instances.
    """

    rule: Rule
    instances: tuple[InstanceVerdict, ...]
    excepted: tuple[ExceptedInstance, ...] = ()

    @cached_property
    def _judged(self) -> Mapping[Verdict, list[InstanceVerdict]]:
        """The instances of each verdict: there may be thousands to look through."""
        found: dict[Verdict, list[InstanceVerdict]] = {}
        for instance in self.instances:
            found.setdefault(instance.verdict, []).append(instance)
        return found

    @property
    def verdict(self) -> Verdict:
        """Broken if any instance is, else unknown, else waived, else it holds.

        A rule all of whose cases are excepted is so itself: it was not applied.
        """
        for verdict in (
            Verdict.BROKEN,
            Verdict.UNKNOWN,
            Verdict.WAIVED,
            Verdict.HOLDS,
        ):
            if verdict in self._judged:
                return verdict
        return Verdict.EXCEPTED if self.excepted else Verdict.NOT_APPLICABLE

    @cached_property
    def tightest(self) -> InstanceVerdict | None:
        """The instance nearest its limit, or farthest beyond it; else one so judged."""
        verdict = self.verdict
        worst = self.judged(verdict)
        amounts = [(i.margin, i) for i in worst if i.margin is not None]
        if not amounts:
            return worst[0] if worst and verdict is not Verdict.HOLDS else None
        return min(amounts, key=itemgetter(0))[1]

    def judged(self, verdict: Verdict) -> Sequence[InstanceVerdict]:
        """Give the instances that have a verdict, in order."""
        return self._judged.get(verdict, ())

    def count(self, verdict: Verdict) -> int:
        """How many instances have a verdict."""
        return len(self.judged(verdict))


class PartyOutcome(NamedTuple):
    """What an objective's party gets; None where figures are missing, as listed."""

    at: At
    value: Exact | None
    missing: tuple[str, ...] = ()


class ObjectiveOutcome(NamedTuple):
    """An objective's values under an assignment, parties in scenario order.

    Attributes
    ----------
    step
        Values count in whole steps; None when every difference counts.
    """

    objective: Objective
    step: Exact | None
    parties: tuple[PartyOutcome, ...]


class Evaluation(NamedTuple):
    """An assignment judged by every rule and measured by every objective."""

    rules: tuple[RuleVerdict, ...]
    objectives: tuple[ObjectiveOutcome, ...]

    def of_kind(self, kind: RuleKind) -> tuple[RuleVerdict, ...]:
        """The rules that the solver treats alike."""
        return tuple(verdict for verdict in self.rules if verdict.rule.kind is kind)

    @property
    def broken(self) -> tuple[InstanceVerdict, ...]:
        """Every instance of a required rule that is broken."""
        return self._required(Verdict.BROKEN)

    @property
    def unknown(self) -> tuple[InstanceVerdict, ...]:
        """Every instance of a required rule that lacks a figure."""
        return self._required(Verdict.UNKNOWN)

    @property
    def waived(self) -> tuple[InstanceVerdict, ...]:
        """Every instance of a required rule that is not kept, but has a waiver."""
        return self._required(Verdict.WAIVED)

    def _required(self, verdict: Verdict) -> tuple[InstanceVerdict, ...]:
        return tuple(
            instance
            for rule in self.of_kind(RuleKind.REQUIRE)
            for instance in rule.judged(verdict)
        )
