"""Each kind of pydantic error as a problem of ours: code, place, values."""

from typing import TYPE_CHECKING

from vvoptimize.errors import Problem, Problems, listed, shown, suggest
from vvoptimize.source.document import Document
from vvoptimize.source.fields import keys_at
from vvoptimize.source.loc import Located, locate
from vvoptimize.source.saw import mend, saw
from vvoptimize.source.tree import Path
from vvoptimize.source.unions import WANTED, Group, choose, wanted

if TYPE_CHECKING:
    from pydantic import BaseModel, ValidationError

Model = type["BaseModel"]
Values = dict[str, str]

# Our code for a bound that is broken, and the name of the bound in pydantic's context.
_BOUNDS = {
    "greater_than": ("VV130", "gt"),
    "greater_than_equal": ("VV131", "ge"),
    "less_than": ("VV132", "lt"),
    "less_than_equal": ("VV133", "le"),
    "multiple_of": ("VV134", "multiple_of"),
    "too_short": ("VV135", "min_length"),
    "too_long": ("VV136", "max_length"),
    "string_too_short": ("VV137", "min_length"),
    "string_too_long": ("VV138", "max_length"),
    "string_pattern_mismatch": ("VV139", "pattern"),
    "decimal_max_places": ("VV140", "decimal_places"),
    "decimal_max_digits": ("VV141", "max_digits"),
    "decimal_whole_digits": ("VV141", "whole_digits"),
}
# Raised by validators of our own as PydanticCustomError(type, ...).
_PLAIN = {"vv_empty": "VV142", "vv_text": "VV143"}
_PATTERN_HINTS = {
    "^[a-z][a-z0-9_-]*$": "id_form",
    "^[0-9]{4}$": "four_digits",
}


def note_validation(
    error: "ValidationError", document: Document, model: Model, problems: Problems
) -> None:
    """Add a problem for each thing that is wrong, where none was told before."""
    told = {problem.span for problem in problems}
    details = error.errors(include_url=False, include_input=False)
    for group in choose(locate(detail, document) for detail in details):
        problem = _problem(group, document, model)
        if problem.span not in told:
            problems.append(problem)


def _problem(group: Group, document: Document, model: Model) -> Problem:
    error = group[0]
    if "code" in error.context:
        return _own(error, document)
    values = _subject(error.path)
    if error.key is None:
        return _bad_value(group, values | saw(error.value), document)
    if error.type == "missing":
        span = document.key_span(error.path)
        return Problem("VV102", span, values | {"key": error.key})
    span = document.key_span((*error.path, error.key))
    values["key"] = shown(error.key)
    if error.type == "extra_forbidden":
        allowed = keys_at(model, error.path)
        return Problem("VV100", span, values | _choices(error.key, allowed))
    return Problem("VV122", span, values | _pattern_hint(error))


def _own(error: Located, document: Document) -> Problem:
    """A problem of a validator of ours, with its code, path and values in the context.

    The path is counted from what the validator checks.
    """
    where = (*error.path, *error.context.get("path", ()))
    at_key = error.context.get("at") == "key"
    span = document.key_span(where) if at_key else document.span(where)
    special = {"code", "path", "at"}
    values = {
        name: str(value)
        for name, value in error.context.items()
        if name not in special and value is not None
    }
    return Problem(str(error.context["code"]), span, values)


def _bad_value(group: Group, values: Values, document: Document) -> Problem:
    error, span = group[0], document.span(group[0].path)
    if all(one.type in WANTED for one in group):
        values |= _wanted(group, document)
        only_words = values["wanted"] == "words"
        return Problem("VV103" if only_words else "VV101", span, values)
    if error.type in _BOUNDS:
        return _out_of_bounds(error, values, document)
    return Problem(_PLAIN.get(error.type, "VV123"), span, values)


def _out_of_bounds(error: Located, values: Values, document: Document) -> Problem:
    code, name = _BOUNDS[error.type]
    limit = str(error.context[name])
    if name == "min_length" and limit == "1":
        code = "VV142"
    values |= {"limit": limit} | _pattern_hint(error)
    return Problem(code, document.span(error.path), values)


def _wanted(group: Group, document: Document) -> Values:
    """What was wanted, which words were allowed, and how to mend what stands there."""
    error, names = group[0], wanted(group)
    found = {"wanted": names}
    words = [word for one in group for word in _words(one)]
    if words:
        near = error.value if isinstance(error.value, str) else ""
        found |= _choices(near, words)
    return found | mend(error.value, names, quoted=document.is_quoted(error.path))


def _words(error: Located) -> list[str]:
    """The words that may be chosen, out of pydantic's `'a', 'b' or 'c'`."""
    text = str(error.context.get("expected", ""))
    words = text.replace(" or ", ", ").split(", ")
    return [word.strip("'") for word in words if word]


def _choices(word: str, allowed: list[str]) -> Values:
    values = {"allowed": listed(allowed)} if allowed else {}
    near = suggest(word, allowed)
    return values if near is None else values | {"suggestion": near}


def _pattern_hint(error: Located) -> Values:
    hint = _PATTERN_HINTS.get(str(error.context.get("pattern")))
    return {} if hint is None else {"hint": hint}


def _subject(path: Path) -> Values:
    """Values that name a part of the file: a key, an item of a list, or the file."""
    names = [part for part in path if isinstance(part, str)]
    if not names:
        return {"subject": "whole_file"}
    field = {"subject": "field", "field": shown(names[-1])}
    if isinstance(path[-1], int):
        field |= {"subject": "list_item", "number": str(path[-1] + 1)}
    return field
