"""The text of an agreement, split into its clauses by its own numbering.

A line starts a clause when it starts with a number that can come next: the clause one
further at any level, or the first one below. Numbers in running text, as in a line that
happens to start with a date or an amount, cannot, or are followed by a small letter.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from vvoptimize.classes import NamedTuple
from vvoptimize.errors import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

Number: TypeAlias = tuple[int, ...]

# A single number needs a mark that it is one of a clause: `5.` or `§ 5`.
_START = re.compile(
    r"\s*(?P<sign>§\s*)?(?P<number>\d{1,3}(?:\.\d{1,3})*)(?P<dot>\.?)"
    r"(?:\s+(?P<rest>\S.*))?$"
)
_NAMED = re.compile(r"\d{1,3}(?:\.\d{1,3})*(?![-\w])")
SKIPPED = 5  # numbers that may be missing, as where a clause was taken out


class Line(NamedTuple):
    """A line of the text, with its number from 1."""

    number: int
    text: str


class Clause(NamedTuple):
    """A clause with its own lines, those of the clauses below it apart."""

    number: Number
    lines: tuple[Line, ...]

    @property
    def name(self) -> str:
        """The number as it is written."""
        return ".".join(map(str, self.number))

    @property
    def start(self) -> str:
        """Its first line, without the number."""
        match = _START.match(self.lines[0].text)
        return (match["rest"] or "").strip() if match else ""


class Agreement(NamedTuple):
    """An agreement's clauses in the order of its text."""

    path: str
    clauses: tuple[Clause, ...]

    def within(self, number: Number) -> tuple[Clause, ...]:
        """Give a clause and all below it; nothing when there is no such clause."""
        depth = len(number)
        return tuple(one for one in self.clauses if one.number[:depth] == number)

    def leaves(self) -> tuple[Clause, ...]:
        """Give the clauses that have no clause below them."""
        above = {one.number[:depth] for one in self.clauses for depth in _above(one)}
        return tuple(one for one in self.clauses if one.number not in above)


def _above(clause: Clause) -> range:
    return range(1, len(clause.number))


def number_of(clause: str) -> Number | None:
    """Give the number that the name of a clause starts with.

    Examples
    --------
    >>> number_of("5.6"), number_of("5.6 last sentence"), number_of("preamble")
    ((5, 6), (5, 6), None)
    """
    match = _NAMED.match(clause.strip().removeprefix("§").strip())
    return None if match is None else tuple(map(int, match[0].split(".")))


def split_agreement(text: str, path: str) -> Agreement:
    """Split an agreement's text into clauses.

    Raises
    ------
    InputError
        If no line starts with the number of a clause.
    """
    clauses = tuple(_clauses(text))
    if not clauses:
        raise InputError([Problem("VV433", None, {"path": path})])
    return Agreement(path, clauses)


def _clauses(text: str) -> Iterator[Clause]:
    now: Number = ()
    lines: list[Line] = []
    for number, line in enumerate(text.splitlines(), 1):
        found = _number(line)
        if found is not None and _may_follow(found, now):
            if now:
                yield Clause(now, tuple(lines))
            now, lines = found, []
        lines.append(Line(number, line))
    if now:
        yield Clause(now, tuple(lines))


def _number(line: str) -> Number | None:
    match = _START.match(line)
    if match is None or (match["rest"] or "A")[0].islower():
        return None
    number = tuple(map(int, match["number"].split(".")))
    marked = match["sign"] or match["dot"] or len(number) > 1
    return number if marked else None


def _may_follow(number: Number, now: Number) -> bool:
    """Tell whether a clause may come after another."""
    *above, last = number
    depth = len(above)
    if tuple(above) != now[:depth]:
        return False
    before = now[depth] if depth < len(now) else 0
    return before < last <= before + 1 + SKIPPED
