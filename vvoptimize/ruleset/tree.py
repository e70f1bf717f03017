"""A formula as our own typed tree: what is left of the text once it has been read.

Every node keeps `at`, its offset in the formula's text, so that whatever is found wrong
later is shown at the right column. No node knows the concrete syntax it came from.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias, assert_never

from vvoptimize.classes import record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vvoptimize.scenario.exact import Exact


class Operator(StrEnum):
    """Arithmetic on two values."""

    PLUS = "+"
    MINUS = "-"
    TIMES = "*"
    OVER = "/"


class Order(StrEnum):
    """Comparison of two values."""

    AT_MOST = "<="
    LESS = "<"
    AT_LEAST = ">="
    MORE = ">"
    EQUAL = "=="
    UNEQUAL = "!="


class Connective(StrEnum):
    """How truths are joined."""

    AND = "and"
    OR = "or"


class Function(StrEnum):
    """What may be called in a formula."""

    SUM = "sum"
    COUNT = "count"
    MIN = "min"
    MAX = "max"
    ABS = "abs"
    ANY = "any"
    ALL = "all"
    IMPLIES = "implies"


@record
class Number:
    """A number as written."""

    at: int
    value: Exact


@record
class Name:
    """An index variable, a parameter, or a table without indices."""

    at: int
    name: str


@record
class Lookup:
    """`table[i, j]`."""

    at: int
    table: str
    indices: tuple[Name, ...]


@record
class Negative:
    """`-value`."""

    at: int
    value: Expression


@record
class Arithmetic:
    """`left operator right`; `at` is where the left side starts."""

    at: int
    operator: Operator
    left: Expression
    right: Expression


@record
class Chain:
    """`a <= b < c`: each neighbouring pair compared."""

    at: int
    operands: tuple[Expression, ...]
    orders: tuple[Order, ...]


@record
class Logic:
    """`a and b`, `a or b`."""

    at: int
    connective: Connective
    operands: tuple[Expression, ...]


@record
class Not:
    """`not a`."""

    at: int
    operand: Expression


@record
class Call:
    """A function of values: `max(a, b)`, `abs(a)`, `implies(a, b)`."""

    at: int
    function: Function
    arguments: tuple[Expression, ...]


@record
class Binding:
    """`for variable in set`."""

    at: int
    variable: str
    set_name: str


@record
class Aggregate:
    """A function over sets: `sum(body for x in set if condition)`."""

    at: int
    function: Function
    body: Expression
    bindings: tuple[Binding, ...]
    condition: Expression | None


Expression: TypeAlias = (
    Number
    | Name
    | Lookup
    | Negative
    | Arithmetic
    | Chain
    | Logic
    | Not
    | Call
    | Aggregate
)


FUNCTION_NAMES = frozenset(function.value for function in Function)


def parts_of(node: Expression) -> tuple[Expression, ...]:
    """Give the parts that a node is built of, in order."""
    match node:
        case Number() | Name() | Lookup():
            return ()
        case Negative(value=inner) | Not(operand=inner):
            return (inner,)
        case Arithmetic(left=left, right=right):
            return (left, right)
        case Chain(operands=parts) | Logic(operands=parts) | Call(arguments=parts):
            return parts
        case Aggregate(body=body, condition=condition):
            return (body,) if condition is None else (body, condition)
        case _:
            assert_never(node)


def names_in(node: Expression) -> Iterator[str]:
    """Every table, parameter and variable that a formula names, repeats too."""
    if isinstance(node, Name):
        yield node.name
    elif isinstance(node, Lookup):
        yield node.table
    for part in parts_of(node):
        yield from names_in(part)


def variables_in(node: Expression) -> Iterator[str]:
    """Every name that may be an index variable, repeats too."""
    if isinstance(node, Name):
        yield node.name
    elif isinstance(node, Lookup):
        yield from (index.name for index in node.indices)
    for part in parts_of(node):
        yield from variables_in(part)


def depth_of(node: Expression) -> int:
    """How many nodes lie above each other."""
    return 1 + max((depth_of(part) for part in parts_of(node)), default=0)
