"""A YAML file as plain data, and beside it the event each part came from."""

from decimal import Decimal
from typing import TypeAlias

from yaml.events import NodeEvent, ScalarEvent

Value: TypeAlias = (
    dict[str, "Value"] | tuple["Value", ...] | str | int | Decimal | bool | None
)
Path: TypeAlias = tuple[str | int, ...]


class Node:
    """One value of the file, with the event that tells where it stands.

    A scalar has no parts and no keys.
    """

    __slots__ = ("event", "value")

    def __init__(self, event: NodeEvent, value: Value = None) -> None:
        self.event = event
        self.value = value

    def part(self, _key: str | int) -> "Node | None":
        """The part under a key or at a position, or None."""
        return None

    def key(self, _key: str | int) -> ScalarEvent | None:
        """The event of a key, or None."""
        return None

    def find(self, where: Path) -> "Node | None":
        """The node at a path, or None."""
        node: Node | None = self
        for key in where:
            node = node.part(key) if node is not None else None
        return node

    def nearest(self, where: Path) -> "Node":
        """The node at a path, or its nearest ancestor that exists."""
        node = self
        for key in where:
            part = node.part(key)
            if part is None:
                break
            node = part
        return node


class Branch(Node):
    """A mapping or a list, with the events of its keys and what its parts came from.

    A file has thousands of scalars, and few are ever asked where they stand: of each
    only the event is kept, in the order of the value.
    """

    __slots__ = ("_places", "keys", "parts")

    def __init__(self, event: NodeEvent) -> None:
        super().__init__(event)
        self.keys: list[ScalarEvent] = []
        self.parts: list[NodeEvent | Branch] = []
        self._places: dict[str, int] | None = None

    def part(self, key: str | int) -> Node | None:
        """The part under a key or at a position, or None."""
        place = self._place(key)
        if place is None:
            return None
        part = self.parts[place]
        if isinstance(part, Branch):
            return part
        return Node(part, self.value[key])  # type: ignore[index]

    def key(self, key: str | int) -> ScalarEvent | None:
        """The event of a key, or None."""
        place = self._place(key) if self.keys else None
        return None if place is None else self.keys[place]

    def _place(self, key: str | int) -> int | None:
        if isinstance(key, int):
            in_list = isinstance(self.value, tuple) and 0 <= key < len(self.parts)
            return key if in_list else None
        if self._places is None:
            self._places = {event.value: i for i, event in enumerate(self.keys)}
        return self._places.get(key)
