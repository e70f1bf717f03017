"""`vvoptimize rules`: lists rules, and has commands for those who write them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from vvoptimize.cli.group import Group
from vvoptimize.cli.options import LANGUAGE
from vvoptimize.cli.program import remember_language

if TYPE_CHECKING:
    from vvoptimize.cli.texts import Texts

COMMANDS = ("list", "lint", "test", "trace", "explain", "prove")
HELP = ("-h", "--help")


def command(words: Texts) -> click.Command:
    """Give the group with its help in a language."""
    return _Rules(
        "rules",
        words,
        COMMANDS,
        "vvoptimize.cli.rules",
        "rules_",
        help=words.rules,
        params=[click.Option(["--lang"], type=LANGUAGE, help=words.lang)],
        callback=remember_language,
    )


class _Rules(Group):
    """A group in which files alone are listed: `rules FILE` is `rules list FILE`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments; `list` is understood where only files are given."""
        at = _first_of_command(args)
        if args[at:] and _is_for_list(args[at]):
            args = [*args[:at], "list", *args[at:]]
        return super().parse_args(ctx, args)

    def shell_complete(
        self, ctx: click.Context, incomplete: str
    ) -> list[CompletionItem]:
        """Complete a command, or the path of a file to list."""
        found = super().shell_complete(ctx, incomplete)
        return found or [CompletionItem(incomplete, type="file")]


def _first_of_command(args: list[str]) -> int:
    """Give the place of the first argument that is not about the language."""
    if args[:1] == ["--lang"]:
        return 2
    return int(bool(args) and args[0].startswith("--lang="))


def _is_for_list(argument: str) -> bool:
    """Tell a file, or an option of `list`, from the (misspelt) name of a command."""
    if argument in COMMANDS or argument in HELP:
        return False
    path = Path(argument)
    looks_like_one = bool(path.suffix) or len(path.parts) > 1
    return argument.startswith("-") or looks_like_one or path.exists()
