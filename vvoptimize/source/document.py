"""A file that has been read: its data, and the place of every part of it."""

from yaml.events import ScalarEvent

from vvoptimize.errors import Problem, Span
from vvoptimize.source.formula import FormulaSource
from vvoptimize.source.notes import Notes
from vvoptimize.source.place import Place
from vvoptimize.source.tree import Node, Path, Value

QUOTES = ("'", '"')


class Document:
    """The data of one file with positions.

    Parameters
    ----------
    notes
        Knows the text and its lines.
    root
        The outermost value.
    """

    def __init__(self, notes: Notes, root: Node) -> None:
        self._notes = notes
        self._root = root

    @property
    def path(self) -> str:
        """The file's name as it was given, `-` for standard input."""
        return self._notes.path

    @property
    def text(self) -> str:
        """The whole text, with line ends as a single newline and no byte order mark."""
        return self._notes.text

    @property
    def data(self) -> Value:
        """The data: mappings are dicts, sequences tuples, decimals `Decimal`."""
        return self._root.value

    def has(self, where: Path) -> bool:
        """Whether there is a value at this path."""
        return self._root.find(where) is not None

    def value(self, where: Path) -> Value:
        """The value at a path; None also if there is none."""
        node = self._root.find(where)
        return None if node is None else node.value

    def span(self, where: Path) -> Span:
        """The place of the value at a path, or of its nearest ancestor that exists."""
        return self._notes.start(self._root.nearest(where).event)

    def key_span(self, where: Path) -> Span:
        """The place of the key at a path; of the value if that is an item of a list."""
        parent = self._root.find(where[:-1]) if where else None
        key = parent.key(str(where[-1])) if parent is not None else None
        return self._notes.start(key) if key is not None else self.span(where)

    def place(self, where: Path) -> Place:
        """The scalar at a path from end to end; of a list or a table its key.

        Where the file has no such path, that of its nearest ancestor.
        """
        while where and not self.has(where):
            where = where[:-1]
        event = self._root.nearest(where).event
        if isinstance(event, ScalarEvent):
            return self._notes.place(event)
        parent = self._root.nearest(where[:-1])
        key = parent.key(str(where[-1])) if where else None
        return self._notes.place(event if key is None else key)

    def is_quoted(self, where: Path) -> bool:
        """Whether there is a scalar in quotes at this path."""
        node = self._root.find(where)
        return getattr(node.event if node else None, "style", None) in QUOTES

    def formula(self, where: Path) -> FormulaSource | None:
        """The scalar at a path with the place of each character, or None."""
        node = self._root.find(where)
        if node is None or not isinstance(node.event, ScalarEvent):
            return None
        event, start = node.event, self._notes.start(node.event)
        if event.style == "|":
            lines = self._literal_lines(event.value.split("\n"), start.line)
            return FormulaSource(event.value, start, lines)
        quote = 1 if event.style in QUOTES else 0
        first = self._notes.span(start.line - 1, start.column - 1 + quote)
        # Folding and escapes move characters about; then there are no exact columns.
        as_written = (first.excerpt or "").startswith(event.value, first.column - 1)
        problem = None if as_written else Problem("VV124", start)
        return FormulaSource(event.value, start, (first,), problem)

    def _literal_lines(self, values: list[str], header: int) -> tuple[Span, ...]:
        """The first place of each line of a `|` block, whose indent is taken off."""
        sources = self._notes.lines[header : header + len(values)]
        indents = (
            len(source) - len(value)
            for value, source in zip(values, sources, strict=False)
            if value
        )
        indent = next(indents, 0)
        numbers = range(header, header + len(sources))
        return tuple(self._notes.span(number, indent) for number in numbers)
