"""Every formula of a rule set, with whose it is and which variables it may use."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, TypeAlias

from vvoptimize.classes import NamedTuple
from vvoptimize.ruleset.rules import Case, Formula
from vvoptimize.ruleset.tree import parts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vvoptimize.ruleset.rules import (
        CostKey,
        Measure,
        Objective,
        Rule,
        RuleSet,
        Variable,
    )
    from vvoptimize.ruleset.tree import Expression

    Owner: TypeAlias = Measure | CostKey | Rule | Objective


class Owned(NamedTuple):
    """A formula with its place in the entry: `where`, `formula`, `limit`, ..."""

    role: str
    formula: Formula
    variables: tuple[Variable, ...]


def all_formulas(rule_set: RuleSet) -> Iterator[Owned]:
    """Give every formula, measures first."""
    owners: tuple[Owner, ...] = (*rule_set.measures.values(), *rule_set.cost_keys)
    owners += (*rule_set.rules, *rule_set.objectives)
    for owner in owners:
        yield from formulas_of(owner)


def formulas_of(owner: Owner) -> Iterator[Owned]:
    """Give the formulas of one entry, whatever keys it may come to have."""
    for role, formula in _formulas("", owner):
        yield Owned(role, formula, owner.variables)


def _formulas(role: str, value: object) -> Iterator[tuple[str, Formula]]:
    if isinstance(value, Formula):
        yield role, value
    elif isinstance(value, tuple):
        for one in value:
            yield from _formulas(role, one)
    elif is_dataclass(value) and not isinstance(value, Case):
        for field in fields(value):
            yield from _formulas(field.name, getattr(value, field.name))


def nodes_of(node: Expression) -> Iterator[Expression]:
    """Give a node and all below it, each before what it is built of."""
    yield node
    for part in parts_of(node):
        yield from nodes_of(part)
