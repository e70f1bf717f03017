"""Soft rules: each a stage that breaks its rule as little as possible."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vvoptimize.classes import record
from vvoptimize.cpsat.form import Form, total, truth
from vvoptimize.cpsat.stages import Draft, minimised
from vvoptimize.ruleset.ground import Relation
from vvoptimize.ruleset.missing import missing_figures
from vvoptimize.solution.stages import Outcome, StageKind, StageResult

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vvoptimize.cpsat.hunt import Hunt
    from vvoptimize.ruleset.instances import RuleInstance


@record
class Prefer:
    """Break one soft rule as little as possible.

    What counts is the shortfall of every broken case: its amount, or one where its
    truth has none. A case that lacks a figure counts nothing, so first as few cases as
    possible are left undetermined; where some must be, the stage is not proved.
    """

    instances: tuple[RuleInstance, ...]

    @property
    def result(self) -> StageResult:
        """The rule's id and unit."""
        rule = self.instances[0].rule
        unit = "1" if rule.unit is None else str(rule.unit)
        return StageResult(rule.rule_id, StageKind.PREFER, Outcome.UNKNOWN, unit)

    def run(self, hunt: Hunt) -> Draft:
        """Decide as many cases as can be, then add the shortfalls up and minimise."""
        unsure = [x for x in self.instances if not hunt.lowering.certain(x.test)]
        decided, undetermined = self._decide(hunt, unsure)
        if not decided:
            return Draft(self.result)
        lacking = total([_lacking(hunt, instance) for instance in self.instances])
        draft = minimised(hunt, self.result, lacking.known_where(()))
        if not undetermined:
            return draft
        missing = missing_figures([instance.test for instance in unsure])
        outcome = Outcome.FEASIBLE
        return replace(
            draft, result=replace(draft.result, outcome=outcome, missing=missing)
        )

    def _decide(self, hunt: Hunt, unsure: Sequence[RuleInstance]) -> tuple[bool, int]:
        """Leave few cases undetermined: whether the fewest are proved, and how many."""
        if not unsure:
            return True, 0
        verdicts = [hunt.lowering.verdict(instance.test) for instance in unsure]
        neither = [hunt.builder.both((~v.is_true, ~v.is_false)) for v in verdicts]
        count = hunt.builder.count(neither)
        outcome, _ = hunt.minimise(count)
        return outcome is Outcome.OPTIMAL, count.at(hunt.full())


def _lacking(hunt: Hunt, instance: RuleInstance) -> Form:
    """Give the shortfall of one case, zero unless it is broken."""
    builder = hunt.builder
    if instance.margin is None:
        return builder.count([hunt.lowering.verdict(instance.test).is_false])
    margin = hunt.lowering.form(instance.margin)
    if not margin.known:
        return _shortfall(hunt, margin)
    # Broken, though by how much is not known: as a case without an amount.
    broken = hunt.lowering.verdict(instance.test).is_false
    without = builder.both((broken, ~builder.both(margin.known)))
    return total([_shortfall(hunt, margin), builder.count([without])])


def _shortfall(hunt: Hunt, margin: Form) -> Form:
    """Give how far a margin is below zero; zero where it is not known."""
    lacking = margin.times(-1)
    if lacking.high <= 0:
        return Form({}, 0, margin.scale, 0, 0)
    if lacking.low >= 0 and not margin.known:
        return lacking

    def amount(values: Sequence[int]) -> int:
        known = all(truth(literal, values) for literal in margin.known)
        return max(0, lacking.at(values)) if known else 0

    number = hunt.builder.new(0, lacking.high, amount)
    # From below only: it is minimised and then locked, so it never lies higher.
    hunt.builder.require(
        total([lacking, Form({number: -1}, 0, margin.scale, -lacking.high, 0)]),
        Relation.AT_MOST_ZERO,
        margin.known,
    )
    return Form({number: 1}, 0, margin.scale, 0, lacking.high)
