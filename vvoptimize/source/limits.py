"""What may not even reach the parser, or not all of it."""

import re
from collections.abc import Iterator

import yaml
from yaml.events import CollectionEndEvent, CollectionStartEvent, Event

from vvoptimize.source.build import MAX_DEPTH
from vvoptimize.source.notes import MAX_PROBLEMS, Notes
from vvoptimize.source.read import MAX_BYTES

MAX_EVENTS = 500_000

# The C parser is ten times faster; both give the same events at the same places.
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# Control characters; line ends that an editor does not count as such; characters that
# turn the direction of text or are not seen; halves of surrogate pairs.
_REFUSED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
# The parser takes time quadratic in the number of these.
_TAG_DIRECTIVE = re.compile("^%TAG", re.MULTILINE)


def events(text: str) -> Iterator[Event]:
    """What the parser makes of a text, one event at a time."""
    # As `yaml.parse`, which asks before each event whether there is one.
    return iter(Loader(text).get_event, None)


def exceeds(notes: Notes) -> bool:
    """Note why a text cannot be given to the parser, if that is so."""
    text = notes.text
    if len(text) > MAX_BYTES:
        notes.problems.add("VV505", None, path=notes.path, limit=MAX_BYTES)
        return True
    if _REFUSED.search(text) is not None:
        _note_characters(notes)
        return True
    directive = _TAG_DIRECTIVE.search(text)
    if directive is not None:
        line = text.count("\n", 0, directive.start())
        notes.add("VV116", notes.span(line, 0), tag="%TAG")
        return True
    return _has_too_many_events(notes)


def _note_characters(notes: Notes) -> None:
    found = (
        (number, match)
        for number, line in enumerate(notes.lines)
        for match in _REFUSED.finditer(line)
    )
    for (number, match), _ in zip(found, range(MAX_PROBLEMS - 1), strict=False):
        name = f"U+{ord(match.group()):04X}"
        notes.add("VV108", notes.span(number, match.start()), character=name)


def _has_too_many_events(notes: Notes) -> bool:
    """Count before anything is built, which takes five times as long."""
    if len(notes.text) <= MAX_EVENTS // 2:  # `[?,?,` gives two for each character
        return False
    try:
        last = _last_event(notes.text)
    except yaml.YAMLError:
        return False  # told when it is met again
    if last is not None:
        notes.add("VV105", notes.start(last), limit=MAX_EVENTS)
    return last is not None


def _last_event(text: str) -> Event | None:
    """The event at which there are too many, unless the text is too deep before."""
    depth = 0
    for number, event in enumerate(events(text)):
        if isinstance(event, CollectionStartEvent):
            depth += 1
        elif isinstance(event, CollectionEndEvent):
            depth -= 1
        if depth > MAX_DEPTH:
            return None
        if number >= MAX_EVENTS:
            return event
    return None
