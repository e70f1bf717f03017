"""Running a check over many files, beside a base, or again at every save."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from vvoptimize.cli.proposals.asked import refuse_what_does_not_fit
from vvoptimize.cli.proposals.files import scenario_paths
from vvoptimize.cli.proposals.judging import checked
from vvoptimize.errors import InputError, Problem, listed
from vvoptimize.errors.text import unobeyed
from vvoptimize.report.proposal import proposal_report

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vvoptimize.cli.check_formats import CheckOutput
    from vvoptimize.cli.proposals.asked import Asked
    from vvoptimize.explanation.proposal.checked import Checked

STANDARD_INPUT = "-"


def check_all(
    paths: tuple[str, ...], asked: Asked, out: CheckOutput, told_in: str
) -> int:
    """Check every file, print what came of it, and give the exit code.

    Parameters
    ----------
    told_in
        The language of errors.
    """
    files = files_of(paths, asked)
    results = [checked(path, asked) for path in files]
    tell_problems(results, told_in)
    report = proposal_report(results)
    language = out.language or language_of(results, told_in)
    if out.is_for_machines:
        from vvoptimize.report.gate.run import gate_report

        out.write_gate(gate_report(results, report, language))
    out.write(report, language)
    return report.exit_code


def watch_all(
    paths: tuple[str, ...], asked: Asked, out: CheckOutput, told_in: str
) -> int:
    """Check every file, and again whenever one of them is saved; Ctrl-C ends it."""
    from vvoptimize.cli.proposals.watch import watch

    shown = [one for one in out.formats if one.path is None]
    given = {
        "--format": any(one.name != "text" for one in out.formats),
        "--output": len(shown) < len(out.formats),
        "--quiet": out.quiet,
    }
    refused = [option for option, value in given.items() if value]
    if refused:
        raise InputError([Problem("VV483", None, {"given": listed(refused)})])
    if STANDARD_INPUT in (*paths, asked.assignment):
        values = {"what": STANDARD_INPUT, "wanted": "watched"}
        raise InputError([Problem("VV482", None, values)])
    files_of(paths, asked)  # what can never be checked is refused before watching
    return watch(paths, asked, out.language or "", told_in)


def files_of(paths: tuple[str, ...], asked: Asked) -> tuple[str, ...]:
    """Give the files to check, once it is sure that they can be checked as asked."""
    files = scenario_paths(paths)
    refuse_what_does_not_fit(asked, files)
    if len(files) > 1 and asked.assignment == STANDARD_INPUT:
        values = {"what": "--assignment", "wanted": "read_again"}
        raise InputError([Problem("VV482", None, values)])
    return files


def language_of(results: Sequence[Checked], otherwise: str) -> str:
    """Give the language of the first scenario that could be read."""
    spoken = (
        one.assessed.grounding.scenario.language
        for one in results
        if one.assessed is not None
    )
    return next(spoken, otherwise)


def tell_problems(results: Sequence[Checked], language: str) -> None:
    """Print what keeps files from being checked, each once, as every command does."""
    problems = {
        problem.render(language): problem for one in results for problem in one.problems
    }
    if problems:
        told = InputError(problems.values()).render(language)
        click.echo(unobeyed(told), err=True)
