"""Printing: to standard output, or whole to a file."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vvoptimize.classes import record
from vvoptimize.errors import InputError, Problem

if TYPE_CHECKING:
    from vvoptimize.report import Report


@record
class Output:
    """How and where to print."""

    format: str
    language: str
    path: Path | None
    quiet: bool
    timings: bool = False

    def write(self, report: Report) -> None:
        """Print a report.

        Raises
        ------
        InputError
            If the file cannot be written.
        """
        if self.quiet and self.path is None:
            return
        self.write_text(self._rendered(report))

    def write_text(self, text: str) -> None:
        """Print a text that is rendered already."""
        if self.path is None:
            echo(text)
        else:
            write_whole(self.path, text + "\n")

    def _rendered(self, report: Report) -> str:
        from vvoptimize.report import render_json, render_text

        if self.format == "json":
            return render_json(report, timings=self.timings)
        width, color = page_style() if self.path is None else (None, False)
        return render_text(report, lang=self.language, width=width, color=color)


def page_style() -> tuple[int | None, bool]:
    """Give the width of standard output, None when unknown, and whether to colour."""
    return _width() if sys.stdout.isatty() else None, _colour()


def _width() -> int:
    import shutil

    return shutil.get_terminal_size().columns


def _colour() -> bool:
    """Colour at a terminal only, and never with NO_COLOR (see no-color.org)."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def echo(text: str) -> None:
    """Print to standard output; a reader that has gone away changes no exit code.

    Raises
    ------
    InputError
        If it cannot be written, as on a full disk.
    """
    try:
        click.echo(text, color=_colour())
    except BrokenPipeError:
        _drop_output()
    except OSError as error:
        _drop_output()
        raise InputError([Problem("VV513", None, {"reason": _reason(error)})]) from None


def _drop_output() -> None:
    """Leave nothing for the interpreter to flush at its exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def write_whole(path: Path, text: str) -> None:
    """Write a file so that it appears whole or not at all.

    Raises
    ------
    InputError
        If it cannot be written.
    """
    try:
        _replace(path, text.encode())
    except (OSError, ValueError) as error:
        values = {"path": str(path), "reason": _reason(error)}
        raise InputError([Problem("VV511", None, values)]) from None


def _replace(path: Path, data: bytes) -> None:
    path = Path(os.path.realpath(path))  # a link stays a link
    if path.exists() and not path.is_file():  # a device, such as /dev/null
        path.write_bytes(data)
        return
    import tempfile  # few commands write a file

    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(temporary).chmod(_mode(path))
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink()
        raise


def _mode(path: Path) -> int:
    """The mode of the file that is replaced, or what a new file would have."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _reason(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
