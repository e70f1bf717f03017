"""L6xx: rules that could be written so that they say more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.authoring.formulas import nodes_of
from vvoptimize.authoring.lint.page import Finding
from vvoptimize.ruleset import tree
from vvoptimize.ruleset.rules import RuleKind
from vvoptimize.ruleset.tree import Order

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vvoptimize.authoring.lint.subject import Subject
    from vvoptimize.ruleset.rules import Rule

# Only what holds on the limit can be said of a measure.
_RELATIONS = {
    Order.AT_LEAST: "at_least",
    Order.AT_MOST: "at_most",
    Order.EQUAL: "equals",
}


def form_findings(subject: Subject) -> Iterator[Finding]:
    """Find truths that are better told as amounts."""
    for rule in subject.rule_set.rules:
        span = subject.sources.span(rule.rule_id)
        values = {"rule": f"`{rule.rule_id}`"}
        relation = _relation(rule)
        if relation is not None:
            yield Finding("L601", span, {**values, "relation": relation})
        if rule.kind is RuleKind.PREFER and rule.unit is None and _is_many(rule):
            yield Finding("L602", span, values)


def _relation(rule: Rule) -> str | None:
    """Give the relation that a required comparison of numbers could have."""
    if rule.bound is not None or rule.unit is None:
        return None
    match rule.formula.tree:
        case tree.Chain(orders=(order,)):
            return _RELATIONS.get(order)
        case _:
            return None


def _is_many(rule: Rule) -> bool:
    """Tell a truth about numbers, or about several things, from a single yes or no."""
    return any(
        isinstance(node, tree.Chain | tree.Aggregate)
        for node in nodes_of(rule.formula.tree)
    )
