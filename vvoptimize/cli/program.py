"""The program: all its commands."""

from __future__ import annotations

import click

from vvoptimize import __version__
from vvoptimize.cli.group import Group
from vvoptimize.cli.options import LANGUAGE
from vvoptimize.cli.texts import texts

COMMANDS = (
    "solve",
    "check",
    "members",
    "validate",
    "rules",
    "init",
    "schema",
    "completion",
)


def program(language: str) -> click.Group:
    """Give the program with its help in a language."""
    words = texts(language)
    show_version = click.version_option(
        __version__, prog_name="vvoptimize", help=words.version
    )
    group = Group(
        "vvoptimize",
        words,
        COMMANDS,
        "vvoptimize.cli",
        help=words.program,
        params=[click.Option(["--lang"], type=LANGUAGE, help=words.lang)],
        callback=remember_language,
    )
    return show_version(group)


@click.pass_context
def remember_language(ctx: click.Context, lang: str | None) -> None:
    """Let `--lang` before a command count for the command, and for those below it."""
    if lang is None or not isinstance(ctx.command, click.Group):
        return
    own = {"lang": lang}
    ctx.default_map = {name: own | {} for name in ctx.command.list_commands(ctx)}
