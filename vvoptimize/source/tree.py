"""A YAML file as plain data, and beside it the event each part came from."""

from decimal import Decimal
from typing import TypeAlias

from yaml.events import NodeEvent, ScalarEvent

Value: TypeAlias = (
    dict[str, "Value"] | tuple["Value", ...] | str | int | Decimal | bool | None
)
Path: TypeAlias = tuple[str | int, ...]


class Node:
    """One value of the file, with the events that tell where it and its keys stand.

    A scalar has no children and no keys; all scalars share empty ones, since a file
    has thousands of them.
    """

    __slots__ = ("children", "event", "keys", "value")

    NO_CHILDREN: "dict[str | int, Node]" = {}  # noqa: RUF012  never written to
    NO_KEYS: dict[str, ScalarEvent] = {}  # noqa: RUF012  never written to

    def __init__(self, event: NodeEvent, value: Value = None) -> None:
        self.event = event
        self.value = value
        self.children = Node.NO_CHILDREN
        self.keys = Node.NO_KEYS

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
