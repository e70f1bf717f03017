"""The parts of a formula that are true or false."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, assert_never

from vvoptimize.ruleset import tree
from vvoptimize.ruleset.arithmetic import Accumulator
from vvoptimize.ruleset.compile.scope import value_of
from vvoptimize.ruleset.compile.selection import selection
from vvoptimize.ruleset.ground import Relation
from vvoptimize.ruleset.tree import Connective, Function, Order
from vvoptimize.ruleset.truth import (
    FALSE,
    TRUE,
    compare,
    conjunction,
    disjunction,
    is_one,
    negation,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from vvoptimize.ruleset.compile.scope import Adds, Env, Scope, Tests
    from vvoptimize.ruleset.ground import Test, Undetermined
    from vvoptimize.ruleset.tree import Expression


class Truths:
    """Turns parts that are true or false into functions that give their tests."""

    def __init__(
        self,
        scope: Scope,
        number: Callable[[Expression], Adds],
        truth: Callable[[Expression], Tests],
    ) -> None:
        self._scope = scope
        self._number = number
        self._truth = truth

    def test(self, node: Expression) -> Tests:
        """Give the function that gives the test of a part."""
        match node:
            case tree.Chain():
                return self._chain(node)
            case tree.Logic():
                return self._logic(node)
            case tree.Not(operand=operand):
                test = self.test(operand)
                return lambda env: negation(test(env))
            case tree.Name(name=name):
                return self._scope.test(name, ())
            case tree.Lookup(table=table, indices=indices):
                return self._scope.test(table, tuple(index.name for index in indices))
            case tree.Call(function=Function.IMPLIES, arguments=(premise, conclusion)):
                first, then = self.test(premise), self.test(conclusion)
                return lambda env: disjunction((negation(first(env)), then(env)))
            case tree.Aggregate(function=Function.ANY | Function.ALL):
                return self._any_or_all(node)
            case (
                tree.Number()
                | tree.Negative()
                | tree.Arithmetic()
                | tree.Call()
                | tree.Aggregate()
            ):
                value = value_of(self._number(node))
                return lambda env: is_one(value(env))
            case _:
                assert_never(node)

    def _logic(self, node: tree.Logic) -> Tests:
        tests = [self.test(operand) for operand in node.operands]
        join = conjunction if node.connective is Connective.AND else disjunction
        return lambda env: join(test(env) for test in tests)

    def _any_or_all(self, node: tree.Aggregate) -> Tests:
        cases = selection(node, self._scope, self._truth)
        test = self.test(node.body)
        universal = node.function is Function.ALL
        join = conjunction if universal else disjunction
        return lambda env: join(
            _if_it_counts(test(inner), doubt, universal=universal)
            for inner, doubt in cases(env)
        )

    def _chain(self, node: tree.Chain) -> Tests:
        if self._compares_elements(node):
            return _elements(node)
        numbers = [self._number(operand) for operand in node.operands]
        pairs = [
            _comparison(left, order, right)
            for (left, right), order in zip(pairwise(numbers), node.orders, strict=True)
        ]
        if len(pairs) == 1:
            return pairs[0]
        return lambda env: conjunction(pair(env) for pair in pairs)

    def _compares_elements(self, node: tree.Chain) -> bool:
        first = node.operands[0]
        return isinstance(first, tree.Name) and not self._scope.is_value(first.name)


def _elements(node: tree.Chain) -> Tests:
    names = [
        operand.name for operand in node.operands if isinstance(operand, tree.Name)
    ]
    pairs = list(zip(pairwise(names), node.orders, strict=True))

    def test(env: Env) -> Test:
        as_said = all(
            (env[left] == env[right]) is (order is Order.EQUAL)
            for (left, right), order in pairs
        )
        return TRUE if as_said else FALSE

    return test


def _if_it_counts(test: Test, doubt: Undetermined | None, *, universal: bool) -> Test:
    if doubt is None:
        return test
    return disjunction((doubt, test)) if universal else conjunction((doubt, test))


def _comparison(left: Adds, order: Order, right: Adds) -> Tests:
    sign = -1 if order in (Order.AT_LEAST, Order.MORE) else 1
    relation = _RELATIONS[order]

    def test(env: Env) -> Test:
        accumulator = Accumulator()
        left(accumulator, env, sign)
        right(accumulator, env, -sign)
        compared = compare(accumulator.result(), relation)
        return negation(compared) if order is Order.UNEQUAL else compared

    return test


_RELATIONS = {
    Order.AT_MOST: Relation.AT_MOST_ZERO,
    Order.AT_LEAST: Relation.AT_MOST_ZERO,
    Order.LESS: Relation.BELOW_ZERO,
    Order.MORE: Relation.BELOW_ZERO,
    Order.EQUAL: Relation.ZERO,
    Order.UNEQUAL: Relation.ZERO,
}
