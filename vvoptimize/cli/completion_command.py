"""`vvoptimize completion`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from click.shell_completion import get_completion_class

from vvoptimize.cli.command import Command
from vvoptimize.cli.options import language_option
from vvoptimize.cli.output import echo

if TYPE_CHECKING:
    from vvoptimize.cli.texts import Texts

VARIABLE = "_VVOPTIMIZE_COMPLETE"


def command(words: Texts) -> click.Command:
    """Give the command with its help in a language."""

    @click.command("completion", cls=Command, words=words, help=words.completion)
    @click.argument("shell", type=click.Choice(["bash", "zsh", "fish", "powershell"]))
    @language_option(words, exposed=False)
    @click.pass_context
    def completion_command(ctx: click.Context, shell: str) -> int:
        made = get_completion_class(shell)
        if made is None:  # an older click has no PowerShell
            ctx.fail(f"this version of click has no completion for {shell}")
        root = ctx.find_root().command
        echo(made(root, {}, "vvoptimize", VARIABLE).source())
        return 0

    return completion_command
