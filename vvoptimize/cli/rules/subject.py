"""What a command about rules works on: rule files, or a scenario with its rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from vvoptimize.classes import NamedTuple
from vvoptimize.cli.options import clock_day
from vvoptimize.errors import Problems
from vvoptimize.ruleset.file import is_rules_file
from vvoptimize.ruleset.grounding import Grounding, ground
from vvoptimize.ruleset.reading import read_rules, rules_from, rules_of
from vvoptimize.ruleset.waivers import waivers_for
from vvoptimize.scenario.reading import ScenarioFile, read_scenario, scenario_from
from vvoptimize.source import Document, parse_into, read_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vvoptimize.ruleset.rules import RuleSet


class Subject(NamedTuple):
    """Rules, and the scenario to read them over, if any."""

    rules: RuleSet
    scenario: ScenarioFile | None

    @property
    def language(self) -> str | None:
        """The language of the scenario."""
        return None if self.scenario is None else self.scenario.scenario.language


def read_subject(paths: Sequence[str], scenario_path: str | None = None) -> Subject:
    """Read rule files as one rule set, or one scenario with the rules it names.

    Parameters
    ----------
    scenario_path
        A scenario to read the rules over; then all `paths` are rule files.
    """
    if scenario_path is not None:
        scenario = read_scenario(scenario_path)
        return Subject(read_rules(paths) if paths else rules_of(scenario), scenario)
    problems = Problems()
    parsed = [parse_into(read_text(path), path, problems) for path in paths]
    documents = [document for document in parsed if document is not None]
    if len(paths) == 1 and not any(map(is_rules_file, documents)):
        return _of_scenario(documents, problems)
    return Subject(rules_from(documents, problems), None)


def _of_scenario(documents: Sequence[Document], problems: Problems) -> Subject:
    scenario = scenario_from(next(iter(documents), None), problems)
    return Subject(rules_of(scenario), scenario)


def grounded(rules: RuleSet, scenario: ScenarioFile) -> Grounding:
    """Unroll rules over a scenario, with its own waivers."""
    waivers = waivers_for(scenario, (), clock_day())
    return ground(rules, scenario, waivers=waivers)


def require_files(
    ctx: click.Context, files: Sequence[str], scenario: str | None
) -> None:
    """Refuse a command line that names neither files nor a scenario."""
    if not files and scenario is None:
        parameter = next(one for one in ctx.command.params if one.name == "files")
        raise click.MissingParameter(ctx=ctx, param=parameter)
