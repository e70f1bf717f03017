"""Clause by clause: what encodes it, or the reason why nothing does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vvoptimize.classes import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vvoptimize.ruleset.rules import (
        Citation,
        CostKey,
        NotEncoded,
        Objective,
        Rule,
        RuleSet,
    )

_PIECES = re.compile(r"(\d+)")


class Encoding(NamedTuple):
    """What encodes a clause: a principle, or an exception from a rule.

    Attributes
    ----------
    id
        Of the principle; an exception goes by the id of its rule.
    kind
        `except`, or the principle's own.
    """

    principle: Rule | Objective | CostKey
    citation: Citation
    id: str
    kind: str


class ClauseEntry(NamedTuple):
    """A clause with what encodes it and what of it nothing encodes."""

    clause: str
    encodings: tuple[Encoding, ...]
    left_out: tuple[NotEncoded, ...]


def clause_entries(rule_set: RuleSet) -> tuple[ClauseEntry, ...]:
    """Give every clause that rule files name, in the order of their numbers."""
    encodings = tuple(encodings_of(rule_set))
    names = [one.citation.clause for one in encodings]
    names += [one.clause for one in rule_set.not_encoded]
    return tuple(
        ClauseEntry(
            name,
            tuple(one for one in encodings if one.citation.clause == name),
            tuple(one for one in rule_set.not_encoded if one.clause == name),
        )
        for name in sorted(dict.fromkeys(names), key=_order)
    )


def encodings_of(rule_set: RuleSet) -> Iterator[Encoding]:
    """Give all that encodes clauses: cost keys, rules and objectives, in file order."""
    for key in rule_set.cost_keys:
        yield Encoding(key, key.citation, key.key_id, "cost_key")
    for rule in rule_set.rules:
        yield Encoding(rule, rule.citation, rule.rule_id, rule.kind.value)
        for exception in rule.exceptions:
            yield Encoding(rule, exception.citation, rule.rule_id, "except")
    for objective in rule_set.objectives:
        sense = objective.sense.value
        yield Encoding(objective, objective.citation, objective.objective_id, sense)


def _order(clause: str) -> tuple[tuple[bool, int, str], ...]:
    """Order numbers as numbers: 5.9 comes before 5.10, and numbers before words."""
    pieces = _PIECES.split(clause)
    return tuple(
        (not piece.isdigit(), int(piece) if piece.isdigit() else 0, piece)
        for piece in pieces
        if piece
    )
