"""Groups of commands; a command is imported when it is called."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from vvoptimize.cli.command import translated_help, translated_page
from vvoptimize.errors import InputError, Problem, listed, suggest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vvoptimize.cli.texts import Texts


class Group(click.Group):
    """Commands in the order in which a newcomer meets them.

    Parameters
    ----------
    folder
        Package in which the command `name` is the module `name_command`.
    prefix
        Of the attributes of `words` with the commands' helps.
    """

    def __init__(
        self,
        name: str,
        words: Texts,
        names: Sequence[str],
        folder: str,
        prefix: str = "",
        **settings: Any,
    ) -> None:
        super().__init__(
            name,
            epilog=words.exit_codes,
            options_metavar=words.options_metavar,
            subcommand_metavar=words.command_metavar,
            context_settings={"help_option_names": ["-h", "--help"]},
            **settings,
        )
        self._words = words
        self._names = names
        self._folder = folder
        self._prefix = prefix

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the names of the commands."""
        return list(self._names)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        if cmd_name not in self._names:
            return None
        module = import_module(f"{self._folder}.{cmd_name}_command")
        command: click.Command = module.command(self._words)
        return command

    def format_commands(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """List the commands without importing any."""
        helps = ((name, f"{self._prefix}{name}") for name in self._names)
        rows = [
            (name, first_sentence(getattr(self._words, key))) for name, key in helps
        ]
        with formatter.section(self._words.commands):
            formatter.write_dl(rows)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; one that there is not is refused in our own words."""
        name = args[0]
        if name not in self._names and not name.startswith("-"):
            values = {"name": name, "known": listed(self._names)}
            near = suggest(name, self._names)
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
