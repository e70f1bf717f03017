"""A rule set unrolled over a scenario: every ground case, ready for either reading."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from vvoptimize.ruleset.atoms import Atom
    from vvoptimize.ruleset.ground import Affine, Test
    from vvoptimize.ruleset.rules import Objective, Rule, RuleException
    from vvoptimize.scenario.exact import Exact

At: TypeAlias = tuple[tuple[str, str], ...]
"""Which case: pairs of index variable and element, in the order of `for_each`."""


@dataclass(frozen=True, slots=True, eq=False)
class RuleInstance:
    """One ground case of a rule.

    Attributes
    ----------
    test
        True where the rule holds.
    margin
        Distance to the limit in the rule's unit, at or above zero where the rule holds;
        None for a rule whose truth has no amount.
    measure, bound
        What is compared with what, for a rule written with `measure`.
    """

    rule: Rule
    at: At
    test: Test
    margin: Affine | None
    measure: Affine | None = None
    bound: Affine | None = None


@dataclass(frozen=True, slots=True, eq=False)
class ExceptedInstance:
    """One ground case of a rule, of which the agreement itself asks nothing."""

    rule: Rule
    at: At
    exception: RuleException


@dataclass(frozen=True, slots=True, eq=False)
class Party:
    """One of those whose values an objective compares."""

    at: At
    value: Affine


@dataclass(frozen=True, slots=True, eq=False)
class GroundObjective:
    """An objective with its parties; one party for `minimise` and `maximise`."""

    objective: Objective
    parties: tuple[Party, ...]
    step: Exact | None


@dataclass(frozen=True, slots=True, eq=False)
class TieBreak:
    """Values to make as small as possible, the first before the second, and so on."""

    tie_break_id: str
    digits: tuple[Affine, ...]
    unit: str = "1"


@dataclass(frozen=True, slots=True, eq=False)
class GroundModel:
    """All that a reading needs to know.

    Attributes
    ----------
    structure
        Truths of every assignment, whatever the rules say (one host where joint, ...).
    excepted
        Cases of which nothing is asked: the agreement itself excepts them.
    tie_breaks
        Make the optimum unique; in order, after the last objective.
    """

    atoms: tuple[Atom, ...]
    structure: tuple[Test, ...]
    instances: tuple[RuleInstance, ...]
    objectives: tuple[GroundObjective, ...]
    tie_breaks: tuple[TieBreak, ...]
    excepted: tuple[ExceptedInstance, ...] = ()
