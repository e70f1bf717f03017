"""`vvoptimize solve`."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from vvoptimize.cli.command import Command
from vvoptimize.cli.conflicts import told_conflict
from vvoptimize.cli.limits import limit_options
from vvoptimize.cli.options import (
    format_options,
    rule_option,
    scenario_argument,
    waiver_options,
)
from vvoptimize.cli.output import Output
from vvoptimize.cli.progress import progress_line
from vvoptimize.cli.reading import read_both
from vvoptimize.errors import InfeasibleError
from vvoptimize.optimize import solve
from vvoptimize.report import solve_report
from vvoptimize.solution.stages import Limits, Outcome

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from vvoptimize.cli.texts import Texts
    from vvoptimize.solution.solution import Solution

NOT_PROVED = 4


def command(words: Texts) -> click.Command:
    """Give the command with its help in a language."""

    @click.command("solve", cls=Command, words=words, help=words.solve)
    @scenario_argument
    @rule_option(words)
    @waiver_options(words)
    @limit_options(words)
    @format_options(words)
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
        format_: str,
        lang: str | None,
        output: Path | None,
        quiet: bool,
        timings: bool,
    ) -> int:
        file, rules = read_both(scenario, rule_files)
        language = lang or file.scenario.language
        target = Output(format_, language, output, quiet, timings)
        limits = Limits(seconds, work, workers, seed)
        find = partial(
            solve, file, rules, limits=limits, waivers=waiver_files, today=today
        )
        return _solved(find, target)

    return solve_command


def _solved(find: Callable[..., Solution], output: Output) -> int:
    from vvoptimize.cpsat.loading import load_without_pandas

    load_without_pandas()
    try:
        with progress_line(quiet=output.quiet, language=output.language) as on_progress:
            solution = find(on_progress=on_progress)
    except InfeasibleError as error:
        return told_conflict(error, output)
    output.write(solve_report(solution))
    return 0 if solution.outcome is Outcome.OPTIMAL else NOT_PROVED
