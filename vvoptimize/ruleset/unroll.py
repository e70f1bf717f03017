"""Unrolling: every set walked, every name looked up, every measure once per cell."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, TypeVar

from vvoptimize.ruleset.arithmetic import Quantity, as_affine, only_missing
from vvoptimize.ruleset.columns.reader import ColumnReader
from vvoptimize.ruleset.compile import Adds, Compiler, Env, Table, Tests, Value
from vvoptimize.ruleset.ground import Affine, Cell, Index, Test

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from vvoptimize.ruleset.data import Table as FullTable
    from vvoptimize.ruleset.instances import At
    from vvoptimize.ruleset.rules import Formula, Measure, Variable
    from vvoptimize.ruleset.world import World
    from vvoptimize.scenario.exact import Exact

C = TypeVar("C")


class Unroller:
    """Unrolls the formulas of one rule set over one world.

    Attributes
    ----------
    world
        Sets, tables and parameters.
    measures
        By their names.
    """

    def __init__(self, world: World, measures: Mapping[str, Measure]) -> None:
        self.world = world
        self.measures = measures
        self._deciding: frozenset[str] = frozenset()
        self._data = ColumnReader(world, measures)
        self._cases: dict[tuple[Variable, ...], tuple[At, ...]] = {}
        self._values: dict[str, Value] = {}
        self._tests: dict[str, Tests] = {}
        self._cells: dict[str, dict[Index, Quantity]] = {}
        self._test_cells: dict[str, dict[Index, Test]] = {}

    def with_decisions(
        self, builders: Mapping[str, Callable[[], FullTable]], deciding: frozenset[str]
    ) -> Unroller:
        """Give an unroller that knows the decisions too.

        Parameters
        ----------
        deciding
            Measures that rest on decisions; of the others, what is worked out is kept.
        """
        unroller = Unroller(self.world.with_tables(builders), self.measures)
        unroller._deciding, unroller._data = deciding, self._data
        unroller._cells = _kept(self._cells, deciding)
        unroller._test_cells = _kept(self._test_cells, deciding)
        return unroller

    def cases(self, variables: tuple[Variable, ...]) -> Iterator[tuple[At, Env]]:
        """Every combination of elements, the last variable fastest."""
        if variables not in self._cases:
            self._cases[variables] = tuple(self._combined(variables))
        for at in self._cases[variables]:
            yield at, dict(at)

    def _combined(self, variables: tuple[Variable, ...]) -> Iterator[At]:
        names = [variable.name for variable in variables]
        sets = [self.world.sets[variable.set_name] for variable in variables]
        pairs = [
            [(name, element) for element in elements]
            for name, elements in zip(names, sets, strict=True)
        ]
        yield from product(*pairs)

    def number(self, formula: Formula) -> Value:
        """Turn a formula into a function that gives its value for a case."""
        return Compiler(self, formula).number()

    def adds(self, formula: Formula) -> Adds:
        """Turn a formula into a function that adds its value, times a factor."""
        return Compiler(self, formula).adds()

    def truth(self, formula: Formula) -> Tests:
        """Turn a formula into a function that gives its test for a case."""
        return Compiler(self, formula).truth()

    # What the compiler looks up

    def elements(self, set_name: str) -> tuple[str, ...]:
        """Elements of a set."""
        return self.world.sets[set_name]

    def parameter(self, name: str) -> Exact | None:
        """Value of a parameter, None when there is no such parameter."""
        return self.world.parameters.get(name)

    def measure(self, name: str) -> Measure | None:
        """The measure of that name, None when there is no such measure."""
        return self.measures.get(name)

    def table(self, name: str) -> Table | None:
        """A table of data or decisions, None when there is no such table."""
        return self.world.table(name)

    def cell(self, measure: Measure, index: Index) -> Quantity:
        """One value of a measure, shared by all that name it."""
        cells = self._cells.setdefault(measure.measure_id, {})
        if index not in cells:
            cells[index] = self._cell(measure, index)
        return cells[index]

    def _cell(self, measure: Measure, index: Index) -> Quantity:
        if measure.measure_id not in self._deciding:
            known = self._data.cell(measure, index)
            if known is not None:
                return known
        return _shared(measure, index, self._value(measure)(_env(measure, index)))

    def test_cell(self, measure: Measure, index: Index) -> Test:
        """One truth of a measure, shared by all that name it."""
        cells = self._test_cells.setdefault(measure.measure_id, {})
        if index not in cells:
            cells[index] = self._test(measure)(_env(measure, index))
        return cells[index]

    def _value(self, measure: Measure) -> Value:
        if measure.measure_id not in self._values:
            self._values[measure.measure_id] = self.number(measure.formula)
        return self._values[measure.measure_id]

    def _test(self, measure: Measure) -> Tests:
        if measure.measure_id not in self._tests:
            self._tests[measure.measure_id] = self.truth(measure.formula)
        return self._tests[measure.measure_id]


def _kept(cells: dict[str, C], deciding: frozenset[str]) -> dict[str, C]:
    return {name: known for name, known in cells.items() if name not in deciding}


def _env(measure: Measure, index: Index) -> Env:
    names = (variable.name for variable in measure.variables)
    return dict(zip(names, index, strict=True))


def _shared(measure: Measure, index: Index, value: Quantity) -> Quantity:
    """Keep a decided value as one cell; what rests on data stays a number."""
    if not isinstance(value, Affine) or only_missing(value):
        return value
    return Affine({Cell(measure.measure_id, index, as_affine(value)): 1})
