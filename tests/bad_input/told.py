"""What the command line told, taken apart again."""

import re

_BLOCK = re.compile(
    r"^(?:error|feil)\[(?P<code>VV\d{3})\]: (?P<message>.+)\n(?:  --> (?P<place>.+)\n)?"
)


def blocks(shown: str) -> list[str]:
    """Split an output into its problems."""
    parts = re.split(r"^(?=(?:error|feil)\[)", shown, flags=re.MULTILINE)
    return [part for part in parts if _BLOCK.match(part)]


def told(shown: str) -> list[tuple[str, str | None]]:
    """Give code and place of each problem."""
    matches = [_BLOCK.match(block) for block in blocks(shown)]
    return [(match["code"], match["place"]) for match in matches if match]


def has_hint(block: str) -> bool:
    """Tell whether a problem came with a hint."""
    return re.search(r"^(hint|tips): .+", block, flags=re.MULTILINE) is not None
