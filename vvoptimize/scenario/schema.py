"""JSON Schema of a scenario file, for editors that complete and check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.scenario.member import Member
from vvoptimize.scenario.model import Scenario

if TYPE_CHECKING:
    from pydantic import BaseModel

DIALECT = "http://json-schema.org/draft-07/schema#"

# What a file may write instead of the full mapping.
SHORT_FORMS: dict[str, list[dict[str, object]]] = {
    "Text": [{"type": "string", "minLength": 1}],
    "Figure": [{"type": "number"}, {"const": "unknown"}],
    "Override": [{"type": "number"}],
    "Candidates": [{"type": "array", "items": {"type": "string"}, "minItems": 1}],
}
NOT_SAID: tuple[object, ...] = (None, [], {})


def scenario_schema() -> dict[str, object]:
    """Give the JSON Schema of a scenario file.

    It tells the shape of a file; that names exist and that sums agree is checked by
    reading the file.
    """
    return schema_of(Scenario, "vvoptimize scenario")


def member_schema() -> dict[str, object]:
    """Give the JSON Schema of the file of a municipality that may join."""
    return schema_of(Member, "vvoptimize member")


def schema_of(model: type[BaseModel], title: str) -> dict[str, object]:
    """Give the JSON Schema of a kind of file, in words draft-07 and 2020-12 share."""
    schema = model.model_json_schema(ref_template="#/definitions/{model}")
    definitions = schema.pop("$defs")
    for name in SHORT_FORMS.keys() & definitions.keys():
        full = definitions[name]
        about = full.pop("description")
        definitions[name] = {"description": about, "anyOf": [*SHORT_FORMS[name], full]}
    tidied = {**_tidy(schema), "title": title}
    tidied_definitions = {name: _tidy(part) for name, part in definitions.items()}
    return {"$schema": DIALECT, **tidied, "definitions": tidied_definitions}


def _tidy(node: dict[str, object]) -> dict[str, object]:
    """Drop what says nothing to the writer of a file: titles, nulls, empty defaults."""
    node = _without_null(node)
    if "oneOf" in node:
        # The mapping of a figure is also a table of figures with the one key `value`.
        node = {"anyOf": node["oneOf"]}
    return {
        key: _tidy_value(key, value) for key, value in node.items() if _says(node, key)
    }


def _says(node: dict[str, object], key: str) -> bool:
    if key == "title":
        return False
    return key != "default" or node[key] not in NOT_SAID


def _tidy_value(key: str, value: object) -> object:
    if key == "description" and isinstance(value, str):
        return value.split("\n\n")[0].replace("\n", " ")
    if isinstance(value, list):
        return [_tidy(item) if isinstance(item, dict) else item for item in value]
    if not isinstance(value, dict):
        return value
    if key == "properties":
        return {name: _tidy(part) for name, part in value.items()}
    return _tidy(value)


def _without_null(node: dict[str, object]) -> dict[str, object]:
    """Say only what a key may hold: leaving it out says the rest."""
    choices = node.get("anyOf")
    if not isinstance(choices, list) or {"type": "null"} not in choices:
        return node
    left = [choice for choice in choices if choice != {"type": "null"}]
    others = {key: value for key, value in node.items() if key != "anyOf"}
    return {**left[0], **others} if len(left) == 1 else {**others, "anyOf": left}
