"""`vvoptimize validate`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from vvoptimize.cli.command import Command
from vvoptimize.cli.options import PATH, clock_day, format_options
from vvoptimize.cli.output import Output
from vvoptimize.cli.validation import ValidatedFile, validation_json, validation_text
from vvoptimize.errors import InputError, Problem, Problems
from vvoptimize.ruleset.file import is_rules_file
from vvoptimize.ruleset.grounding import ground
from vvoptimize.ruleset.reading import rules_from, rules_of
from vvoptimize.ruleset.waivers import is_waivers_file, waivers_for, written_in
from vvoptimize.scenario.reading import scenario_from
from vvoptimize.source import (
    Document,
    Kind,
    is_of,
    parse_into,
    read_text,
    validate,
)

if TYPE_CHECKING:
    from pathlib import Path

    from vvoptimize.cli.texts import Texts


def command(words: Texts) -> click.Command:
    """Give the command with its help in a language."""

    @click.command("validate", cls=Command, words=words, help=words.validate)
    @click.argument("files", nargs=-1, required=True, type=PATH)
    @format_options(words)
    def validate_command(
        files: tuple[str, ...],
        format_: str,
        lang: str | None,
        output: Path | None,
        quiet: bool,
    ) -> int:
        checked = [_validated(path) for path in files]
        sound = not any(file.problems for file in checked)
        render = validation_json if format_ == "json" else validation_text
        if output is not None or not (quiet and sound):
            target = Output(format_, lang or words.language, output, quiet)
            target.write_text(render(checked, lang or words.language))
        return 0 if sound else InputError.exit_code

    return validate_command


def _validated(path: str) -> ValidatedFile:
    """Check one file; a scenario together with the rules it names."""
    problems = Problems()
    try:
        document = parse_into(read_text(path), path, problems)
        if document is not None and is_rules_file(document):
            return _rules(document, problems)
        if document is not None and is_waivers_file(document):
            return _waivers(document, problems)
        if document is not None and is_of(document, Kind.MEMBER):
            return _member(document, problems)
        return _scenario(document, problems)
    except InputError as error:
        return ValidatedFile(path, error.problems)


def _rules(document: Document, problems: Problems) -> ValidatedFile:
    rules = rules_from([document], problems)
    if not rules.rules:
        raise InputError([Problem("VV406", document.span(()))])
    return ValidatedFile(document.path, (), rules=len(rules.rules))


def _waivers(document: Document, problems: Problems) -> ValidatedFile:
    """Check a file of waivers alone: whether they fit, a scenario's rules tell."""
    written = tuple(written_in(document, problems))
    problems.raise_if_any()
    return ValidatedFile(document.path, (), waivers=len(written))


def _member(document: Document, problems: Problems) -> ValidatedFile:
    """Check the file of a newcomer alone: whether it fits, a scenario tells."""
    from vvoptimize.scenario.member import Member  # few files are of one

    member = validate(document, Member, problems)
    if member is None or problems:
        raise InputError(problems)
    return ValidatedFile(document.path, (), services=len(member.services))


def _scenario(document: Document | None, problems: Problems) -> ValidatedFile:
    scenario = scenario_from(document, problems)
    waivers = waivers_for(scenario, (), clock_day())
    grounding = ground(rules_of(scenario), scenario, waivers=waivers)
    return ValidatedFile(
        scenario.document.path,
        (),
        rules=len(grounding.rule_set.rules),
        instances=len(grounding.model.instances),
        services=len(grounding.scenario.services),
        municipalities=len(grounding.scenario.municipalities),
        waivers=len(grounding.waivers) or None,
    )
