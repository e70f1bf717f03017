"""Which language to speak before any file has been read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LANGUAGES = ("nb", "en")


def language_of(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """Give the language of help and errors.

    `--lang` decides, then VVOPTIMIZE_LANG, then the locale; if none does, English.

    Examples
    --------
    >>> language_of(["solve", "--lang", "nb"], {})
    'nb'
    >>> language_of([], {"LANG": "nb_NO.UTF-8"})
    'nb'
    """
    asked = given_language(arguments) or environment.get("VVOPTIMIZE_LANG", "")
    if asked in LANGUAGES:
        return asked
    locales = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next((found for found in locales if found), "")
    return "nb" if locale.split("_")[0] in ("nb", "no", "nn") else "en"


def given_language(arguments: Sequence[str]) -> str | None:
    """Give the value of `--lang` on the command line, if it is there."""
    for position, argument in enumerate(arguments):
        if argument == "--lang":
            return next(iter(arguments[position + 1 : position + 2]), None)
        if argument.startswith("--lang="):
            return argument.partition("=")[2]
    return None
