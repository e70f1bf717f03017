"""Milestones in each format, by the ending of the file they go to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.report.milestones.calendar import calendar
from vvoptimize.report.milestones.table import table

if TYPE_CHECKING:
    from vvoptimize.report.model import AssessmentPart, ScenarioPart

_FORMATS = {".csv": table, ".ics": calendar}


def render_milestones(
    ending: str, scenario: ScenarioPart, assessment: AssessmentPart, lang: str
) -> str:
    """Write the milestones of a plan in steps.

    Parameters
    ----------
    ending
        `.csv` or `.ics`.

    Returns
    -------
    str
        The whole file, with the line breaks that its format asks for.
    """
    return _FORMATS[ending](scenario, assessment, lang)
