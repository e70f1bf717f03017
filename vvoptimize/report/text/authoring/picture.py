"""A formula with the value under each of its parts, as power asserts draw it.

Every value hangs from the column of the part that it is the value of; one that finds no
room on a line hangs lower, by a stroke.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from vvoptimize.report.layout import width_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Mark: TypeAlias = tuple[int, str]
"""A column, and what hangs from it."""

STROKE = "|"


def drawn(text: str, marks: Sequence[Mark], width: int) -> list[str]:
    r"""Draw a formula in lines no wider than a page.

    Parameters
    ----------
    marks
        Offsets in the text with what to write there, in order.

    Examples
    --------
    >>> print("\n".join(drawn("a >= b", [(0, "1"), (2, "false"), (5, "2")], 40)))
    a >= b
    | |  |
    1 |  2
      false
    """
    lines: list[str] = []
    for start, line in _lines(text, width):
        end = start + len(line)
        own = [(at - start, told) for at, told in marks if start <= at < end]
        lines += [line.rstrip(), *_hung(own)]
    return lines


def _lines(text: str, width: int) -> Iterator[tuple[int, str]]:
    """Break a text at its own line ends, and at spaces where a line is too wide."""
    start = 0
    for line in text.split("\n"):
        rest, at = line.rstrip(), start
        while len(rest) > width:
            cut = rest.rfind(" ", 1, width) + 1 or width
            yield at, rest[:cut]
            rest, at = rest[cut:], at + cut
        if rest:
            yield at, rest
        start += len(line) + 1


def _hung(marks: Sequence[Mark]) -> list[str]:
    """Hang values from their columns, those to the right first."""
    if not marks:
        return []
    rows: list[dict[int, str]] = []
    for at, told in reversed(marks):
        depth = next(
            (n for n, row in enumerate(rows) if _fits(at, told, row)), len(rows)
        )
        if depth == len(rows):
            rows.append({})
        for row in rows[:depth]:
            row.setdefault(at, STROKE)
        rows[depth][at] = told
    strokes = dict.fromkeys((at for at, _ in marks), STROKE)
    return [_written(row) for row in (strokes, *rows)]


def _fits(at: int, told: str, row: dict[int, str]) -> bool:
    """Tell whether there is room up to what hangs next to the right."""
    right = min((other for other in row if other >= at), default=None)
    return right is None or at + width_of(told) < right


def _written(row: dict[int, str]) -> str:
    line = ""
    for at in sorted(row):
        line += " " * (at - len(line)) + row[at]
    return line
