"""`vvoptimize rules lint`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from vvoptimize.authoring.lint.lint import lint
from vvoptimize.authoring.lint.pages import PAGES
from vvoptimize.cli.command import Command
from vvoptimize.cli.options import PATH, format_options, over_scenario_option
from vvoptimize.cli.output import Output
from vvoptimize.cli.rules.subject import grounded, read_subject, require_files
from vvoptimize.errors import InputError, Problem, listed, suggest
from vvoptimize.report.authoring.lint import lint_page_report, lint_report

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from vvoptimize.cli.texts import Texts
    from vvoptimize.report.authoring.model import LintReport

FOUND = 1


def command(words: Texts) -> click.Command:
    """Give the command with its help in a language."""

    @click.command("lint", cls=Command, words=words, help=words.rules_lint)
    @click.argument("files", nargs=-1, type=PATH)
    @over_scenario_option(words)
    @click.option(
        "--explain", metavar="CODE", shell_complete=_codes, help=words.lint_page
    )
    @format_options(words)
    @click.pass_context
    def lint_command(
        ctx: click.Context,
        files: tuple[str, ...],
        scenario: str | None,
        explain: str | None,
        format_: str,
        lang: str | None,
        output: Path | None,
        quiet: bool,
    ) -> int:
        target = Output(format_, lang or words.language, output, quiet)
        if explain is not None:
            target.write(lint_page_report(_known(explain)))
            return 0
        require_files(ctx, files, scenario)
        report = _report(files, scenario)
        target.write(report)
        return FOUND if report.warnings else 0

    return lint_command


def _report(files: Sequence[str], scenario: str | None) -> LintReport:
    rules, read = read_subject(files, scenario)
    if read is None:
        return lint_report(lint(rules), rules, None)
    grounding = grounded(rules, read)
    findings = lint(grounding.rule_set, grounding)
    return lint_report(findings, rules, read.scenario.id)


def _known(code: str) -> str:
    """Give the code of a finding as it is written; one that there is not is refused."""
    if code.upper() in PAGES:
        return code.upper()
    values = {"name": code, "known": listed(PAGES)}
    near = suggest(code, PAGES)
    values |= {} if near is None else {"suggestion": near}
    raise InputError([Problem("VV435", None, values)])


def _codes(
    _ctx: click.Context, _parameter: click.Parameter, incomplete: str
) -> Sequence[str]:
    return [code for code in PAGES if code.startswith(incomplete.upper())]
