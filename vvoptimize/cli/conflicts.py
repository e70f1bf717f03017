"""What is printed when no assignment keeps every binding rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.optimize import Infeasible
from vvoptimize.report import conflict_report

if TYPE_CHECKING:
    from vvoptimize.cli.output import Output
    from vvoptimize.errors import InfeasibleError


def told_conflict(error: InfeasibleError, output: Output) -> int:
    """Print the conflict that an error carries, and give its exit code."""
    if isinstance(error.conflict, Infeasible):
        report = conflict_report(error.conflict.grounding, error.conflict.conflict)
        output.write(report)
    return error.exit_code
