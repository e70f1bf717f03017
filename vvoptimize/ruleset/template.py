"""Message templates: `{name}` is filled in, and a text can do nothing else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_PLACEHOLDER = re.compile(r"\{([A-Za-z0-9_]+)\}")


def placeholders(template: str) -> tuple[str, ...]:
    """Give the names in braces, in order."""
    return tuple(_PLACEHOLDER.findall(template))


def fill_in(template: str, values: Mapping[str, str]) -> str:
    """Replace each `{name}` that has a value; any other is left as it stands.

    Examples
    --------
    >>> fill_in("{a} loses {amount}", {"a": "Alfa", "amount": "1.5"})
    'Alfa loses 1.5'
    """
    return _PLACEHOLDER.sub(lambda match: values.get(match[1], match[0]), template)
