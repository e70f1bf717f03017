"""Strict YAML with positions: the only way a file comes in.

`read_text` gives the text, `parse` the document, `validate` the model.
"""

from vvoptimize.source.document import Document
from vvoptimize.source.formula import FormulaSource
from vvoptimize.source.kind import Kind, is_of, schema_of
from vvoptimize.source.parsing import parse, parse_into
from vvoptimize.source.place import Place
from vvoptimize.source.read import read_text
from vvoptimize.source.tree import Path, Value
from vvoptimize.source.validation import validate

__all__ = [
    "Document",
    "FormulaSource",
    "Kind",
    "Path",
    "Place",
    "Value",
    "is_of",
    "parse",
    "parse_into",
    "read_text",
    "schema_of",
    "validate",
]
