"""Where the entries of rule files stand: the files' texts, parsed once more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.source import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vvoptimize.errors import Span
    from vvoptimize.ruleset.rules import RuleSet
    from vvoptimize.source import Document, Path, Value

LISTS = ("cost_keys", "rules", "objectives")
MAPPINGS = ("parameters", "inputs", "measures")


class Sources:
    """The documents of a rule set, with its entries by name."""

    def __init__(self, rule_set: RuleSet) -> None:
        pairs = zip(rule_set.texts, rule_set.paths, strict=True)
        self.documents = tuple(parse(text, path) for text, path in pairs)
        self._entries = {
            name: (document, where)
            for document in self.documents
            for name, where in _entries(document)
        }

    def span(self, name: str, *keys: str) -> Span:
        """Give the place of a value of an entry, or of the entry's name or id."""
        document, where = self._entries[name]
        if keys:
            return document.span((*where, *keys))
        listed = where[0] in LISTS
        return document.span((*where, "id")) if listed else document.key_span(where)

    def texts(self) -> Iterator[tuple[Document, Path, Value]]:
        """Give everything in the files, with its place; test cases apart."""
        for document in self.documents:
            for where, value in _walk((), document.data):
                yield document, where, value


def _entries(document: Document) -> Iterator[tuple[str, Path]]:
    for kind in MAPPINGS:
        for name in _members(document, kind):
            yield str(name), (kind, str(name))
    for kind in LISTS:
        for number, _ in enumerate(_members(document, kind)):
            yield str(document.value((kind, number, "id"))), (kind, number)


def _members(document: Document, kind: str) -> Sequence[object]:
    value = document.value((kind,))
    return tuple(value) if isinstance(value, dict | tuple) else ()


def _walk(where: Path, value: Value) -> Iterator[tuple[Path, Value]]:
    yield where, value
    if isinstance(value, dict):
        for key, inner in value.items():
            if key != "tests":
                yield from _walk((*where, key), inner)
    elif isinstance(value, tuple):
        for number, inner in enumerate(value):
            yield from _walk((*where, number), inner)
