"""A command whose help and whose complaints are in the user's language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from vvoptimize.errors import InputError, Problem, listed

if TYPE_CHECKING:
    from vvoptimize.cli.texts import Texts


class Command(click.Command):
    """One command; it also refuses surplus arguments in the user's language."""

    def __init__(self, name: str | None, words: Texts, **settings: Any) -> None:
        settings["epilog"] = words.exit_codes
        settings["options_metavar"] = words.options_metavar
        super().__init__(name, **settings)
        self.allow_extra_args = True
        self._words = words

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Give `--help`, with its own help translated."""
        return translated_help(super().get_help_option(ctx), self._words)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments; what is left over is refused."""
        surplus = super().parse_args(ctx, args)
        if surplus and not ctx.resilient_parsing:
            raise InputError([Problem("VV535", None, {"arguments": listed(surplus)})])
        return surplus

    def get_help(self, ctx: click.Context) -> str:
        """Give the whole help."""
        return translated_page(self, ctx, self._words)


def translated_help(option: click.Option | None, words: Texts) -> click.Option | None:
    """Give the option `--help` with a help of our own."""
    if option is not None:
        option.help = words.help_option
    return option


def translated_page(command: click.Command, ctx: click.Context, words: Texts) -> str:
    """Give the help of a command with its headings translated."""
    formatter = _Formatter(words, ctx.terminal_width, ctx.max_content_width)
    command.format_help(ctx, formatter)
    return formatter.getvalue().rstrip("\n")


class _Formatter(click.HelpFormatter):
    def __init__(self, words: Texts, width: int | None, most: int | None) -> None:
        super().__init__(width=width, max_width=most)
        self._usage = words.usage
        self._headings = {"Options": words.options, "Commands": words.commands}

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or self._usage)

    def write_heading(self, heading: str) -> None:
        super().write_heading(self._headings.get(heading, heading))
