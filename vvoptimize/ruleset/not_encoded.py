"""Clauses without a rule, from entries of rule files.

A file accounts for its own clauses: what stands under `not_encoded` may not be encoded
in the same file too, unless the entry says which part of the clause it is about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.ruleset.rules import NotEncoded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vvoptimize.errors import Problems, Span
    from vvoptimize.ruleset.file import (
        CostKeyEntry,
        NotEncodedEntry,
        ObjectiveEntry,
        RuleEntry,
    )
    from vvoptimize.ruleset.formulas import ReadFile


def not_encoded(
    files: Sequence[ReadFile], problems: Problems
) -> tuple[NotEncoded, ...]:
    """Give the clauses without a rule of all files, in order, checked."""
    return tuple(one for read in files for one in _of_file(read, problems))


def _of_file(read: ReadFile, problems: Problems) -> Iterator[NotEncoded]:
    encoded = _encoded(read)
    seen: dict[tuple[str, str], Span] = {}
    for number, entry in enumerate(read.file.not_encoded):
        span = read.document.span(("not_encoded", number, "clause"))
        key = (entry.clause, "" if entry.part is None else entry.part.get("en"))
        if key in seen:
            first = str(seen[key])
            problems.add("VV432", span, clause=entry.clause, first=first)
        seen.setdefault(key, span)
        _check_against_rules(entry, encoded.get(entry.clause), span, problems)
        yield NotEncoded(entry.clause, entry.part, entry.reason, span)


def _encoded(read: ReadFile) -> dict[str, str]:
    """Give the first principle that encodes each clause."""
    file = read.file
    found: dict[str, str] = {}
    principles: tuple[CostKeyEntry | RuleEntry | ObjectiveEntry, ...]
    principles = (*file.cost_keys, *file.rules, *file.objectives)
    for principle in principles:
        found.setdefault(principle.clause, principle.id)
    for rule in file.rules:
        for exception in rule.except_:
            found.setdefault(exception.clause, rule.id)
    return found


def _check_against_rules(
    entry: NotEncodedEntry, encoding: str | None, span: Span, problems: Problems
) -> None:
    if encoding is not None and entry.part is None:
        problems.add("VV430", span, clause=entry.clause, rule=encoding)
    if encoding is None and entry.part is not None:
        problems.add("VV431", span, clause=entry.clause)
