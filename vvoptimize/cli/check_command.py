"""`vvoptimize check`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from vvoptimize.cli.assignments import (
    asked_assignment,
    asked_document,
    assignment_option,
)
from vvoptimize.cli.check_formats import check_output, formats_option
from vvoptimize.cli.command import Command
from vvoptimize.cli.options import (
    language_option,
    output_option,
    quiet_option,
    rule_option,
    scenario_argument,
    waiver_options,
)
from vvoptimize.cli.reading import read_both
from vvoptimize.errors import InputError
from vvoptimize.report import check_report
from vvoptimize.ruleset.waivers import waivers_for
from vvoptimize.solution.assessed import Assessed, assess

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from vvoptimize.cli.check_formats import CheckOutput, Format
    from vvoptimize.cli.texts import Texts
    from vvoptimize.report import CheckReport

BROKEN = 1
UNDECIDED = 2


def command(words: Texts) -> click.Command:
    """Give the command with its help in a language."""

    @click.command("check", cls=Command, words=words, help=words.check)
    @scenario_argument
    @assignment_option(words.assignment)
    @rule_option(words)
    @waiver_options(words)
    @formats_option(words)
    @language_option(words)
    @output_option(words)
    @quiet_option(words)
    def check_command(
        scenario: str,
        assignment: str | None,
        rule_files: tuple[str, ...],
        waiver_files: tuple[str, ...],
        today: str,
        formats: tuple[Format, ...],
        lang: str | None,
        output: Path | None,
        quiet: bool,
    ) -> int:
        out = check_output(formats, lang, output, quiet=quiet)
        try:
            assessed = _judged(scenario, assignment, rule_files, waiver_files, today)
        except InputError as error:
            if out.is_for_machines:
                _tell_problems(out, error, scenario, lang or words.language)
            raise
        language = lang or assessed.grounding.scenario.language
        report, code = check_report(assessed), _exit_code(assessed)
        if out.is_for_machines:
            _tell_cases(out, assessed, report, assignment, language, code)
        out.write(report, language)
        return code

    return check_command


def _judged(
    scenario: str,
    assignment: str | None,
    rule_files: Sequence[str],
    waiver_files: Sequence[str],
    today: str,
) -> Assessed:
    file, rules = read_both(scenario, rule_files)
    name, given = asked_assignment(file.scenario, assignment)
    waivers = waivers_for(file, waiver_files, today)
    return assess(rules, file, given, name=name, waivers=waivers)


def _tell_cases(
    out: CheckOutput,
    assessed: Assessed,
    report: CheckReport,
    assignment: str | None,
    language: str,
    code: int,
) -> None:
    """Write what machines read; only they load what it takes."""
    from vvoptimize.explanation.case_place import Written
    from vvoptimize.report.gate.build import gate_check
    from vvoptimize.report.gate.model import GateReport

    document = asked_document(assessed.grounding.scenario, assignment)
    written = None if document is None else Written(document, ())
    check = gate_check(assessed, report, language=language, written=written)
    out.write_gate(GateReport(language, (check,), (), code))


def _tell_problems(
    out: CheckOutput, error: InputError, path: str, language: str
) -> None:
    from vvoptimize.report.gate.build import gate_problem
    from vvoptimize.report.gate.model import GateReport

    problems = tuple(gate_problem(problem, path) for problem in error.problems)
    out.write_gate(GateReport(language, (), problems, error.exit_code))


def _exit_code(assessed: Assessed) -> int:
    if assessed.evaluation.broken:
        return BROKEN
    return UNDECIDED if assessed.evaluation.unknown else 0
