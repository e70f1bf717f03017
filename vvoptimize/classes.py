"""Classes of plain data that cost little to make and to build.

Frozen for the type checker, which is where they are held; at run time nothing stands in
the way, for that is what takes the time: to make a hundred frozen dataclasses is a
tenth of a whole check, and to build one takes three times as long as one of these.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from collections.abc import Iterator

T = TypeVar("T")


@dataclass_transform(frozen_default=True, eq_default=False)
def node(cls: type[T]) -> type[T]:
    """Make a class whose instances are told apart by identity."""
    made = dataclass(slots=True, eq=False, repr=False)(cls)
    made.__repr__ = _told  # type: ignore[method-assign]
    return made


@dataclass_transform(frozen_default=True)
def record(cls: type[T]) -> type[T]:
    """Make a class whose instances are equal where their fields are."""
    made = node(cls)
    made.__eq__ = _equal  # type: ignore[method-assign]
    made.__hash__ = _hash  # type: ignore[method-assign]
    return made


def _values(one: object) -> Iterator[object]:
    return (getattr(one, name) for name in type(one).__match_args__)  # type: ignore[attr-defined]


def _told(self: object) -> str:
    names = type(self).__match_args__  # type: ignore[attr-defined]
    pairs = zip(names, _values(self), strict=True)
    inside = ", ".join(f"{name}={value!r}" for name, value in pairs)
    return f"{type(self).__qualname__}({inside})"


def _equal(self: object, other: object) -> bool:
    return type(self) is type(other) and tuple(_values(self)) == tuple(_values(other))


def _hash(self: object) -> int:
    return hash(tuple(_values(self)))
