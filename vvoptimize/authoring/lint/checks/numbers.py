"""L1xx: numbers, and units that let a slip through."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vvoptimize.authoring.formulas import all_formulas, nodes_of
from vvoptimize.authoring.lint.page import Finding
from vvoptimize.authoring.shapes import Gives, given_by, is_truth
from vvoptimize.classes import NamedTuple
from vvoptimize.ruleset import tree
from vvoptimize.ruleset.syntax import written
from vvoptimize.ruleset.tree import Function, Operator
from vvoptimize.ruleset.units import PLAIN
from vvoptimize.scenario.exact import exact_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from vvoptimize.authoring.lint.subject import Subject
    from vvoptimize.ruleset.parameters import Parameter
    from vvoptimize.ruleset.rules import Formula, RuleSet
    from vvoptimize.ruleset.tree import Expression
    from vvoptimize.ruleset.units import Unit
    from vvoptimize.scenario.parts import Text

PERCENT = 100
STRUCTURAL = 2  # «at least two» of what is counted

_SHARE_IDS = frozenset(
    ("share", "percent", "percentage", "pct", "fraction", "andel", "prosent")
)
_SHARE_LABELS = re.compile(
    r"(?:share|part|fraction|percent\w*|andel\w*|del|prosent\w*)\b", re.IGNORECASE
)


class _Word(NamedTuple):
    """Words of ids and of labels that tell a base unit."""

    ids: frozenset[str]
    label: re.Pattern[str]


def _word(ids: str, label: str) -> _Word:
    return _Word(frozenset(ids.split()), re.compile(rf"\b(?:{label})\b", re.IGNORECASE))


_UNITS = {
    "FTE": _word("fte aarsverk", "i årsverk|in FTE|in full-time posts"),
    "min": _word("minutes minute minutter", "i minutter|in minutes"),
    "km": _word("km kilometres", "i kilometer|i km|in kilometres|in km"),
    "NOK": _word("nok kroner", "i kroner|in kroner|in NOK"),
    "day": _word("days dager", "i dager|in days|dager i uka|days a week"),
    "year": _word("years aar", "i år|in years"),
    "person": _word("", "i personer|in persons"),
}


def number_findings(subject: Subject) -> Iterator[Finding]:
    """Find odd numbers and units."""
    for parameter in subject.rule_set.parameters.values():
        yield from _parameter(parameter, subject)
    for name, unit, label in _declared(subject.rule_set):
        yield from _misnamed(name, unit, label, subject)
    for _, formula, _ in all_formulas(subject.rule_set):
        yield from _counts_and_shares(formula, subject.rule_set)
        yield from _unit_changes(formula, subject.rule_set)
        yield from _bare_numbers(formula, formula.tree, (), subject.rule_set)


# Parameters


def _parameter(parameter: Parameter, subject: Subject) -> Iterator[Finding]:
    name = parameter.parameter_id
    highest = max(parameter.value, parameter.high)
    if parameter.unit == PLAIN and highest > 1 and _is_share(name, parameter.label):
        values = {
            "name": f"`{name}`",
            "value": exact_text(highest),
            "percent": exact_text(highest * PERCENT),
        }
        key = "value" if parameter.value > 1 else "range"
        yield Finding("L103", subject.sources.span(name, key), values)


def _is_share(name: str, label: Text | None) -> bool:
    if _SHARE_IDS & set(name.split("_")):
        return True
    texts = () if label is None else (label.nb, label.en)
    return any(text and _SHARE_LABELS.match(text) for text in texts)


def _declared(rule_set: RuleSet) -> Iterator[tuple[str, Unit | None, Text | None]]:
    for parameter in rule_set.parameters.values():
        yield parameter.parameter_id, parameter.unit, parameter.label
    for given in rule_set.inputs.values():
        yield given.input_id, given.unit, given.label
    for measure in rule_set.measures.values():
        yield measure.measure_id, measure.unit, measure.label


def _misnamed(
    name: str, unit: Unit | None, label: Text | None, subject: Subject
) -> Iterator[Finding]:
    """Compare a unit with what the last word of a name, and the label, say."""
    if unit is None:
        return
    bases = {base for base, _ in unit.exponents}
    wanted = [base for base, word in _UNITS.items() if _says(word, name, label)]
    if wanted and not bases & set(wanted):
        told = {"name": f"`{name}`", "unit": str(unit), "wanted": ", ".join(wanted)}
        yield Finding("L104", subject.sources.span(name), told)


def _says(word: _Word, name: str, label: Text | None) -> bool:
    texts = () if label is None else (label.nb, label.en)
    in_label = any(word.label.search(text) for text in texts if text)
    return in_label or name.rpartition("_")[2] in word.ids


# Formulas


def _counts_and_shares(formula: Formula, rule_set: RuleSet) -> Iterator[Finding]:
    for node in nodes_of(formula.tree):
        parts = _alike(node)
        counts = [part for part in parts if _is_count(part, rule_set)]
        shares = [part for part in parts if _is_share_of(part, rule_set)]
        if counts and shares:
            values = {
                "count": f"`{written(counts[0])}`",
                "share": f"`{written(shares[0])}`",
            }
            yield Finding("L101", formula.span(node.at), values)


def _unit_changes(formula: Formula, rule_set: RuleSet) -> Iterator[Finding]:
    """Find what is multiplied or divided by one of a unit."""
    for node in nodes_of(formula.tree):
        match node:
            case tree.Arithmetic(operator=Operator.TIMES, left=left, right=right):
                pairs = [(left, right), (right, left)]
            case tree.Arithmetic(operator=Operator.OVER, left=left, right=right):
                pairs = [(left, right)]
            case _:
                continue
        for other, factor in pairs:
            parameter = _one_of_a_unit(factor, rule_set)
            if parameter and given_by(other, (), rule_set) is not Gives.TRUTH:
                name = parameter.parameter_id
                values = {"name": f"`{name}`", "unit": str(parameter.unit)}
                yield Finding("L102", formula.span(factor.at), values)


def _one_of_a_unit(node: Expression, rule_set: RuleSet) -> Parameter | None:
    if not isinstance(node, tree.Name):
        return None
    parameter = rule_set.parameters.get(node.name)
    if parameter is None or parameter.unit == PLAIN or parameter.value != 1:
        return None
    return parameter


def _alike(node: Expression) -> Sequence[Expression]:
    """Give the parts of a node that ought to be numbers of one kind."""
    match node:
        case tree.Chain(operands=parts):
            return parts
        case tree.Arithmetic(operator=operator, left=left, right=right):
            added = operator in (Operator.PLUS, Operator.MINUS)
            return (left, right) if added else ()
        case tree.Call(function=Function.MIN | Function.MAX, arguments=parts):
            return parts
        case _:
            return ()


def _is_count(node: Expression, rule_set: RuleSet) -> bool:
    """Tell a number that counts things."""
    match node:
        case tree.Aggregate(function=Function.COUNT):
            return True
        case tree.Aggregate(function=Function.SUM, body=body):
            return _is_one_or_none(body, rule_set)
        case tree.Name(name=name) | tree.Lookup(table=name):
            measure = rule_set.measures.get(name)
            return measure is not None and _is_count(measure.formula.tree, rule_set)
        case _:
            return False


def _is_one_or_none(node: Expression, rule_set: RuleSet) -> bool:
    match node:
        case tree.Number(value=value):
            return value == 1
        case tree.Name(name=name) | tree.Lookup(table=name):
            return is_truth(name, rule_set)
        case _:
            return isinstance(node, tree.Chain | tree.Logic | tree.Not)


def _is_share_of(node: Expression, rule_set: RuleSet) -> bool:
    """Tell a parameter that is a share: a plain number from 0 to at most 1."""
    if not isinstance(node, tree.Name) or node.name not in rule_set.parameters:
        return False
    parameter = rule_set.parameters[node.name]
    within = parameter.low >= 0 and parameter.high <= 1
    return parameter.unit == PLAIN and within


def _bare_numbers(
    formula: Formula,
    node: Expression,
    beside: Iterable[Expression],
    rule_set: RuleSet,
) -> Iterator[Finding]:
    """Find numbers that ought to be parameters; `beside` is what they stand with."""
    if isinstance(node, tree.Number) and not _is_plain(node, beside, rule_set):
        values = {"number": exact_text(node.value)}
        yield Finding("L105", formula.span(node.at), values)
    parts = tree.parts_of(node)
    for part in parts:
        others = [one for one in parts if one is not part]
        compared = others if isinstance(node, tree.Chain) else ()
        yield from _bare_numbers(formula, part, compared, rule_set)


def _is_plain(
    node: tree.Number, beside: Iterable[Expression], rule_set: RuleSet
) -> bool:
    """Tell 0 and 1, «at least two» of what is counted, and the number of a choice."""
    if node.value in (0, 1):
        return True
    counted = node.value == STRUCTURAL and any(_counts(one) for one in beside)
    names = (one.name for one in beside if isinstance(one, tree.Name))
    chosen = isinstance(node.value, int) and any(
        name in rule_set.parameters for name in names
    )
    return counted or chosen


def _counts(node: Expression) -> bool:
    """Tell what counts by its own form: `count(...)`, `sum(1 for ...)`."""
    match node:
        case tree.Aggregate(function=Function.COUNT):
            return True
        case tree.Aggregate(function=Function.SUM, body=tree.Number()):
            return True
        case _:
            return False
