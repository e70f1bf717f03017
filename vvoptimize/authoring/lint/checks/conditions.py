"""L2xx: conditions that select nothing, or everything."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from vvoptimize.authoring.formulas import all_formulas, formulas_of, nodes_of
from vvoptimize.authoring.lint.page import Finding
from vvoptimize.authoring.ranges import compared
from vvoptimize.errors import listed
from vvoptimize.ruleset import tree
from vvoptimize.ruleset.syntax import written
from vvoptimize.ruleset.tree import Function, Order, variables_in

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from vvoptimize.authoring.formulas import Owned
    from vvoptimize.authoring.lint.subject import Subject
    from vvoptimize.ruleset.rules import Formula, Objective, Rule
    from vvoptimize.ruleset.tree import Expression

# What a measure must be, of its limit.
_ORDERS = {
    "at_least": Order.AT_LEAST,
    "at_most": Order.AT_MOST,
    "equals": Order.EQUAL,
}


def condition_findings(subject: Subject) -> Iterator[Finding]:
    """Find conditions that tell nothing apart, and variables that choose nothing."""
    for owned in all_formulas(subject.rule_set):
        yield from _fixed(owned, subject)
        yield from _choices(owned.formula)
    for rule in subject.rule_set.rules:
        yield from _fixed_bound(rule, subject)
    rule_set = subject.rule_set
    for rule in rule_set.rules:
        yield from _unused_variables(rule.rule_id, rule, subject)
    for objective in rule_set.objectives:
        yield from _unused_variables(objective.objective_id, objective, subject)
    yield from _without_instance(subject)


# Whatever the data


def _fixed(owned: Owned, subject: Subject) -> Iterator[Finding]:
    formula = owned.formula
    selecting = {id(formula.tree)} if owned.role == "where" else set()
    selecting |= {
        id(node.condition)
        for node in nodes_of(formula.tree)
        if isinstance(node, tree.Aggregate)
    }
    yield from _fixed_in(formula.tree, formula, selecting, subject)


def _fixed_in(
    node: Expression, formula: Formula, selecting: Collection[int], subject: Subject
) -> Iterator[Finding]:
    """Find the outermost conditions that are fixed."""
    truth = subject.ranges.truth(node)
    if truth is None:
        for part in tree.parts_of(node):
            yield from _fixed_in(part, formula, selecting, subject)
        return
    values = {"condition": f"`{written(node)}`", "truth": _truth(truth)}
    nothing = not truth and id(node) in selecting
    yield Finding("L201" if nothing else "L203", formula.span(node.at), values)


def _fixed_bound(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Find a measure that is always, or never, within its limit."""
    if rule.bound is None or rule.bound.tolerance is not None:
        return
    measure, limit = rule.formula.tree, rule.bound.limit.tree
    order = _ORDERS[rule.bound.relation]
    same = written(measure) == written(limit)
    truth = same or compared(
        subject.ranges.of(measure), order, subject.ranges.of(limit)
    )
    if truth is not None:
        condition = f"`{written(measure)} {order} {written(limit)}`"
        values = {"condition": condition, "truth": _truth(truth)}
        yield Finding("L203", rule.formula.span(measure.at), values)


def _truth(truth: bool) -> str:
    return "lint_true" if truth else "lint_false"


# Choices among one, and loops over nothing


def _choices(formula: Formula) -> Iterator[Finding]:
    for node in nodes_of(formula.tree):
        match node:
            case tree.Call(function=Function.MIN | Function.MAX, arguments=(_,)):
                values = {"call": f"`{written(node)}`"}
                yield Finding("L204", formula.span(node.at), values)
            case tree.Aggregate() if not _counts_elements(node):
                yield from _unused_bindings(node, formula)
            case _:
                pass


def _counts_elements(node: tree.Aggregate) -> bool:
    """Tell `sum(1 for x in set)`, which counts a set."""
    return node.function is Function.SUM and isinstance(node.body, tree.Number)


def _unused_bindings(node: tree.Aggregate, formula: Formula) -> Iterator[Finding]:
    used = {name for part in tree.parts_of(node) for name in variables_in(part)}
    for binding in node.bindings:
        if binding.variable not in used:
            values = {"variable": f"`{binding.variable}`"}
            yield Finding("L205", formula.span(binding.at), values)


def _unused_variables(
    name: str, owner: Rule | Objective, subject: Subject
) -> Iterator[Finding]:
    used = {
        name
        for owned in formulas_of(owner)
        for name in variables_in(owned.formula.tree)
    }
    unused = [one.name for one in owner.variables if one.name not in used]
    if unused:
        span = subject.sources.span(name, "for_each")
        yield Finding("L205", span, {"variable": listed(unused)})


# In a scenario


def _without_instance(subject: Subject) -> Iterator[Finding]:
    if subject.grounding is None:
        return
    counts = Counter(
        instance.rule.rule_id for instance in subject.grounding.model.instances
    )
    for rule in subject.rule_set.rules:
        if not counts[rule.rule_id] and not _never_applies(rule, subject):
            values = {"rule": f"`{rule.rule_id}`"}
            yield Finding("L202", subject.sources.span(rule.rule_id), values)


def _never_applies(rule: Rule, subject: Subject) -> bool:
    """Tell a `where` that is told of already: it selects nothing anywhere."""
    return rule.where is not None and subject.ranges.truth(rule.where.tree) is False
