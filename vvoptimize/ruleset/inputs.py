"""What a scenario supplies for the inputs that rules declare."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from itertools import product
from typing import TYPE_CHECKING

from vvoptimize.errors import listed, suggest
from vvoptimize.ruleset.data import Table, figure_quantity
from vvoptimize.ruleset.units import BASE_UNITS, Unit, UnitError, parse_unit
from vvoptimize.scenario.exact import exact_text
from vvoptimize.scenario.figure import Figure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from vvoptimize.errors import Problems
    from vvoptimize.ruleset.arithmetic import Quantity
    from vvoptimize.ruleset.ground import Index
    from vvoptimize.ruleset.rules import Input
    from vvoptimize.scenario.reading import ScenarioFile


def input_tables(
    inputs: Mapping[str, Input],
    file: ScenarioFile,
    sets: Mapping[str, tuple[str, ...]],
    problems: Problems,
) -> Mapping[str, Callable[[], Table]]:
    """Give a builder of the table of each input; what is missing is unknown."""
    for name in file.scenario.inputs:
        if name not in inputs:
            span, near = file.document.key_span(("inputs", name)), suggest(name, inputs)
            known = listed(inputs) or None
            problems.add("VV361", span, name=name, known=known, suggestion=near)
    return {
        name: _Supply(declared, file, sets, problems).builder()
        for name, declared in inputs.items()
    }


class _Supply:
    """What a scenario supplies for one input."""

    def __init__(
        self,
        declared: Input,
        file: ScenarioFile,
        sets: Mapping[str, tuple[str, ...]],
        problems: Problems,
    ) -> None:
        self._declared = declared
        self._name = declared.input_id
        self._given = file.scenario.inputs.get(self._name)
        self._document = file.document
        self._sets = sets
        self._problems = problems

    def builder(self) -> Callable[[], Table]:
        """Check all that is given, and give the builder of the table."""
        figures = {
            index: figure
            for index, figure in _figures(self._given, ())
            if self._has_place(index)
            and self._is_open(index)
            and self._has_value(index, figure)
        }
        return partial(self._table, figures)

    def _table(self, figures: Mapping[Index, Figure]) -> Table:
        indices = product(*(self._sets[name] for name in self._declared.index))
        default = self._declared.default
        if default is None:
            return {i: self._quantity(figures.get(i), i) for i in indices}
        table: Table = dict.fromkeys(indices, default)
        for index in (*figures, *self._declared.known):
            if index in table:
                table[index] = self._quantity(figures.get(index), index)
        return table

    def _quantity(self, figure: Figure | None, index: Index) -> Quantity:
        """Give what is known of an index; a figure stated as unknown stays unknown."""
        known = self._declared.known.get(index)
        if known is not None:
            return known
        if figure is None and self._declared.default is not None:
            return self._declared.default
        return figure_quantity(figure, ".".join(("inputs", self._name, *index)))

    def _has_place(self, index: Index) -> bool:
        span = self._document.key_span(("inputs", self._name, *index))
        wanted = self._declared.index
        if len(index) != len(wanted):
            text = listed(wanted) or "-"
            self._problems.add("VV362", span, name=self._name, wanted=text)
            return False
        for element, set_name in zip(index, wanted, strict=True):
            known = self._sets[set_name]
            if element not in known:
                self._problems.add(
                    "VV364",
                    span,
                    name=element,
                    set=set_name,
                    known=listed(known),
                    suggestion=suggest(element, known),
                )
                return False
        return True

    def _is_open(self, index: Index) -> bool:
        """Refuse what the rules say already: a scenario cannot contradict a law."""
        known = self._declared.known.get(index)
        if known is not None:
            span = self._document.key_span(("inputs", self._name, *index))
            at = ", ".join(index)
            self._problems.add(
                "VV390", span, name=self._name, at=at, value=exact_text(known)
            )
        return known is None

    def _has_value(self, index: Index, figure: Figure) -> bool:
        where, unit = ("inputs", self._name, *index), self._declared.unit
        if unit is None and figure.value not in (0, 1, None):
            span, value = self._document.span(where), exact_text(figure.value)
            self._problems.add("VV379", span, name=self._name, value=value)
            return False
        if figure.unit is not None and not _is_unit(figure.unit, unit):
            span = self._document.span((*where, "unit"))
            wanted = "bool" if unit is None else str(unit)
            seen = figure.unit
            self._problems.add("VV359", span, name=self._name, seen=seen, wanted=wanted)
            return False
        return True


def _figures(value: object, index: Index) -> Iterator[tuple[Index, Figure]]:
    if isinstance(value, Figure):
        yield index, value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _figures(inner, (*index, key))


def _is_unit(text: str, unit: Unit | None) -> bool:
    if unit is None:
        return text == "bool"
    known = frozenset(BASE_UNITS) | {name for name, _ in unit.exponents}
    try:
        return parse_unit(text, known) == unit
    except UnitError:
        return False
