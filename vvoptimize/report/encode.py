r"""JSON that says exactly what the report says.

Schema `vvoptimize/report/v1`: one object, with `schema`, `kind` (`solve`, `check`,
`conflict`, `rules`, `members`, `proposal`, or for those who write rules `lint`,
`trace`, ...) and `vvoptimize` (the version) first, then the attributes of the report
(see `reports`, the modules whose names begin with `model`, and `authoring.model`) in
the order of the class. That order never changes, so equal reports are equal bytes.

- A text in two languages is `{"nb": ..., "en": ...}`. An unknown figure is `null`, as
  is what there is none of.
- A whole number is written as one, and a number whose decimals end is written out in
  full (`12.5`): read with decimals rather than floats, it is exact. Any other number is
  `{"numerator": 1, "denominator": 3}`. Nothing is rounded.
- What only a plan in steps has (`plan`, `steps`, `starts`, `over`) is left out where
  there are no steps.
- `run` (seconds, solves, workers, seed) is there only when timings are asked for: it is
  the only part that differs between runs that prove the same.
- Characters that a terminal would obey, or that hide text, are written as `\u....`; so
  is the number sign with which some build servers' commands begin.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

import vvoptimize
from vvoptimize.errors.text import OBEYED, UNSAFE
from vvoptimize.report.rows import Made
from vvoptimize.scenario.exact import exact_text

if TYPE_CHECKING:
    import re

    from _typeshed import DataclassInstance

    from vvoptimize.report.reports import Report

SCHEMA = "vvoptimize/report/v1"
KEPT = 10_000  # texts: names of attributes, ids and verdicts come again and again
_INDENT = "  "


def encode(report: Report, *, timings: bool) -> str:
    """Write a report as JSON; see the module for what it looks like."""
    content: dict[str, object] = {
        "schema": SCHEMA,
        "kind": report.kind,
        "vvoptimize": vvoptimize.__version__,
        **_attributes(report),
    }
    if not timings:
        content.pop("run", None)
    return _written(content, "\n")


def _attributes(report: DataclassInstance) -> dict[str, object]:
    return {field.name: getattr(report, field.name) for field in fields(report)}


def _written(value: object, line: str) -> str:
    """Write any value; `line` is a new line with the indent of what surrounds it."""
    match value:  # what is told most often first
        case None:
            return "null"
        case str():
            return _string(value)
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case tuple() if hasattr(value, "_fields"):
            return _object(_members(value), line)
        case Fraction():
            return _number(value)
        case tuple() | Made():
            return _bracketed(
                "[", "]", (_written(v, line + _INDENT) for v in value), line
            )
        case Mapping():
            return _object(value, line)
        case _ if is_dataclass(value) and not isinstance(value, type):
            return _object(_attributes(value), line)  # a report within a report
        case _:
            raise TypeError(type(value))


def _members(row: tuple[object, ...]) -> Mapping[str, object]:
    """Name the parts of a row; one that need not be there is left out then."""
    names: tuple[str, ...] = getattr(row, "_fields", ())
    defaults: Mapping[str, object] = getattr(row, "_field_defaults", {})
    pairs = zip(names, row, strict=True)
    if not defaults:
        return dict(pairs)
    return {
        name: value
        for name, value in pairs
        if name not in defaults or value != defaults[name]
    }


def _number(value: Fraction) -> str:
    told = exact_text(value)
    if "/" not in told:
        return told
    return f'{{"numerator": {value.numerator}, "denominator": {value.denominator}}}'


def _object(members: Mapping[str, object], line: str) -> str:
    pairs = (f"{_string(k)}: {_written(v, line + _INDENT)}" for k, v in members.items())
    return _bracketed("{", "}", pairs, line)


def _bracketed(opening: str, closing: str, parts: Iterator[str], line: str) -> str:
    inside = f",{line}{_INDENT}".join(parts)
    return (
        f"{opening}{line}{_INDENT}{inside}{line}{closing}"
        if inside
        else opening + closing
    )


@lru_cache(maxsize=KEPT)
def _string(text: str) -> str:
    written = UNSAFE.sub(_escape, json.dumps(text, ensure_ascii=False))
    return OBEYED.sub(r"\\u0023", written)


def _escape(match: re.Match[str]) -> str:
    return json.dumps(match.group())[1:-1]
