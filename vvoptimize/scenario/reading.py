"""Read a scenario, whole or not at all."""

from __future__ import annotations

from vvoptimize.classes import record
from vvoptimize.errors import InputError, Problems
from vvoptimize.scenario.model import Scenario
from vvoptimize.scenario.references import check_scenario
from vvoptimize.source import (
    Document,
    Kind,
    is_of,
    parse_into,
    read_text,
    schema_of,
    validate,
)


@record
class ScenarioFile:
    """A scenario and the file it was read from, for the positions of later errors."""

    scenario: Scenario
    document: Document


def read_scenario(path: str) -> ScenarioFile:
    """Read and check a scenario file.

    Parameters
    ----------
    path
        A YAML file, or `-` for standard input.

    Raises
    ------
    InputError
        With everything that is wrong, each with its position.
    """
    return parse_scenario(read_text(path), path)


def parse_scenario(text: str, path: str) -> ScenarioFile:
    """Read and check a scenario from a text.

    Parameters
    ----------
    path
        What messages call the text.

    Raises
    ------
    InputError
        With everything that is wrong, each with its position.
    """
    problems = Problems()
    return scenario_from(parse_into(text, path, problems), problems)


def scenario_from(document: Document | None, problems: Problems) -> ScenarioFile:
    """Check a scenario that has been parsed.

    Parameters
    ----------
    document
        None where the text could not be read as YAML at all.
    problems
        What parsing found wrong; told together with what is found here.

    Raises
    ------
    InputError
        With everything that is wrong, each with its position.
    """
    if document is None:
        raise InputError(problems)
    if is_of(document, Kind.RULES):
        # That it lacks all that a scenario has need not be told key by key.
        problems.add("VV270", document.span(("schema",)), saw=schema_of(document))
        raise InputError(problems)
    scenario = validate(document, Scenario, problems)
    if scenario is not None:
        check_scenario(scenario, document, problems)
    if scenario is None or problems:
        raise InputError(problems)
    return ScenarioFile(scenario, document)
