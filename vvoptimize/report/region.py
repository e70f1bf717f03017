"""Municipalities as rows of a report, and their sums."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.evaluation.municipalities import sum_known
from vvoptimize.report.model import MunicipalityRow, TotalsPart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vvoptimize.evaluation.municipalities import MunicipalityOutcome


def municipality_row(outcome: MunicipalityOutcome) -> MunicipalityRow:
    """Give one municipality as it was measured."""
    return MunicipalityRow(
        municipality=outcome.municipality,
        hosts=outcome.hosts,
        workplaces_before=outcome.workplaces_before,
        workplaces_after=outcome.workplaces_after,
        workplaces_change=outcome.change,
        employed_before=outcome.employed_before,
        employed_after=outcome.employed_after,
        pays_today=outcome.paid_before,
        pays=outcome.pays,
        gains=outcome.gains,
        travel=outcome.travel,
        farthest=outcome.farthest,
    )


def totals_of(rows: Sequence[MunicipalityRow]) -> TotalsPart:
    """Add up all municipalities."""
    columns = TotalsPart._fields
    return TotalsPart(*(sum_known(getattr(m, name) for m in rows) for name in columns))
