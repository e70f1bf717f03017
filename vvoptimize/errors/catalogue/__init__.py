"""What each error code says, in bokmål and in English.

The entries are loaded when the first message is rendered: a run without errors never
pays for them.
"""

from functools import cache
from typing import TYPE_CHECKING

from vvoptimize.errors.catalogue.entry import Entry, Phrase

if TYPE_CHECKING:
    from types import ModuleType

__all__ = ["Entry", "Phrase", "entries", "phrases"]


@cache
def entries() -> dict[str, Entry]:
    """Every entry by its code."""
    return {
        code: entry for module in _modules() for code, entry in module.ENTRIES.items()
    }


@cache
def phrases() -> dict[str, Phrase]:
    """Every translated part of a sentence by its name."""
    return {
        name: text for module in _modules() for name, text in module.PHRASES.items()
    }


def _modules() -> "tuple[ModuleType, ...]":
    from vvoptimize.errors.catalogue import (
        authoring,
        gate,
        members,
        milestones,
        proposals,
        ruleset,
        scenario,
        settings,
        solving,
        source,
        steps,
        usage,
        waivers,
    )

    return (
        source,
        scenario,
        settings,
        ruleset,
        solving,
        waivers,
        authoring,
        gate,
        members,
        milestones,
        proposals,
        steps,
        usage,
    )
