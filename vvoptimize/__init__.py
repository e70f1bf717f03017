"""Which municipality hosts which shared service: decided by rules, proved, re-checked.

>>> import vvoptimize
>>> scenario = vvoptimize.read_scenario("scenarios/tiny.yaml")
>>> solution = vvoptimize.solve(scenario)
>>> print(solution.summary())  # doctest: +SKIP
>>> vvoptimize.check(scenario, "today")  # doctest: +SKIP
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from vvoptimize.api import (
        Assessed,
        Assignment,
        InfeasibleError,
        InputError,
        InternalError,
        Limits,
        NoIncumbentError,
        Outcome,
        Problem,
        ScenarioFile,
        Solution,
        Span,
        StageResult,
        VVError,
        check,
        evaluate,
        named_assignment,
        parse_assignment,
        parse_rules,
        parse_scenario,
        read_rules,
        read_scenario,
        solve,
    )

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
    "__version__",
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


def __getattr__(name: str) -> object:
    """Load the public functions when one is first asked for.

    The command line starts fast.
    """
    if name in __all__:
        return getattr(import_module("vvoptimize.api"), name)
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
