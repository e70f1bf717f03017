"""`vvoptimize rules`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from vvoptimize.cli.command import Command
from vvoptimize.cli.options import PATH, clock_day, format_options
from vvoptimize.cli.output import Output
from vvoptimize.errors import Problems
from vvoptimize.report import RulesReport, rules_report
from vvoptimize.ruleset.file import is_rules_file
from vvoptimize.ruleset.grounding import ground
from vvoptimize.ruleset.reading import rules_from, rules_of
from vvoptimize.ruleset.waivers import waivers_for
from vvoptimize.scenario.reading import scenario_from
from vvoptimize.source import parse_into, read_text

if TYPE_CHECKING:
    from pathlib import Path

    from vvoptimize.cli.texts import Texts


def command(words: Texts) -> click.Command:
    """Give the command with its help in a language."""

    @click.command("rules", cls=Command, words=words, help=words.rules)
    @click.argument("file", type=PATH)
    @format_options(words)
    def rules_command(
        file: str, format_: str, lang: str | None, output: Path | None, quiet: bool
    ) -> int:
        report, language = _report(file)
        Output(format_, lang or language or words.language, output, quiet).write(report)
        return 0

    return rules_command


def _report(path: str) -> tuple[RulesReport, str | None]:
    """List a scenario's rules with their ground counts, or those of a rules file."""
    problems = Problems()
    document = parse_into(read_text(path), path, problems)
    if document is not None and is_rules_file(document):
        return rules_report(rules_from([document], problems), None), None
    scenario = scenario_from(document, problems)
    rules = rules_of(scenario)
    grounding = ground(rules, scenario, waivers=waivers_for(scenario, (), clock_day()))
    return rules_report(rules, grounding), scenario.scenario.language
