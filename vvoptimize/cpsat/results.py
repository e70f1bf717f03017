"""What a search hands back: plain data, so reading it does not load the solver."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.classes import record

if TYPE_CHECKING:
    from vvoptimize.ruleset.atoms import Values
    from vvoptimize.ruleset.instances import RuleInstance
    from vvoptimize.scenario.exact import Exact
    from vvoptimize.solution.doubts import Doubt
    from vvoptimize.solution.stages import Outcome, StageKind, StageResult, Stop


@record
class Progress:
    """How far a search has come; told when a stage starts and after every solve.

    Attributes
    ----------
    stage, stages
        Number of the stage, from 1, and how many there are.
    ranks_proved, ranks
        Leximin only: how many parties, from the worst off, are proved, of how many.
    """

    stage_id: str
    kind: StageKind
    stage: int
    stages: int
    solves: int
    seconds: float
    ranks_proved: int = 0
    ranks: int = 0


@record
class Statistics:
    """What a search cost.

    Attributes
    ----------
    work
        In the solver's deterministic units.
    seconds
        Wall-clock time: the only number here that differs from run to run.
    """

    solves: int
    work: float
    seconds: float


@record
class SearchResult:
    """The answer of a search.

    Attributes
    ----------
    values
        The best assignment found, one whole number for each atom; None when none was.
    outcome
        `optimal` when every stage was posed and proved, and no required case is left
        open for want of a figure.
    doubts
        What lacks a figure in some assignment; empty where no stage was held up by one.
    """

    values: Values | None
    outcome: Outcome
    stop: Stop
    stages: tuple[StageResult, ...]
    doubts: tuple[Doubt, ...]
    statistics: Statistics


@record
class Conflict:
    """Required rule instances that no assignment keeps together.

    Attributes
    ----------
    instances
        In file order; empty when no assignment exists at all, whatever the rules.
    needs
        For each instance the least shortfall it has when all the others are kept, in
        its rule's unit; None where the rule has no amount or the least is not proved.
    minimal
        Proved: without any one of them the others can be kept.
    """

    instances: tuple[RuleInstance, ...]
    needs: tuple[Exact | None, ...]
    minimal: bool
    statistics: Statistics
