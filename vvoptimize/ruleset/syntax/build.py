"""From Python's syntax tree to ours: what is not listed here is refused."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, NoReturn, Protocol

from vvoptimize.errors import listed, suggest
from vvoptimize.ruleset import tree
from vvoptimize.ruleset.syntax import limits
from vvoptimize.ruleset.syntax.problem import SyntaxProblem
from vvoptimize.scenario.exact import exact

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from vvoptimize.ruleset.tree import Expression

_OPERATORS: dict[type[ast.operator], tree.Operator] = {
    ast.Add: tree.Operator.PLUS,
    ast.Sub: tree.Operator.MINUS,
    ast.Mult: tree.Operator.TIMES,
    ast.Div: tree.Operator.OVER,
}
_ORDERS: dict[type[ast.cmpop], tree.Order] = {
    ast.LtE: tree.Order.AT_MOST,
    ast.Lt: tree.Order.LESS,
    ast.GtE: tree.Order.AT_LEAST,
    ast.Gt: tree.Order.MORE,
    ast.Eq: tree.Order.EQUAL,
    ast.NotEq: tree.Order.UNEQUAL,
}
_FUNCTIONS = {function.value: function for function in tree.Function}
_ARGUMENTS = {  # how many values a function takes when it is not over a set
    tree.Function.MIN: (1, limits.MAX_NODES),
    tree.Function.MAX: (1, limits.MAX_NODES),
    tree.Function.ABS: (1, 1),
    tree.Function.IMPLIES: (2, 2),
}
_OVER_SETS = frozenset(tree.Function) - {tree.Function.ABS, tree.Function.IMPLIES}


class Offsets(Protocol):
    """Where a node stands in the formula's text."""

    def of_node(self, node: ast.expr) -> int:
        """Give the offset of a node's first character."""


class Builder:
    """Builds our tree, counting nodes and depth on the way."""

    def __init__(self, offsets: Offsets, numbers: Mapping[int, Fraction]) -> None:
        self._offsets = offsets
        self._numbers = numbers
        self._nodes = 0
        self._depth = 0

    def expression(self, node: ast.expr) -> Expression:
        """Turn one expression and all below it."""
        self._count(node)
        self._depth += 1
        built = self._built(node)
        self._depth -= 1
        return built

    def _count(self, node: ast.expr) -> None:
        self._nodes += 1
        if self._nodes > limits.MAX_NODES:
            raise SyntaxProblem("VV311", self._at(node), limit=limits.MAX_NODES)
        if self._depth >= limits.MAX_DEPTH:
            raise SyntaxProblem("VV306", self._at(node), limit=limits.MAX_DEPTH)

    def _built(self, node: ast.expr) -> Expression:  # noqa: C901  a case per kind
        at = self._at(node)
        match node:
            case ast.Constant():
                return self._number(node, at)
            case ast.Name():
                return tree.Name(at, node.id)
            case ast.Subscript():
                return self._lookup(node, at)
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return tree.Negative(at, self.expression(operand))
            case ast.UnaryOp(op=ast.UAdd(), operand=operand):
                return self.expression(operand)
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return tree.Not(at, self.expression(operand))
            case ast.BinOp():
                return self._arithmetic(node, at)
            case ast.Compare():
                return self._chain(node, at)
            case ast.BoolOp():
                joined = (
                    tree.Connective.AND
                    if isinstance(node.op, ast.And)
                    else tree.Connective.OR
                )
                return tree.Logic(at, joined, self._all(node.values))
            case ast.Call():
                return self._call(node, at)
            case _:
                return _refuse(node, at)

    def _all(self, nodes: list[ast.expr]) -> tuple[Expression, ...]:
        return tuple(self.expression(node) for node in nodes)

    def _number(self, node: ast.Constant, at: int) -> tree.Number:
        if isinstance(node.value, bool) or not isinstance(node.value, int | float):
            _refuse(node, at)
        return tree.Number(at, exact(self._numbers[at]))

    def _lookup(self, node: ast.Subscript, at: int) -> tree.Lookup:
        if not isinstance(node.value, ast.Name):
            raise SyntaxProblem("VV313", at)
        parts = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
        return tree.Lookup(
            at, node.value.id, tuple(self._index(part) for part in parts)
        )

    def _index(self, node: ast.expr) -> tree.Name:
        if not isinstance(node, ast.Name):
            raise SyntaxProblem("VV314", self._at(node))
        self._count(node)
        return tree.Name(self._at(node), node.id)

    def _arithmetic(self, node: ast.BinOp, at: int) -> tree.Arithmetic:
        operator = _OPERATORS.get(type(node.op))
        if operator is None:
            _refuse(node, at)
        return tree.Arithmetic(
            at, operator, self.expression(node.left), self.expression(node.right)
        )

    def _chain(self, node: ast.Compare, at: int) -> tree.Chain:
        orders = [_ORDERS.get(type(operator)) for operator in node.ops]
        if None in orders:
            raise SyntaxProblem("VV315", at)
        operands = self._all([node.left, *node.comparators])
        return tree.Chain(at, operands, tuple(order for order in orders if order))

    def _call(self, node: ast.Call, at: int) -> Expression:
        function = self._function(node, at)
        if node.keywords:
            raise SyntaxProblem("VV316", at, function=function.value)
        if len(node.args) == 1 and isinstance(node.args[0], ast.GeneratorExp):
            return self._aggregate(function, node.args[0], at)
        if function not in _ARGUMENTS:
            raise SyntaxProblem("VV319", at, function=function.value)
        least, most = _ARGUMENTS[function]
        seen = len(node.args)
        if not least <= seen <= most:
            raise SyntaxProblem(
                "VV318", at, function=function.value, seen=seen, wanted=least
            )
        return tree.Call(at, function, self._all(node.args))

    def _function(self, node: ast.Call, at: int) -> tree.Function:
        if not isinstance(node.func, ast.Name):
            _refuse(node.func, self._at(node.func))
        name = node.func.id
        if name not in _FUNCTIONS:
            known = listed(_FUNCTIONS)
            near = suggest(name, _FUNCTIONS)
            raise SyntaxProblem(
                "VV317", at, function=name, known=known, suggestion=near
            )
        return _FUNCTIONS[name]

    def _aggregate(
        self, function: tree.Function, node: ast.GeneratorExp, at: int
    ) -> tree.Aggregate:
        if function not in _OVER_SETS:
            raise SyntaxProblem("VV320", at, function=function.value)
        if len(node.generators) > limits.MAX_FOR:
            raise SyntaxProblem("VV321", at, limit=limits.MAX_FOR)
        bindings = tuple(self._binding(part) for part in node.generators)
        conditions = [test for part in node.generators for test in part.ifs]
        return tree.Aggregate(
            at,
            function,
            self.expression(node.elt),
            bindings,
            self._condition(conditions),
        )

    def _binding(self, node: ast.comprehension) -> tree.Binding:
        at = self._at(node.target)
        match node:
            case ast.comprehension(
                target=ast.Name(id=variable), iter=ast.Name(id=set_name), is_async=0
            ):
                return tree.Binding(at, variable, set_name)
            case _:
                raise SyntaxProblem("VV322", at)

    def _condition(self, conditions: list[ast.expr]) -> Expression | None:
        if not conditions:
            return None
        tests = self._all(conditions)
        if len(tests) == 1:
            return tests[0]
        return tree.Logic(tests[0].at, tree.Connective.AND, tests)

    def _at(self, node: ast.expr) -> int:
        return self._offsets.of_node(node)


_SIGN: dict[type[ast.operator | ast.unaryop], str] = {
    ast.Pow: "**",
    ast.Mod: "%",
    ast.FloorDiv: "//",
    ast.LShift: "<<",
    ast.RShift: ">>",
    ast.BitAnd: "&",
    ast.BitOr: "|",
    ast.BitXor: "^",
    ast.Invert: "~",
}
_WHAT: dict[type[ast.expr], str] = {  # names of phrases in the catalogue
    ast.Attribute: "formula_dot",
    ast.IfExp: "formula_if_else",
    ast.Lambda: "formula_lambda",
    ast.ListComp: "formula_list",
    ast.List: "formula_list",
    ast.Tuple: "formula_comma",
    ast.GeneratorExp: "formula_loose_for",
    ast.NamedExpr: "formula_walrus",
    ast.Starred: "formula_star",
}


def _refuse(node: ast.expr, at: int) -> NoReturn:
    match node:
        case ast.Constant(value=bool() | None as value):
            raise SyntaxProblem("VV312", at, seen="formula_word", word=value)
        case ast.UnaryOp(op=op) if type(op) in _SIGN:
            raise SyntaxProblem("VV312", at, seen="formula_sign", sign=_SIGN[type(op)])
        case ast.BinOp(op=op) if type(op) in _SIGN:
            raise SyntaxProblem("VV312", at, seen="formula_sign", sign=_SIGN[type(op)])
        case _:
            seen = _WHAT.get(type(node), "formula_other")
            raise SyntaxProblem("VV312", at, seen=seen)
