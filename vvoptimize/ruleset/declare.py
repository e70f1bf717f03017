"""Parameters, inputs and measures of all rule files: every name a formula may use."""

from __future__ import annotations

from dataclasses import dataclass, field
from keyword import iskeyword
from typing import TYPE_CHECKING

from vvoptimize.classes import record
from vvoptimize.errors import Problems, Span, listed, suggest
from vvoptimize.ruleset.check import Names
from vvoptimize.ruleset.formulas import (
    FormulaReader,
    ReadFile,
    parse_source,
    variables_of,
)
from vvoptimize.ruleset.known import check_known, known_values
from vvoptimize.ruleset.measures import MAX_HEIGHT, MeasureOrder
from vvoptimize.ruleset.parameter_entries import settings_of
from vvoptimize.ruleset.parameters import Parameter
from vvoptimize.ruleset.rules import IndexSet, Input, Measure
from vvoptimize.ruleset.tree import FUNCTION_NAMES
from vvoptimize.ruleset.units import BASE_UNITS, PLAIN, Unit, UnitError, parse_unit
from vvoptimize.ruleset.vocabulary import SETS, TABLES, Signature
from vvoptimize.scenario.exact import exact_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from vvoptimize.ruleset.file import InputEntry, MeasureEntry, ParameterEntry
    from vvoptimize.ruleset.parameters import Setting
    from vvoptimize.source.tree import Path as Where


@record
class Declared:
    """All that rule files declare, with the names that formulas may use.

    Attributes
    ----------
    deciding
        Measures that rest on decisions.
    measure_reads
        Names that each measure reads itself.
    """

    sets: Mapping[str, IndexSet]
    parameters: Mapping[str, Parameter]
    inputs: Mapping[str, Input]
    measures: Mapping[str, Measure]
    names: Names
    deciding: frozenset[str]
    measure_reads: Mapping[str, frozenset[str]]


@dataclass(slots=True)
class _Collected:
    sets: dict[str, IndexSet] = field(default_factory=dict)
    parameters: dict[str, Parameter] = field(default_factory=dict)
    inputs: dict[str, Input] = field(default_factory=dict)
    measures: dict[str, Measure] = field(default_factory=dict)
    places: dict[str, tuple[ReadFile, Where]] = field(default_factory=dict)
    taken: dict[str, Span] = field(default_factory=dict)


def declare(files: Sequence[ReadFile], problems: Problems) -> Declared:
    """Collect what files declare, and check it; every fault is added to `problems`."""
    units = frozenset(BASE_UNITS) | {unit for read in files for unit in read.file.units}
    collector = _Collector(units, problems)
    for read in files:
        collector.collect_sets(read)
    for read in files:
        collector.collect(read)
    return collector.declared()


class _Collector:
    def __init__(self, units: frozenset[str], problems: Problems) -> None:
        self._units = units
        self._problems = problems
        self._all = _Collected()

    def collect_sets(self, read: ReadFile) -> None:
        for name, entry in read.file.sets.items():
            if self._claim(read, name, ("sets", name)):
                self._all.sets[name] = IndexSet(name, entry.label, entry.elements)

    def collect(self, read: ReadFile) -> None:
        for name, parameter in read.file.parameters.items():
            if self._claim(read, name, ("parameters", name)):
                self._parameter(read, name, parameter)
        for name, given in read.file.inputs.items():
            if self._claim(read, name, ("inputs", name)):
                self._input(read, name, given)
        for name, measure in read.file.measures.items():
            if self._claim(read, name, ("measures", name)):
                self._measure(read, name, measure)

    def _claim(self, read: ReadFile, name: str, where: Where) -> bool:
        """Take a name; one that a formula could mistake for another is refused."""
        span = read.document.key_span(where)
        if not is_free(name):
            self._problems.add("VV360", span, name=name)
        elif name in self._all.taken:
            self._problems.add(
                "VV346", span, name=name, first=str(self._all.taken[name])
            )
        else:
            self._all.taken[name] = span
            self._all.places[name] = (read, where)
            return True
        return False

    def _parameter(self, read: ReadFile, name: str, entry: ParameterEntry) -> None:
        where: Where = ("parameters", name)
        unit = self._unit(read, entry.unit, (*where, "unit")) or PLAIN
        low, high = entry.range
        placed = settings_of(entry, read.document, where, self._problems)
        if placed:
            settings = tuple(setting for setting, _ in placed)
            parameter = Parameter(
                name,
                unit,
                low,
                high,
                entry.authority,
                entry.label,
                settings,
                settings[-1],
            )
            for setting, span in placed:
                check_range(parameter, setting, span, self._problems)
            self._all.parameters[name] = parameter

    def _input(self, read: ReadFile, name: str, entry: InputEntry) -> None:
        where: Where = ("inputs", name)
        unit = self._unit(read, entry.unit, (*where, "unit"))
        if unit is None and entry.default not in (0, 1, None):
            span, value = read.document.span((*where, "default")), entry.default
            self._problems.add("VV379", span, name=name, value=exact_text(value))
        self._all.inputs[name] = Input(
            name,
            entry.index,
            unit,
            entry.label,
            known_values(entry.known),
            entry.default,
            entry.withhold_below,
        )

    def _measure(self, read: ReadFile, name: str, entry: MeasureEntry) -> None:
        where: Where = ("measures", name)
        unit = self._unit(read, entry.unit, (*where, "unit"))
        source = read.document.formula((*where, "expr"))
        formula = None if source is None else parse_source(source, self._problems)
        if formula is not None:
            variables = variables_of(entry.for_each)
            measure = Measure(name, variables, unit, formula, entry.label)
            self._all.measures[name] = measure

    def _unit(self, read: ReadFile, text: str, where: Where) -> Unit | None:
        """Read a unit; None stands for a truth."""
        if text == "bool":
            return None
        try:
            return parse_unit(text, self._units)
        except UnitError as error:
            known = sorted(self._units)
            near = suggest(error.unit, known)
            span = read.document.span(where)
            self._problems.add(
                "VV354", span, unit=error.unit, known=listed(known), suggestion=near
            )
            return PLAIN

    # Once all is collected

    def declared(self) -> Declared:
        order = MeasureOrder(self._all.measures)
        self._check_order(order)
        for given in self._all.inputs.values():
            self._check_withheld(given)
        deciding = order.deciding()
        names = self._names(deciding)
        self._check_inputs(names)
        return Declared(
            self._all.sets,
            self._all.parameters,
            self._all.inputs,
            self._all.measures,
            names,
            deciding,
            self._check_measures(names),
        )

    def _check_withheld(self, given: Input) -> None:
        """Report a bound on what is published that is no parameter in its unit."""
        name = given.withhold_below
        if name is None:
            return
        read, where = self._all.places[given.input_id]
        span = read.document.span((*where, "withhold_below"))
        parameter = self._all.parameters.get(name)
        if parameter is None:
            near = suggest(name, [*self._all.parameters])
            self._problems.add("VV260", span, name=name, suggestion=near)
        elif parameter.unit != given.unit:
            seen = "bool" if given.unit is None else str(given.unit)
            wanted = str(parameter.unit)
            self._problems.add("VV261", span, name=name, seen=seen, wanted=wanted)

    def _check_order(self, order: MeasureOrder) -> None:
        for cycle in order.cycles():
            way = " -> ".join(f"`{name}`" for name in cycle)
            self._problems.add("VV345", self._formula_span(cycle[0]), way=way)
        for name in order.too_high():
            span = self._formula_span(name)
            self._problems.add("VV344", span, name=name, limit=MAX_HEIGHT)

    def _formula_span(self, measure: str) -> Span:
        formula = self._all.measures[measure].formula
        return formula.span(formula.tree.at)

    def _names(self, deciding: frozenset[str]) -> Names:
        tables = dict(TABLES)
        for given in self._all.inputs.values():
            tables[given.input_id] = Signature(given.index, given.unit)
        for name, measure in self._all.measures.items():
            index = tuple(variable.set_name for variable in measure.variables)
            tables[name] = Signature(index, measure.unit, decides=name in deciding)
        units = {
            name: parameter.unit for name, parameter in self._all.parameters.items()
        }
        read = {*tables, *units, *self._all.sets}
        unread = frozenset(self._all.taken) - read
        return Names(tables, units, (*SETS, *self._all.sets), unread)

    def _check_inputs(self, names: Names) -> None:
        for name, given in self._all.inputs.items():
            read, where = self._all.places[name]
            for i, set_name in enumerate(given.index):
                span = read.document.span((*where, "index", i))
                names.check_set(set_name, span, self._problems)
            check_known(given, self._all.sets, read, self._problems)

    def _check_measures(self, names: Names) -> dict[str, frozenset[str]]:
        reader = FormulaReader(names, self._problems)
        reads = {}
        for name, measure in self._all.measures.items():
            read, where = self._all.places[name]
            reader.check_variables(read, measure.variables, where)
            check = reader.truth if measure.unit is None else reader.number
            checked = check(measure.formula, measure.variables)
            reads[name] = checked.reads
            if measure.unit is not None:
                span = read.document.span((*where, "unit"))
                reader.same_unit("VV355", span, checked, measure.unit, name=name)
        return reads


def is_free(name: str) -> bool:
    """Tell whether the language leaves a name to rule files."""
    ours = name in TABLES or name in FUNCTION_NAMES or name in SETS
    return not ours and not iskeyword(name)


def check_range(
    parameter: Parameter, setting: Setting, span: Span, problems: Problems
) -> None:
    """Report a parameter's value that is outside its own range."""
    if not parameter.low <= setting.value <= parameter.high:
        problems.add(
            "VV357",
            span,
            name=parameter.parameter_id,
            value=exact_text(setting.value),
            low=exact_text(parameter.low),
            high=exact_text(parameter.high),
        )
