"""How far truths are from their limits, where it is sure that they rest on decisions.

What data alone makes true has no distance to a limit, and the ground form of a rule
tells which that is in each case. Most often a look at the formula is enough: a decided
number that stands once, beside data, cannot cancel.
"""

from __future__ import annotations

from itertools import pairwise, product
from typing import TYPE_CHECKING, TypeAlias

from vvoptimize.ruleset import tree
from vvoptimize.ruleset.columns.arithmetic import (
    largest,
    magnitude,
    minus,
    negative,
    smallest,
)
from vvoptimize.ruleset.ground import Affine
from vvoptimize.ruleset.tree import (
    Connective,
    Function,
    Operator,
    Order,
    names_in,
    variables_in,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vvoptimize.ruleset.columns.column import Column
    from vvoptimize.ruleset.columns.frame import Frame
    from vvoptimize.ruleset.columns.reader import ColumnReader
    from vvoptimize.ruleset.decisions import Decisions
    from vvoptimize.ruleset.rules import Measure, RuleSet
    from vvoptimize.ruleset.tree import Expression
    from vvoptimize.ruleset.unroll import Unroller

    Env: TypeAlias = Mapping[str, str]
    Summed: TypeAlias = frozenset[tuple[str, str]]

SERVICES = "services"  # as rules call the set


class NotSure(Exception):  # noqa: N818  control flow inside this package, not an error
    """Only the ground form tells."""


class Weighing:
    """Distances of truths to their limits, column by column."""

    def __init__(self, reader: ColumnReader, resting: Resting) -> None:
        self._reader = reader
        self._resting = resting

    def margin(self, node: Expression, frame: Frame) -> Column:
        """Give the distance of a truth to its limit, as `Margins` does.

        Raises
        ------
        NotSure
            If a part may rest on data alone in some case.
        """
        match node:
            case tree.Chain():
                return self._chain(node, frame)
            case tree.Logic(connective=Connective.AND, operands=operands):
                return smallest([self.margin(one, frame) for one in operands])
            case tree.Logic(operands=operands):
                return largest([self.margin(one, frame) for one in operands])
            case tree.Not(operand=operand):
                return negative(self.margin(operand, frame))
            case tree.Call(function=Function.IMPLIES, arguments=(premise, conclusion)):
                opposite = negative(self.margin(premise, frame))
                return largest([opposite, self.margin(conclusion, frame)])
            case _:
                raise NotSure

    def _chain(self, node: tree.Chain, frame: Frame) -> Column:
        pairs = zip(pairwise(node.operands), node.orders, strict=True)
        margins = [self._pair(*sides, order, frame) for sides, order in pairs]
        return smallest(margins)

    def _pair(
        self, left: Expression, right: Expression, order: Order, frame: Frame
    ) -> Column:
        self._resting.check(left, right, frame)
        first = self._reader.number(left, frame)
        second = self._reader.number(right, frame)
        match order:
            case Order.AT_MOST | Order.LESS:
                return minus(second, first)
            case Order.AT_LEAST | Order.MORE:
                return minus(first, second)
            case _:
                apart = magnitude(minus(first, second))
                return apart if order is Order.UNEQUAL else negative(apart)


class Resting:
    """Whether numbers rest on decisions, for sure."""

    def __init__(
        self, decisions: Decisions, rule_set: RuleSet, unroller: Unroller
    ) -> None:
        self._decisions = decisions
        self._measures = rule_set.measures
        self._deciding = rule_set.deciding
        self._sets = unroller.world.sets
        self._tables = frozenset(decisions.tables())
        self._known: dict[tuple[str, tuple[str, ...]], bool] = {}

    def check(self, left: Expression, right: Expression, frame: Frame) -> None:
        """Make sure that a comparison rests on decisions in every case.

        Raises
        ------
        NotSure
            If it may not.
        """
        if self._may_rest(left) is self._may_rest(right):
            raise NotSure
        side = left if self._may_rest(left) else right
        used = set(variables_in(side))
        sets = {name: frame.sets[name] for name in frame.sets if name in used}
        for elements in product(*sets.values()):
            env = dict(zip(sets, elements, strict=True))
            if not self._rests(side, env, frozenset()):
                raise NotSure

    def _may_rest(self, node: Expression) -> bool:
        names = set(names_in(node))
        return not names.isdisjoint(self._tables | self._deciding)

    def _rests(self, node: Expression, env: Env, summed: Summed) -> bool:
        """Tell whether a part surely has a decided term that nothing cancels.

        Parameters
        ----------
        summed
            Variables that a sum runs through, and their sets: what is looked up has to
            name each of them, else it is counted more than once.
        """
        match node:
            case tree.Lookup(table=name, indices=indices):
                return self._looked_up(name, [i.name for i in indices], env, summed)
            case tree.Name(name=name):
                return self._looked_up(name, [], env, summed)
            case tree.Negative(value=inner):
                return self._rests(inner, env, summed)
            case tree.Arithmetic(operator=Operator.PLUS | Operator.MINUS):
                sides = [s for s in (node.left, node.right) if self._may_rest(s)]
                return len(sides) == 1 and self._rests(sides[0], env, summed)
            case tree.Arithmetic(operator=Operator.OVER, left=left):
                return self._rests(left, env, summed)
            case tree.Aggregate(function=Function.SUM | Function.COUNT, condition=None):
                return self._sum(node, env, summed)
            case _:
                return False

    def _sum(self, node: tree.Aggregate, env: Env, summed: Summed) -> bool:
        """Tell whether one of the cases rests on decisions: no two share a term."""
        own = {(binding.variable, binding.set_name) for binding in node.bindings}
        names = [binding.variable for binding in node.bindings]
        sets = [self._sets[binding.set_name] for binding in node.bindings]
        envs = ({**env, **dict(zip(names, one, strict=True))} for one in product(*sets))
        return any(self._rests(node.body, inner, summed | own) for inner in envs)

    def _looked_up(self, name: str, names: list[str], env: Env, summed: Summed) -> bool:
        index = tuple(env[name] for name in names)
        if not {variable for variable, _ in summed} <= set(names):
            return False
        if name in self._measures:
            return self._cell(self._measures[name], index)
        # Each choice is about one service: those of two services share no term.
        apart = all(set_name == SERVICES for _, set_name in summed)
        return apart and name in self._tables and self._has_terms(name, index)

    def _has_terms(self, name: str, index: tuple[str, ...]) -> bool:
        quantity = self._decisions.entry(name, index)
        return isinstance(quantity, Affine) and bool(quantity.terms)

    def _cell(self, measure: Measure, index: tuple[str, ...]) -> bool:
        """Tell whether a cell of a measure rests on decisions: it is a term itself."""
        key = (measure.measure_id, index)
        if key not in self._known:
            names = [variable.name for variable in measure.variables]
            env, formula = dict(zip(names, index, strict=True)), measure.formula.tree
            is_number = measure.unit is not None
            self._known[key] = is_number and self._rests(formula, env, frozenset())
        return self._known[key]
