"""What cost keys, rules and objectives have in common as entries of rule files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeAlias, TypeVar

from vvoptimize.classes import record
from vvoptimize.errors import listed
from vvoptimize.ruleset.file import CostKeyEntry, ObjectiveEntry, RuleEntry
from vvoptimize.ruleset.formulas import FormulaReader, variables_of
from vvoptimize.ruleset.rules import Citation, Formula, RuleKind, Variable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from vvoptimize.errors import Problems, Span
    from vvoptimize.ruleset.declare import Declared
    from vvoptimize.ruleset.file import Cited
    from vvoptimize.ruleset.formulas import Checked, ReadFile
    from vvoptimize.ruleset.units import Unit
    from vvoptimize.source.tree import Path as Where

Scope: TypeAlias = tuple[Variable, ...]
E = TypeVar("E", CostKeyEntry, RuleEntry, ObjectiveEntry)


@record
class Placed(Generic[E]):
    """An entry, and where it stands."""

    read: ReadFile
    entry: E
    where: Where

    @property
    def variables(self) -> Scope:
        """Its index variables."""
        return variables_of(self.entry.for_each)

    @property
    def citation(self) -> Citation:
        """What it encodes."""
        return self.cited(self.entry)

    def cited(self, entry: Cited, *way: str | int) -> Citation:
        """Give what the entry encodes, or an entry that stands inside it."""
        key = "clause" if entry.quote is None else "quote"
        span = self.read.document.span((*self.where, *way, key))
        return Citation(entry.clause, entry.quote, entry.reading, span)

    def span(self, *key: str) -> Span:
        """Place of a value in the entry."""
        return self.read.document.span((*self.where, *key))

    def key_span(self, *key: str) -> Span:
        """Place of a key in the entry."""
        return self.read.document.key_span((*self.where, *key))

    def keys(self, among: Iterable[str]) -> list[str]:
        """Give those of some keys that the entry has."""
        return [key for key in among if getattr(self.entry, key) is not None]


class EntryReader:
    """Reads the parts of entries; what is faulty is reported."""

    def __init__(self, declared: Declared, problems: Problems) -> None:
        self._declared = declared
        self._formulas = FormulaReader(declared.names, problems)
        self._ids: dict[str, Span] = {}
        self.problems = problems

    def check_head(self, placed: Placed[E]) -> None:
        """Check that the id is new and that the index variables hide nothing."""
        entry_id, span = placed.entry.id, placed.span("id")
        if entry_id in self._ids:
            first = str(self._ids[entry_id])
            self.problems.add("VV346", span, name=entry_id, first=first)
        self._ids.setdefault(entry_id, span)
        self._formulas.check_variables(placed.read, placed.variables, placed.where)

    def number(self, placed: Placed[E], key: str, scope: Scope) -> Checked | None:
        """Read a number; None when there is none or it cannot be read."""
        formula = self._formulas.parse(placed.read, (*placed.where, key))
        return None if formula is None else self._formulas.number(formula, scope)

    def truth(self, placed: Placed[E], key: Where, scope: Scope) -> Checked | None:
        """Read a truth; None when there is none or it cannot be read."""
        formula = self._formulas.parse(placed.read, (*placed.where, *key))
        return None if formula is None else self._formulas.truth(formula, scope)

    def condition(
        self, placed: Placed[E], scope: Scope, key: Where = ("where",)
    ) -> Checked | None:
        """Read a condition, which rests on data only."""
        return self._formulas.data_only(self.truth(placed, key, scope))

    def data(self, placed: Placed[E], key: str, scope: Scope) -> Checked | None:
        """Read a number that rests on data only."""
        return self._formulas.data_only(self.number(placed, key, scope))

    def same_unit(self, limit: Checked | None, of: Checked | None) -> None:
        """Refuse a limit in another unit than what it limits."""
        if limit is not None and of is not None and of.shape.unit is not None:
            self._formulas.same_unit("VV356", limit.span, limit, of.shape.unit)

    def one_of(self, placed: Placed[E], keys: Sequence[str], code: str) -> str | None:
        """Give the one key of several that is there; none or more is reported."""
        there = placed.keys(keys)
        if len(there) == 1:
            return there[0]
        span = placed.key_span(there[1]) if there else placed.span()
        seen = "rule_keys" if there else "rule_no_key"
        self.problems.add(
            code, span, seen=seen, keys=listed(there), wanted=listed(keys)
        )
        return None

    def reads(self, *parts: Checked | None) -> frozenset[str]:
        """Names of tables and parameters read, through measures too."""
        found: set[str] = set()
        pending = [name for part in parts if part is not None for name in part.reads]
        while pending:
            name = pending.pop()
            if name not in found:
                found.add(name)
                pending += self._declared.measure_reads.get(name, frozenset())
        return frozenset(found)

    def parameters(self, reads: frozenset[str]) -> tuple[str, ...]:
        """Give the parameters among names that are read, in file order."""
        return tuple(name for name in self._declared.parameters if name in reads)

    def withheld(
        self, placed: Placed[E], reads: frozenset[str], unit: Unit | None = None
    ) -> tuple[str, ...]:
        """Give the parameters below which numbers are not published.

        What reads such numbers is only shown, and in their own unit: a stage, a cost or
        a quotient would let them be worked out.
        """
        inputs = self._declared.inputs
        guarded = [x for n, x in inputs.items() if n in reads and x.withhold_below]
        kind = getattr(placed.entry, "kind", None)
        for given in guarded:
            if kind is not RuleKind.REPORT:
                self.problems.add("VV262", placed.span("id"), name=given.input_id)
            elif unit != given.unit:
                seen = "bool" if unit is None else str(unit)
                self.problems.add(
                    "VV263",
                    placed.span("id"),
                    name=given.input_id,
                    seen=seen,
                    wanted=str(given.unit),
                )
        below = (given.withhold_below for given in guarded)
        return tuple(dict.fromkeys(name for name in below if name is not None))


def formula_of(checked: Checked | None) -> Formula | None:
    """Give the formula of a part that may be absent."""
    return None if checked is None else checked.formula
