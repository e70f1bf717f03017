"""The command line: reads arguments, calls the library, prints, gives exit codes."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["main"]

GARBAGE = 200_000  # objects; Python itself says 700


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and exit.

    Parameters
    ----------
    arguments
        Without the program's name; those of the process when left out.
    """
    # Most of a short run is loading code, none of which is ever garbage: collecting
    # only now and then takes a tenth off it.
    gc.set_threshold(GARBAGE)
    from vvoptimize.cli.run import main as run

    run(arguments)
