"""A rule set unrolled over a scenario: every ground case, ready for either reading."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from vvoptimize.classes import NamedTuple, node
from vvoptimize.ruleset.arithmetic import as_affine

if TYPE_CHECKING:
    from vvoptimize.ruleset.atoms import Atom
    from vvoptimize.ruleset.compile import Value
    from vvoptimize.ruleset.ground import Affine, Test
    from vvoptimize.ruleset.rules import Objective, Rule, RuleException
    from vvoptimize.ruleset.waivers import Waiver
    from vvoptimize.scenario.exact import Exact

At: TypeAlias = tuple[tuple[str, str], ...]
"""Which case: pairs of index variable and element, in the order of `for_each`."""


STEP, STEPS = "step", "steps"
"""In a plan in steps the last pair of a case says at which of them."""


def step_of(at: At) -> str | None:
    """Give the step that a case is at; None without steps."""
    return at[-1][1] if at and at[-1][0] == STEP else None


def without_step(at: At) -> At:
    """Give a case whatever its step."""
    return at if step_of(at) is None else at[:-1]


class Sides(NamedTuple):
    """What the instances of a rule with a limit compare: functions of their case."""

    measure: Value
    limit: Value


@node
class Relaxation:
    """What is left to ask of a case whose shortfall a waiver covers.

    Attributes
    ----------
    test
        True where the case holds, or falls short by no more than is covered.
    margin
        What is left of what is covered; None where there is no amount.
    """

    waiver: Waiver
    test: Test
    margin: Affine | None


@node
class RuleInstance:
    """One ground case of a rule.

    Attributes
    ----------
    test
        True where the rule holds.
    margin
        Distance to the limit in the rule's unit, at or above zero where the rule holds;
        None for a rule whose truth has no amount.
    sides
        For a rule written with `measure`: what `measure` and `bound` are worked out by
        when they are asked for, which a search does not do.
    relaxation
        What a waiver leaves of it; None where there is no waiver.
    """

    rule: Rule
    at: At
    test: Test
    margin: Affine | None
    sides: Sides | None = None
    relaxation: Relaxation | None = None

    @property
    def binding(self) -> Test:
        """True where the case is kept, or its waiver covers what it lacks."""
        return self.test if self.relaxation is None else self.relaxation.test

    @property
    def measure(self) -> Affine | None:
        """What is compared, for a rule written with `measure`."""
        sides = self.sides
        return None if sides is None else as_affine(sides.measure(dict(self.at)))

    @property
    def bound(self) -> Affine | None:
        """The limit it is compared with."""
        sides = self.sides
        return None if sides is None else as_affine(sides.limit(dict(self.at)))


@node
class ExceptedInstance:
    """One ground case of a rule, of which the agreement itself asks nothing."""

    rule: Rule
    at: At
    exception: RuleException


@node
class Party:
    """One of those whose values an objective compares."""

    at: At
    value: Affine


@node
class GroundObjective:
    """An objective with its parties; one party for `minimise` and `maximise`."""

    objective: Objective
    parties: tuple[Party, ...]
    step: Exact | None


@node
class TieBreak:
    """Values to make as small as possible, the first before the second, and so on.

    Attributes
    ----------
    missing
        Figures that nobody has given: what rests on them is left out of the values.
    """

    tie_break_id: str
    digits: tuple[Affine, ...]
    unit: str = "1"
    missing: tuple[str, ...] = ()


@node
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
    first
        Values to make as small as possible before any wish or objective: how much of
        what is decided already would change.
    steps
        Ids of the steps that rules are asked at, in order; none without steps.
    """

    atoms: tuple[Atom, ...]
    structure: tuple[Test, ...]
    instances: tuple[RuleInstance, ...]
    objectives: tuple[GroundObjective, ...]
    tie_breaks: tuple[TieBreak, ...]
    excepted: tuple[ExceptedInstance, ...] = ()
    first: tuple[TieBreak, ...] = ()
    steps: tuple[str, ...] = ()
