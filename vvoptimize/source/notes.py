"""Problems of one text, and places in it from what the YAML parser gives."""

from functools import cached_property

from yaml.events import Event

from vvoptimize.errors import Problems, Span
from vvoptimize.source.place import Place

MAX_PROBLEMS = 1_000


class TooManyProblems(Exception):  # noqa: N818  control flow inside this package
    """Nobody reads further; the file is not what it should be."""


class Notes:
    """Turns line and column into a place with its line of text.

    Parameters
    ----------
    text
        The whole text, with line ends as a single newline.
    """

    def __init__(self, text: str, path: str, problems: Problems) -> None:
        self.text = text
        self.path = path
        self.problems = problems
        self._room = MAX_PROBLEMS

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text."""
        return self.text.split("\n")

    def span(self, line: int, column: int) -> Span:
        """A place from a line and a column that count from 0."""
        excerpt = self.lines[line] if line < len(self.lines) else None
        return Span(self.path, line + 1, column + 1, excerpt)

    def start(self, event: Event) -> Span:
        """The place where an event starts."""
        mark = event.start_mark
        assert mark is not None
        return self.span(mark.line, mark.column)

    def place(self, event: Event) -> Place:
        """The stretch of an event; of what has no end of its own, one character."""
        first, last = self.start(event), event.end_mark
        assert last is not None
        line, column = last.line + 1, last.column + 1
        if column == 1 and line > first.line:  # a block of text ends before a new line
            line, column = line - 1, len(self.lines[line - 2]) + 1
        if (line, column) <= (first.line, first.column):
            line, column = first.line, first.column + 1
        return Place(self.path, first.line, first.column, line, column)

    def add(self, code: str, span: Span, **values: str | int) -> None:
        """Note a problem.

        Raises
        ------
        TooManyProblems
            If there is no end to them.
        """
        self.problems.add(code, span, **values)
        self._room -= 1
        if self._room <= 0:
            raise TooManyProblems
