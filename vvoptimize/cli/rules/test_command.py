"""`vvoptimize rules test`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from vvoptimize.authoring.cases import Reading, run_rules
from vvoptimize.cli.command import Command
from vvoptimize.cli.options import files_argument, format_options
from vvoptimize.cli.output import Output
from vvoptimize.cli.rules.subject import read_subject
from vvoptimize.errors import InputError, Problem
from vvoptimize.report.authoring.cases import cases_report

if TYPE_CHECKING:
    from pathlib import Path

    from vvoptimize.cli.texts import Texts

FAILED = 1


def command(words: Texts) -> click.Command:
    """Give the command with its help in a language."""

    @click.command("test", cls=Command, words=words, help=words.rules_test)
    @files_argument
    @click.option(
        "--reading",
        type=click.Choice([reading.value for reading in Reading]),
        default=Reading.BOTH.value,
        help=words.reading,
    )
    @format_options(words)
    def test_command(
        files: tuple[str, ...],
        reading: str,
        format_: str,
        lang: str | None,
        output: Path | None,
        quiet: bool,
    ) -> int:
        subject = read_subject(files)
        if not any(rule.cases for rule in subject.rules.rules):
            raise InputError([Problem("VV437")])
        through = Reading(reading)
        if through is Reading.BOTH:
            from vvoptimize.cpsat.loading import load_without_pandas

            load_without_pandas()
        runs = run_rules(subject.rules, through)
        report = cases_report(runs, subject.rules, through)
        language = lang or subject.language or words.language
        Output(format_, language, output, quiet).write(report)
        return FAILED if report.failed else 0

    return test_command
