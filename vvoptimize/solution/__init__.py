"""Answers: an assignment judged, and what the search for it proved.

Plain data throughout.
"""

from vvoptimize.solution.assessed import (
    Assessed,
    assess,
    case_shortfall,
    judge,
    total_shortfall,
)
from vvoptimize.solution.recheck import confirm
from vvoptimize.solution.solution import Solution
from vvoptimize.solution.stages import (
    Limits,
    Outcome,
    PartyValue,
    StageKind,
    StageResult,
    Stop,
)

__all__ = [
    "Assessed",
    "Limits",
    "Outcome",
    "PartyValue",
    "Solution",
    "StageKind",
    "StageResult",
    "Stop",
    "assess",
    "case_shortfall",
    "confirm",
    "judge",
    "total_shortfall",
]
