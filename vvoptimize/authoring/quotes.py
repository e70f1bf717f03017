"""Whether an agreement's text says what a quote says.

White space and line breaks count as one space, quotation marks and dashes of any kind
as alike. A hyphen at the end of a line may be the word's own or only divide it: both
are tried at each. `…` in a quote stands for what is left out.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from vvoptimize.classes import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vvoptimize.authoring.agreement import Clause

_DIVIDED = "\N{SOFT HYPHEN}"
_LEFT_OUT = re.compile(r"\s*(?:\[…\]|\(…\)|…|\[\.\.\.\]|\.\.\.)\s*")
_ALIKE = str.maketrans(
    {**dict.fromkeys("“”„«»″", '"'), **dict.fromkeys("‘’‚′", "'")}
    | dict.fromkeys("‐‑‒–—−", "-")
)


class Place(NamedTuple):
    """Where a quote starts."""

    clause: str
    line: int


def find_quote(quote: str, clauses: Sequence[Clause]) -> Place | None:
    """Find the first of some clauses that says a quote; None when none does."""
    pattern = _pattern(quote)
    for clause in clauses:
        text, lines = _folded(clause)
        if match := pattern.search(text):
            return Place(clause.name, lines[match.start()])
    return None


def _folded(clause: Clause) -> tuple[str, list[int]]:
    """Give the text in one line, and for each character the line it stands on."""
    characters: list[str] = []
    numbers: list[int] = []
    for line in clause.lines:
        told = " ".join(_alike(line.text).split())
        divided = told.endswith("-") and not told.endswith(" -")
        told = told[:-1] + _DIVIDED if divided else f"{told} " if told else ""
        characters += told
        numbers += [line.number] * len(told)
    return "".join(characters), numbers


def _pattern(quote: str) -> re.Pattern[str]:
    told = " ".join(_alike(quote).split())
    parts = [part for part in _LEFT_OUT.split(told) if part]
    return re.compile(".*?".join("".join(_characters(part)) for part in parts))


def _characters(part: str) -> Iterator[str]:
    """Write the pattern of a part; its first letter may have become a capital."""
    for at, character in enumerate(part):
        if character == "-":
            yield f"(?:-|{_DIVIDED})"
        elif character == " ":
            # `vann- og avløp` may be divided after its own hyphen.
            yield f"(?:(?<={_DIVIDED})| )" if part[at - 1 : at] == "-" else " "
        else:
            own = re.escape(character)
            yield own if at else f"(?i:{own})"
            yield f"{_DIVIDED}?"


def _alike(text: str) -> str:
    return unicodedata.normalize("NFC", text.replace(_DIVIDED, "")).translate(_ALIKE)
