"""Lowering at once what a search lowers stage by stage."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vvoptimize.cpsat.lower import Lowering
from vvoptimize.ruleset.rules import RuleKind

if TYPE_CHECKING:
    from vvoptimize.ruleset.instances import GroundModel
    from vvoptimize.ruleset.rules import RuleSet


def searched(rules: RuleSet) -> RuleSet:
    """Leave out the rules that are only shown: a search never sees them."""
    asked = (rule for rule in rules.rules if rule.kind is not RuleKind.REPORT)
    return replace(rules, rules=tuple(asked))


def lower_all(model: GroundModel) -> Lowering:
    """Post every required rule, and lower what each stage is about."""
    lowering = Lowering(model)
    for instance in model.instances:
        if instance.rule.kind is RuleKind.REPORT:
            continue
        if instance.rule.kind is RuleKind.REQUIRE:
            lowering.require(instance.test)
        elif instance.margin is None:
            lowering.verdict(instance.test)
        else:
            lowering.form(instance.margin)
    for objective in model.objectives:
        for party in objective.parties:
            lowering.form(party.value)
    for tie_break in model.tie_breaks:
        for digit in tie_break.digits:
            lowering.form(digit)
    return lowering
