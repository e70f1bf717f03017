import json

import pytest
import yaml
from jsonschema import Draft7Validator, Draft202012Validator

from tests.scenario.example import EXAMPLE
from vvoptimize.scenario.schema import scenario_schema

VALIDATORS = [Draft7Validator, Draft202012Validator]


def errors(validator, **changes):
    content = yaml.safe_load(EXAMPLE) | changes
    content["baseline"] = str(content["baseline"])
    for entry in content["assignments"].values():
        if "date" in entry:
            entry["date"] = str(entry["date"])
    return list(validator(scenario_schema()).iter_errors(content))


@pytest.mark.parametrize("validator", VALIDATORS)
def test_schema_is_one_in_both_dialects(validator):
    validator.check_schema(scenario_schema())


@pytest.mark.parametrize("validator", VALIDATORS)
def test_valid_file_is_valid_by_the_schema(validator):
    assert errors(validator) == []


@pytest.mark.parametrize("validator", VALIDATORS)
@pytest.mark.parametrize(
    "changes",
    [
        {"colour": "red"},
        {"schema": "v2"},
        {"municipalities": []},
        {"services": [{"id": "S", "name": "S"}]},
        {"services": [{"id": "s", "name": "S", "total_after": "many"}]},
        {"services": [{"id": "s", "name": "S", "candidates": []}]},
        {"services": [{"id": "s", "name": "S", "flags": ["nice"]}]},
        {"parameters": {"share": "high"}},
        {"inputs": {"rate": {"a": {"b": {"c": {"d": 1}}}}}},
    ],
)
def test_malformed_file_is_refused_by_the_schema(validator, changes):
    assert errors(validator, **changes) != []


def test_every_definition_is_used_and_described():
    schema = scenario_schema()
    text = json.dumps(schema)

    definitions = schema["definitions"]
    assert isinstance(definitions, dict)
    for name, definition in definitions.items():
        assert f'"#/definitions/{name}"' in text
        assert definition["description"]


def test_schema_never_speaks_of_null():
    assert '"null"' not in json.dumps(scenario_schema())
