"""What the names in one formula mean, as functions of its index variables."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Protocol, TypeAlias

from vvoptimize.errors import InputError, Problem
from vvoptimize.ruleset.arithmetic import Accumulator, Quantity
from vvoptimize.ruleset.ground import Index, Test
from vvoptimize.ruleset.truth import as_quantity, is_one
from vvoptimize.scenario.exact import Exact

if TYPE_CHECKING:
    from vvoptimize.ruleset.rules import Formula, Measure

Env: TypeAlias = dict[str, str]
"""The element that each index variable stands for."""

Adds: TypeAlias = Callable[[Accumulator, Env, Exact], None]
Value: TypeAlias = Callable[[Env], Quantity]
Tests: TypeAlias = Callable[[Env], Test]
Table: TypeAlias = Mapping[Index, Quantity]


class Lookups(Protocol):
    """Where a formula's names are looked up."""

    def elements(self, set_name: str) -> tuple[str, ...]:
        """Elements of a set."""

    def parameter(self, name: str) -> Exact | None:
        """Value of a parameter, None when there is no such parameter."""

    def measure(self, name: str) -> Measure | None:
        """The measure of that name, None when there is no such measure."""

    def table(self, name: str) -> Table | None:
        """A table of data or decisions, None when there is no such table."""

    def cell(self, measure: Measure, index: Index) -> Quantity:
        """One value of a measure."""

    def test_cell(self, measure: Measure, index: Index) -> Test:
        """One truth of a measure."""


def value_of(adds: Adds) -> Value:
    """Give the function that evaluates what another adds."""

    def value(env: Env) -> Quantity:
        accumulator = Accumulator()
        adds(accumulator, env, 1)
        return accumulator.result()

    return value


class Scope:
    """The names of one formula, and its place in the file for what goes wrong."""

    def __init__(self, lookups: Lookups, formula: Formula) -> None:
        self.elements = lookups.elements
        self.parameter = lookups.parameter
        self._lookups = lookups
        self._formula = formula

    def quantity(self, name: str, indices: tuple[str, ...]) -> Value:
        """Give the function that looks up one value of a table or measure."""
        measure = self._lookups.measure(name)
        if measure is None:
            return _looked_up(self._lookups.table(name) or {}, indices)
        if measure.unit is None:
            test = self._measured(measure, indices)
            return lambda env: as_quantity(test(env))
        cell = self._lookups.cell
        return lambda env: cell(measure, tuple([env[index] for index in indices]))

    def test(self, name: str, indices: tuple[str, ...]) -> Tests:
        """Give the function that looks up one truth of a table or measure."""
        measure = self._lookups.measure(name)
        if measure is not None and measure.unit is None:
            return self._measured(measure, indices)
        quantity = self.quantity(name, indices)
        return lambda env: is_one(quantity(env))

    def _measured(self, measure: Measure, indices: tuple[str, ...]) -> Tests:
        test_cell = self._lookups.test_cell
        return lambda env: test_cell(measure, tuple([env[index] for index in indices]))

    def is_value(self, name: str) -> bool:
        """Tell whether a name stands for a value, and not for an element of a set."""
        lookups = self._lookups
        found = (lookups.parameter(name), lookups.measure(name), lookups.table(name))
        return any(one is not None for one in found)

    def fault(self, code: str, at: int, env: Env, **values: str) -> InputError:
        """Give the error of a part that has no value in one case."""
        case = ", ".join(f"{name} = {element}" for name, element in env.items()) or "-"
        span = self._formula.span(at)
        return InputError([Problem(code, span, {"case": case, **values})])


def _looked_up(table: Table, indices: tuple[str, ...]) -> Value:
    """Look up in a table; one and two indices, the usual, are worth their own way."""
    match indices:
        case (only,):
            return lambda env: table[(env[only],)]
        case (first, second):
            return lambda env: table[env[first], env[second]]
        case _:
            return lambda env: table[tuple([env[index] for index in indices])]
