"""Classes of plain data that cost little to make and to build.

Frozen for the type checker, which is where they are held; at run time nothing stands in
the way, for that is what takes the time: to make a hundred frozen dataclasses is a
tenth of a whole check, and to build one takes three times as long as one of these.

Of what is left, most would be compiling an `__init__` for each class. They are all
alike, so one is compiled for each number of fields, and gets the names of the others.

Named tuples are those of `collections`. For the type checker they are `typing`'s, which
at run time compiles the type of every field: more than half of what one costs.
"""

from __future__ import annotations

from collections import namedtuple
from dataclasses import MISSING, Field, dataclass, fields
from functools import cache
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import NamedTuple as NamedTuple
else:

    class _Maker(type):
        """Makes a named tuple of a class body."""

        def __new__(
            mcs, name: str, _bases: tuple[type, ...], body: dict[str, Any]
        ) -> type:
            names = body.get("__annotations__", {})
            defaults = [body[field] for field in names if field in body]
            module = body["__module__"]
            made = namedtuple(name, names, defaults=defaults, module=module)  # noqa: PYI024
            for key, value in body.items():
                if key not in names and key not in _OF_THE_BODY:
                    setattr(made, key, value)
            made.__annotations__ = dict(names)
            return made

    class _Base:
        """What stands as the base of a class whose body lists a tuple's fields."""

        def __mro_entries__(self, _bases: tuple[object, ...]) -> tuple[type]:
            return (_BASE,)

    NamedTuple = _Base()
    _BASE = type.__new__(_Maker, "NamedTuple", (), {})
    _OF_THE_BODY = ("__module__", "__annotations__", "__classcell__")

T = TypeVar("T")


@dataclass_transform(frozen_default=True, eq_default=False)
def node(cls: type[T]) -> type[T]:
    """Make a class whose instances are told apart by identity."""
    # A factory of a default has to be called for each instance: that is left to Python.
    special = any(isinstance(value, Field) for value in vars(cls).values())
    made = dataclass(slots=True, eq=False, repr=False, init=special)(cls)
    if not special:
        made.__init__ = _init(made)  # type: ignore[method-assign]
    made.__repr__ = _told  # type: ignore[method-assign]
    return made


@dataclass_transform(frozen_default=True)
def record(cls: type[T]) -> type[T]:
    """Make a class whose instances are equal where their fields are."""
    made = node(cls)
    made.__eq__ = _equal  # type: ignore[method-assign]
    made.__hash__ = _hash  # type: ignore[method-assign]
    return made


def _init(made: type) -> FunctionType:
    """Give the function that takes a value for each field and keeps it."""
    parts = fields(made)
    names = tuple(part.name for part in parts)
    code = _code(len(names)).replace(
        co_varnames=("self", *names),
        co_names=names,
        co_qualname=f"{made.__qualname__}.__init__",
    )
    defaults = tuple(part.default for part in parts if part.default is not MISSING)
    return FunctionType(code, {}, "__init__", defaults)


@cache
def _code(number: int) -> CodeType:
    """Compile the function for fields that are called `_0`, `_1`, and so on."""
    names = [f"_{i}" for i in range(number)]
    head = f"def __init__({', '.join(['self', *names])}):"
    body = [f" self.{name} = {name}" for name in names] or [" pass"]
    module = compile("\n".join([head, *body]), __file__, "exec")
    return next(part for part in module.co_consts if isinstance(part, CodeType))


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
