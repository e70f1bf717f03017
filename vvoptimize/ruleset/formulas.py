"""Formulas out of rule files: parsed, then checked against the names there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.classes import record
from vvoptimize.ruleset.check import Checker, Kind, Names, Shape
from vvoptimize.ruleset.rules import Formula, Variable
from vvoptimize.ruleset.syntax import SyntaxProblem, parse_formula

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vvoptimize.errors import Problems, Span
    from vvoptimize.ruleset.file import RulesFile
    from vvoptimize.ruleset.units import Unit
    from vvoptimize.source import Document, FormulaSource
    from vvoptimize.source.tree import Path as Where


@record
class ReadFile:
    """One rules file with its positions."""

    document: Document
    file: RulesFile


@record
class Checked:
    """A formula with what it gives and what it reads.

    Attributes
    ----------
    amount_unit
        The one unit in which a truth compares, None when there is not just one.
    """

    formula: Formula
    shape: Shape
    reads: frozenset[str]
    amount_unit: Unit | None

    @property
    def span(self) -> Span:
        """Where the formula starts."""
        return self.formula.span(self.formula.tree.at)


def parse_source(source: FormulaSource, problems: Problems) -> Formula | None:
    """Parse one formula; None when it cannot be read, which is then reported."""
    if source.problem is not None:
        problems.append(source.problem)
        return None
    try:
        return Formula(parse_formula(source.text), source)
    except SyntaxProblem as problem:
        problems.add(problem.code, source.span(problem.offset), **problem.values)
        return None


def variables_of(for_each: Mapping[str, str]) -> tuple[Variable, ...]:
    """Give the index variables of an entry."""
    return tuple(Variable(name, set_name) for name, set_name in for_each.items())


class FormulaReader:
    """Reads and checks the formulas of rule files against one table of names."""

    def __init__(self, names: Names, problems: Problems) -> None:
        self._names = names
        self._problems = problems

    def parse(self, read: ReadFile, where: Where) -> Formula | None:
        """Parse the formula at a place; None when there is none or it is unreadable."""
        source = read.document.formula(where)
        return None if source is None else parse_source(source, self._problems)

    def number(self, formula: Formula, variables: tuple[Variable, ...]) -> Checked:
        """Check a formula that must give a number."""
        checker = Checker(self._names, formula, variables, self._problems)
        return _checked(formula, checker, checker.number())

    def truth(self, formula: Formula, variables: tuple[Variable, ...]) -> Checked:
        """Check a formula that must be true or false."""
        checker = Checker(self._names, formula, variables, self._problems)
        return _checked(formula, checker, checker.truth())

    def check_variables(
        self, read: ReadFile, variables: tuple[Variable, ...], where: Where
    ) -> None:
        """Refuse index variables over no set, or with a name that is not theirs."""
        for variable in variables:
            at = read.document.span((*where, "for_each", variable.name))
            self._names.check_set(variable.set_name, at, self._problems)
            if self._names.hidden_by(variable.name):
                span = read.document.key_span((*where, "for_each", variable.name))
                self._problems.add("VV342", span, name=variable.name)

    def data_only(self, checked: Checked | None) -> Checked | None:
        """Refuse a decision in a formula that must rest on data and parameters."""
        if checked is not None and checked.shape.decides is not None:
            decision = checked.shape.decides
            self._problems.add("VV343", checked.span, decision=decision)
        return checked

    def same_unit(
        self, code: str, span: Span, checked: Checked, unit: Unit, **values: str
    ) -> None:
        """Report a unit that is not the one wanted; a literal zero fits any."""
        shape = checked.shape
        if shape.kind is not Kind.BROKEN and shape.unit not in (None, unit):
            seen, wanted = str(shape.unit), str(unit)
            self._problems.add(code, span, seen=seen, wanted=wanted, **values)


def _checked(formula: Formula, checker: Checker, shape: Shape) -> Checked:
    units = set(checker.compared)
    unit = units.pop() if len(units) == 1 else None
    return Checked(formula, shape, frozenset(checker.reads), unit)
