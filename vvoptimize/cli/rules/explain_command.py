"""`vvoptimize rules explain`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from vvoptimize.authoring.clauses import encodings_of
from vvoptimize.cli.command import Command
from vvoptimize.cli.options import PATH, format_options, over_scenario_option
from vvoptimize.cli.output import Output
from vvoptimize.cli.rules.subject import grounded, read_subject, require_files
from vvoptimize.errors import InputError, Problem, listed, suggest
from vvoptimize.report.authoring.explain import explain_report

if TYPE_CHECKING:
    from pathlib import Path

    from vvoptimize.cli.texts import Texts
    from vvoptimize.ruleset.rules import CostKey, Objective, Rule, RuleSet


def command(words: Texts) -> click.Command:
    """Give the command with its help in a language."""

    @click.command("explain", cls=Command, words=words, help=words.rules_explain)
    @click.argument("rule")
    @click.argument("files", nargs=-1, type=PATH)
    @over_scenario_option(words)
    @format_options(words)
    @click.pass_context
    def explain_command(
        ctx: click.Context,
        rule: str,
        files: tuple[str, ...],
        scenario: str | None,
        format_: str,
        lang: str | None,
        output: Path | None,
        quiet: bool,
    ) -> int:
        require_files(ctx, files, scenario)
        subject = read_subject(files, scenario)
        rules, read = subject
        grounding = None if read is None else grounded(rules, read)
        in_force = rules if grounding is None else grounding.rule_set
        report = explain_report(_named(rule, in_force), in_force, grounding)
        language = lang or subject.language or words.language
        Output(format_, language, output, quiet).write(report)
        return 0

    return explain_command


def _named(name: str, rule_set: RuleSet) -> Rule | Objective | CostKey:
    """Find a rule, an objective or a cost key by its id."""
    found = {encoding.id: encoding.principle for encoding in encodings_of(rule_set)}
    if name in found:
        return found[name]
    values = {"name": name, "known": listed(found) or "-"}
    near = suggest(name, found)
    values |= {} if near is None else {"suggestion": near}
    raise InputError([Problem("VV434", None, values)])
