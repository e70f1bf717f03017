"""Bytes to text: what is not a readable UTF-8 file is told here."""

import codecs
import re
import sys
from pathlib import Path

from vvoptimize.errors import InputError, Problem, Span

MAX_BYTES = 5_000_000
STANDARD_INPUT = "-"


def read_text(path: str) -> str:
    """The text of a file, or of standard input for `-`.

    Raises
    ------
    InputError
        If there is no such file, it is a directory, it may not be read, it is larger
        than 5 MB, or it is not UTF-8.
    """
    return text_of(_read_bytes(path), path)


def text_of(data: bytes, path: str) -> str:
    """The text of a file's bytes; `path` is what messages call the file.

    Raises
    ------
    InputError
        If they are more than 5 MB, or not UTF-8.
    """
    data = data.removeprefix(codecs.BOM_UTF8)
    if len(data) > MAX_BYTES:
        problem = Problem("VV505", None, {"path": path, "limit": str(MAX_BYTES)})
        raise InputError([problem])
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise InputError([_not_utf8(data, error.start, path)]) from None


def _read_bytes(path: str) -> bytes:
    if path == STANDARD_INPUT:
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    try:
        with Path(path).open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        code = "VV501"
    except IsADirectoryError:
        code = "VV502"
    except PermissionError:
        # Windows says this of a directory too.
        code = "VV502" if Path(path).is_dir() else "VV503"
    except (OSError, ValueError):  # ValueError: a NUL in the name
        code = "VV504"
    raise InputError([Problem(code, None, {"path": path})])


def _not_utf8(data: bytes, start: int, path: str) -> Problem:
    before = _lines(data[:start].decode())
    after = _lines(data[start : start + 400].decode(errors="replace"))
    span = Span(path, len(before), len(before[-1]) + 1, before[-1] + after[0])
    return Problem("VV107", span, {"byte": f"0x{data[start]:02X}"})


def _lines(text: str) -> list[str]:
    return re.split("\r\n|\r|\n", text)
