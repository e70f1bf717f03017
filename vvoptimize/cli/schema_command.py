"""`vvoptimize schema`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from vvoptimize.cli.command import Command
from vvoptimize.cli.options import language_option, output_option
from vvoptimize.cli.output import echo, write_whole

if TYPE_CHECKING:
    from pathlib import Path

    from vvoptimize.cli.texts import Texts


def command(words: Texts) -> click.Command:
    """Give the command with its help in a language."""

    @click.command("schema", cls=Command, words=words, help=words.schema)
    @click.argument(
        "kind", type=click.Choice(["scenario", "rules", "waivers", "member"])
    )
    @language_option(words, exposed=False)
    @output_option(words)
    def schema_command(kind: str, output: Path | None) -> int:
        text = schema_text(kind)
        if output is None:
            echo(text)
        else:
            write_whole(output, text + "\n")
        return 0

    return schema_command


def schema_text(kind: str) -> str:
    """Give the JSON Schema of a kind of file."""
    if kind == "rules":
        from vvoptimize.ruleset.schema import rules_schema

        schema = rules_schema()
    elif kind == "waivers":
        from vvoptimize.ruleset.schema import waivers_schema

        schema = waivers_schema()
    elif kind == "member":
        from vvoptimize.scenario.schema import member_schema

        schema = member_schema()
    else:
        from vvoptimize.scenario.schema import scenario_schema

        schema = scenario_schema()
    return json.dumps(schema, ensure_ascii=False, indent=2)
