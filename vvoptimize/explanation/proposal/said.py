"""What rules, numbers and waivers say, and where a proposal lets them say otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from vvoptimize.classes import NamedTuple
from vvoptimize.scenario.exact import exact_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from vvoptimize.ruleset.parameters import Parameter
    from vvoptimize.ruleset.rules import (
        CostKey,
        Formula,
        Input,
        Measure,
        Objective,
        Rule,
        RuleSet,
        Variable,
    )
    from vvoptimize.ruleset.waivers import Waivers, WrittenWaiver
    from vvoptimize.scenario.exact import Exact

Parts: TypeAlias = "Mapping[str, str]"
"""What one thing says, part by part; the first part is the chief one."""


class TextChange(NamedTuple):
    """One thing that is said otherwise than in the base.

    Attributes
    ----------
    what
        `rule`, `objective`, `parameter`, `measure`, `input`, `cost_key`, `set` or
        `waiver`.
    id
        Of a waiver: its rule and its case.
    part
        Which part differs, as `at_least`; None where all of it is new or gone.
    base, now
        As written; None where there is none.
    """

    what: str
    id: str
    part: str | None
    base: str | None
    now: str | None


def text_changes(
    base: tuple[RuleSet, Waivers | None], now: tuple[RuleSet, Waivers | None]
) -> tuple[TextChange, ...]:
    """Compare what rules and waivers say, with the numbers that count.

    What means the same is no change: comments, the order of keys, where it stands.
    """
    before, after = dict(_said(*base)), dict(_said(*now))
    keys = dict.fromkeys((*before, *after))
    return tuple(
        change
        for what, id_ in keys
        for change in _of(what, id_, before.get((what, id_)), after.get((what, id_)))
    )


def _of(
    what: str, id_: str, base: Parts | None, now: Parts | None
) -> Iterator[TextChange]:
    if base is None or now is None:
        yield TextChange(what, id_, None, _chief(base), _chief(now))
        return
    for part in dict.fromkeys((*base, *now)):
        if base.get(part) != now.get(part):
            yield TextChange(what, id_, part, base.get(part), now.get(part))


def _chief(parts: Parts | None) -> str | None:
    return None if parts is None else next(iter(parts.values()))


def _said(
    rules: RuleSet, waivers: Waivers | None
) -> Iterator[tuple[tuple[str, str], Parts]]:
    """Give all that counts for a verdict or an order, by kind and id."""
    for rule in rules.rules:
        yield ("rule", rule.rule_id), _rule(rule)
    for objective in rules.objectives:
        yield ("objective", objective.objective_id), _objective(objective)
    for parameter in rules.parameters.values():
        yield ("parameter", parameter.parameter_id), _parameter(parameter)
    for measure in rules.measures.values():
        yield ("measure", measure.measure_id), _measure(measure)
    for one in rules.inputs.values():
        yield ("input", one.input_id), _input(one)
    for key in rules.cost_keys:
        yield ("cost_key", key.key_id), _cost_key(key)
    for declared in rules.sets.values():
        yield ("set", declared.set_id), {"elements": ", ".join(declared.elements)}
    for written in () if waivers is None else waivers.written:
        yield ("waiver", _case(written)), _waiver(written)


def _rule(rule: Rule) -> Parts:
    bound = rule.bound
    parts = {"require" if bound is None else "measure": rule.formula.one_line}
    if bound is not None:
        parts[bound.relation] = bound.limit.one_line
        parts |= _optional("tolerance", bound.tolerance)
    parts |= _scope(rule.variables, rule.where)
    parts |= {"kind": rule.kind.value, "authority": rule.authority.value}
    parts |= {"clause": rule.citation.clause, "when": rule.when.value}
    excepted = [one.where.one_line for one in rule.exceptions]
    return parts | ({"exceptions": "; ".join(excepted)} if excepted else {})


def _objective(objective: Objective) -> Parts:
    return {
        objective.sense.value: objective.formula.one_line,
        **_optional("step", objective.step),
        **_scope(objective.variables, objective.where),
        "when": objective.when.value,
    }


def _parameter(parameter: Parameter) -> Parts:
    return {
        "value": f"{exact_text(parameter.value)} {parameter.unit}",
        "status": parameter.status.value,
        "range": f"{exact_text(parameter.low)}, {exact_text(parameter.high)}",
    }


def _measure(measure: Measure) -> Parts:
    return {"expr": measure.formula.one_line, **_scope(measure.variables, None)}


def _input(one: Input) -> Parts:
    unit = "bool" if one.unit is None else str(one.unit)
    parts = {"unit": unit, "index": ", ".join(one.index)}
    if one.default is not None:
        parts["default"] = exact_text(one.default)
    known = [f"{'.'.join(at)}: {exact_text(x)}" for at, x in one.known.items()]
    return parts | ({"known": "; ".join(known)} if known else {})


def _cost_key(key: CostKey) -> Parts:
    return {"weight": key.weight.one_line, **_scope(key.variables, key.where)}


def _scope(variables: Sequence[Variable], where: Formula | None) -> Parts:
    each = ", ".join(f"{one.name}: {one.set_name}" for one in variables)
    return ({"for_each": each} if each else {}) | _optional("where", where)


def _optional(part: str, formula: Formula | None) -> dict[str, str]:
    return {} if formula is None else {part: formula.one_line}


def _case(written: WrittenWaiver) -> str:
    entry = written.entry
    case = ", ".join(f"{name}: {id_}" for name, id_ in sorted(entry.at.items()))
    return f"{entry.rule} ({case})"


def _waiver(written: WrittenWaiver) -> Parts:
    entry = written.entry
    covers: Exact | None = entry.covers
    return {
        "covers": "-" if covers is None else exact_text(covers),
        "expires": entry.expires,
        "date": entry.date,
        "case": entry.case,
    }
