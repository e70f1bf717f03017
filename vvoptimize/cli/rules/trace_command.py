"""`vvoptimize rules trace`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from vvoptimize.authoring.agreement import split_agreement
from vvoptimize.authoring.trace import trace
from vvoptimize.cli.command import Command
from vvoptimize.cli.options import PATH, files_argument, format_options
from vvoptimize.cli.output import Output
from vvoptimize.cli.rules.subject import read_subject
from vvoptimize.report.authoring.trace import trace_report
from vvoptimize.source import read_text

if TYPE_CHECKING:
    from pathlib import Path

    from vvoptimize.cli.texts import Texts

UNSOUND = 1


def command(words: Texts) -> click.Command:
    """Give the command with its help in a language."""

    @click.command("trace", cls=Command, words=words, help=words.rules_trace)
    @click.argument("agreement", type=PATH)
    @files_argument
    @format_options(words)
    def trace_command(
        agreement: str,
        files: tuple[str, ...],
        format_: str,
        lang: str | None,
        output: Path | None,
        quiet: bool,
    ) -> int:
        subject = read_subject(files)
        text = split_agreement(read_text(agreement), agreement)
        traced = trace(subject.rules, text)
        language = lang or subject.language or words.language
        report = trace_report(traced, subject.rules)
        Output(format_, language, output, quiet).write(report)
        return 0 if traced.sound else UNSOUND

    return trace_command
