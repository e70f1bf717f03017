"""Where something stands in a file, from its first character to its last."""

from __future__ import annotations

from vvoptimize.classes import NamedTuple


class Place(NamedTuple):
    """A stretch of a file.

    Attributes
    ----------
    line, column, end_line, end_column
        Counted from 1, columns in characters; the end is just after the last one.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
