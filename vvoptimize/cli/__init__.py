"""The command line: reads arguments, calls the library, prints, gives an exit code."""

from vvoptimize.cli.run import main

__all__ = ["main"]
