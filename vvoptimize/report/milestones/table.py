"""Milestones as CSV (RFC 4180): when each service starts, and with which host."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from vvoptimize.report.layout import safe
from vvoptimize.report.text.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vvoptimize.report.model import AssessmentPart, ScenarioPart

HEADER = (
    *("service", "name", "host", "step", "date", "taken"),
    *("host_name", "step_name"),
)
# A spreadsheet takes what begins so for a formula, the wide forms in some languages.
_FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def table(scenario: ScenarioPart, assessment: AssessmentPart, lang: str) -> str:
    """Write a row per service, in the order of the scenario.

    Ids are those of the scenario, names are in a language, and `taken` is `true` or
    `false`. What starts at no step has neither host nor step.
    """
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(HEADER)
    writer.writerows(_rows(scenario, assessment, lang))
    return file.getvalue()


def _rows(
    scenario: ScenarioPart, assessment: AssessmentPart, lang: str
) -> Iterator[list[str]]:
    voice = Voice(lang, scenario)
    steps = () if assessment.plan is None else assessment.plan.steps
    starts = {
        one.service: (
            *(one.host, step.step, step.date, "true" if step.taken else "false"),
            *(voice.municipality(one.host), voice.step_title(step.step)),
        )
        for step in steps
        for one in step.starts
    }
    for service in scenario.services:
        told = starts.get(service.id, ("",) * 6)
        cells = (service.id, voice.service(service.id), *told)
        yield [guarded(cell) for cell in cells]


def guarded(text: str) -> str:
    """Put a text in one cell, in which a spreadsheet sees no formula.

    Examples
    --------
    >>> guarded("=1+1"), guarded("1+1")
    ("'=1+1", '1+1')
    """
    cell = safe(text)
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
