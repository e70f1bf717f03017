"""Did you mean: the name which is nearest to one that is unknown."""

from collections.abc import Iterable
from itertools import islice

# Comparing is quadratic in length, so a hostile file may not choose the amount.
MAX_CANDIDATES = 500
MAX_CHARACTERS = 60


def suggest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate nearest to a misspelt word, or None when none is near.

    Examples
    --------
    >>> suggest("popluation", ["id", "name", "population"])
    'population'
    >>> suggest("x", ["id", "name", "population"])
    """
    from difflib import get_close_matches

    if len(word) > MAX_CHARACTERS:
        return None
    near = [text for text in islice(candidates, MAX_CANDIDATES) if _comparable(text)]
    folded = {text.casefold(): text for text in reversed(near)}
    found = get_close_matches(word.casefold(), folded, n=1, cutoff=0.65)
    return folded[found[0]] if found else None


def _comparable(text: str) -> bool:
    return 0 < len(text) <= MAX_CHARACTERS
