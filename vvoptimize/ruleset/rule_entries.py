"""Rules, from entries of rule files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vvoptimize.errors import listed, suggest
from vvoptimize.ruleset.case_entries import CaseReader
from vvoptimize.ruleset.entries import EntryReader, Placed, formula_of
from vvoptimize.ruleset.rules import Bound, Law, Rule, RuleException
from vvoptimize.ruleset.template import placeholders
from vvoptimize.ruleset.units import PLAIN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vvoptimize.ruleset.declare import Declared
    from vvoptimize.ruleset.file import RuleEntry
    from vvoptimize.ruleset.formulas import Checked
    from vvoptimize.ruleset.units import Unit

FILLED_IN = ("value", "limit", "shortfall")
RELATIONS = ("at_least", "at_most", "equals")


@dataclass(slots=True)
class _Parts:
    """The formulas of one rule."""

    key: str  # require or measure
    body: Checked | None
    where: Checked | None
    exceptions: list[Checked | None]
    limit: Checked | None = None
    tolerance: Checked | None = None


class RuleReader:
    """Turns entries into rules; what is faulty is reported and left out."""

    def __init__(self, reader: EntryReader, declared: Declared) -> None:
        self._reader = reader
        self._declared = declared
        self._cases = CaseReader(declared, reader.problems)

    def rule(self, placed: Placed[RuleEntry]) -> Rule | None:
        """Give the rule of an entry."""
        self._reader.check_head(placed)
        self._check_message(placed)
        parts = self._parts(placed)
        if parts is None:
            return None
        relation = self._relation(placed, parts)
        if parts.body is None:
            return None
        return self._built(placed, parts, self._bound(parts, relation))

    def _parts(self, placed: Placed[RuleEntry]) -> _Parts | None:
        reader, scope = self._reader, placed.variables
        where = reader.condition(placed, scope)
        excepted = [
            reader.condition(placed, scope, ("except", i, "where"))
            for i in range(len(placed.entry.except_))
        ]
        key = reader.one_of(placed, ("require", "measure"), "VV347")
        if key == "require":
            return _Parts(key, reader.truth(placed, (key,), scope), where, excepted)
        if key == "measure":
            return _Parts(key, reader.number(placed, key, scope), where, excepted)
        return None

    def _relation(self, placed: Placed[RuleEntry], parts: _Parts) -> str | None:
        """Read what a measure is compared with, and how."""
        reader = self._reader
        if parts.key == "require":
            for key in placed.keys((*RELATIONS, "tolerance")):
                reader.problems.add("VV372", placed.key_span(key), key=key)
            return None
        relation = reader.one_of(placed, RELATIONS, "VV348")
        if relation is None:
            return None
        if placed.entry.tolerance is not None and relation != "equals":
            span = placed.key_span("tolerance")
            reader.problems.add("VV349", span, relation=relation)
        parts.limit = reader.number(placed, relation, placed.variables)
        parts.tolerance = reader.number(placed, "tolerance", placed.variables)
        reader.same_unit(parts.limit, parts.body)
        reader.same_unit(parts.tolerance, parts.body)
        return relation

    def _bound(self, parts: _Parts, relation: str | None) -> Bound | None:
        if relation is None or parts.limit is None:
            return None
        return Bound(relation, parts.limit.formula, formula_of(parts.tolerance))

    def _built(
        self, placed: Placed[RuleEntry], parts: _Parts, bound: Bound | None
    ) -> Rule | None:
        if parts.body is None:
            return None
        reads = self._reader.reads(
            parts.where, *parts.exceptions, parts.body, parts.limit, parts.tolerance
        )
        entry, unit = placed.entry, _unit(parts.key, parts.body)
        measured = unit if parts.key == "measure" else None
        withheld = self._reader.withheld(placed, reads, measured)
        reads |= frozenset(withheld)
        return Rule(
            rule_id=entry.id,
            citation=placed.citation,
            authority=entry.authority,
            kind=entry.kind,
            variables=placed.variables,
            where=formula_of(parts.where),
            formula=parts.body.formula,
            bound=bound,
            label=entry.label,
            message=entry.message,
            unit=unit,
            span=placed.span("id"),
            parameters=self._reader.parameters(reads),
            reads=reads,
            cases=self._cases.cases(placed),
            exceptions=tuple(_exceptions(placed, parts.exceptions)),
            withhold_below=withheld,
            law=self._law(placed),
            when=entry.at,
        )

    def _law(self, placed: Placed[RuleEntry]) -> Law | None:
        """Give the text that a rule says it was read from, among those of its file."""
        law_id, laws = placed.entry.law, placed.read.file.laws
        if law_id is None:
            return None
        if law_id not in laws:
            self._reader.problems.add(
                "VV391",
                placed.span("law"),
                name=law_id,
                known=listed(laws) or None,
                suggestion=suggest(law_id, list(laws)),
            )
            return None
        entry = laws[law_id]
        return Law(law_id, entry.title, entry.as_of, entry.in_force, entry.note)

    def _check_message(self, placed: Placed[RuleEntry]) -> None:
        """Report a `{name}` that nothing will fill in."""
        message = placed.entry.message
        if message is None:
            return
        variables = (variable.name for variable in placed.variables)
        known = [*variables, *self._declared.parameters, *FILLED_IN]
        texts = {message.nb: "nb", message.en: "en"}  # one text may serve both
        for text, language in texts.items():
            for name in placeholders(text or ""):
                if name not in known:
                    self._reader.problems.add(
                        "VV369",
                        placed.span("message", language),
                        name=name,
                        known=listed(known),
                        suggestion=suggest(name, known),
                    )


def _exceptions(
    placed: Placed[RuleEntry], conditions: list[Checked | None]
) -> Iterator[RuleException]:
    for i, (entry, where) in enumerate(
        zip(placed.entry.except_, conditions, strict=True)
    ):
        if where is not None:
            yield RuleException(placed.cited(entry, "except", i), where.formula)


def _unit(key: str, body: Checked) -> Unit | None:
    return body.shape.unit or PLAIN if key == "measure" else body.amount_unit
