"""From what tracing found to a report."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from vvoptimize.report.authoring.model import (
    LeftOutRow,
    PlaceRow,
    QuoteRow,
    TraceReport,
    UnaccountedRow,
)
from vvoptimize.report.names import rule_files, words, words_or_none

if TYPE_CHECKING:
    from vvoptimize.authoring.trace import QuoteTrace, Trace
    from vvoptimize.errors import Span
    from vvoptimize.ruleset.rules import NotEncoded, RuleSet


def trace_report(traced: Trace, rule_set: RuleSet) -> TraceReport:
    """Report rules held against the text of the agreement."""
    return TraceReport(
        agreement=traced.agreement.path,
        rule_files=rule_files(rule_set),
        sound=traced.sound,
        clauses=len(traced.agreement.leaves()),
        quotes=tuple(_quote(one) for one in traced.quotes),
        not_encoded=tuple(_left_out(one) for one in rule_set.not_encoded),
        no_clause=tuple(_left_out(one) for one in traced.no_clause),
        unaccounted=tuple(
            UnaccountedRow(clause.name, clause.lines[0].number, clause.start)
            for clause in traced.unaccounted
        ),
    )


def place_row(span: Span) -> PlaceRow:
    """Give a place as plain data, its path without detours."""
    return PlaceRow(posixpath.normpath(span.path), span.line, span.column)


def _quote(one: QuoteTrace) -> QuoteRow:
    citation = one.encoding.citation
    return QuoteRow(
        id=one.encoding.id,
        kind=one.encoding.kind,
        clause=citation.clause,
        quote=citation.quote,
        at=place_row(citation.span),
        found=one.found.value,
        found_in=None if one.place is None else one.place.clause,
        found_line=None if one.place is None else one.place.line,
    )


def _left_out(one: NotEncoded) -> LeftOutRow:
    return LeftOutRow(
        one.clause, words_or_none(one.part), words(one.reason), place_row(one.span)
    )
