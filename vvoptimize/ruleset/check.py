"""Names, units, and where decisions may stand: checked before any number is known."""

from __future__ import annotations

from enum import Enum
from keyword import iskeyword
from typing import TYPE_CHECKING, assert_never

from vvoptimize.classes import NamedTuple
from vvoptimize.errors import Problems, listed, suggest
from vvoptimize.ruleset import tree
from vvoptimize.ruleset.instances import STEP
from vvoptimize.ruleset.tree import FUNCTION_NAMES, Expression, Function, Operator
from vvoptimize.ruleset.units import PLAIN, Unit
from vvoptimize.ruleset.vocabulary import SETS, Signature

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vvoptimize.errors import Span
    from vvoptimize.ruleset.rules import Formula, Variable


class Kind(Enum):
    """What a part of a formula is; the value names a phrase in the catalogue."""

    NUMBER = "formula_number"
    TRUTH = "formula_truth"
    ELEMENT = "formula_element"
    BROKEN = "formula_broken"  # reported already


class Shape(NamedTuple):
    """What a part of a formula gives.

    Attributes
    ----------
    unit
        None for a literal zero, which fits any unit, and for what is not a number.
    decides
        Name of a decision it depends on, None when it rests on data only.
    """

    kind: Kind
    unit: Unit | None = None
    decides: str | None = None
    set_name: str = ""


_BROKEN = Shape(Kind.BROKEN)


class Names(NamedTuple):
    """All names known to a rule set.

    Attributes
    ----------
    unread
        Names whose declaration is faulty, which is reported there and not at each use.
    """

    tables: Mapping[str, Signature]
    parameters: Mapping[str, Unit]
    sets: tuple[str, ...] = SETS
    unread: frozenset[str] = frozenset()

    def hidden_by(self, variable: str) -> bool:
        """Tell whether an index variable would hide a name, or cannot be written."""
        names = (self.tables, self.parameters, self.unread, self.sets, FUNCTION_NAMES)
        reserved = variable == STEP or iskeyword(variable)
        return reserved or any(variable in known for known in names)

    def all(self) -> list[str]:
        """Every name that a formula could mean."""
        return [*self.tables, *self.parameters]

    def check_set(self, name: str, span: Span, problems: Problems) -> None:
        """Report a set that nobody declares."""
        if name not in self.sets:
            known, near = listed(self.sets), suggest(name, self.sets)
            problems.add("VV341", span, name=name, known=known, suggestion=near)


class Checker:
    """Checks one formula; every fault becomes a problem at its place in the file."""

    def __init__(
        self,
        names: Names,
        formula: Formula,
        variables: tuple[Variable, ...],
        problems: Problems,
    ) -> None:
        self._names = names
        self._formula = formula
        self._problems = problems
        self._scope = {variable.name: variable.set_name for variable in variables}
        self.reads: set[str] = set()
        # Units of what the truth itself compares; None for a decided truth: no amount.
        self.compared: list[Unit | None] = []

    def number(self) -> Shape:
        """Check a formula that must give a number; a truth counts as 0 or 1."""
        return self._number(self._formula.tree)

    def truth(self) -> Shape:
        """Check a formula that must be true or false."""
        return self._truth(self._formula.tree)

    def _fault(self, code: str, at: int, **values: str | None) -> Shape:
        self._problems.add(code, self._formula.span(at), **values)
        return _BROKEN

    def _number(self, node: Expression) -> Shape:
        shape = self._operand(node)
        if shape.kind is Kind.TRUTH:
            return shape._replace(kind=Kind.NUMBER, unit=PLAIN)
        if shape.kind is Kind.ELEMENT and isinstance(node, tree.Name):
            return self._fault("VV338", node.at, name=node.name)
        return shape

    def _operand(self, node: Expression) -> Shape:
        """Give the shape of a part whose own comparisons are not those of the truth."""
        before = len(self.compared)
        shape = self._shape(node)
        del self.compared[before:]
        return shape

    def _truth(self, node: Expression) -> Shape:
        shape = self._shape(node)
        if shape.kind in (Kind.NUMBER, Kind.ELEMENT):
            return self._fault("VV339", node.at, seen=shape.kind.value)
        return shape

    def _shape(self, node: Expression) -> Shape:  # noqa: C901  a case per kind
        match node:
            case tree.Number(value=value):
                return Shape(Kind.NUMBER, PLAIN if value else None)
            case tree.Name():
                return self._name(node)
            case tree.Lookup():
                return self._lookup(node)
            case tree.Negative(value=value):
                return self._number(value)
            case tree.Arithmetic():
                return self._arithmetic(node)
            case tree.Chain():
                return self._chain(node)
            case tree.Logic(operands=operands):
                return self._join([self._truth(operand) for operand in operands])
            case tree.Not(operand=operand):
                return self._truth(operand)
            case tree.Call():
                return self._call(node)
            case tree.Aggregate():
                return self._aggregate(node)
            case _:
                assert_never(node)

    def _name(self, node: tree.Name) -> Shape:
        if node.name in self._scope:
            return Shape(Kind.ELEMENT, set_name=self._scope[node.name])
        if node.name in self._names.parameters:
            self.reads.add(node.name)
            return Shape(Kind.NUMBER, self._names.parameters[node.name])
        return self._table(node.name, (), node.at)

    def _lookup(self, node: tree.Lookup) -> Shape:
        if node.table in self._names.parameters:
            return self._fault(
                "VV332",
                node.at,
                name=node.table,
                seen=str(len(node.indices)),
                wanted="0",
            )
        return self._table(node.table, node.indices, node.at)

    def _table(self, name: str, indices: tuple[tree.Name, ...], at: int) -> Shape:
        signature = self._names.tables.get(name)
        if name in self._names.unread:
            return _BROKEN
        if signature is None:
            known = [*self._names.all(), *self._scope]
            return self._fault("VV330", at, name=name, suggestion=suggest(name, known))
        self.reads.add(name)
        if len(indices) != len(signature.index):
            wanted = str(len(signature.index))
            return self._fault(
                "VV332", at, name=name, seen=str(len(indices)), wanted=wanted
            )
        pairs = zip(indices, signature.index, strict=True)
        fits = [self._index(index, set_name, name) for index, set_name in pairs]
        if not all(fits):  # each is checked, not only the first
            return _BROKEN
        decides = name if signature.decides else None
        if signature.unit is None:
            self.compared += [None] if decides else []
            return Shape(Kind.TRUTH, decides=decides)
        return Shape(Kind.NUMBER, signature.unit, decides)

    def _index(self, index: tree.Name, set_name: str, table: str) -> bool:
        seen = self._scope.get(index.name)
        if seen is None:
            known = suggest(index.name, list(self._scope))
            self._fault(
                "VV331", index.at, name=index.name, table=table, suggestion=known
            )
        elif not {seen, set_name} <= {*self._names.sets}:
            return False  # a set is unknown, which is reported already
        elif seen != set_name:
            self._fault(
                "VV333",
                index.at,
                name=index.name,
                seen=seen,
                wanted=set_name,
                table=table,
            )
        return seen == set_name

    def _arithmetic(self, node: tree.Arithmetic) -> Shape:
        left, right = self._number(node.left), self._number(node.right)
        if Kind.BROKEN in (left.kind, right.kind):
            return _BROKEN
        match node.operator:
            case Operator.PLUS | Operator.MINUS:
                return self._same_unit(node, left, right)
            case Operator.TIMES:
                return self._product(node, left, right)
            case Operator.OVER:
                return self._quotient(node, left, right)
            case _:
                assert_never(node.operator)

    def _product(self, node: tree.Arithmetic, left: Shape, right: Shape) -> Shape:
        if left.decides and right.decides:
            return self._fault("VV335", node.at, left=left.decides, right=right.decides)
        unit = (left.unit or PLAIN).times(right.unit or PLAIN)
        return Shape(Kind.NUMBER, unit, left.decides or right.decides)

    def _quotient(self, node: tree.Arithmetic, left: Shape, right: Shape) -> Shape:
        if right.decides:
            return self._fault("VV336", node.right.at, decision=right.decides)
        unit = (left.unit or PLAIN).over(right.unit or PLAIN)
        return Shape(Kind.NUMBER, unit, left.decides)

    def _same_unit(self, node: Expression, *shapes: Shape) -> Shape:
        """Refuse to add or compare different units; a literal zero fits any."""
        joined = self._join(list(shapes))
        units = [shape.unit for shape in shapes if shape.unit is not None]
        for unit in units:
            if unit != units[0]:
                return self._fault(
                    "VV334", node.at, left=str(units[0]), right=str(unit)
                )
        return joined._replace(kind=Kind.NUMBER, unit=units[0] if units else None)

    def _join(self, shapes: list[Shape]) -> Shape:
        if any(shape.kind is Kind.BROKEN for shape in shapes):
            return _BROKEN
        decides = next((shape.decides for shape in shapes if shape.decides), None)
        return Shape(Kind.TRUTH, decides=decides)

    def _chain(self, node: tree.Chain) -> Shape:
        shapes = [self._operand(operand) for operand in node.operands]
        if any(shape.kind is Kind.BROKEN for shape in shapes):
            return _BROKEN
        if any(shape.kind is Kind.ELEMENT for shape in shapes):
            return self._elements(node, shapes)
        numbers = [self._as_number(shape) for shape in shapes]
        same = self._same_unit(node, *numbers)
        if same.kind is Kind.BROKEN:
            return _BROKEN
        if same.decides:
            self.compared.append(same.unit or PLAIN)
        return same._replace(kind=Kind.TRUTH, unit=None)

    def _as_number(self, shape: Shape) -> Shape:
        return shape._replace(unit=PLAIN) if shape.kind is Kind.TRUTH else shape

    def _elements(self, node: tree.Chain, shapes: list[Shape]) -> Shape:
        equality = all(
            order in (tree.Order.EQUAL, tree.Order.UNEQUAL) for order in node.orders
        )
        if not equality or len({(shape.kind, shape.set_name) for shape in shapes}) != 1:
            return self._fault("VV340", node.at)
        return Shape(Kind.TRUTH)

    def _call(self, node: tree.Call) -> Shape:
        if node.function is Function.IMPLIES:
            return self._join([self._truth(argument) for argument in node.arguments])
        shapes = [self._number(argument) for argument in node.arguments]
        if any(shape.kind is Kind.BROKEN for shape in shapes):
            return _BROKEN
        return self._same_unit(node, *shapes)

    def _aggregate(self, node: tree.Aggregate) -> Shape:
        outer = dict(self._scope)
        for binding in node.bindings:
            self._bind(binding)
        self._data_condition(node.condition)
        shape = self._aggregated(node)
        self._scope = outer
        return shape

    def _aggregated(self, node: tree.Aggregate) -> Shape:
        match node.function:
            case Function.ANY | Function.ALL:
                return self._truth(node.body)
            case Function.COUNT:
                body = self._truth(node.body)
                counted = body._replace(kind=Kind.NUMBER, unit=PLAIN)
                return body if body.kind is Kind.BROKEN else counted
            case _:
                return self._number(node.body)

    def _bind(self, binding: tree.Binding) -> None:
        span = self._formula.span(binding.at)
        self._names.check_set(binding.set_name, span, self._problems)
        name = binding.variable
        if name in self._scope or self._names.hidden_by(name):
            self._fault("VV342", binding.at, name=name)
        self._scope = {**self._scope, name: binding.set_name}

    def _data_condition(self, condition: Expression | None) -> None:
        if condition is None:
            return
        shape = self._truth(condition)
        if shape.decides is not None:
            self._fault("VV337", condition.at, decision=shape.decides)
