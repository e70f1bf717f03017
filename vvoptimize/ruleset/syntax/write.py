"""From the typed tree back to a formula's text, with no bracket too many."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from vvoptimize.ruleset import tree
from vvoptimize.ruleset.tree import Connective, Operator
from vvoptimize.scenario.exact import exact_text

if TYPE_CHECKING:
    from vvoptimize.ruleset.tree import Expression

_CONNECTIVES = {Connective.OR: 1, Connective.AND: 2}
_OPERATORS = {
    Operator.PLUS: 5,
    Operator.MINUS: 5,
    Operator.TIMES: 6,
    Operator.OVER: 6,
}
_NOT, _CHAIN, _NEGATIVE, _ATOM = 3, 4, 7, 8


def written(node: Expression) -> str:  # noqa: C901  a case per kind
    """Write a formula; equal trees give equal texts, wherever they stood.

    Examples
    --------
    >>> from vvoptimize.ruleset.syntax import parse_formula
    >>> written(parse_formula("((a)+b) * (c - (d)) >= 0.50"))
    '(a + b) * (c - d) >= 0.5'
    """
    match node:
        case tree.Number(value=value):
            return exact_text(value)
        case tree.Name(name=name):
            return name
        case tree.Lookup(table=table, indices=indices):
            return f"{table}[{', '.join(index.name for index in indices)}]"
        case tree.Negative(value=value):
            return f"-{_inside(value, _NEGATIVE)}"
        case tree.Arithmetic(operator=operator, left=left, right=right):
            level = _OPERATORS[operator]
            # What stands to the right is bracketed: a - (b - c).
            return f"{_inside(left, level)} {operator} {_inside(right, level + 1)}"
        case tree.Chain():
            return _chain(node)
        case tree.Logic(connective=connective, operands=operands):
            level = _CONNECTIVES[connective] + 1
            return f" {connective} ".join(_inside(one, level) for one in operands)
        case tree.Not(operand=operand):
            return f"not {_inside(operand, _NOT)}"
        case tree.Call(function=function, arguments=arguments):
            return f"{function}({', '.join(map(written, arguments))})"
        case tree.Aggregate():
            return _aggregate(node)
        case _:
            assert_never(node)


def _chain(node: tree.Chain) -> str:
    first, *others = (_inside(one, _CHAIN + 1) for one in node.operands)
    pairs = zip(node.orders, others, strict=True)
    return " ".join([first, *(f"{order} {other}" for order, other in pairs)])


def _aggregate(node: tree.Aggregate) -> str:
    bindings = (f"for {one.variable} in {one.set_name}" for one in node.bindings)
    parts = [written(node.body), *bindings]
    if node.condition is not None:
        parts.append(f"if {written(node.condition)}")
    return f"{node.function}({' '.join(parts)})"


def _inside(node: Expression, level: int) -> str:
    text = written(node)
    return text if _level(node) >= level else f"({text})"


def _level(node: Expression) -> int:
    match node:
        case tree.Logic(connective=connective):
            return _CONNECTIVES[connective]
        case tree.Not():
            return _NOT
        case tree.Chain():
            return _CHAIN
        case tree.Arithmetic(operator=operator):
            return _OPERATORS[operator]
        case tree.Negative():
            return _NEGATIVE
        case tree.Number() | tree.Name() | tree.Lookup():
            return _ATOM
        case tree.Call() | tree.Aggregate():
            return _ATOM
        case _:
            assert_never(node)
