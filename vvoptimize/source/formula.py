"""Where each character of a formula stands in its YAML file."""

from vvoptimize.classes import record
from vvoptimize.errors import Problem, Span


@record
class FormulaSource:
    """The text of one scalar, and the place of each of its characters.

    Parameters
    ----------
    text
        As YAML reads it: `0.30` is the text `0.30`.
    problem
        Set if the scalar is written in a way that moves its characters about (folded,
        over several lines without `|`, or quoted with escapes). Places then are those
        of the scalar's start.
    start
        The place of the scalar.
    lines
        The place of the first character of each line of the text.
    """

    text: str
    start: Span
    lines: tuple[Span, ...]
    problem: Problem | None = None

    def span(self, offset: int) -> Span:
        """The place of the character at an offset; past the end, of the end."""
        if self.problem is not None or not self.lines:
            return self.start
        offset = max(0, min(offset, len(self.text.rstrip("\n"))))
        first = self.lines[self.text.count("\n", 0, offset)]
        column = first.column + offset - (self.text.rfind("\n", 0, offset) + 1)
        return Span(first.path, first.line, column, first.excerpt)
