"""What each stage of the search found and proved: plain data, no solver object."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vvoptimize.scenario.exact import Exact


MOST_WORKERS = 256


class Outcome(StrEnum):
    """Outcome of a search or of one of its stages."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"  # an assignment, but not proved best
    INFEASIBLE = "infeasible"  # proved: no assignment keeps every required rule
    UNKNOWN = "unknown"  # nothing found and nothing proved, or a figure is missing


class StageKind(StrEnum):
    """What a stage asks for."""

    REQUIRE = "require"
    DECIDED = "decided"  # as few required rule instances undecided as possible
    PREFER = "prefer"
    LEXIMIN = "leximin"
    MINIMISE = "minimise"
    MAXIMISE = "maximise"
    TIE_BREAK = "tie-break"


class Stop(StrEnum):
    """Why a search ended."""

    PROVED = "proved"
    TIME = "time"
    WORK = "work"  # the limit on deterministic work
    INTERRUPTED = "interrupted"


@dataclass(frozen=True, slots=True)
class PartyValue:
    """What one party gets in a leximin stage, in the objective's unit."""

    at: tuple[tuple[str, str], ...]
    value: Exact


@dataclass(frozen=True, slots=True)
class StageResult:
    """One stage: what was asked, what was reached, and what was proved.

    Attributes
    ----------
    stage_id
        Id of the objective or soft rule, or of the built-in stage.
    value
        What the assignment reaches, in `unit`; for leximin the worst-off party's.
    bound
        What no assignment can better, in `unit`; equal to `value` when proved; None if
        nothing is proved, and with a step: then that is proved, not the value.
    parties
        Leximin only: each party's value, worst off first.
    ranks_proved
        Leximin only: how many ranks, from the worst off, are proved.
    step
        Differences below it did not count; None when every difference does.
    solves
        How many times the solver was asked.
    missing
        Figures whose absence kept the stage from being posed.
    """

    stage_id: str
    kind: StageKind
    outcome: Outcome
    unit: str = "1"
    value: Exact | None = None
    bound: Exact | None = None
    parties: tuple[PartyValue, ...] = ()
    ranks_proved: int = 0
    step: Exact | None = None
    solves: int = 0
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Limits:
    """How long to search, and how.

    Attributes
    ----------
    seconds
        Wall-clock limit over all stages; None for no limit.
    work
        Limit in the solver's deterministic units over all stages; None for no limit.
        Unlike seconds, it stops at the same place on every machine.
    workers
        Solver threads.
    seed
        Seed of the solver's random choices. A proved answer does not depend on it.
    """

    seconds: float | None = None
    work: float | None = None
    workers: int = 1
    seed: int = 0

    def __post_init__(self) -> None:
        """Refuse what no search could keep."""
        for name, limit in (("seconds", self.seconds), ("work", self.work)):
            if limit is not None and not 0 <= limit < float("inf"):
                message = f"{name} must be a number, not negative, got {limit}"
                raise ValueError(message)
        if not 1 <= self.workers <= MOST_WORKERS or not 0 <= self.seed < 2**31:
            message = f"workers {self.workers} or seed {self.seed} is out of range"
            raise ValueError(message)
