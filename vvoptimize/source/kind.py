"""Which kind of file a document says that it is."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vvoptimize.source.document import Document


class Kind(StrEnum):
    """What the `schema` of a file starts with."""

    SCENARIO = "vvoptimize/scenario/"
    RULES = "vvoptimize/rules/"
    MEMBER = "vvoptimize/member/"


def schema_of(document: Document) -> str | None:
    """Give the `schema` of a document, None where it has none that is text."""
    data = document.data
    schema = data.get("schema") if isinstance(data, dict) else None
    return schema if isinstance(schema, str) else None


def is_of(document: Document, kind: Kind) -> bool:
    """Tell whether a document says that it is of this kind."""
    return (schema_of(document) or "").startswith(kind)
