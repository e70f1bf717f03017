"""From a formula's text to the typed tree, by an allow-list over `ast`.

Traps of `ast` that this module keeps away from the rest: columns count UTF-8 bytes;
identifiers are silently NFKC-normalised; deep nesting raises MemoryError or
RecursionError. Hence the order: length first, then characters, then nesting, then
`ast.parse`, then nodes.
"""

from __future__ import annotations

import ast
import re
import unicodedata
import warnings
from fractions import Fraction
from typing import TYPE_CHECKING

from vvoptimize.ruleset.syntax import limits
from vvoptimize.ruleset.syntax.build import Builder
from vvoptimize.ruleset.syntax.problem import SyntaxProblem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vvoptimize.ruleset.tree import Expression

__all__ = ["SyntaxProblem", "parse_formula"]

_SIGNS = re.compile(rf"(?:[-+~]\s*|\bnot\b\s*){{{limits.MAX_SIGNS + 1},}}")
_NUMBER = re.compile(r"(?<![\w.])(\d[\w.]*|\.\d[\w.]*)")
_PLAIN_NUMBER = re.compile(r"\d+(\.\d+)?")
_COMMENT_OR_TEXT = re.compile(r"[#'\"\\`$?;{}@]")
_WORD = re.compile(r"\w+|\S")


def parse_formula(text: str) -> Expression:
    """Read a formula.

    Parameters
    ----------
    text
        The formula as it stands in the file; may span lines.

    Raises
    ------
    SyntaxProblem
        The first thing that is not allowed or cannot be read, with its offset.

    Examples
    --------
    >>> parse_formula("change[m] <= 2").orders
    (<Order.AT_MOST: '<='>,)
    """
    _refuse_hostile(text)
    numbers = dict(_numbers(text))
    return Builder(_Offsets(text), numbers).expression(_parsed(text).body)


def _refuse_hostile(text: str) -> None:
    if len(text) > limits.MAX_CHARACTERS:
        raise SyntaxProblem("VV301", 0, seen=len(text), limit=limits.MAX_CHARACTERS)
    if not text.strip():
        raise SyntaxProblem("VV302", 0)
    for offset, character in enumerate(text):
        _refuse_character(character, offset)
    if match := _COMMENT_OR_TEXT.search(text):
        raise SyntaxProblem("VV304", match.start(), character=match[0])
    if match := _SIGNS.search(text):
        raise SyntaxProblem("VV305", match.start(), limit=limits.MAX_SIGNS)
    _refuse_nesting(text)


def _refuse_character(character: str, offset: int) -> None:
    if character in "\n\t " or "!" <= character <= "~":
        return
    if unicodedata.normalize("NFKC", character) != character or not character.isalpha():
        raise SyntaxProblem("VV304", offset, character=f"U+{ord(character):04X}")
    raise SyntaxProblem("VV303", offset, character=character)


def _refuse_nesting(text: str) -> None:
    """Refuse brackets that are too deep, or do not match: the text is put in a pair."""
    opened: list[int] = []
    for offset, character in enumerate(text):
        if character in "([":
            opened.append(offset)
            if len(opened) > limits.MAX_DEPTH:
                raise SyntaxProblem("VV306", offset, limit=limits.MAX_DEPTH)
        elif character in ")]":
            if not opened:
                raise SyntaxProblem("VV310", offset, bracket=character)
            opened.pop()
    if opened:
        raise SyntaxProblem("VV310", opened[-1], bracket=text[opened[-1]])


def _numbers(text: str) -> Iterator[tuple[int, Fraction]]:
    """Every number with its offset, exact: `ast` would hand us a float."""
    for match in _NUMBER.finditer(text):
        yield match.start(), _exact(match[0], match.start())


def _exact(written: str, offset: int) -> Fraction:
    if not _PLAIN_NUMBER.fullmatch(written):
        raise SyntaxProblem("VV307", offset, number=written)
    decimals = len(written.partition(".")[2])
    too_fine = decimals > limits.MAX_DECIMALS or len(written) > limits.MAX_DIGITS
    if too_fine or Fraction(written) > limits.LARGEST:
        raise SyntaxProblem("VV308", offset, number=written)
    return Fraction(written)


def _parsed(text: str) -> ast.Expression:
    # The brackets let a formula run over several lines; the newline ends the last one.
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", SyntaxWarning)
            return ast.parse(f"({text}\n)", mode="eval")
    except SyntaxError as error:
        raise _unreadable(text, error) from None
    except (ValueError, MemoryError, RecursionError):
        raise SyntaxProblem("VV306", 0, limit=limits.MAX_DEPTH) from None


def _unreadable(text: str, error: SyntaxError) -> SyntaxProblem:
    offset = _Offsets(text).of_error(error)
    # An error at the end is told of the last thing that was written.
    offset = max(0, min(offset, len(text.rstrip()) - 1))
    match = _WORD.search(text, offset)
    return SyntaxProblem("VV309", offset, seen=match[0] if match else "")


class _Offsets:
    """From `ast`'s line and column to an offset in the formula's text."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        self._first = len(text) - len(text.lstrip())
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line) + 1)

    def of_node(self, node: ast.expr) -> int:
        """Give the offset of a node's first character; `ast` counts bytes."""
        row = node.lineno - 1
        column = max(node.col_offset - _bracket(row), 0)
        before = self._lines[row].encode()[:column].decode(errors="ignore")
        # What starts with the bracket that is put before it starts with the text.
        return max(self._starts[row] + len(before), self._first)

    def of_error(self, error: SyntaxError) -> int:
        """Give the offset of an error; those count characters from one."""
        row = min(error.lineno or 1, len(self._lines)) - 1
        column = (error.offset or 1) - 1 - _bracket(row)
        return self._starts[row] + max(column, 0)


def _bracket(row: int) -> int:
    """Columns taken by the bracket that is put before the first line."""
    return 1 if row == 0 else 0
