"""The shape of a finding, and of the page that explains it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from vvoptimize.classes import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vvoptimize.errors import Span


class Severity(StrEnum):
    """How bad a finding is: a warning makes `rules lint` end with 1."""

    WARNING = "warning"
    NOTE = "note"


class Page(NamedTuple):
    """What is said of one kind of finding.

    Attributes
    ----------
    nb, en
        The message; `{name}` is filled in with the finding's values.
    avoid, prefer
        Parts of a rules file, of the first of which the finding is told.
    why_nb, why_en
        Why the one is better than the other.
    """

    severity: Severity
    nb: str
    en: str
    avoid: str
    prefer: str
    why_nb: str
    why_en: str


class Finding(NamedTuple):
    """Something legal but odd, at its place."""

    code: str
    span: Span
    values: Mapping[str, str]

    @property
    def order(self) -> tuple[str, int, int, str]:
        """By file, line, column and code."""
        span = self.span
        return (span.path, span.line, span.column, self.code)
