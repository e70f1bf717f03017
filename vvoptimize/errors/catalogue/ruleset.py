"""VV3xx: rules and formulas."""

from vvoptimize.errors.catalogue.entry import Entry, Phrase

ENTRIES: dict[str, Entry] = {}

PHRASES: dict[str, Phrase] = {}
