"""The answer of a search."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vvoptimize.scenario.exact import exact_text

if TYPE_CHECKING:
    from vvoptimize.assignment import Assignment
    from vvoptimize.fairness import FairnessMetrics
    from vvoptimize.scenario.exact import Exact
    from vvoptimize.solution.assessed import Assessed
    from vvoptimize.solution.doubts import Doubt
    from vvoptimize.solution.stages import Limits, Outcome, StageResult, Stop


@dataclass(frozen=True)
class Solution:
    """The best assignment found, judged again, and what was proved of it.

    Attributes
    ----------
    outcome
        `optimal` only when every stage was posed and proved.
    others
        The scenario's named assignments, judged by the same rules.
    doubts
        What lacks a figure in some assignment that keeps the binding rules; empty where
        no stage was held up by one.
    seconds
        Wall-clock time of the search: the only part that differs from run to run.
    """

    assessed: Assessed
    outcome: Outcome
    stop: Stop
    stages: tuple[StageResult, ...]
    limits: Limits
    others: tuple[Assessed, ...]
    doubts: tuple[Doubt, ...]
    solves: int
    seconds: float

    @property
    def assignment(self) -> Assignment:
        """Who hosts what."""
        return self.assessed.assignment

    @property
    def fairness(self) -> FairnessMetrics | None:
        """How evenly the change in workplaces is spread.

        None when some change is unknown.
        """
        return self.assessed.fairness

    def summary(self) -> str:
        """Tell the answer in a few lines of plain English: outcome, stages.

        Municipalities.
        """
        return "\n".join(
            [self._heading(), *self._stage_lines(), *self._municipality_lines()]
        )

    def _heading(self) -> str:
        scenario = self.assessed.grounding.scenario
        return f"{scenario.id}: {self.outcome.value} ({self.stop.value})"

    def _stage_lines(self) -> list[str]:
        return [
            f"  {stage.stage_id}: {stage.outcome.value}, "
            f"{_told(stage.value)} (bound {_told(stage.bound)}) {stage.unit}"
            for stage in self.stages
        ]

    def _municipality_lines(self) -> list[str]:
        return [
            f"  {row.municipality}: hosts {', '.join(row.hosts) or '-'}; "
            f"workplaces {_told(row.workplaces_before)}"
            f" -> {_told(row.workplaces_after)} FTE"
            for row in self.assessed.municipalities
        ]


def _told(value: Exact | None) -> str:
    return "unknown" if value is None else exact_text(value)
