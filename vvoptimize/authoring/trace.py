"""Rules held against the agreement's text: is each quote there, and each clause met."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from vvoptimize.authoring.agreement import Agreement, Clause, Number, number_of
from vvoptimize.authoring.clauses import Encoding, encodings_of
from vvoptimize.authoring.quotes import Place, find_quote
from vvoptimize.classes import NamedTuple
from vvoptimize.ruleset.rules import Authority, Rule

if TYPE_CHECKING:
    from collections.abc import Collection

    from vvoptimize.ruleset.rules import NotEncoded, RuleSet


class Found(StrEnum):
    """What became of a quote, or of the clause that it should stand in."""

    HERE = "here"
    ELSEWHERE = "elsewhere"  # in the text, but under another clause
    NOWHERE = "nowhere"
    NO_CLAUSE = "no_clause"  # the text has no such clause
    NO_QUOTE = "no_quote"  # the clause is there, and nothing is quoted from it
    OTHER_TEXT = "other_text"  # the law says so, which is another text


FAULTS = frozenset({Found.ELSEWHERE, Found.NOWHERE, Found.NO_CLAUSE})


class QuoteTrace(NamedTuple):
    """A principle with what became of its quote; `place` is None where it is not."""

    encoding: Encoding
    found: Found
    place: Place | None


class Trace(NamedTuple):
    """All principles held against a text.

    Attributes
    ----------
    no_clause
        Entries under `not_encoded` that name a clause which the text does not have.
        Those in a file about the law name clauses of another text.
    unaccounted
        Clauses with neither a rule nor a reason; those with clauses below them are
        accounted for by these.
    """

    agreement: Agreement
    quotes: tuple[QuoteTrace, ...]
    no_clause: tuple[NotEncoded, ...]
    unaccounted: tuple[Clause, ...]

    @property
    def sound(self) -> bool:
        """Whether all that rule files name is in the text, and where they say."""
        return not self.no_clause and not any(q.found in FAULTS for q in self.quotes)


def trace(rule_set: RuleSet, agreement: Agreement) -> Trace:
    """Hold rules against the text of the agreement that they encode."""
    encodings = tuple(encodings_of(rule_set))
    encoded = {number_of(one.citation.clause) for one in encodings}
    reasons = {number_of(one.clause) for one in rule_set.not_encoded}
    of_law = _files_about_the_law(rule_set)
    return Trace(
        agreement,
        tuple(_traced(encoding, agreement) for encoding in encodings),
        tuple(
            one
            for one in rule_set.not_encoded
            if one.span.path not in of_law and not _there(one.clause, agreement)
        ),
        tuple(
            clause
            for clause in agreement.leaves()
            if clause.number not in encoded and not _reasoned(clause, reasons)
        ),
    )


def _files_about_the_law(rule_set: RuleSet) -> set[str]:
    """Give the files that have rules, all of them law."""
    said = {Authority.LAW: set[str]()}
    for rule in rule_set.rules:
        said.setdefault(rule.authority, set()).add(rule.citation.span.path)
    return said.pop(Authority.LAW).difference(*said.values())


def _reasoned(clause: Clause, reasons: Collection[Number | None]) -> bool:
    """Tell whether a reason is given; one for a clause is one for all below it."""
    depths = range(1, len(clause.number) + 1)
    return any(clause.number[:depth] in reasons for depth in depths)


def _there(clause: str, agreement: Agreement) -> bool:
    return bool(_within(clause, agreement))


def _within(clause: str, agreement: Agreement) -> tuple[Clause, ...]:
    number = number_of(clause)
    return () if number is None else agreement.within(number)


def _traced(encoding: Encoding, agreement: Agreement) -> QuoteTrace:
    citation = encoding.citation
    clauses = _within(citation.clause, agreement)
    if citation.quote is None:
        return QuoteTrace(encoding, _unquoted(encoding, clauses), None)
    if place := find_quote(citation.quote, clauses):
        return QuoteTrace(encoding, Found.HERE, place)
    if _is_law(encoding):
        return QuoteTrace(encoding, Found.OTHER_TEXT, None)
    if place := find_quote(citation.quote, agreement.clauses):
        return QuoteTrace(encoding, Found.ELSEWHERE, place)
    return QuoteTrace(encoding, Found.NOWHERE if clauses else Found.NO_CLAUSE, None)


def _unquoted(encoding: Encoding, clauses: tuple[Clause, ...]) -> Found:
    if clauses:
        return Found.NO_QUOTE
    return Found.OTHER_TEXT if _is_law(encoding) else Found.NO_CLAUSE


def _is_law(encoding: Encoding) -> bool:
    principle = encoding.principle
    return isinstance(principle, Rule) and principle.authority is Authority.LAW
