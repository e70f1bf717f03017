"""Numbers that the solver could not hold: refused in front of both readings."""

from __future__ import annotations

from itertools import chain
from math import lcm
from typing import TYPE_CHECKING, assert_never

from vvoptimize.errors import Problems
from vvoptimize.ruleset.ground import (
    Affine,
    Certain,
    Comparison,
    Conjunction,
    Disjunction,
    Negation,
    Test,
    Undetermined,
)
from vvoptimize.ruleset.intervals import LARGEST, Intervals, common
from vvoptimize.ruleset.rules import RuleKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vvoptimize.ruleset.instances import GroundModel
    from vvoptimize.ruleset.rules import Formula


def check_magnitudes(model: GroundModel) -> None:
    """Refuse a formula whose values may not fit whole numbers below 2^62.

    Raises
    ------
    InputError
        Naming each formula at fault, once.
    """
    intervals = Intervals([atom.upper for atom in model.atoms])
    problems = Problems()
    at_fault: set[int] = set()
    for formula, values in chain(_values(model), _together(model)):
        if id(formula) not in at_fault and not _fit(values, intervals):
            at_fault.add(id(formula))
            problems.add("VV353", formula.span(formula.tree.at))
    problems.raise_if_any()


def _fit(values: tuple[Affine, ...], intervals: Intervals) -> bool:
    """Tell whether values fit, added up over their common denominator."""
    if _surely_fit(values, intervals):
        return True
    parts = common([intervals.of(value) for value in values])
    limit = LARGEST if len(parts) == 1 else LARGEST // 2
    return sum(part.reach for part in parts) < limit


def _surely_fit(values: tuple[Affine, ...], intervals: Intervals) -> bool:
    """Tell whether values fit by far, as nearly all do: fast."""
    if not all(value.plain for value in values):
        return False
    scale = lcm(*{value.scale for value in values})
    reach = sum(map(intervals.at_most, values))
    return reach * scale < LARGEST // 2


def _together(model: GroundModel) -> Iterator[tuple[Formula, tuple[Affine, ...]]]:
    """Give what a stage compares or adds up: parties, and cases of a soft rule."""
    soft: dict[str, tuple[Formula, list[Affine]]] = {}
    for instance in model.instances:
        rule = instance.rule
        if rule.kind is RuleKind.PREFER and instance.margin is not None:
            known = soft.setdefault(rule.rule_id, (rule.formula, []))
            known[1].append(instance.margin)
    for formula, margins in soft.values():
        yield formula, tuple(margins)
    for objective in model.objectives:
        parties = tuple(party.value for party in objective.parties)
        if objective.step is None:  # with a step, each party is counted by itself
            yield objective.objective.formula, parties


def _values(model: GroundModel) -> Iterator[tuple[Formula, tuple[Affine, ...]]]:
    seen: set[Test] = set()
    for instance in model.instances:
        if instance.margin is not None:
            yield instance.rule.formula, (instance.margin,)
        if instance.sides is None:  # else the margin is all that it compares
            for value in _compared(instance.test, seen):
                yield instance.rule.formula, (value,)
        if instance.relaxation is not None:
            for value in _compared(instance.relaxation.test, seen):
                yield instance.rule.formula, (value,)
    for objective in model.objectives:
        for party in objective.parties:
            yield objective.objective.formula, (party.value,)


def _compared(test: Test, seen: set[Test]) -> Iterator[Affine]:
    """Give every value that a test compares with zero, save in tests seen before."""
    if test in seen:
        return
    seen.add(test)
    match test:
        case Comparison(value=value):
            yield value
        case Conjunction(tests=tests) | Disjunction(tests=tests):
            for inner in tests:
                yield from _compared(inner, seen)
        case Negation(test=inner):
            yield from _compared(inner, seen)
        case Certain() | Undetermined():
            return
        case _:
            assert_never(test)
