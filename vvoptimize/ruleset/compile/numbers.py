"""The parts of a formula that are numbers."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, TypeVar, assert_never

from vvoptimize.ruleset import tree
from vvoptimize.ruleset.arithmetic import (
    absolute,
    as_affine,
    missing,
    missing_figures,
    only_missing,
)
from vvoptimize.ruleset.compile.combine import (
    both_times,
    difference_of,
    product_of,
    remembered,
    sum_of,
)
from vvoptimize.ruleset.compile.scope import value_of
from vvoptimize.ruleset.compile.selection import selection
from vvoptimize.ruleset.ground import Affine, Greatest, Least, Magnitude
from vvoptimize.ruleset.tree import Function, Operator, variables_in
from vvoptimize.ruleset.truth import as_quantity

if TYPE_CHECKING:
    from collections.abc import Callable

    from vvoptimize.ruleset.arithmetic import Accumulator, Quantity
    from vvoptimize.ruleset.compile.scope import Adds, Env, Scope, Tests, Value
    from vvoptimize.ruleset.tree import Expression
    from vvoptimize.scenario.exact import Exact


M = TypeVar("M")


class Numbers:
    """Turns parts that are numbers, or truths that count as such, into functions."""

    def __init__(self, scope: Scope, truth: Callable[[Expression], Tests]) -> None:
        self._scope = scope
        self._truth = truth
        # A part is asked for by several others: without these, by twice as many with
        # each level of a formula.
        self._adds: dict[int, Adds] = {}
        self._values: dict[int, Value] = {}

    def adds(self, node: Expression) -> Adds:
        """Give the function that adds a part, times a factor, to an accumulator."""
        return _once(self._adds, node, self._new_adds)

    def value(self, node: Expression) -> Value:
        """Give the function that evaluates a part; what is looked up needs no sum."""
        return _once(self._values, node, self._new_value)

    def number(self, node: Expression) -> Value:
        """Give the function that evaluates a part as it adds itself to a sum."""
        return value_of(self.adds(node))

    def _new_adds(self, node: Expression) -> Adds:
        match node:
            case tree.Number(value=number):
                return lambda acc, _env, factor: acc.add(number, factor)
            case tree.Name(name=name):
                return self._looked_up(name, ())
            case tree.Lookup(table=table, indices=indices):
                return self._looked_up(table, tuple(index.name for index in indices))
            case tree.Negative(value=value):
                inner = self.adds(value)
                return lambda acc, env, factor: inner(acc, env, -factor)
            case tree.Arithmetic():
                adds = self._arithmetic(node)
                return adds if any(variables_in(node)) else remembered(node, adds)
            case tree.Chain() | tree.Logic() | tree.Not():
                return self._counted(node)
            case tree.Call():
                return self._call(node)
            case tree.Aggregate():
                return remembered(node, self._aggregate(node))
            case _:
                assert_never(node)

    def _new_value(self, node: Expression) -> Value:
        match node:
            case tree.Number(value=number):
                return lambda _env: number
            case tree.Name(name=name):
                return self._value_of_name(name, ())
            case tree.Lookup(table=table, indices=indices):
                return self._value_of_name(table, tuple(i.name for i in indices))
            case tree.Arithmetic(operator=Operator.TIMES, left=left, right=right):
                return both_times(self.value(left), self.value(right), self.adds(node))
            case _:
                return self.number(node)

    def _value_of_name(self, name: str, indices: tuple[str, ...]) -> Value:
        parameter = self._scope.parameter(name)
        if parameter is not None:
            return lambda _env: parameter
        return self._scope.quantity(name, indices)

    def _looked_up(self, name: str, indices: tuple[str, ...]) -> Adds:
        parameter = self._scope.parameter(name)
        if parameter is not None:
            return lambda acc, _env, factor: acc.add(parameter, factor)
        quantity = self._scope.quantity(name, indices)
        return lambda acc, env, factor: acc.add(quantity(env), factor)

    def _arithmetic(self, node: tree.Arithmetic) -> Adds:
        left, right = self.adds(node.left), self.adds(node.right)
        match node.operator:
            case Operator.PLUS:
                return sum_of(left, right)
            case Operator.MINUS:
                return difference_of(left, right)
            case Operator.TIMES:
                return product_of(self.value(node.left), self.value(node.right), right)
            case Operator.OVER:
                return self._quotient(left, self.value(node.right), node.right.at)
            case _:
                assert_never(node.operator)

    def _quotient(self, left: Adds, divisor: Value, at: int) -> Adds:
        def add(acc: Accumulator, env: Env, factor: Exact) -> None:
            by = divisor(env)
            if isinstance(by, Affine):
                acc.add_missing(value_of(left)(env), missing_figures(by))
            elif by == 0:
                raise self._scope.fault("VV350", at, env)
            else:
                left(acc, env, Fraction(factor, by))

        return add

    def _counted(self, node: Expression) -> Adds:
        test = self._truth(node)
        return lambda acc, env, factor: acc.add(as_quantity(test(env)), factor)

    def _call(self, node: tree.Call) -> Adds:
        if node.function is Function.IMPLIES:
            return self._counted(node)
        values = [self.value(argument) for argument in node.arguments]
        function = node.function
        return lambda acc, env, factor: acc.add(
            _extreme(function, [value(env) for value in values]), factor
        )

    def _aggregate(self, node: tree.Aggregate) -> Adds:
        match node.function:
            case Function.SUM | Function.COUNT:
                return self._sum(node)
            case Function.MIN | Function.MAX:
                return self._extreme_of(node)
            case _:
                return self._counted(node)

    def _sum(self, node: tree.Aggregate) -> Adds:
        cases = selection(node, self._scope, self._truth)
        body = self.adds(node.body)

        def add(acc: Accumulator, env: Env, factor: Exact) -> None:
            for inner, doubt in cases(env):
                if doubt is None:
                    body(acc, inner, factor)
                else:
                    acc.add_missing(value_of(body)(inner), doubt.figures)

        return add

    def _extreme_of(self, node: tree.Aggregate) -> Adds:
        cases = selection(node, self._scope, self._truth)
        value = self.value(node.body)
        function, at = node.function, node.at

        def add(acc: Accumulator, env: Env, factor: Exact) -> None:
            # Where it is not known whether a case counts, neither is the result.
            quantities = [
                value(inner) if doubt is None else missing(doubt.figures)
                for inner, doubt in cases(env)
            ]
            if not quantities:
                raise self._scope.fault("VV351", at, env, function=function.value)
            acc.add(_extreme(function, quantities), factor)

        return add


def _once(made: dict[int, M], node: Expression, make: Callable[[Expression], M]) -> M:
    if id(node) not in made:  # the formula keeps its parts, so no other has this id
        made[id(node)] = make(node)
    return made[id(node)]


def _extreme(function: Function, quantities: list[Quantity]) -> Quantity:
    numbers = [quantity for quantity in quantities if not isinstance(quantity, Affine)]
    if len(numbers) == len(quantities):
        return _extreme_number(function, numbers)
    lacking = [q for q in quantities if isinstance(q, Affine) and only_missing(q)]
    if lacking:
        figures = (figure for q in lacking for figure in missing_figures(q))
        return missing(dict.fromkeys(figures))
    if function is Function.ABS:
        return Affine({Magnitude(as_affine(quantities[0])): 1})
    if len(quantities) == 1:
        return quantities[0]
    values = tuple(as_affine(quantity) for quantity in quantities)
    return Affine({(Least if function is Function.MIN else Greatest)(values): 1})


def least(quantities: list[Quantity]) -> Quantity:
    """Give the smallest of one or more quantities, unknown where one is."""
    return _extreme(Function.MIN, quantities)


def _extreme_number(function: Function, numbers: list[Exact]) -> Exact:
    if function is Function.ABS:
        return absolute(numbers[0])
    return min(numbers) if function is Function.MIN else max(numbers)
