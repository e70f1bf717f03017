"""`vvoptimize check`."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from vvoptimize.classes import NamedTuple
from vvoptimize.cli.assignments import (
    asked_assignment,
    asked_document,
    assignment_option,
)
from vvoptimize.cli.check_formats import check_output, formats_option
from vvoptimize.cli.command import Command
from vvoptimize.cli.limits import limit_options
from vvoptimize.cli.milestones import (
    check_steps,
    milestones_option,
    write_milestones,
)
from vvoptimize.cli.options import (
    PATH,
    language_option,
    output_option,
    quiet_option,
    rule_option,
    waiver_options,
)
from vvoptimize.cli.reading import read_both
from vvoptimize.errors import InputError, Problem
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


class Search(NamedTuple):
    """The options about a search, as given."""

    optimal: bool
    seconds: float | None
    work: float | None
    workers: int
    seed: int


NO_SEARCH = Search(optimal=False, seconds=None, work=None, workers=1, seed=0)


def command(words: Texts) -> click.Command:
    """Give the command with its help in a language."""

    @click.command("check", cls=Command, words=words, help=words.check)
    @click.argument("paths", nargs=-1, required=True, type=PATH, metavar="PATH...")
    @assignment_option(words.assignment)
    @click.option("--base", metavar="REV|FILE", help=words.base)
    @click.option("--base-assignment", metavar="NAME|FILE", help=words.base_assignment)
    @click.option("--optimal", is_flag=True, help=words.optimal)
    @click.option("--watch", is_flag=True, help=words.watch)
    @rule_option(words)
    @waiver_options(words)
    @limit_options(words)
    @milestones_option(words)
    @formats_option(words)
    @language_option(words)
    @output_option(words)
    @quiet_option(words)
    def check_command(
        paths: tuple[str, ...],
        assignment: str | None,
        base: str | None,
        base_assignment: str | None,
        optimal: bool,
        watch: bool,
        rule_files: tuple[str, ...],
        waiver_files: tuple[str, ...],
        today: str,
        seconds: float | None,
        work: float | None,
        workers: int,
        seed: int,
        milestones: tuple[Path, ...],
        formats: tuple[Format, ...],
        lang: str | None,
        output: Path | None,
        quiet: bool,
    ) -> int:
        out = check_output(formats, lang, output, milestones, quiet=quiet)
        search = Search(optimal, seconds, work, workers, seed)
        beside = base is not None or base_assignment is not None or watch
        if not beside and search == NO_SEARCH and _is_one_file(paths):
            return _check_one(
                out, paths[0], assignment, rule_files, waiver_files, today, words
            )
        if milestones:
            raise InputError([Problem("VV298", None)])

        # One file alone is checked without what the rest loads.
        from vvoptimize.cli.proposals.asked import Asked, limits_of
        from vvoptimize.cli.proposals.run import check_all, watch_all

        asked = Asked(
            assignment,
            base,
            base_assignment,
            limits_of(search),
            rule_files,
            waiver_files,
            today,
        )
        run = watch_all if watch else check_all
        return run(paths, asked, out, words.language)

    return check_command


def _is_one_file(paths: tuple[str, ...]) -> bool:
    # Unlike a `Path`, it has an answer for names that there cannot be.
    return len(paths) == 1 and not os.path.isdir(paths[0])  # noqa: PTH112


def _check_one(
    out: CheckOutput,
    scenario: str,
    assignment: str | None,
    rule_files: Sequence[str],
    waiver_files: Sequence[str],
    today: str,
    words: Texts,
) -> int:
    """Check one file by its own rules."""
    try:
        assessed = _judged(out, scenario, assignment, rule_files, waiver_files, today)
    except InputError as error:
        if out.is_for_machines:
            _tell_problems(out, error, scenario, out.language or words.language)
        raise
    language = out.language or assessed.grounding.scenario.language
    report, code = check_report(assessed), _exit_code(assessed)
    if out.is_for_machines:
        _tell_cases(out, assessed, report, assignment, language, code)
    write_milestones(out.milestones, report, language)
    out.write(report, language)
    return code


def _judged(
    out: CheckOutput,
    scenario: str,
    assignment: str | None,
    rule_files: Sequence[str],
    waiver_files: Sequence[str],
    today: str,
) -> Assessed:
    file, rules = read_both(scenario, rule_files)
    check_steps(out.milestones, file)
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
