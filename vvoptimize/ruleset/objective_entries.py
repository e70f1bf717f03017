"""Objectives and cost keys, from entries of rule files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.ruleset.entries import EntryReader, Placed, formula_of
from vvoptimize.ruleset.rules import CostKey, Objective, Sense
from vvoptimize.ruleset.units import PLAIN

if TYPE_CHECKING:
    from vvoptimize.ruleset.file import CostKeyEntry, ObjectiveEntry


def cost_key(placed: Placed[CostKeyEntry], reader: EntryReader) -> CostKey | None:
    """Give the cost key of an entry; None when it is faulty, which is reported."""
    reader.check_head(placed)
    sets = sorted(variable.set_name for variable in placed.variables)
    if sets != ["municipalities", "services"]:
        span = placed.span("for_each")
        reader.problems.add("VV367", span, name=placed.entry.id)
        return None
    services = tuple(v for v in placed.variables if v.set_name == "services")
    condition = reader.condition(placed, services)
    weight = reader.data(placed, "weight", placed.variables)
    if weight is None:
        return None
    reads = reader.reads(condition, weight)
    reader.withheld(placed, reads)
    return CostKey(
        key_id=placed.entry.id,
        citation=placed.citation,
        variables=placed.variables,
        weight=weight.formula,
        where=formula_of(condition),
        reads=reads,
    )


def objective(placed: Placed[ObjectiveEntry], reader: EntryReader) -> Objective | None:
    """Give the objective of an entry; None when it is faulty, which is reported."""
    reader.check_head(placed)
    condition = reader.condition(placed, placed.variables)
    key = reader.one_of(placed, [sense.value for sense in Sense], "VV363")
    if key is None:
        return None
    _check_parties(placed, Sense(key), reader)
    checked = reader.number(placed, key, placed.variables)
    step = reader.data(placed, "step", ())
    reader.same_unit(step, checked)
    if checked is None:
        return None
    reads = reader.reads(condition, checked, step)
    reader.withheld(placed, reads)
    return Objective(
        objective_id=placed.entry.id,
        citation=placed.citation,
        sense=Sense(key),
        variables=placed.variables,
        where=formula_of(condition),
        formula=checked.formula,
        unit=checked.shape.unit or PLAIN,
        step=formula_of(step),
        label=placed.entry.label,
        parameters=reader.parameters(reads),
        reads=reads,
        when=placed.entry.at,
    )


def _check_parties(
    placed: Placed[ObjectiveEntry], sense: Sense, reader: EntryReader
) -> None:
    """Leximin compares parties; the other senses have one value."""
    several = bool(placed.variables)
    if several is not (sense is Sense.LEXIMIN):
        code = "VV373" if several else "VV374"
        reader.problems.add(code, placed.key_span(sense.value), sense=sense.value)
