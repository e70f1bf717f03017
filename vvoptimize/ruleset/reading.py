"""Reading rule files."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from vvoptimize.errors import InputError, Problem, Problems
from vvoptimize.ruleset.declare import declare
from vvoptimize.ruleset.file import RulesFile
from vvoptimize.ruleset.form_names import form_names
from vvoptimize.ruleset.formulas import ReadFile
from vvoptimize.ruleset.membership_entries import membership_of
from vvoptimize.ruleset.not_encoded import not_encoded
from vvoptimize.ruleset.principles import Principles
from vvoptimize.ruleset.rules import RuleSet
from vvoptimize.source import (
    Document,
    Kind,
    is_of,
    parse_into,
    read_text,
    schema_of,
    validate,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from vvoptimize.scenario.reading import ScenarioFile


def read_rules(paths: Sequence[str], read: Callable[[str], str] = read_text) -> RuleSet:
    """Read rule files as one rule set.

    Parameters
    ----------
    paths
        In the order in which their objectives count.
    read
        Gives the text of a path.

    Raises
    ------
    InputError
        With everything that is wrong in any of the files, each at its place.
    """
    problems = Problems()
    _check_once(paths, problems)
    parsed = [parse_into(read(path), path, problems) for path in paths]
    return rules_from([document for document in parsed if document], problems)


def _check_once(paths: Sequence[str], problems: Problems) -> None:
    """Refuse a file that is named twice, before each of its entries is."""
    twice = [path for path, times in Counter(paths).items() if times > 1]
    for path in twice:
        problems.add("VV407", None, path=path)
    problems.raise_if_any()


def rules_of(scenario: ScenarioFile, read: Callable[[str], str] = read_text) -> RuleSet:
    """Read the rule files that a scenario names.

    Parameters
    ----------
    read
        Gives the text of a path.

    Raises
    ------
    InputError
        If it names none, or one cannot be used.
    """
    folder = PurePath(scenario.document.path).parent
    if not scenario.scenario.rules:
        raise InputError([Problem("VV404", scenario.document.span(()))])
    paths = [str(folder / path) for path in scenario.scenario.rules]
    try:
        return read_rules(paths, read)
    except InputError as error:
        problems = [placed_at(p, scenario, "rules", paths) for p in error.problems]
        raise InputError(problems) from None


def placed_at(
    problem: Problem, scenario: ScenarioFile, key: str, paths: Sequence[str]
) -> Problem:
    """Point at where the scenario names a file, if that cannot be read.

    Parameters
    ----------
    key, paths
        The scenario's list of files, and the files themselves.
    """
    path = problem.values.get("path")
    if problem.span is not None or path not in paths:
        return problem
    span = scenario.document.span((key, paths.index(path)))
    return replace(problem, span=span)


def parse_rules(text: str, path: str = "<text>") -> RuleSet:
    """Read one rules file from a text; `path` is what errors call it."""
    problems = Problems()
    document = parse_into(text, path, problems)
    return rules_from([document] if document else [], problems)


def rules_from(documents: Sequence[Document], problems: Problems) -> RuleSet:
    """Build a rule set from parsed documents.

    Parameters
    ----------
    problems
        What parsing found wrong; told together with what is found here.

    Raises
    ------
    InputError
        With everything that is wrong in any of the files, each at its place.
    """
    for document in documents:
        if is_of(document, Kind.SCENARIO):
            problems.add("VV271", document.span(("schema",)), saw=schema_of(document))
    files = [
        ReadFile(document, file)
        for document in documents
        if not is_of(document, Kind.SCENARIO)
        if (file := validate(document, RulesFile, problems)) is not None
    ]
    problems.raise_if_any()
    declared = declare(files, problems)
    principles = Principles(files, declared, problems)
    rule_set = RuleSet(
        paths=tuple(document.path for document in documents),
        texts=tuple(document.text for document in documents),
        forms=form_names(files, problems),
        sets=declared.sets,
        parameters=declared.parameters,
        inputs=declared.inputs,
        measures=declared.measures,
        cost_keys=principles.cost_keys(),
        rules=principles.rules(),
        objectives=principles.objectives(),
        deciding=declared.deciding,
        not_encoded=not_encoded(files, problems),
        membership=membership_of(files, declared.inputs, problems),
    )
    problems.raise_if_any()
    return rule_set
