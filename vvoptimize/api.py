"""The public functions; imported through the package itself."""

from __future__ import annotations

from vvoptimize.assignment import Assignment, named_assignment, parse_assignment
from vvoptimize.errors import (
    InfeasibleError,
    InputError,
    InternalError,
    NoIncumbentError,
    Problem,
    Span,
    VVError,
)
from vvoptimize.optimize import check, evaluate, solve
from vvoptimize.ruleset.reading import parse_rules, read_rules
from vvoptimize.scenario.reading import ScenarioFile, parse_scenario, read_scenario
from vvoptimize.solution.assessed import Assessed
from vvoptimize.solution.solution import Solution
from vvoptimize.solution.stages import Limits, Outcome, StageResult

__all__ = [
    "Assessed",
    "Assignment",
    "InfeasibleError",
    "InputError",
    "InternalError",
    "Limits",
    "NoIncumbentError",
    "Outcome",
    "Problem",
    "ScenarioFile",
    "Solution",
    "Span",
    "StageResult",
    "VVError",
    "check",
    "evaluate",
    "named_assignment",
    "parse_assignment",
    "parse_rules",
    "parse_scenario",
    "read_rules",
    "read_scenario",
    "solve",
]
