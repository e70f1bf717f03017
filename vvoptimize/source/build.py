"""From the parser's events to data, in one pass and without recursion.

Everything that is refused is refused here, on the events, before anything is built on
it: anchors and aliases (which can stand for a billion values), tags, merge keys,
duplicate keys, several documents, too deep a file, odd numbers.
"""

from collections.abc import Callable, Iterable
from typing import Any, NoReturn

from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from vvoptimize.errors import shown
from vvoptimize.source.notes import Notes
from vvoptimize.source.scalars import RefusedNumber, resolve
from vvoptimize.source.tree import Branch, Node, Value

MAX_DEPTH = 32

_NEW: Any = object()


class Stopped(Exception):  # noqa: N818  control flow inside this package, not an error
    """The file is not read further; why is among the problems."""


class _Open:
    """A mapping or a list that has begun and not ended."""

    __slots__ = ("data", "expects_key", "items", "key", "node")

    def __init__(self, node: Branch, *, is_mapping: bool) -> None:
        self.node = node
        self.items: list[Value] = []
        self.data: dict[str, Value] | None = {} if is_mapping else None
        self.key: str | None = None
        self.expects_key = is_mapping

    def take(self, part: NodeEvent | Branch, value: Value) -> None:
        """Put a part where it belongs, or drop it if its key was refused."""
        if self.data is None:
            self.items.append(value)
            self.node.parts.append(part)
        elif self.expects_key:  # a list or a mapping as key: its value is dropped
            self.key, self.expects_key = None, False
        else:
            if self.key is not None:
                self.data[self.key] = value
                self.node.parts.append(part)
            self.expects_key = True


class Builder:
    """Builds the tree of one file.

    Parameters
    ----------
    notes
        Where problems are noted; a value that is refused is left as None, text or the
        first of its kind, so that the rest of the file is still checked.
    """

    def __init__(self, notes: Notes) -> None:
        self.root: Node | None = None
        self._notes = notes
        self._stack: list[_Open] = []
        self._documents = 0
        # The same few keys and numbers come again and again.
        self._names: set[str] = set()
        self._values: dict[str, Value] = {}

    def read(self, events: Iterable[Event]) -> None:
        """Take in all events.

        Raises
        ------
        Stopped
            If the file is too deep or a second document begins.
        """
        # A table, since `match` on classes takes longer than all the rest.
        takers: dict[type[Event], Callable[[Any], None]] = {
            ScalarEvent: self._scalar,
            MappingStartEvent: self._start,
            SequenceStartEvent: self._start,
            MappingEndEvent: self._end,
            SequenceEndEvent: self._end,
            AliasEvent: self._alias,
            DocumentStartEvent: self._document,
        }
        for event in events:
            take = takers.get(type(event))
            if take is not None:
                take(event)

    def _document(self, event: DocumentStartEvent) -> None:
        self._documents += 1
        if self._documents > 1:
            self._stop("VV118", event)

    def _scalar(self, event: ScalarEvent) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event)
        stack = self._stack
        if stack and stack[-1].expects_key:
            self._key(stack[-1], event)
            return
        value: Value = event.value
        # implicit[0]: plain, so its text decides the type; else quoted or a block
        if event.implicit[0]:
            value = self._values.get(event.value, _NEW)
            if value is _NEW:
                value = self._new_value(event)
        if stack:
            stack[-1].take(event, value)
        else:
            self.root = Node(event, value)

    def _new_value(self, event: ScalarEvent) -> Value:
        value = resolve(event.value)
        if isinstance(value, RefusedNumber):
            self._note(value.code, event, got=shown(event.value))
            return event.value
        self._values[event.value] = value
        return value

    def _key(self, mapping: _Open, event: ScalarEvent) -> None:
        key, mapping.key, mapping.expects_key = event.value, None, False
        if (
            event.implicit[0]
            and key not in self._names
            and self._is_odd(event, mapping)
        ):
            return
        if mapping.data is not None and key in mapping.data:
            first = next(one for one in mapping.node.keys if one.value == key)
            line = self._notes.start(first).line
            self._note("VV119", event, key=shown(key), first=line)
        else:
            mapping.key = key
            mapping.node.keys.append(event)

    def _is_odd(self, event: ScalarEvent, mapping: _Open) -> bool:
        """Note why a plain key cannot be used, if that is so."""
        key = event.value
        if not isinstance(resolve(key), str):
            hint = {"hint": "comma_in_braces"} if _in_braces(mapping.node) else {}
            self._note("VV120", event, key=shown(key), **hint)
        elif key == "<<":
            self._note("VV117", event)
        else:
            self._names.add(key)
        return key not in self._names

    def _start(self, event: MappingStartEvent | SequenceStartEvent) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event)
        if len(self._stack) >= MAX_DEPTH:
            self._stop("VV106", event, limit=MAX_DEPTH)
        if self._stack and self._stack[-1].expects_key:
            self._note("VV121", event)
        is_mapping = isinstance(event, MappingStartEvent)
        self._stack.append(_Open(Branch(event), is_mapping=is_mapping))

    def _end(self, _event: Event) -> None:
        done = self._stack.pop()
        node = done.node
        node.value = tuple(done.items) if done.data is None else done.data
        if self._stack:
            self._stack[-1].take(node, node.value)
        else:
            self.root = node

    def _alias(self, event: AliasEvent) -> None:
        self._refuse_properties(event)
        if self._stack:
            self._stack[-1].take(event, None)
        else:
            self.root = Node(event)

    def _refuse_properties(self, event: NodeEvent) -> None:
        if event.anchor is not None:
            self._note("VV115", event, name=shown(event.anchor))
        tag = getattr(event, "tag", None)
        if tag is not None:
            self._note("VV116", event, tag=shown(_short(tag)))

    def _note(self, code: str, event: Event, **values: str | int) -> None:
        self._notes.add(code, self._notes.start(event), **values)

    def _stop(self, code: str, event: Event, **values: str | int) -> NoReturn:
        self._note(code, event, **values)
        raise Stopped


def _short(tag: str) -> str:
    """A tag as it is usually written: `!!python/object`."""
    return tag.replace("tag:yaml.org,2002:", "!!", 1)


def _in_braces(node: Node) -> bool:
    """Whether a mapping is written `{a: 0,5}`: there a comma starts a new key."""
    return bool(getattr(node.event, "flow_style", False))
