"""The program and its commands; a command is imported when it is called."""

from __future__ import annotations

from importlib import import_module

import click

from vvoptimize import __version__
from vvoptimize.cli.command import translated_help, translated_page
from vvoptimize.cli.options import LANGUAGE
from vvoptimize.cli.texts import Texts, texts
from vvoptimize.errors import InputError, Problem, listed, suggest

COMMANDS = ("solve", "check", "validate", "rules", "init", "schema", "completion")


class Program(click.Group):
    """All commands, in the order in which a newcomer meets them."""

    def __init__(self, words: Texts) -> None:
        super().__init__(
            "vvoptimize",
            help=words.program,
            epilog=words.exit_codes,
            options_metavar=words.options_metavar,
            subcommand_metavar=words.command_metavar,
            context_settings={"help_option_names": ["-h", "--help"]},
            params=[click.Option(["--lang"], type=LANGUAGE, help=words.lang)],
            callback=_remember_language,
        )
        self._words = words

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the names of the commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"vvoptimize.cli.{cmd_name}_command")
        command: click.Command = module.command(self._words)
        return command

    def format_commands(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """List the commands without importing any."""
        rows = [(name, first_sentence(getattr(self._words, name))) for name in COMMANDS]
        with formatter.section(self._words.commands):
            formatter.write_dl(rows)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; one that there is not is refused in our own words."""
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            values = {"name": name, "known": listed(COMMANDS)}
            near = suggest(name, COMMANDS)
            values |= {} if near is None else {"suggestion": near}
            raise InputError([Problem("VV531", None, values)])
        return super().resolve_command(ctx, args)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Give `--help`, with its own help translated."""
        return translated_help(super().get_help_option(ctx), self._words)

    def get_help(self, ctx: click.Context) -> str:
        """Give the whole help."""
        return translated_page(self, ctx, self._words)


def first_sentence(text: str) -> str:
    """Give the first sentence of a help text."""
    return text.partition("\n\n")[0].partition(". ")[0].rstrip(".") + "."


@click.pass_context
def _remember_language(ctx: click.Context, lang: str | None) -> None:
    """Let `--lang` before the command count for the command."""
    if lang is not None:
        ctx.default_map = {name: {"lang": lang} for name in COMMANDS}


def program(language: str) -> click.Group:
    """Give the program with its help in a language."""
    words = texts(language)
    show_version = click.version_option(
        __version__, prog_name="vvoptimize", help=words.version
    )
    return show_version(Program(words))
