"""Labels as they stand in a sentence."""

from __future__ import annotations

import re

_ASIDE = re.compile(r"\s*\([^()]*\)$")


def plain_label(label: str) -> str:
    """Give a label without the remark in brackets at its end.

    Examples
    --------
    >>> plain_label("Smallest group (NIVI 2014 counts two)")
    'Smallest group'
    """
    return _ASIDE.sub("", label)


def capitalised(text: str) -> str:
    """Give a sentence with a capital letter first."""
    return text[:1].upper() + text[1:]
