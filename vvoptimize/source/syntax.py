"""The YAML parser's complaints, told in our own words at the most telling place."""

from yaml.error import MarkedYAMLError

from vvoptimize.errors import Span
from vvoptimize.source.notes import Notes


def note_syntax(error: MarkedYAMLError, notes: Notes) -> None:
    """Note why the text cannot be read as YAML."""
    here, opened = _places(error, notes)
    character = (here.excerpt or "")[here.column - 1 : here.column]
    said, context = error.problem or "", error.context or ""
    if "quoted scalar" in context and "end of stream" in said:
        notes.add("VV111", opened)
    elif character == "\t" or "tab character" in said:
        notes.add("VV112", here)
    elif "mapping values are not allowed" in said:
        notes.add("VV113", here)
    elif "flow sequence" in context or "flow mapping" in context:
        bracket = "[" if "sequence" in context else "{"
        notes.add("VV114", here, bracket=bracket, line=opened.line)
    elif "cannot start any token" in said:
        notes.add("VV109", here, character=character)
    elif "undefined tag handle" in said:
        notes.add("VV116", here, tag="!")
    else:
        notes.add("VV110", here)


def _places(error: MarkedYAMLError, notes: Notes) -> tuple[Span, Span]:
    """Where the parser gave up, and where what it was reading began."""
    marks = [mark for mark in (error.problem_mark, error.context_mark) if mark]
    spans = [notes.span(mark.line, mark.column) for mark in marks]
    spans = spans or [notes.span(0, 0)]
    return spans[0], spans[-1]
