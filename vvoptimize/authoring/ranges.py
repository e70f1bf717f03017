"""What a formula can come to whatever the data: bounds, and conditions that are fixed.

Tables of the language hold no negative numbers, parameters stay inside their range, and
nothing is known of inputs. The bounds are safe, not tight.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, assert_never

from vvoptimize.classes import NamedTuple
from vvoptimize.ruleset import tree
from vvoptimize.ruleset.syntax import written
from vvoptimize.ruleset.tree import Connective, Function, Operator, Order
from vvoptimize.ruleset.vocabulary import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from vvoptimize.ruleset.rules import RuleSet
    from vvoptimize.ruleset.tree import Expression
    from vvoptimize.scenario.exact import Exact


class Range(NamedTuple):
    """The lowest and the highest value that can be; None is no bound."""

    low: Exact | None = None
    high: Exact | None = None


ANY = Range()
TRUTH = Range(0, 1)


class Ranges:
    """Bounds of the formulas of a rule set."""

    def __init__(self, rule_set: RuleSet) -> None:
        self._rule_set = rule_set
        self._measures: dict[str, Range] = {}

    # Numbers

    def of(self, node: Expression) -> Range:
        """Give bounds of a number; a truth counts as 0 or 1."""
        match node:
            case tree.Number(value=value):
                return Range(value, value)
            case tree.Name(name=name):
                return self._named(name)
            case tree.Lookup(table=table):
                return self._named(table)
            case tree.Negative(value=value):
                return _negative(self.of(value))
            case tree.Arithmetic(operator=operator, left=left, right=right):
                return _combined(operator, self.of(left), self.of(right))
            case tree.Chain() | tree.Logic() | tree.Not():
                return self._as_number(node)
            case tree.Call(function=function, arguments=arguments):
                return self._call(node, function, arguments)
            case tree.Aggregate():
                return self._aggregate(node)
            case _:
                assert_never(node)

    def _as_number(self, node: Expression) -> Range:
        fixed = self.truth(node)
        return TRUTH if fixed is None else Range(int(fixed), int(fixed))

    def _named(self, name: str) -> Range:
        parameter = self._rule_set.parameters.get(name)
        if parameter is not None:
            return Range(parameter.low, parameter.high)
        if name in TABLES:
            return TRUTH if TABLES[name].unit is None else Range(0)
        given = self._rule_set.inputs.get(name)
        if given is not None:
            return TRUTH if given.unit is None else ANY
        if name in self._rule_set.measures:
            return self._measure(name)
        return ANY  # an index variable

    def _measure(self, name: str) -> Range:
        if name not in self._measures:
            tree_ = self._rule_set.measures[name].formula.tree
            self._measures[name] = self.of(tree_)
        return self._measures[name]

    def _call(
        self, node: Expression, function: Function, arguments: Sequence[Expression]
    ) -> Range:
        if function is Function.IMPLIES:
            return self._as_number(node)
        ranges = [self.of(argument) for argument in arguments]
        if function is Function.ABS:
            return _greatest([ranges[0], _negative(ranges[0]), Range(0, 0)])
        if function is Function.MIN:
            return _negative(_greatest([_negative(one) for one in ranges]))
        return _greatest(ranges)

    def _aggregate(self, node: tree.Aggregate) -> Range:
        match node.function:
            case Function.ANY | Function.ALL:
                return self._as_number(node)
            case Function.COUNT:
                return Range(0)
            case Function.SUM:
                low, high = self.of(node.body)
                # Of nothing, the sum is zero.
                return Range(
                    0 if low is not None and low >= 0 else None,
                    0 if high is not None and high <= 0 else None,
                )
            case _:
                return self.of(node.body)

    # Truths

    def truth(self, node: Expression) -> bool | None:
        """Give the truth of a condition whatever the data; None where it depends."""
        match node:
            case tree.Chain():
                return _all([self._pair(*pair) for pair in _pairs(node)])
            case tree.Logic(connective=connective, operands=operands):
                return self._logic(connective, operands)
            case tree.Not(operand=operand):
                return _not(self.truth(operand))
            case tree.Call(function=Function.IMPLIES, arguments=(given, then)):
                return self._logic(Connective.OR, (tree.Not(given.at, given), then))
            case tree.Aggregate(function=function, body=body):
                return self._over_sets(function, self.truth(body))
            case tree.Name(name=name) | tree.Lookup(table=name):
                measure = self._rule_set.measures.get(name)
                truth = measure is not None and measure.unit is None
                return self.truth(measure.formula.tree) if measure and truth else None
            case tree.Number() | tree.Negative() | tree.Arithmetic() | tree.Call():
                return None
            case _:
                assert_never(node)

    def _over_sets(self, function: Function, body: bool | None) -> bool | None:
        """Of nothing, `all` is true and `any` false, so only those can be fixed."""
        if function is Function.ANY and body is False:
            return False
        return True if function is Function.ALL and body is True else None

    def _logic(
        self, connective: Connective, operands: Sequence[Expression]
    ) -> bool | None:
        is_or = connective is Connective.OR
        truths = [self.truth(operand) for operand in operands]
        joined = _not(_all(map(_not, truths))) if is_or else _all(truths)
        if joined is None and _has_opposites(operands):
            return is_or
        return joined

    def _pair(self, left: Expression, order: Order, right: Expression) -> bool | None:
        if written(left) == written(right):
            return order in (Order.EQUAL, Order.AT_MOST, Order.AT_LEAST)
        return compared(self.of(left), order, self.of(right))


def compared(left: Range, order: Order, right: Range) -> bool | None:
    """Compare what can be with what can be; None where it depends."""
    match order:
        case Order.AT_MOST:
            return _either(_at_most(left, right), _below(right, left))
        case Order.LESS:
            return _either(_below(left, right), _at_most(right, left))
        case Order.AT_LEAST:
            return compared(right, Order.AT_MOST, left)
        case Order.MORE:
            return compared(right, Order.LESS, left)
        case Order.EQUAL:
            apart = _below(left, right) or _below(right, left)
            return _either(_at_most(left, right) and _at_most(right, left), apart)
        case Order.UNEQUAL:
            return _not(compared(left, Order.EQUAL, right))
        case _:
            assert_never(order)


def _either(yes: bool, no: bool) -> bool | None:
    return True if yes else False if no else None


def _at_most(left: Range, right: Range) -> bool:
    if left.high is None or right.low is None:
        return False
    return left.high <= right.low


def _below(left: Range, right: Range) -> bool:
    if left.high is None or right.low is None:
        return False
    return left.high < right.low


def _pairs(node: tree.Chain) -> list[tuple[Expression, Order, Expression]]:
    neighbours = pairwise(node.operands)
    return [
        (a, order, b) for (a, b), order in zip(neighbours, node.orders, strict=True)
    ]


def _has_opposites(operands: Sequence[Expression]) -> bool:
    texts = {written(operand) for operand in operands}
    return any(
        isinstance(operand, tree.Not) and written(operand.operand) in texts
        for operand in operands
    )


def _all(truths: Iterable[bool | None]) -> bool | None:
    found = list(truths)
    if False in found:
        return False
    return None if None in found else True


def _not(truth: bool | None) -> bool | None:
    return None if truth is None else not truth


def _negative(one: Range) -> Range:
    low, high = one
    return Range(None if high is None else -high, None if low is None else -low)


def _greatest(ranges: Sequence[Range]) -> Range:
    lows = [one.low for one in ranges if one.low is not None]
    highs = [one.high for one in ranges if one.high is not None]
    unbounded = len(highs) < len(ranges)
    return Range(max(lows, default=None), None if unbounded else max(highs))


def _combined(operator: Operator, left: Range, right: Range) -> Range:
    match operator:
        case Operator.PLUS:
            return Range(_sum(left.low, right.low), _sum(left.high, right.high))
        case Operator.MINUS:
            return _combined(Operator.PLUS, left, _negative(right))
        case Operator.TIMES:
            return _product(left, right)
        case Operator.OVER:
            return _quotient(left, right)
        case _:
            assert_never(operator)


def _sum(left: Exact | None, right: Exact | None) -> Exact | None:
    return None if left is None or right is None else left + right


def _product(left: Range, right: Range) -> Range:
    ends = (*left, *right)
    if any(end is None for end in ends):
        return Range(0) if _positive(left) and _positive(right) else ANY
    products = [a * b for a in left for b in right if a is not None and b is not None]
    return Range(min(products), max(products))


def _quotient(left: Range, right: Range) -> Range:
    return Range(0) if _positive(left) and _positive(right) else ANY


def _positive(one: Range) -> bool:
    return one.low is not None and one.low >= 0
