"""Plain text in columns: lines never run wider than the page, and break between words.

There are no lines to draw: columns are told apart by space, and verdicts are words, so
that the text reads well in a pipe and in a screen reader. A table that is too wide
becomes a list.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from vvoptimize.classes import NamedTuple
from vvoptimize.errors.text import visible

DEFAULT_WIDTH = 80
# Before it, every letter takes one column: nearly every text needs no closer look.
_NOT_ONE = re.compile("[^\u0000-\u02ff]")
LOWEST_WIDTH, HIGHEST_WIDTH = 40, 100
GAP = 2
SHORT = 8
# Characters of the longest word that a column of text keeps whole: the first that fits.
WORDS = (24, 16, SHORT)


class Styled(NamedTuple):
    """A text with the name of its style; no style is plain."""

    text: str
    style: str = ""


Line: TypeAlias = tuple[Styled, ...]
Paint: TypeAlias = Callable[[str, str], str]


class Column(NamedTuple):
    """A column's title, and whether it holds numbers: right-aligned and unbroken."""

    title: str
    numeric: bool = False


class Row(NamedTuple):
    """One row of a table, and notes to be told below it."""

    cells: tuple[Styled, ...]
    notes: tuple[str, ...] = ()


def row(*cells: str | Styled, notes: Sequence[str] = ()) -> Row:
    """Make a row of plain or styled cells."""
    styled = (cell if isinstance(cell, Styled) else Styled(cell) for cell in cells)
    return Row(tuple(Styled(safe(c.text), c.style) for c in styled), tuple(notes))


def safe(text: str) -> str:
    """Put a text on one line, with nothing in it that a terminal would obey."""
    return visible(re.sub("[ \t\r\n]+", " ", text).strip(" "))


class Page:
    """Collects lines.

    Parameters
    ----------
    width
        In columns; 80 when unknown, and never under 40 or over 100.
    """

    def __init__(self, width: int | None) -> None:
        wanted = DEFAULT_WIDTH if width is None else width
        self.width = max(LOWEST_WIDTH, min(HIGHEST_WIDTH, wanted))
        self._lines: list[Line] = []

    def title(self, text: str) -> None:
        """Write the title of the whole page."""
        self._wrapped(text, 0, 0, "title")

    def heading(self, text: str) -> None:
        """Write a heading in capitals, with an empty line before it."""
        self.blank()
        self._wrapped(text.upper(), 0, 0, "heading")

    def text(self, text: str, indent: int = 0, style: str = "") -> None:
        """Write a paragraph."""
        self._wrapped(text, indent, indent, style)

    def item(self, text: str, indent: int = 0, style: str = "") -> None:
        """Write one of a list; its further lines are indented."""
        self._wrapped(text, indent, indent + GAP, style)

    def verbatim(self, text: str, indent: int = 0, style: str = "") -> None:
        """Write lines as they stand; one that is too wide breaks between words."""
        for line in map(visible, text.rstrip("\n").split("\n")):
            if indent + width_of(line) <= self.width:
                self._lines.append((Styled(" " * indent), Styled(line, style)))
            else:
                own = len(line) - len(line.lstrip(" "))
                first = min(indent + own, self.width // 2)
                self._wrapped(line, first, first + GAP, style)

    def blank(self) -> None:
        """Write one empty line, unless one is there."""
        if self._lines and self._lines[-1]:
            self._lines.append(())

    def table(self, columns: Sequence[Column], rows: Sequence[Row]) -> None:
        """Write a table, or a list of its cells where the page is too narrow for it."""
        widths = column_widths(columns, rows, self.width)
        if widths is None:
            self._listed(columns, rows)
            return
        titles = tuple(Styled(column.title, "quiet") for column in columns)
        self._columns(columns, widths, titles)
        # Notes stand under the second column where the first is as short as a clause.
        indent = widths[0] + GAP if widths[0] <= SHORT else GAP
        for entry in rows:
            self._columns(columns, widths, entry.cells)
            for note in entry.notes:
                self._wrapped(note, indent, indent + GAP)

    def rendered(self, paint: Paint) -> str:
        """Give all lines as one text.

        Parameters
        ----------
        paint
            Gives a text in a style.
        """
        return "\n".join(_painted(line, paint) for line in self._lines).rstrip("\n")

    def _wrapped(self, text: str, first: int, rest: int, style: str = "") -> None:
        for number, line in enumerate(wrap(safe(text), self.width - max(first, rest))):
            indent = " " * (rest if number else first)
            self._lines.append((Styled(indent), Styled(line, style)))

    def _columns(
        self, columns: Sequence[Column], widths: Sequence[int], cells: Sequence[Styled]
    ) -> None:
        parts = [wrap(c.text, width) for c, width in zip(cells, widths, strict=True)]
        for i in range(max(len(part) for part in parts)):
            line: list[Styled] = []
            for column, width, cell, part in zip(
                columns, widths, cells, parts, strict=True
            ):
                text = part[i] if i < len(part) else ""
                space = " " * (width - width_of(text))
                told = [Styled(text, cell.style), Styled(space)]
                line += reversed(told) if column.numeric else told
                line.append(Styled(" " * GAP))
            self._lines.append(tuple(line))

    def _listed(self, columns: Sequence[Column], rows: Sequence[Row]) -> None:
        for entry in rows:
            first, *others = zip(columns, entry.cells, strict=True)
            self.item(f"{first[0].title}: {first[1].text}")
            for column, cell in others:
                self._wrapped(f"{column.title}: {cell.text}", GAP, 2 * GAP)
            for note in entry.notes:
                self._wrapped(note, GAP, 2 * GAP)


def _painted(line: Line, paint: Paint) -> str:
    """Paint a line's texts; spaces at its end are left out."""
    last = max((i for i, part in enumerate(line) if part.text.strip()), default=-1)
    parts = line[: last + 1]
    return "".join(paint(*part) if part.style else part.text for part in parts)


def column_widths(
    columns: Sequence[Column], rows: Sequence[Row], width: int
) -> list[int] | None:
    """Share out a page's width among columns; None when it is too narrow for them."""
    room = width - GAP * (len(columns) - 1)
    cells = [_widest(rows, i) for i in range(len(columns))]
    for longest in WORDS:
        least = [_least(c, i, rows, longest) for i, c in enumerate(columns)]
        if sum(least) <= room:
            # What is told comes before the titles: those may be broken.
            titles = [width_of(column.title) for column in columns]
            return _widened(_widened(least, cells, room), titles, room)
    return None


def _widened(widths: list[int], wanted: list[int], room: int) -> list[int]:
    """Give what room is left to the columns, to the one that lacks least first."""
    widths = list(widths)
    for i in sorted(range(len(widths)), key=lambda i: wanted[i] - widths[i]):
        widths[i] += max(0, min(wanted[i] - widths[i], room - sum(widths)))
    return widths


def _widest(rows: Sequence[Row], number: int) -> int:
    return max((width_of(entry.cells[number].text) for entry in rows), default=0)


def _least(column: Column, number: int, rows: Sequence[Row], longest: int) -> int:
    """Give the least width that a column has use for."""
    title = max(width_of(part) for part in column.title.split(" "))
    if column.numeric:
        return max(title, _widest(rows, number))
    parts = (part for entry in rows for part in entry.cells[number].text.split(" "))
    return max(title, min(longest, max(map(width_of, parts), default=0)))


def wrap(text: str, width: int) -> list[str]:
    """Break a text between words, and within one only when it alone is too wide."""
    if width_of(text) <= width:
        return [text.lstrip(" ")]
    lines = [""]
    for part in _words(text, width):
        wider = f"{lines[-1]} {part}" if lines[-1] else part
        if width_of(wider) <= width:
            lines[-1] = wider
        else:
            lines.append(part)
    return lines


def _words(text: str, width: int) -> Iterator[str]:
    for part in text.split(" "):
        rest = part
        while width_of(rest) > width:
            cut = max(
                1, next(i for i in range(len(rest)) if width_of(rest[: i + 1]) > width)
            )
            yield rest[:cut]
            rest = rest[cut:]
        yield rest


def width_of(text: str) -> int:
    """Count the columns that a text takes at a terminal."""
    if text.isascii():
        return len(text)
    others = _NOT_ONE.findall(text)
    return len(text) - len(others) + sum(map(_columns_of, others))


def _columns_of(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
