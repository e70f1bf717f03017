"""`vvoptimize check`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from vvoptimize.assignment import Assignment, named_assignment, parse_assignment
from vvoptimize.cli.command import Command
from vvoptimize.cli.options import (
    format_options,
    rule_option,
    scenario_argument,
    waiver_options,
)
from vvoptimize.cli.output import Output
from vvoptimize.cli.reading import read_both
from vvoptimize.errors import InputError, Problem, listed
from vvoptimize.report import check_report
from vvoptimize.ruleset.waivers import waivers_for
from vvoptimize.scenario.reading import read_scenario
from vvoptimize.solution.assessed import Assessed, assess
from vvoptimize.source import read_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vvoptimize.cli.texts import Texts
    from vvoptimize.scenario.model import Scenario

BROKEN = 1
UNDECIDED = 2


def command(words: Texts) -> click.Command:
    """Give the command with its help in a language."""

    @click.command("check", cls=Command, words=words, help=words.check)
    @scenario_argument
    @click.option(
        "-a",
        "--assignment",
        shell_complete=_names,
        help=words.assignment,
        metavar="NAME|FILE",
    )
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
        name, given = _assignment(file.scenario, assignment)
        waivers = waivers_for(file, waiver_files, today)
        assessed = assess(rules, file, given, name=name, waivers=waivers)
        language = lang or file.scenario.language
        Output(format_, language, output, quiet).write(check_report(assessed))
        return _exit_code(assessed)

    return check_command


def _assignment(scenario: Scenario, asked: str | None) -> tuple[str, Assignment]:
    """Find the assignment by name, in a file, or as the only one there is."""
    if asked is None:
        return _only(scenario)
    if asked in scenario.assignments or not _is_file(asked):
        return asked, named_assignment(scenario, asked)
    return asked, parse_assignment(read_text(asked), asked, scenario)


def _is_file(asked: str) -> bool:
    looks_so = asked == "-" or "/" in asked or asked.endswith((".yaml", ".yml"))
    return looks_so or Path(asked).exists()


def _only(scenario: Scenario) -> tuple[str, Assignment]:
    names = list(scenario.assignments)
    if len(names) == 1:
        return names[0], named_assignment(scenario, names[0])
    code = "VV521" if names else "VV522"
    raise InputError([Problem(code, None, {"names": listed(names)})])


def _exit_code(assessed: Assessed) -> int:
    if assessed.evaluation.broken:
        return BROKEN
    return UNDECIDED if assessed.evaluation.unknown else 0


def _names(
    ctx: click.Context, _parameter: click.Parameter, incomplete: str
) -> Sequence[str]:
    """Complete the names of assignments; silent if the scenario cannot be read."""
    # Click has not told the arguments apart when an option still lacks its value.
    path = ctx.params.get("scenario") or next(iter(ctx.args), None)
    if not path:
        return []
    try:
        names = read_scenario(path).scenario.assignments
    except InputError:
        return []
    return [name for name in names if name.startswith(incomplete)]
