"""`vvoptimize solve`."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from vvoptimize.cli.assignments import (
    asked_under_way,
    check_save,
    keep_option,
    save_option,
)
from vvoptimize.cli.command import Command
from vvoptimize.cli.conflicts import told_conflict
from vvoptimize.cli.limits import limit_options
from vvoptimize.cli.milestones import (
    check_places,
    check_steps,
    milestones_option,
    write_milestones,
)
from vvoptimize.cli.options import (
    format_options,
    rule_option,
    scenario_argument,
    waiver_options,
)
from vvoptimize.cli.output import Output, write_whole
from vvoptimize.cli.progress import progress_line
from vvoptimize.cli.reading import read_both
from vvoptimize.errors import InfeasibleError
from vvoptimize.optimize import solve
from vvoptimize.report import solve_report
from vvoptimize.solution.stages import Limits, Outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from vvoptimize.cli.texts import Texts
    from vvoptimize.scenario.under_way import UnderWay
    from vvoptimize.solution.solution import Solution

NOT_PROVED = 4


def command(words: Texts) -> click.Command:
    """Give the command with its help in a language."""

    @click.command("solve", cls=Command, words=words, help=words.solve)
    @scenario_argument
    @rule_option(words)
    @waiver_options(words)
    @limit_options(words)
    @milestones_option(words)
    @format_options(words)
    @keep_option(words)
    @save_option(words)
    @click.option("--timings", is_flag=True, help=words.timings)
    def solve_command(
        scenario: str,
        rule_files: tuple[str, ...],
        waiver_files: tuple[str, ...],
        today: str,
        seconds: float | None,
        work: float | None,
        workers: int,
        seed: int,
        milestones: tuple[Path, ...],
        format_: str,
        lang: str | None,
        output: Path | None,
        quiet: bool,
        timings: bool,
        keep: str | None,
        save: Path | None,
    ) -> int:
        check_places(milestones, [output])
        check_save(save, [output, *milestones], [scenario, keep, *rule_files])
        file, rules = read_both(scenario, rule_files)
        check_steps(milestones, file)
        language = lang or file.scenario.language
        target = Output(format_, language, output, quiet, timings)
        limits = Limits(seconds, work, workers, seed)
        decided = None if keep is None else asked_under_way(file.scenario, keep)
        find = partial(
            solve,
            file,
            rules,
            limits=limits,
            waivers=waiver_files,
            today=today,
            keep=decided,
        )
        return _solved(find, target, decided, milestones, save)

    return solve_command


def _solved(
    find: Callable[..., Solution],
    output: Output,
    decided: UnderWay | None,
    milestones: Sequence[Path],
    save: Path | None,
) -> int:
    from vvoptimize.cpsat.loading import load_without_pandas

    load_without_pandas()
    from vvoptimize.explanation.changes import as_decided, changes_from
    from vvoptimize.explanation.left_out import left_out  # loads OR-Tools

    try:
        with progress_line(quiet=output.quiet, language=output.language) as on_progress:
            solution = find(on_progress=on_progress)
            kept_out = left_out(solution)
    except InfeasibleError as error:
        return told_conflict(error, output)
    changes = under_way = None
    if decided is not None:
        changes = changes_from(decided, solution.assessed)
        under_way = as_decided(decided, solution.assessed)
    report = solve_report(solution, changes, kept_out, under_way)
    write_milestones(milestones, report, output.language)
    if save is not None:
        _save(solution, save, proved=report.proved)
    output.write(report)
    return 0 if solution.outcome is Outcome.OPTIMAL else NOT_PROVED


def _save(solution: Solution, path: Path, *, proved: bool) -> None:
    from vvoptimize.report.saved import saved

    assessed = solution.assessed
    scenario = assessed.grounding.scenario
    write_whole(path, saved(assessed.assignment, scenario, proved=proved))
