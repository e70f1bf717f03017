"""Errors: what is wrong, where, what was wanted, and how to mend it."""

from vvoptimize.errors.exceptions import (
    InfeasibleError,
    InputError,
    InternalError,
    NoIncumbentError,
    VVError,
)
from vvoptimize.errors.problem import Problem, Span
from vvoptimize.errors.problems import Problems
from vvoptimize.errors.suggestion import suggest
from vvoptimize.errors.text import listed, shown, visible

__all__ = [
    "InfeasibleError",
    "InputError",
    "InternalError",
    "NoIncumbentError",
    "Problem",
    "Problems",
    "Span",
    "VVError",
    "listed",
    "shown",
    "suggest",
    "visible",
]
