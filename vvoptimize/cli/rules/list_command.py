"""`vvoptimize rules list`, or `vvoptimize rules` with files alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from vvoptimize.cli.command import Command
from vvoptimize.cli.options import files_argument, format_options
from vvoptimize.cli.output import Output
from vvoptimize.cli.rules.subject import grounded, read_subject
from vvoptimize.report import rules_report

if TYPE_CHECKING:
    from pathlib import Path

    from vvoptimize.cli.texts import Texts


def command(words: Texts) -> click.Command:
    """Give the command with its help in a language."""

    @click.command("list", cls=Command, words=words, help=words.rules_list)
    @files_argument
    @format_options(words)
    def list_command(
        files: tuple[str, ...],
        format_: str,
        lang: str | None,
        output: Path | None,
        quiet: bool,
    ) -> int:
        rules, scenario = subject = read_subject(files)
        grounding = None if scenario is None else grounded(rules, scenario)
        language = lang or subject.language or words.language
        report = rules_report(rules, grounding)
        Output(format_, language, output, quiet).write(report)
        return 0

    return list_command
