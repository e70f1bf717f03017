"""A scenario as its figures are on a day: some are known to become others later."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeVar

from vvoptimize.scenario.changed import changed
from vvoptimize.scenario.figure import Figure, FoundedFigure
from vvoptimize.scenario.figures import walk_timed
from vvoptimize.scenario.parts import Part

if TYPE_CHECKING:
    from vvoptimize.scenario.model import Scenario

T = TypeVar("T")


def scenario_on(scenario: Scenario, day: str) -> Scenario:
    """Give a scenario with the figures that hold on a day."""
    return _on(scenario, day) if any(walk_timed(scenario)) else scenario


def figure_on(figure: Figure, day: str) -> Figure:
    """Give the figure that holds on a day: the last that has begun by then."""
    begun = [later for later in figure.later if later.from_ <= day]
    if not begun:
        return figure
    own = {name: getattr(begun[-1], name) for name in FoundedFigure.model_fields}
    return changed(figure, **own, later=())


def _on(value: T, day: str) -> T:
    """Give a part of a scenario on a day; the same one where nothing changes."""
    if isinstance(value, Figure):
        return figure_on(value, day)  # type: ignore[return-value]
    if isinstance(value, Part):
        inside = {name: getattr(value, name) for name in type(value).model_fields}
        after = {name: _on(part, day) for name, part in inside.items()}
        moved = {n: part for n, part in after.items() if part is not inside[n]}
        return changed(value, **moved) if moved else value
    if isinstance(value, Mapping):
        table = {key: _on(part, day) for key, part in value.items()}
        same = all(table[key] is part for key, part in value.items())
        return value if same else table  # type: ignore[return-value]
    if isinstance(value, tuple):
        parts = tuple(_on(part, day) for part in value)
        same = all(a is b for a, b in zip(parts, value, strict=True))
        return value if same else parts  # type: ignore[return-value]
    return value
