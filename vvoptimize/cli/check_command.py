"""`vvoptimize check`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from vvoptimize.cli.assignments import asked_assignment, assignment_option
from vvoptimize.cli.command import Command
from vvoptimize.cli.options import (
    format_options,
    rule_option,
    scenario_argument,
    waiver_options,
)
from vvoptimize.cli.output import Output
from vvoptimize.cli.reading import read_both
from vvoptimize.report import check_report
from vvoptimize.ruleset.waivers import waivers_for
from vvoptimize.solution.assessed import Assessed, assess

if TYPE_CHECKING:
    from pathlib import Path

    from vvoptimize.cli.texts import Texts

BROKEN = 1
UNDECIDED = 2


def command(words: Texts) -> click.Command:
    """Give the command with its help in a language."""

    @click.command("check", cls=Command, words=words, help=words.check)
    @scenario_argument
    @assignment_option(words.assignment)
    @rule_option(words)
    @waiver_options(words)
    @format_options(words)
    def check_command(
        scenario: str,
        assignment: str | None,
        rule_files: tuple[str, ...],
        waiver_files: tuple[str, ...],
        today: str,
        format_: str,
        lang: str | None,
        output: Path | None,
        quiet: bool,
    ) -> int:
        file, rules = read_both(scenario, rule_files)
        name, given = asked_assignment(file.scenario, assignment)
        waivers = waivers_for(file, waiver_files, today)
        assessed = assess(rules, file, given, name=name, waivers=waivers)
        language = lang or file.scenario.language
        Output(format_, language, output, quiet).write(check_report(assessed))
        return _exit_code(assessed)

    return check_command


def _exit_code(assessed: Assessed) -> int:
    if assessed.evaluation.broken:
        return BROKEN
    return UNDECIDED if assessed.evaluation.unknown else 0
