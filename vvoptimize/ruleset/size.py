"""How much a rule set will be once unrolled: refused before anything is unrolled."""

from __future__ import annotations

from math import prod
from typing import TYPE_CHECKING

from vvoptimize.ruleset import tree

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vvoptimize.errors import Problems
    from vvoptimize.ruleset.rules import Formula, RuleSet, Variable
    from vvoptimize.ruleset.tree import Expression

MAX_TERMS = 2_000_000  # of one formula over all its cases
MAX_TERMS_IN_ALL = 10_000_000


def check_size(
    rule_set: RuleSet,
    sets: Mapping[str, tuple[str, ...]],
    problems: Problems,
    times: int = 1,
) -> None:
    """Report the first formula with which there are too many ground terms.

    Parameters
    ----------
    times
        How often all is unrolled: once, or once for each step.
    """
    sizes = {name: len(elements) for name, elements in sets.items()}
    in_all = 0
    for formula, variables in _formulas(rule_set):
        terms = times * estimate(formula, variables, sizes)
        in_all += terms
        if terms > MAX_TERMS or in_all > MAX_TERMS_IN_ALL:
            one = terms > MAX_TERMS
            seen, limit = (terms, MAX_TERMS) if one else (in_all, MAX_TERMS_IN_ALL)
            code = "VV352" if one else "VV377"
            span = formula.span(formula.tree.at)
            problems.add(code, span, terms=seen, limit=limit)
            return


def _formulas(rule_set: RuleSet) -> Iterator[tuple[Formula, tuple[Variable, ...]]]:
    for measure in rule_set.measures.values():
        yield measure.formula, measure.variables
    for key in rule_set.cost_keys:
        yield from _given(key.variables, key.where, key.weight)
    for rule in rule_set.rules:
        excepted = (exception.where for exception in rule.exceptions)
        yield from _given(rule.variables, rule.where, *excepted, rule.formula)
        if rule.bound is not None:
            yield from _given(rule.variables, rule.bound.limit, rule.bound.tolerance)
    for objective in rule_set.objectives:
        yield from _given(objective.variables, objective.where, objective.formula)
        yield from _given((), objective.step)


def _given(
    variables: tuple[Variable, ...], *formulas: Formula | None
) -> Iterator[tuple[Formula, tuple[Variable, ...]]]:
    for formula in formulas:
        if formula is not None:
            yield formula, variables


def estimate(
    formula: Formula, variables: tuple[Variable, ...], sizes: Mapping[str, int]
) -> int:
    """Estimate the ground terms of a formula over all cases of its variables."""
    cases = prod(sizes[variable.set_name] for variable in variables)
    return cases * _terms(formula.tree, sizes)


def _terms(node: Expression, sizes: Mapping[str, int]) -> int:
    parts = sum(_terms(part, sizes) for part in tree.parts_of(node))
    if isinstance(node, tree.Aggregate):
        return parts * prod(sizes[binding.set_name] for binding in node.bindings)
    return parts or 1
