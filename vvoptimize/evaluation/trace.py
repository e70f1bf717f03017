"""How a number arose: plain data, from a rule instance down to single decisions."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, assert_never

from vvoptimize.classes import record
from vvoptimize.ruleset.arithmetic import ratio
from vvoptimize.ruleset.atoms import AtomKind
from vvoptimize.ruleset.ground import (
    Affine,
    Cell,
    Certain,
    Comparison,
    Conjunction,
    Disjunction,
    Greatest,
    Leaf,
    Least,
    Magnitude,
    Negation,
    Test,
    Truth,
    Undetermined,
)
from vvoptimize.ruleset.instances import RuleInstance
from vvoptimize.ruleset.units import PLAIN, Unit
from vvoptimize.ruleset.vocabulary import DECISIONS
from vvoptimize.scenario.exact import Exact, exact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vvoptimize.evaluation.values import Evaluator
    from vvoptimize.ruleset.ground import Unknown
    from vvoptimize.ruleset.grounding import Grounding


class Step(StrEnum):
    """What a line of a trace is."""

    RULE = "rule"  # a rule instance; its value is its margin, or 1 or 0
    MEASURED = "measured"  # the value that a rule limits
    LIMIT = "limit"
    CELL = "cell"  # one value of a measure
    DECISION = "decision"
    DATA = "data"  # the part that no decision changes
    MISSING = "missing"  # figures that nobody has given
    LEAST = "least"
    GREATEST = "greatest"
    MAGNITUDE = "magnitude"
    PART = "part"  # one of the values that a step above compares
    COMPARISON = "comparison"  # the value is compared with zero
    AND = "and"
    OR = "or"
    NOT = "not"
    TRUTH = "truth"  # 1 where true, 0 where false


@record
class TraceLine:
    """One number with those that it arose from.

    Attributes
    ----------
    name
        Id of a rule or measure, name of a decision, or a comparison's relation.
    index
        Elements that `name` is looked up for.
    value
        None is unknown. A truth is 1 or 0.
    coefficient
        What the value counts, where the line above is a sum: the line contributes
        `coefficient * value`.
    formula
        Text of the rule's or measure's formula.
    figures
        The figures that are missing.
    repeated
        Whether the same cell or truth is told in full further up.
    children
        Of a sum, every decision that is not zero, the data, and all else.
    """

    step: Step
    value: Exact | None
    unit: Unit | None = None
    name: str = ""
    index: tuple[str, ...] = ()
    coefficient: Exact = 1
    formula: str | None = None
    figures: tuple[str, ...] = ()
    repeated: bool = False
    children: tuple[TraceLine, ...] = ()


def trace(
    what: RuleInstance | Cell, evaluator: Evaluator, grounding: Grounding
) -> TraceLine:
    """Tell how the value of a rule instance, or of a measure, arose.

    Parameters
    ----------
    what
        Of `grounding.model`; cells are found in its values.
    evaluator
        Holds the assignment.
    """
    tracer = _Tracer(evaluator, grounding)
    return (
        tracer.instance(what) if isinstance(what, RuleInstance) else tracer.cell(what)
    )


class _Tracer:
    def __init__(self, evaluator: Evaluator, grounding: Grounding) -> None:
        self._evaluator = evaluator
        self._atoms = grounding.model.atoms
        self._measures = grounding.rule_set.measures
        self._told: set[Cell | Test] = set()

    def instance(self, instance: RuleInstance) -> TraceLine:
        rule, margin = instance.rule, instance.margin
        truth = _as_number(self._evaluator.truth(instance.test))
        value = truth if margin is None else self._evaluator.value(margin)
        return TraceLine(
            Step.RULE,
            value,
            rule.unit,
            rule.rule_id,
            tuple(element for _, element in instance.at),
            formula=rule.formula.text,
            children=tuple(self._compared(instance)),
        )

    def _compared(self, instance: RuleInstance) -> Iterator[TraceLine]:
        unit = instance.rule.unit
        if instance.measure is None or instance.bound is None:
            yield self._test(instance.test)
        else:
            yield self._sum(Step.MEASURED, instance.measure, unit)
            yield self._sum(Step.LIMIT, instance.bound, unit)

    def cell(self, cell: Cell, coefficient: Exact = 1) -> TraceLine:
        measure = self._measures[cell.measure]
        repeated = cell in self._told
        self._told.add(cell)
        return TraceLine(
            Step.CELL,
            self._evaluator.leaf(cell),
            measure.unit,
            cell.measure,
            cell.index,
            coefficient,
            measure.formula.text,
            repeated=repeated,
            children=() if repeated else self._terms(cell.value, measure.unit),
        )

    def _sum(self, step: Step, value: Affine, unit: Unit | None = None) -> TraceLine:
        known = self._evaluator.value(value)
        return TraceLine(step, known, unit, children=self._terms(value, unit))

    def _terms(self, value: Affine, unit: Unit | None) -> tuple[TraceLine, ...]:
        scale = value.scale
        lines = [
            self._term(leaf, ratio(factor, scale))
            for leaf, factor in value.terms.items()
        ]
        lines = [line for line in lines if line.step is not Step.DECISION or line.value]
        if value.constant or not (value.terms or value.unknown):
            lines.append(TraceLine(Step.DATA, ratio(value.constant, scale), unit))
        lines += [line for term in value.unknown for line in self._missing(term)]
        return tuple(lines)

    def _missing(self, term: Unknown) -> Iterator[TraceLine]:
        """Tell of a missing figure where it counts."""
        if term.leaf is None or self._evaluator.leaf(term.leaf) != 0:
            yield TraceLine(Step.MISSING, None, figures=term.figures)

    def _term(self, leaf: Leaf, coefficient: Exact) -> TraceLine:
        match leaf:
            case int():
                return self._decision(leaf, coefficient)
            case Cell():
                return self.cell(leaf, coefficient)
            case Least(values=values):
                return self._several(Step.LEAST, leaf, coefficient, values)
            case Greatest(values=values):
                return self._several(Step.GREATEST, leaf, coefficient, values)
            case Magnitude(value=inner):
                return self._several(Step.MAGNITUDE, leaf, coefficient, (inner,))
            case Truth(test=test):
                value = self._evaluator.leaf(leaf)
                children = (self._test(test),)
                return TraceLine(
                    Step.TRUTH, value, PLAIN, coefficient=coefficient, children=children
                )
            case _:
                assert_never(leaf)

    def _several(
        self, step: Step, leaf: Leaf, coefficient: Exact, values: tuple[Affine, ...]
    ) -> TraceLine:
        parts = tuple(self._sum(Step.PART, value) for value in values)
        value = self._evaluator.leaf(leaf)
        return TraceLine(step, value, coefficient=coefficient, children=parts)

    def _decision(self, number: int, coefficient: Exact) -> TraceLine:
        atom = self._atoms[number]
        steps = self._evaluator.leaf(number)
        return TraceLine(
            Step.DECISION,
            None if steps is None else exact(Fraction(steps) * atom.step),
            PLAIN if atom.kind is AtomKind.TASK else DECISIONS[atom.kind].unit or PLAIN,
            atom.kind.value,
            atom.index,
            exact(Fraction(coefficient) / atom.step),
        )

    def _test(self, test: Test) -> TraceLine:
        step, name = _NAMES[type(test)], ""
        value = _as_number(self._evaluator.truth(test))
        figures = test.figures if isinstance(test, Undetermined) else ()
        if isinstance(test, Comparison):
            name = test.relation.value
        repeated = test in self._told
        self._told.add(test)
        children = () if repeated else self._inside(test)
        return TraceLine(
            step,
            value,
            name=name,
            figures=figures,
            repeated=repeated,
            children=children,
        )

    def _inside(self, test: Test) -> tuple[TraceLine, ...]:
        match test:
            case Comparison(value=compared):
                return (self._sum(Step.PART, compared),)
            case Conjunction(tests=tests) | Disjunction(tests=tests):
                return tuple(self._test(part) for part in tests)
            case Negation(test=inner):
                return (self._test(inner),)
            case Certain() | Undetermined():
                return ()
            case _:
                assert_never(test)


_NAMES: dict[type[Test], Step] = {
    Comparison: Step.COMPARISON,
    Conjunction: Step.AND,
    Disjunction: Step.OR,
    Negation: Step.NOT,
    Certain: Step.DATA,
    Undetermined: Step.MISSING,
}


def _as_number(truth: bool | None) -> Exact | None:
    return None if truth is None else int(truth)
