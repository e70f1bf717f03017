"""The shape of one catalogue entry, apart from the entries themselves."""

from __future__ import annotations

from vvoptimize.classes import NamedTuple


class Entry(NamedTuple):
    """Everything that is said about one error code.

    In a template, `{name}` is replaced by the problem's value of that name, and
    `{name!}` by the phrase (or the phrases, `a|b`) which that value names.

    Parameters
    ----------
    nb, en
        The message in bokmål and in English: lower-case start, no final full stop.
    hint_nb, hint_en
        How to mend it. Left out when a value that it needs is missing.
    page_en
        One or two sentences for the list of codes: when it comes and how to mend it.
    """

    nb: str
    en: str
    hint_nb: str = ""
    hint_en: str = ""
    page_en: str = ""


class Phrase(NamedTuple):
    """Part of a sentence which must be translated, as "a whole number"."""

    nb: str
    en: str
