"""A ground model as literal numbers: what somebody would type who models by hand.

Forms are `[[variable, factor], ...], constant`; a literal is a variable's number, or
`~number` for its negation. Nothing here is part of what is measured.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from ortools.sat import cp_model_pb2

from support.lower_all import lower_all
from vvoptimize.cpsat.form import common_scale
from vvoptimize.cpsat.tie_break import digit_of
from vvoptimize.ruleset.rules import RuleKind, Sense

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

    from vvoptimize.cpsat.form import Form
    from vvoptimize.cpsat.lower import Lowering
    from vvoptimize.ruleset.instances import (
        GroundModel,
        GroundObjective,
        RuleInstance,
        TieBreak,
    )


def plain(model: GroundModel) -> dict[str, object]:
    """Give variables, constraints and stages of a model in plain numbers."""
    lowering = lower_all(model)
    preferred: dict[str, list[RuleInstance]] = {}
    for instance in model.instances:
        if instance.rule.kind is RuleKind.PREFER:
            preferred.setdefault(instance.rule.rule_id, []).append(instance)
    stages = [_preferred(lowering, cases) for cases in preferred.values()]
    stages += [_objective(lowering, objective) for objective in model.objectives]
    stages += [_tie_break(lowering, tie_break) for tie_break in model.tie_breaks]
    proto = as_proto(lowering.builder.model)
    return {
        "atoms": len(model.atoms),
        "variables": [list(variable.domain) for variable in proto.variables],
        "constraints": [*map(_constraint, proto.constraints)],
        "stages": stages,
    }


def as_proto(model: cp_model.CpModel) -> cp_model_pb2.CpModelProto:
    """Give a model as the message that OR-Tools publishes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "model.pb")
        model.export_to_file(str(path))
        return cp_model_pb2.CpModelProto.FromString(path.read_bytes())


def _constraint(proto: cp_model_pb2.ConstraintProto) -> list[object]:
    given = list(proto.enforcement_literal)
    match kind := proto.WhichOneof("constraint"):
        case "linear":
            return [kind, _terms(proto.linear), list(proto.linear.domain), given]
        case "bool_or":
            return ["clause", list(proto.bool_or.literals), given]
        case "lin_max":
            greatest = proto.lin_max
            forms = [_expression(expression) for expression in greatest.exprs]
            return ["greatest", _expression(greatest.target), forms]
        case _:
            message = f"no plain form of {kind}"
            raise NotImplementedError(message)


def _expression(proto: cp_model_pb2.LinearExpressionProto) -> list[object]:
    return [_terms(proto), proto.offset]


def _terms(
    proto: cp_model_pb2.LinearConstraintProto | cp_model_pb2.LinearExpressionProto,
) -> list[tuple[int, int]]:
    return list(zip(proto.vars, proto.coeffs, strict=True))


def _preferred(lowering: Lowering, cases: list[RuleInstance]) -> list[object]:
    if all(case.margin is None for case in cases):
        return ["broken", [lowering.verdict(case.test).is_true for case in cases]]
    forms = [lowering.form(case.margin) for case in cases if case.margin is not None]
    scale = common_scale(forms)
    margins = [form.rescaled(scale) for form in forms]
    return ["shortfalls", [[_form(margin), margin.low] for margin in margins]]


def _objective(lowering: Lowering, objective: GroundObjective) -> list[object]:
    forms = [lowering.form(party.value) for party in objective.parties]
    sense, step = objective.objective.sense, objective.step
    if sense is Sense.LEXIMIN:
        forms = [form.times(step.denominator) if step else form for form in forms]
        steps = [step.numerator * form.scale if step else 1 for form in forms]
        return ["leximin", [[_form(f), f.low, f.high] for f in forms], steps]
    (form,) = forms
    form = form.times(-1 if sense is Sense.MAXIMISE else 1)
    return ["optimise", _form(form), form.low]


def _tie_break(lowering: Lowering, tie_break: TieBreak) -> list[object]:
    digits = [digit_of(lowering.form(digit)) for digit in tie_break.digits]
    return ["first", [[_form(digit), digit.high] for digit in digits]]


def _form(form: Form) -> list[object]:
    if form.known:
        message = "a figure is missing"
        raise NotImplementedError(message)
    return [[*form.terms.items()], form.constant]


def size_of(model: cp_model.CpModel) -> dict[str, int]:
    """Count variables, constraints, and how often a constraint names a variable."""
    proto = as_proto(model)
    return {
        "variables": len(proto.variables),
        "constraints": len(proto.constraints),
        "terms": sum(map(_named, proto.constraints)),
    }


def _named(proto: cp_model_pb2.ConstraintProto) -> int:
    literals = len(proto.bool_or.literals) + len(proto.bool_and.literals)
    forms = [proto.linear, proto.lin_max.target, *proto.lin_max.exprs]
    return literals + sum(len(form.vars) for form in forms)
