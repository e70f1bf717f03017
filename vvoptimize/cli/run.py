"""Running a command: streams, language, errors and exit codes."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from vvoptimize.cli.language import language_of
from vvoptimize.cli.program import program
from vvoptimize.errors import InputError, InternalError, Problem, VVError
from vvoptimize.errors.text import unobeyed

if TYPE_CHECKING:
    from collections.abc import Sequence

INTERRUPTED = 130  # as shells count it
REPRODUCER = Path("vvoptimize-reproducer.json")


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and exit.

    Parameters
    ----------
    arguments
        Without the program's name; those of the process when left out.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    _speak_utf8()
    sys.exit(run(given))


def run(arguments: list[str]) -> int:
    """Run a command and give its exit code."""
    language = language_of(arguments, os.environ)
    try:
        result = program(language).main(arguments, "vvoptimize", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return error.exit_code
    except click.UsageError as error:
        from vvoptimize.cli.usage import usage_problem

        return _told(InputError([usage_problem(error)]), language)
    except SystemExit:
        return 0  # click's own, after completion or when nobody reads the help
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except VVError as error:
        return _told(error, language)
    except Exception as error:
        # What is left is our own fault: never exit 1, which means a broken rule.
        return _fault(error, language)
    return result if isinstance(result, int) else 0


def _speak_utf8() -> None:
    """Northern Sámi letters are not in the code pages of Windows consoles."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and not _is_utf8(stream.encoding):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _is_utf8(encoding: str | None) -> bool:
    return (encoding or "").lower().replace("-", "") == "utf8"


def _told(error: VVError, language: str) -> int:
    click.echo(unobeyed(error.render(language)), err=True)
    if isinstance(error, InternalError) and error.reproducer:
        _keep(error.reproducer, language)
    return error.exit_code


def _keep(reproducer: str, language: str) -> None:
    from vvoptimize.cli.output import write_whole

    try:
        write_whole(REPRODUCER, reproducer)
        click.echo(f"  --> {REPRODUCER}", err=True)
    except InputError as error:
        click.echo(error.render(language), err=True)


def _fault(error: Exception, language: str) -> int:
    import traceback

    traceback.print_exception(error, file=sys.stderr)
    return _told(InternalError([Problem("VV900")]), language)
