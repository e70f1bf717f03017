"""The command line: reads arguments, calls the library, prints, gives exit codes."""

from __future__ import annotations

import atexit
import gc
import os
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["main"]

GARBAGE = 1_000_000  # objects; Python itself says 700


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and exit.

    Parameters
    ----------
    arguments
        Without the program's name; those of the process when left out.
    """
    # Most of a short run is loading code and reading files, none of which is ever
    # garbage: looking for some takes a tenth of it, and more of a large region's.
    gc.set_threshold(GARBAGE)
    # At its end Python looks through everything once more for garbage; the process is
    # over then, and its memory goes back as a whole: that is another eighth.
    atexit.register(gc.freeze)
    # No plugin of Pydantic has a say in what a file means; looking for one reads the
    # metadata of everything that is installed, which is another tenth.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from vvoptimize.cli.run import main as run

    run(arguments)
