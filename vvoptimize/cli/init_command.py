"""`vvoptimize init`."""

from __future__ import annotations

from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Literal

import click

from vvoptimize.cli.command import Command
from vvoptimize.cli.options import language_option, quiet_option
from vvoptimize.cli.output import echo, write_whole
from vvoptimize.cli.schema_command import schema_text
from vvoptimize.data import data_folder
from vvoptimize.errors import InputError, Problem, listed, visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vvoptimize.cli.texts import Texts

START = "start.yaml"
SCHEMAS = {
    "vvoptimize-scenario.schema.json": "scenario",
    "vvoptimize-rules.schema.json": "rules",
    "vvoptimize-waivers.schema.json": "waivers",
    "vvoptimize-member.schema.json": "member",
}
_TOLD = {
    "nb": "Laget {files}\nNeste: vvoptimize solve {start}",
    "en": "Made {files}\nNext: vvoptimize solve {start}",
}


def command(words: Texts) -> click.Command:
    """Give the command with its help in a language."""

    @click.command("init", cls=Command, words=words, help=words.init)
    @click.argument(
        "folder", metavar="DIR", type=click.Path(path_type=Path, readable=False)
    )
    @language_option(words)
    @quiet_option(words)
    def init_command(folder: Path, lang: str | None, quiet: bool) -> int:
        files = dict(_files(folder))
        _refuse_overwriting(files)
        for path, text in files.items():
            _write(path, text)
        if not quiet:
            names = ", ".join(visible(str(path)) for path in files)
            start = quote(visible(str(folder / "scenarios" / START)))
            echo(_TOLD[lang or words.language].format(files=names, start=start))
        return 0

    return init_command


def _files(folder: Path) -> Iterator[tuple[Path, str]]:
    """Give every file to make, with its text."""
    shipped: tuple[Literal["rules", "scenarios"], ...] = ("rules", "scenarios")
    for name in shipped:
        for source in sorted(data_folder(name).iterdir()):
            if source.suffix in (".yaml", ".md"):
                yield folder / name / source.name, source.read_text(encoding="utf-8")
    for schema, kind in SCHEMAS.items():
        yield folder / schema, schema_text(kind) + "\n"


def _refuse_overwriting(files: dict[Path, str]) -> None:
    there = [str(path) for path in files if path.exists()]
    if there:
        raise InputError([Problem("VV512", None, {"files": listed(there)})])


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        values = {"path": str(path.parent), "reason": error.strerror or "?"}
        raise InputError([Problem("VV511", None, values)]) from None
    write_whole(path, text)
