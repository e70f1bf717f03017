"""Formulas read over columns: from a part of a formula to its value in every case."""

from __future__ import annotations

import operator
from itertools import pairwise, product
from typing import TYPE_CHECKING, assert_never

from vvoptimize.ruleset import tree
from vvoptimize.ruleset.columns import arithmetic, truths
from vvoptimize.ruleset.columns import runs as over_sets
from vvoptimize.ruleset.columns.column import Column, column_of, constant, joined
from vvoptimize.ruleset.columns.frame import combinations, every_case
from vvoptimize.ruleset.columns.runs import Runs
from vvoptimize.ruleset.tree import Connective, Function, Operator, Order, variables_in

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from vvoptimize.ruleset.columns.frame import Frame
    from vvoptimize.ruleset.ground import Index
    from vvoptimize.ruleset.rules import Measure, Variable
    from vvoptimize.ruleset.tree import Expression
    from vvoptimize.ruleset.world import World
    from vvoptimize.scenario.exact import Exact

_ORDERS: Mapping[Order, Callable[[Exact, Exact], bool]] = {
    Order.AT_MOST: operator.le,
    Order.LESS: operator.lt,
    Order.AT_LEAST: operator.ge,
    Order.MORE: operator.gt,
    Order.EQUAL: operator.eq,
    Order.UNEQUAL: operator.ne,
}
_ARITHMETIC: Mapping[Operator, Callable[[Column, Column], Column]] = {
    Operator.PLUS: arithmetic.plus,
    Operator.MINUS: arithmetic.minus,
    Operator.TIMES: arithmetic.product,
    Operator.OVER: arithmetic.quotient,
}

MOST_AT_ONCE = 2**15  # cases within a function over sets, to save memory


class ColumnReader:
    """Reads formulas where every decision is a number, or none is read.

    Parameters
    ----------
    world
        Its tables are plain numbers, or name the figures that are missing.
    """

    def __init__(self, world: World, measures: Mapping[str, Measure]) -> None:
        self._world = world
        self._measures = measures
        self._tables: dict[str, Column] = {}
        self._cells: dict[str, dict[Index, Exact]] = {}
        self._known: dict[tuple[int, tuple[str, ...], bool], Column] = {}
        self._frames: dict[tuple[tuple[str, int], ...], Frame] = {}
        self._used: dict[int, frozenset[str]] = {}

    def frame(self, variables: tuple[Variable, ...]) -> Frame:
        """Give every combination of elements of the variables' sets."""
        return self._full({v.name: self._world.sets[v.set_name] for v in variables})

    def _full(self, sets: Mapping[str, Sequence[str]]) -> Frame:
        key = tuple((name, id(elements)) for name, elements in sets.items())
        if key not in self._frames:
            self._frames[key] = every_case(sets)
        return self._frames[key]

    def number(self, node: Expression, frame: Frame) -> Column:
        """Give the value of a part in each case; a truth counts as 0 or 1."""
        return self._over(node, frame, self._number, truth=False)

    def truth(self, node: Expression, frame: Frame) -> Column:
        """Tell in which cases a part is true."""
        return self._over(node, frame, self._truth, truth=True)

    def _over(
        self,
        node: Expression,
        frame: Frame,
        read: Callable[[Expression, Frame], Column],
        *,
        truth: bool,
    ) -> Column:
        """Read a part once for all cases that it cannot tell apart."""
        used = self._variables(node)
        sets = {name: frame.sets[name] for name in frame.sets if name in used}
        if combinations(sets) >= frame.length:
            return read(node, frame)
        names = tuple(sets)
        key = (id(node), names, truth)
        if key not in self._known:
            self._known[key] = read(node, self._full(sets))
        return _spread(self._known[key], frame, names)

    def _variables(self, node: Expression) -> frozenset[str]:
        if id(node) not in self._used:
            self._used[id(node)] = frozenset(variables_in(node))
        return self._used[id(node)]

    def cell(self, measure: Measure, index: Index) -> Exact | None:
        """Give one cell of a measure; None where only the ground form tells."""
        name = measure.measure_id
        if name not in self._cells:
            sets = tuple(self._world.sets[v.set_name] for v in measure.variables)
            column = self._whole(name, sets)
            known = zip(product(*sets), column.exact(), strict=True)
            self._cells[name] = {
                place: number
                for i, (place, number) in enumerate(known)
                if i not in column.doubt
            }
        return self._cells[name].get(index)

    # Numbers

    def _number(self, node: Expression, frame: Frame) -> Column:
        match node:
            case tree.Number(value=number):
                return constant(number, frame.length)
            case tree.Name(name=name):
                return self._looked_up(name, (), frame)
            case tree.Lookup(table=table, indices=indices):
                return self._looked_up(table, tuple(i.name for i in indices), frame)
            case tree.Negative(value=value):
                return arithmetic.negative(self.number(value, frame))
            case tree.Arithmetic(operator=sign, left=left, right=right):
                sides = self.number(left, frame), self.number(right, frame)
                return _ARITHMETIC[sign](*sides)
            case (
                tree.Chain()
                | tree.Logic()
                | tree.Not()
                | tree.Call(function=Function.IMPLIES)
                | tree.Aggregate(function=Function.ANY | Function.ALL)
            ):
                return truths.as_numbers(self._truth(node, frame))
            case tree.Call():
                return self._call(node, frame)
            case tree.Aggregate():
                return self._in_parts(node, frame, self._aggregate)
            case _:
                assert_never(node)

    def _call(self, node: tree.Call, frame: Frame) -> Column:
        values = [self.number(argument, frame) for argument in node.arguments]
        if node.function is Function.ABS:
            return arithmetic.magnitude(values[0])
        return (
            arithmetic.smallest(values)
            if node.function is Function.MIN
            else arithmetic.largest(values)
        )

    def _aggregate(self, node: tree.Aggregate, frame: Frame) -> Column:
        inner, runs = self._inner(node, frame)
        body, chosen = self.number(node.body, inner), self._chosen(node, inner)
        match node.function:
            case Function.MIN:
                return over_sets.extremes(min, body, chosen, runs)
            case Function.MAX:
                return over_sets.extremes(max, body, chosen, runs)
            case _:
                return over_sets.totals(body, chosen, runs)

    def _in_parts(
        self,
        node: tree.Aggregate,
        frame: Frame,
        read: Callable[[tree.Aggregate, Frame], Column],
    ) -> Column:
        """Read a function over sets for some cases at a time: there are many within."""
        size = combinations(self._sets_of(node))
        if frame.length * size <= MOST_AT_ONCE:
            return read(node, frame)
        parts = frame.parts(max(1, MOST_AT_ONCE // size))
        return joined([read(node, part) for part in parts])

    def _sets_of(self, node: tree.Aggregate) -> dict[str, Sequence[str]]:
        elements = self._world.sets
        return {b.variable: elements[b.set_name] for b in node.bindings}

    def _inner(self, node: tree.Aggregate, frame: Frame) -> tuple[Frame, Runs]:
        """Give the cases that a function over sets runs through in each case."""
        sets = self._sets_of(node)
        return frame.times(sets), Runs(frame.length, combinations(sets))

    def _chosen(self, node: tree.Aggregate, inner: Frame) -> Column | None:
        return None if node.condition is None else self.truth(node.condition, inner)

    # Truths

    def _truth(self, node: Expression, frame: Frame) -> Column:
        match node:
            case tree.Chain():
                return self._chain(node, frame)
            case tree.Logic(operands=operands):
                found = [self.truth(operand, frame) for operand in operands]
                both = node.connective is Connective.AND
                return truths.every(found) if both else truths.some(found)
            case tree.Not(operand=operand):
                return truths.opposite(self.truth(operand, frame))
            case tree.Call(function=Function.IMPLIES, arguments=(premise, conclusion)):
                first, then = self.truth(premise, frame), self.truth(conclusion, frame)
                return truths.some([truths.opposite(first), then])
            case tree.Aggregate(function=Function.ANY | Function.ALL):
                return self._in_parts(node, frame, self._any_or_all)
            case (
                tree.Number()
                | tree.Name()
                | tree.Lookup()
                | tree.Negative()
                | tree.Arithmetic()
                | tree.Call()
                | tree.Aggregate()
            ):
                one = constant(1, frame.length)
                return truths.compare(operator.eq, self._number(node, frame), one)
            case _:
                assert_never(node)

    def _any_or_all(self, node: tree.Aggregate, frame: Frame) -> Column:
        inner, runs = self._inner(node, frame)
        body, chosen = self.truth(node.body, inner), self._chosen(node, inner)
        if node.function is Function.ALL:
            return over_sets.all_of(body, chosen, runs)
        return over_sets.any_of(body, chosen, runs)

    def _chain(self, node: tree.Chain, frame: Frame) -> Column:
        read = (
            self._element if self._is_element(node.operands[0], frame) else self.number
        )
        columns = pairwise([read(operand, frame) for operand in node.operands])
        pairs = zip(columns, node.orders, strict=True)
        return truths.every([truths.compare(_ORDERS[o], *sides) for sides, o in pairs])

    def _is_element(self, node: Expression, frame: Frame) -> bool:
        """Tell whether a part is an index variable: its elements are compared."""
        return isinstance(node, tree.Name) and node.name in frame.sets

    def _element(self, node: Expression, frame: Frame) -> Column:
        """Give which element it is: both sides are of one set, so places will do."""
        (name,) = variables_in(node)
        return Column(frame.places[name])

    # Names

    def _looked_up(self, name: str, variables: tuple[str, ...], frame: Frame) -> Column:
        parameter = self._world.parameters.get(name)
        if parameter is not None:
            return constant(parameter, frame.length)
        whole = self._whole(name, tuple(frame.sets[v] for v in variables))
        return _spread(whole, frame, variables)

    def _whole(self, name: str, sets: tuple[Sequence[str], ...]) -> Column:
        """Give a whole table of data or decisions, or every cell of a measure."""
        if name not in self._tables:
            measure = self._measures.get(name)
            if measure is None:
                table = self._world.table(name) or {}
                cells = column_of(list(map(table.__getitem__, product(*sets))))
            else:
                cells = self.number(measure.formula.tree, self.frame(measure.variables))
            self._tables[name] = cells
        return self._tables[name]


def _spread(column: Column, frame: Frame, variables: tuple[str, ...]) -> Column:
    """Give what a column has of some variables to every case of a frame."""
    runs = frame.runs(variables)
    if runs is None:
        return column.at(frame.index(variables))
    return column.runs(*runs)
