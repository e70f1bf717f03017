"""A YAML file as plain data, and beside it the event each part came from."""

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import TypeAlias

from yaml.events import NodeEvent, ScalarEvent

Value: TypeAlias = (
    dict[str, "Value"] | tuple["Value", ...] | str | int | Decimal | bool | None
)
Path: TypeAlias = tuple[str | int, ...]


class Node:
    """One value of the file, with the event that tells where it stands.

    A scalar has no children and no keys; a file has thousands of scalars.
    """

    __slots__ = ("event", "value")

    children: "Mapping[str | int, Node]" = MappingProxyType({})
    keys: Mapping[str, ScalarEvent] = MappingProxyType({})

    def __init__(self, event: NodeEvent, value: Value = None) -> None:
        self.event = event
        self.value = value

    def find(self, where: Path) -> "Node | None":
        """The node at a path, or None."""
        node: Node | None = self
        for part in where:
            node = node.children.get(part) if node is not None else None
        return node

    def nearest(self, where: Path) -> "Node":
        """The node at a path, or its nearest ancestor that exists."""
        node = self
        for part in where:
            if part not in node.children:
                break
            node = node.children[part]
        return node


class Branch(Node):
    """A mapping or a list, with the events of its keys."""

    __slots__ = ("children", "keys")

    def __init__(self, event: NodeEvent) -> None:
        super().__init__(event)
        self.children: dict[str | int, Node] = {}
        self.keys: dict[str, ScalarEvent] = {}
