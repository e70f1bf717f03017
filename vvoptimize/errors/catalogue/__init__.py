"""What each error code says, in bokmål and in English.

The entries are loaded when the first message is rendered: a run without errors never
pays for them.
"""

from functools import cache

from vvoptimize.errors.catalogue.entry import Entry, Phrase

__all__ = ["Entry", "Phrase", "entries", "phrases"]


@cache
def entries() -> dict[str, Entry]:
    """Every entry by its code."""
    from vvoptimize.errors.catalogue import ruleset, scenario, solving, source, usage

    modules = (source, scenario, ruleset, solving, usage)
    return {code: entry for module in modules for code, entry in module.ENTRIES.items()}


@cache
def phrases() -> dict[str, Phrase]:
    """Every translated part of a sentence by its name."""
    from vvoptimize.errors.catalogue import ruleset, scenario, solving, source, usage

    modules = (source, scenario, ruleset, solving, usage)
    return {name: text for module in modules for name, text in module.PHRASES.items()}
