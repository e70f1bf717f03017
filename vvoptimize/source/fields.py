"""Which keys a model allows at a path: for hints about unknown keys."""

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Any, get_args, get_origin

from vvoptimize.source.tree import Path

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic.fields import FieldInfo


def keys_at(model: "type[BaseModel]", path: Path) -> list[str]:
    """The keys allowed at a path, in the model's order; empty if that is not known."""
    types: list[Any] = [model]
    for part in path:
        types = [inner for outer in types for inner in _step(outer, part)]
    models = [inner for outer in types for inner in _models(outer)]
    names = [key for one in models for key in _fields(one)]
    return list(dict.fromkeys(names))


def _step(annotation: Any, part: str | int) -> Iterator[Any]:
    """Types of the part of a value that has this type."""
    if hasattr(annotation, "model_fields"):
        fields = _fields(annotation)
        yield from (fields[key].annotation for key in fields if key == part)
        return
    arguments, origin = get_args(annotation), get_origin(annotation)
    if not (isinstance(origin, type) and issubclass(origin, Collection)):
        for argument in arguments:  # a union, or annotated: look through it
            yield from _step(argument, part)
    elif issubclass(origin, Mapping):
        yield arguments[-1]
    else:
        yield from arguments


def _models(annotation: Any) -> "Iterator[type[BaseModel]]":
    """The type itself if it is a model, or the models among which it chooses."""
    if hasattr(annotation, "model_fields"):
        yield annotation
        return
    for argument in get_args(annotation):
        yield from _models(argument)


def _fields(model: "type[BaseModel]") -> "dict[str, FieldInfo]":
    return {field.alias or name: field for name, field in model.model_fields.items()}
