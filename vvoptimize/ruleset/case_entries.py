"""A rule's own test cases, from its entry in a rules file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from vvoptimize.errors import listed, suggest
from vvoptimize.ruleset.rules import Case, ExpectedInstance
from vvoptimize.scenario.exact import Exact, exact

if TYPE_CHECKING:
    from vvoptimize.errors import Problems, Span
    from vvoptimize.ruleset.declare import Declared
    from vvoptimize.ruleset.entries import Placed
    from vvoptimize.ruleset.file import CaseEntry, RuleEntry
    from vvoptimize.ruleset.ground import Index
    from vvoptimize.ruleset.instances import At
    from vvoptimize.ruleset.vocabulary import Signature

    Sets: TypeAlias = Mapping[str, tuple[str, ...]]
    Values: TypeAlias = dict[Index, Exact | None]

AMOUNTS = ("slack", "shortfall")


class CaseReader:
    """Turns the `tests` of entries into cases; what is faulty is reported."""

    def __init__(self, declared: Declared, problems: Problems) -> None:
        self._declared = declared
        self._problems = problems

    def cases(self, placed: Placed[RuleEntry]) -> tuple[Case, ...]:
        """Give the cases of a rule."""
        return tuple(
            _CaseReader(self._declared, self._problems, placed, number).case(entry)
            for number, entry in enumerate(placed.entry.tests)
        )


class _CaseReader:
    def __init__(
        self,
        declared: Declared,
        problems: Problems,
        placed: Placed[RuleEntry],
        number: int,
    ) -> None:
        self._tables = declared.names.tables
        self._sets = declared.names.sets
        self._own = declared.sets
        self._known_parameters = declared.parameters
        self._problems = problems
        self._placed = placed
        self._number = number

    def case(self, entry: CaseEntry) -> Case:
        sets = {name: self._set(name, entry.given) for name in self._sets}
        self._check_names(entry.given)
        return Case(
            name=entry.name,
            sets=sets,
            parameters=dict(self._parameters(entry.given)),
            tables={
                name: self._table(name, given, sets)
                for name, given in entry.given.items()
                if name in self._tables
            },
            expect=entry.expect,
            at=tuple(
                self._expected(i, at, sets, entry.expect)
                for i, at in enumerate(entry.at)
            ),
            span=self._span("name"),
        )

    def _span(self, *where: str | int) -> Span:
        place = (*self._placed.where, "tests", self._number, *where)
        return self._placed.read.document.span(place)

    def _key_span(self, *where: str | int) -> Span:
        place = (*self._placed.where, "tests", self._number, *where)
        return self._placed.read.document.key_span(place)

    # What is given

    def _check_names(self, given: Mapping[str, object]) -> None:
        known = [*self._sets, *self._tables, *self._known_parameters]
        for name in given:
            if name not in known:
                near, span = suggest(name, known), self._key_span("given", name)
                self._problems.add("VV380", span, name=name, suggestion=near)

    def _set(self, name: str, given: Mapping[str, object]) -> tuple[str, ...]:
        """Give a set of the case's world; a declared one is whole unless listed."""
        declared = tuple(self._own[name].elements) if name in self._own else ()
        listed_ids = given.get(name, declared)
        ids = listed_ids if isinstance(listed_ids, tuple) else (None,)
        found = tuple(one for one in ids if isinstance(one, str))
        if len(set(found)) != len(ids):
            self._problems.add("VV381", self._span("given", name), name=name)
        if name in self._own:
            self._check_elements(name, found, declared)
        return tuple(dict.fromkeys(found))

    def _check_elements(
        self, name: str, found: tuple[str, ...], declared: tuple[str, ...]
    ) -> None:
        """Refuse elements of a declared set that it does not have."""
        for number, element in enumerate(found):
            if element not in declared:
                span, near = (
                    self._span("given", name, number),
                    suggest(element, declared),
                )
                self._problems.add(
                    "VV364",
                    span,
                    name=element,
                    set=name,
                    known=listed(declared),
                    suggestion=near,
                )

    def _parameters(self, given: Mapping[str, object]) -> Iterator[tuple[str, Exact]]:
        for name, value in given.items():
            if name in self._known_parameters:
                number = _number(value)
                if number is None:
                    span = self._span("given", name)
                    self._problems.add("VV384", span, name=name, wanted="case_number")
                else:
                    yield name, number

    def _table(self, name: str, given: object, sets: Sets) -> Values:
        signature = self._tables[name]
        return {
            index: _number(value)
            for index, value in _leaves(given, ())
            if self._fits(name, index, signature, sets)
            and self._is_value(name, index, value, signature)
        }

    def _fits(self, name: str, index: Index, signature: Signature, sets: Sets) -> bool:
        place = ("given", name, *index)
        if len(index) != len(signature.index):
            span, wanted = self._key_span(*place), listed(signature.index) or "-"
            self._problems.add("VV382", span, name=name, wanted=wanted)
            return False
        for element, set_name in zip(index, signature.index, strict=True):
            if element not in sets.get(set_name, (element,)):
                span, near = self._key_span(*place), suggest(element, sets[set_name])
                self._problems.add(
                    "VV383", span, name=element, set=set_name, suggestion=near
                )
                return False
        return True

    def _is_value(
        self, name: str, index: Index, value: object, signature: Signature
    ) -> bool:
        number = _number(value)
        truth = signature.unit is None
        good = number in (0, 1) if truth else number is not None
        if good or value == "unknown":
            return True
        wanted = "case_truth" if truth else "case_number"
        span = self._span("given", name, *index)
        self._problems.add("VV384", span, name=name, wanted=wanted)
        return False

    # What is expected

    def _expected(
        self,
        number: int,
        entry: Mapping[str, str | int | Decimal],
        sets: Sets,
        expect: str,
    ) -> ExpectedInstance:
        span = self._span("at", number)
        names = [variable.name for variable in self._placed.variables]
        amounts = [key for key in AMOUNTS if key in entry]
        if {*entry} - {*amounts} != {*names} or len(amounts) > 1:
            known = listed(names) or "-"
            self._problems.add("VV386", span, known=known)
        for variable in self._placed.variables:
            element = entry.get(variable.name)
            known_ids = sets.get(variable.set_name, (element,))
            if element is not None and element not in known_ids:
                where = self._span("at", number, variable.name)
                near = suggest(str(element), sets[variable.set_name])
                self._problems.add(
                    "VV383",
                    where,
                    name=str(element),
                    set=variable.set_name,
                    suggestion=near,
                )
        at: At = tuple((name, str(entry.get(name, ""))) for name in names)
        return ExpectedInstance(at, self._margin(number, entry), span)

    def _margin(
        self, number: int, entry: Mapping[str, str | int | Decimal]
    ) -> Exact | None:
        for key, sign in (("slack", 1), ("shortfall", -1)):
            if key in entry:
                amount = _number(entry[key])
                if amount is not None and amount >= 0:
                    return sign * amount
                span = self._span("at", number, key)
                wanted = "case_amount"
                self._problems.add("VV384", span, name=key, wanted=wanted)
        return None


def _leaves(given: object, index: Index) -> Iterator[tuple[Index, object]]:
    """Walk nested mappings; each value with the keys on the way to it."""
    if isinstance(given, Mapping):
        for key, inner in given.items():
            yield from _leaves(inner, (*index, str(key)))
    else:
        yield index, given


def _number(value: object) -> Exact | None:
    """Give a value of a file as a number, a truth as 1 or 0; None when neither."""
    return exact(value) if isinstance(value, int | Decimal) else None
