"""Where in a document a pydantic error is, and in which alternative of a union."""

from collections.abc import Mapping
from typing import Any

from vvoptimize.classes import record
from vvoptimize.source.document import Document
from vvoptimize.source.tree import Path, Value


@record
class Located:
    """One pydantic error with its path in the document.

    Parameters
    ----------
    type
        Pydantic's name for the kind of error.
    path
        Parts of the document; for a missing key, of what lacks it.
    value
        What stands in the document.
    key
        The key that is missing, unknown or not usable.
    unions
        For each union on the way, outermost first, its path and the name of the
        alternative that was tried.
    """

    type: str
    path: Path
    value: Value
    context: Mapping[str, Any]
    key: str | None
    unions: tuple[tuple[Path, str], ...]


def locate(error: Mapping[str, Any], document: Document) -> Located:
    """Follow an error's location through the document.

    A part that the document does not have is the name of an alternative of a union. A
    wrong or missing tag that chooses the alternative is told of its own key.
    """
    kind, loc, key = error["type"], tuple(error["loc"]), None
    context = error.get("ctx") or {}
    if kind in ("union_tag_invalid", "union_tag_not_found"):
        kind = "literal_error" if kind == "union_tag_invalid" else "missing"
        loc = (*loc, context["discriminator"].strip("'"))
        context = {"expected": context.get("expected_tags", "")}
    if kind in ("missing", "extra_forbidden"):
        loc, key = loc[:-1], str(loc[-1])
    elif loc and loc[-1] == "[key]":
        loc, key = loc[:-2], str(loc[-2])
    path: Path = ()
    unions = []
    for part in loc:
        if document.has((*path, part)):
            path = (*path, part)
        else:
            unions.append((path, str(part)))
    return Located(kind, path, document.value(path), context, key, tuple(unions))
