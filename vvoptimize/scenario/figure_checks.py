"""Checks of single figures: unit, sign, range, and that they are accounted for."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from vvoptimize.errors import listed
from vvoptimize.scenario.exact import exact_text
from vvoptimize.scenario.figure import FoundedFigure, Quality
from vvoptimize.scenario.figures import Where, walk_figures

if TYPE_CHECKING:
    from vvoptimize.scenario.checking import Checks

NEED_SOURCE = (Quality.OFFICIAL, Quality.REPORTED)


def check_figures(checks: Checks) -> None:
    """Check every figure of the scenario."""
    for where, figure, unit in walk_figures(checks.scenario):
        check_figure(checks, where, figure, unit)


def check_figure(
    checks: Checks, where: Where, figure: FoundedFigure, unit: str | None
) -> None:
    """Check one figure; `unit` is None where rules know it."""
    if figure.is_plain and not _is_negative(figure):
        return
    _check_unit(checks, where, figure, unit)
    _check_sign(checks, where, figure, unit)
    _check_range(checks, where, figure)
    _check_quality(checks, where, figure)
    if figure.source is not None:
        known = checks.scenario.sources
        checks.known("VV205", (*where, "source"), figure.source, known)


def _is_negative(figure: FoundedFigure) -> bool:
    # Comparing fractions is slow.
    return figure.value is not None and figure.value.numerator < 0


def _check_unit(
    checks: Checks, where: Where, figure: FoundedFigure, unit: str | None
) -> None:
    if unit is not None and figure.unit not in (None, unit):
        name = checks.name_of(where)
        at = (*where, "unit")
        checks.add("VV224", at, where=name, unit=figure.unit, wanted=unit)


def _check_sign(
    checks: Checks, where: Where, figure: FoundedFigure, unit: str | None
) -> None:
    """Refuse negative figures, save in inputs, whose meaning is the rules' own."""
    if unit is None:
        return
    for key in ("value", "low", "high"):
        number = getattr(figure, key)
        if number is not None and number < 0:
            name = checks.name_of(where)
            checks.add("VV221", (*where, key), where=name, value=exact_text(number))


def _check_range(checks: Checks, where: Where, figure: FoundedFigure) -> None:
    numbers = {"low": figure.low, "value": figure.value, "high": figure.high}
    known = [(key, number) for key, number in numbers.items() if number is not None]
    for (key, number), (next_key, larger) in pairwise(known):
        if number > larger:
            checks.add(
                "VV220",
                (*where, key),
                where=checks.name_of(where),
                smaller=key,
                larger=next_key,
                saw=exact_text(number),
                limit=exact_text(larger),
            )


def _check_quality(checks: Checks, where: Where, figure: FoundedFigure) -> None:
    at = (*where, "quality")
    if figure.quality is Quality.ASSUMED:
        needed = {"low": figure.low, "high": figure.high, "reason": figure.reason}
        missing = [key for key, value in needed.items() if value is None]
        if missing:
            name = checks.name_of(where)
            checks.add("VV222", at, where=name, missing=listed(missing))
    elif figure.quality in NEED_SOURCE and figure.source is None:
        name = checks.name_of(where)
        checks.add("VV223", at, where=name, quality=figure.quality)
