"""Loading OR-Tools without pandas, in a process that is all our own.

`cp_model` imports pandas for functions over series, which nothing here calls; that is a
quarter of a second, an eighth of a whole run, and 40 MB. So the command line lends it
two empty classes for as long as the import lasts. A program that uses this package may
want pandas and those functions: there, nothing is done.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType

PANDAS = "pandas"


def load_without_pandas() -> None:
    """Load OR-Tools now; a pandas that is loaded already is left as it is."""
    if PANDAS in sys.modules:
        return
    sys.modules[PANDAS] = _stand_in()
    try:
        import_module("ortools.sat.python.cp_model")
    finally:
        # Whoever imports pandas from now on gets the real one.
        del sys.modules[PANDAS]


def _stand_in() -> ModuleType:
    """Give what `cp_model` names of pandas when it is loaded: types of arguments."""
    module = ModuleType(PANDAS)
    module.__dict__.update(Index=type("Index", (), {}), Series=type("Series", (), {}))
    return module
