"""`vvoptimize rules prove`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from vvoptimize.authoring.prove import Proofs, prove
from vvoptimize.cli.command import Command
from vvoptimize.cli.limits import limit_options
from vvoptimize.cli.options import format_options, rule_option, scenario_argument
from vvoptimize.cli.output import Output
from vvoptimize.cli.reading import read_both
from vvoptimize.cli.rules.subject import grounded
from vvoptimize.report.authoring.prove import prove_report
from vvoptimize.solution.stages import Limits, Stop

if TYPE_CHECKING:
    from pathlib import Path

    from vvoptimize.cli.texts import Texts

IMPOSSIBLE = 1
NOT_PROVED = 4


def command(words: Texts) -> click.Command:
    """Give the command with its help in a language."""

    @click.command("prove", cls=Command, words=words, help=words.rules_prove)
    @scenario_argument
    @rule_option(words)
    @limit_options(words)
    @format_options(words)
    def prove_command(
        scenario: str,
        rule_files: tuple[str, ...],
        seconds: float | None,
        work: float | None,
        workers: int,
        seed: int,
        format_: str,
        lang: str | None,
        output: Path | None,
        quiet: bool,
    ) -> int:
        from vvoptimize.cpsat.loading import load_without_pandas

        load_without_pandas()
        file, rules = read_both(scenario, rule_files)
        grounding = grounded(rules, file)
        proofs = prove(grounding, Limits(seconds, work, workers, seed))
        language = lang or file.scenario.language
        report = prove_report(proofs, grounding)
        Output(format_, language, output, quiet).write(report)
        return _exit_code(proofs)

    return prove_command


def _exit_code(proofs: Proofs) -> int:
    if proofs.impossible:
        return IMPOSSIBLE
    return 0 if proofs.stop is Stop.PROVED else NOT_PROVED
