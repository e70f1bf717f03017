"""Texts that come from a proposal, made unable to be more than text."""

from __future__ import annotations

import re

from vvoptimize.errors.text import unobeyed, visible

_SPACE = re.compile(r"[ \t\r\n]+")  # not those that hold an amount together
# What neither XML nor YAML can hold.
_NO_CHARACTERS = str.maketrans({"\ufffe": r"\ufffe", "\uffff": r"\uffff"})


def one_line(text: str) -> str:
    r"""Put a text on one line, in which nothing hides and nothing is obeyed.

    Examples
    --------
    >>> one_line("Plan\n::error::x \x1b[2J ##[warning]y")
    'Plan ::error::x \\x1b[2J \\x23#[warning]y'
    """
    line = _SPACE.sub(" ", text).strip().translate(_NO_CHARACTERS)
    return unobeyed(visible(line))
