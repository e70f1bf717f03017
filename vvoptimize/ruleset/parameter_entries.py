"""The values of a parameter, from its entry in a rules file."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from vvoptimize.errors import listed
from vvoptimize.ruleset.parameters import Setting
from vvoptimize.scenario.adoption import Adoption

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vvoptimize.errors import Problems, Span
    from vvoptimize.ruleset.file import DatedEntry, ParameterEntry
    from vvoptimize.source import Document
    from vvoptimize.source.tree import Path as Where

Placed: TypeAlias = "tuple[tuple[Setting, Span], ...]"

KEYS = ("value", "values")


def settings_of(
    entry: ParameterEntry, document: Document, where: Where, problems: Problems
) -> Placed:
    """Give each value with its place; none where that cannot be told, as is reported.

    Parameters
    ----------
    where
        Of the entry, in the document.
    """
    if (entry.value is None) is (entry.values is None):
        both = entry.value is not None
        span = document.key_span((*where, "values")) if both else document.span(where)
        seen = "rule_keys" if both else "rule_no_key"
        keys = listed(KEYS)
        problems.add("VV243", span, seen=seen, keys=keys, wanted=keys)
        return ()
    if entry.value is not None:
        setting = Setting(entry.value, None, entry)
        return ((setting, document.span((*where, "value"))),)
    return _dated(entry, document, where, problems)


def _dated(
    entry: ParameterEntry, document: Document, where: Where, problems: Problems
) -> Placed:
    for key in Adoption.model_fields:
        if key in entry.model_fields_set:
            problems.add("VV244", document.key_span((*where, key)), key=key)
    values = entry.values or ()
    _check_order(values, document, (*where, "values"), problems)
    return tuple(
        (
            Setting(dated.value, dated.from_, dated),
            document.span((*where, "values", i, "value")),
        )
        for i, dated in enumerate(values)
    )


def _check_order(
    values: Sequence[DatedEntry], document: Document, where: Where, problems: Problems
) -> None:
    """Report a day that is not later than the one before it."""
    for i, (earlier, later) in enumerate(pairwise(values), 1):
        if date.fromisoformat(later.from_) <= date.fromisoformat(earlier.from_):
            span = document.span((*where, i, "from"))
            problems.add("VV245", span, day=later.from_, previous=earlier.from_)
