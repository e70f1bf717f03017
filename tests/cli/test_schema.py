"""The JSON Schemas that `schema` prints, against files that are right and wrong."""

import json

import pytest
from jsonschema import Draft7Validator

from tests.bad_input.base import BASE, RULES_FILE, SCENARIO_FILE
from tests.bad_input.rules import KEYS as RULE_KEYS
from tests.bad_input.scenarios import KEYS, TYPES
from tests.cli.helpers import printed
from vvoptimize.data import data_folder
from vvoptimize.errors import Problems
from vvoptimize.source import parse_into

KIND = {SCENARIO_FILE: "scenario", RULES_FILE: "rules"}
SHIPPED = [
    *(("scenario", path) for path in sorted(data_folder("scenarios").glob("*.yaml"))),
    *(("rules", path) for path in sorted(data_folder("rules").glob("*.yaml"))),
]
# What a schema can see: shapes, keys and words; not names, sums or twins of keys.
BROKEN = [
    case
    for case in [*TYPES, *KEYS, *RULE_KEYS]
    if case.code in ("VV100", "VV101", "VV102", "VV103", "VV136", "VV139", "VV142")
    and case.name != "month thirteen"
]


@pytest.fixture
def validators(capsys):
    schemas = {
        kind: json.loads(printed(capsys, "schema", kind)) for kind in KIND.values()
    }
    return {kind: Draft7Validator(schema) for kind, schema in schemas.items()}


def plain(text: str) -> object:
    """Read a file as an editor's JSON Schema sees it."""
    document = parse_into(text, "x.yaml", Problems())
    assert document is not None
    return json.loads(json.dumps(document.data, default=float))


def test_both_schemas_are_sound(validators):
    for validator in validators.values():
        Draft7Validator.check_schema(validator.schema)


@pytest.mark.parametrize(
    ("kind", "path"), SHIPPED, ids=lambda value: getattr(value, "name", value)
)
def test_shipped_file_agrees_with_its_schema(kind, path, validators):
    data = plain(path.read_text(encoding="utf-8"))

    assert [error.message for error in validators[kind].iter_errors(data)] == []


@pytest.mark.parametrize("file", KIND)
def test_file_that_the_broken_ones_are_made_from_agrees(file, validators):
    assert validators[KIND[file]].is_valid(plain(BASE[file]))


@pytest.mark.parametrize("case", BROKEN, ids=lambda case: case.name)
def test_broken_file_does_not_agree(case, validators):
    data = plain(case.content.decode())

    assert not validators[KIND[case.file]].is_valid(data)
