"""The schemas by which forges check what is written for them, from a package."""

import json
import re
from importlib.resources import files

import jsonschema
import yaml

_VENDOR = files("check_jsonschema").joinpath("builtin_schemas/vendor")


class _Loader(yaml.SafeLoader):
    """Reads YAML without taking `on` for a truth, as forges do."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in pairs if tag != "tag:yaml.org,2002:bool"]
    for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile("true|false"), list("tf")
)


def checked(text, schema):
    """Read a text that is as a schema wants it."""
    data = yaml.load(text, _Loader)
    wanted = json.loads(_VENDOR.joinpath(f"{schema}.json").read_text("utf-8"))
    validator = jsonschema.validators.validator_for(wanted)
    assert [error.message for error in validator(wanted).iter_errors(data)] == []
    return data
