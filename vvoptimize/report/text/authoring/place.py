"""A place in a file, as compilers and editors write it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vvoptimize.report.authoring.model import PlaceRow


def told_place(place: PlaceRow) -> str:
    """Write a place so that it can be followed by what is told of it."""
    return f"{place.path}:{place.line}:{place.column}:"
