"""Which scenario files a check is about: those named, and those in folders."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from vvoptimize.errors import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NAMES = (".yaml", ".yml")
OTHERS = (b"rules", b"waivers", b"member")
# What a file says that it is; what is misspelt there counts as a scenario, so that it
# is refused and not passed over.
_SCHEMA = re.compile(
    rb"""^\s*\{?\s*["']?schema["']?\s*:\s*["']?vvoptimize/(\w*)""", re.M
)


def scenario_paths(paths: Sequence[str]) -> tuple[str, ...]:
    """Give every file named, and every scenario file in every folder named, once each.

    Folders are searched in the order of names, and the folders in them; hidden ones
    are not.

    Raises
    ------
    InputError
        If a folder has none.
    """
    return tuple(dict.fromkeys(path for named in paths for path in _under(named)))


def _under(named: str) -> Sequence[str]:
    if not os.path.isdir(named):  # noqa: PTH112 - see `names_file`
        return (named,)
    found = [path for path in _files(named) if is_scenario(path)]
    if not found:
        raise InputError([Problem("VV480", None, {"path": named})])
    return found


def _files(folder: str) -> Iterator[str]:
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.endswith(NAMES) and not name.startswith("."):
                yield os.path.join(here, name)  # noqa: PTH118 - as it was given


def is_scenario(path: str) -> bool:
    """Tell whether a file says that it is a scenario, or cannot be looked into."""
    try:
        data = Path(path).read_bytes()
        data.decode()
    except (OSError, UnicodeDecodeError):
        return True  # what nobody can read is told, never passed over
    said = _SCHEMA.search(data)
    return said is not None and said[1] not in OTHERS
