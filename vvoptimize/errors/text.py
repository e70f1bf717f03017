"""Make text from a file safe and short enough to show at a terminal."""

import re
from collections.abc import Iterable

from vvoptimize.errors.catalogue.entry import Phrase

SHOWN_CHARACTERS = 60
LISTED_NAMES = 12
VALUE_CHARACTERS = 600

# Control characters (terminal escapes), direction overrides, zero-width characters,
# line separators, lone surrogates: all that could hide or forge what is shown.
UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
# What build servers obey: wherever it stands, and where it begins a line.
OBEYED = re.compile(r"#(?=#(?:\[|vso\[|teamcity\[))")
_COMMAND = re.compile(rf"(?m)^([^\S\n]*):(?=:)|{OBEYED.pattern}")
_PLACEHOLDER = re.compile(r"\{([a-z_]+)(!?)\}")


def visible(text: str) -> str:
    r"""Text with every unsafe character written as an escape such as `\x1b`."""
    return UNSAFE.sub(_escape, text)


def unobeyed(text: str) -> str:
    r"""A text of which a build server that reads it off a log obeys nothing.

    Examples
    --------
    >>> unobeyed("::error::x")
    '\\x3a:error::x'
    """
    return _COMMAND.sub(_escaped_mark, text)


def _escaped_mark(match: re.Match[str]) -> str:
    return r"\x23" if match[1] is None else rf"{match[1]}\x3a"


def shown(text: str, limit: int = SHOWN_CHARACTERS) -> str:
    """A value as a message may show it: escaped, on one line, at most `limit` long."""
    safe = visible(text[: limit + 1])
    return safe if len(safe) <= limit else safe[: limit - 1] + "…"


def listed(names: Iterable[str]) -> str:
    """Names in backticks, in the order given; a long list is cut with an ellipsis."""
    quoted = [f"`{shown(name)}`" for name in names]
    more = ["…"] if len(quoted) > LISTED_NAMES else []
    return ", ".join(quoted[:LISTED_NAMES] + more)


def placeholders(template: str) -> set[str]:
    """Names of the values that a template needs."""
    return {match.group(1) for match in _PLACEHOLDER.finditer(template)}


def fill(
    template: str, values: dict[str, str], phrases: dict[str, Phrase], lang: str
) -> str:
    """Template with its placeholders replaced; one without a value is left as it is."""

    def replace(match: re.Match[str]) -> str:
        name, is_phrase = match.groups()
        if name not in values:
            return match.group()
        if is_phrase:
            return said(values[name])
        return shown(values[name], VALUE_CHARACTERS)

    def said(names: str) -> str:
        parts = [phrases[name] for name in names.split("|") if name in phrases]
        inner = [_PLACEHOLDER.sub(replace, _in_language(part, lang)) for part in parts]
        return _alternatives(inner, lang) or shown(names)

    return _PLACEHOLDER.sub(replace, template)


def _alternatives(parts: list[str], lang: str) -> str:
    *first, last = parts or [""]
    either = ", ".join(first)
    return f"{either} {'eller' if lang == 'nb' else 'or'} {last}" if first else last


def _in_language(phrase: Phrase, lang: str) -> str:
    return phrase.nb if lang == "nb" else phrase.en


def _escape(match: re.Match[str]) -> str:
    return match.group().encode("unicode_escape", "surrogatepass").decode("ascii")
