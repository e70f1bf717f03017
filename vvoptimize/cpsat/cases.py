"""What the solver makes of a ground model whose atoms have one value each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from vvoptimize.classes import NamedTuple
from vvoptimize.cpsat.fault import fault
from vvoptimize.cpsat.form import truth
from vvoptimize.cpsat.lower import Lowering

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vvoptimize.cpsat.builder import Builder
    from vvoptimize.cpsat.form import Form, Literal
    from vvoptimize.cpsat.lower import Verdict
    from vvoptimize.ruleset.instances import GroundModel
    from vvoptimize.scenario.exact import Exact


class SolverReading(NamedTuple):
    """Truth and margin of one instance; None where a figure is missing."""

    truth: bool | None
    margin: Exact | None


def solver_readings(
    model: GroundModel, expected: Sequence[bool | None]
) -> tuple[SolverReading, ...]:
    """Read the instances of a model whose structure leaves one assignment.

    Parameters
    ----------
    expected
        The truths by the other reading. The solver is asked for as many differences as
        it can find, so that a literal which it is free to choose cannot agree by luck.

    Raises
    ------
    InternalError
        If the solver finds no assignment: then the case's own values were refused.
    """
    lowering = Lowering(model)
    verdicts = [lowering.verdict(instance.test) for instance in model.instances]
    forms = [
        None if instance.margin is None else lowering.form(instance.margin)
        for instance in model.instances
    ]
    values = _solved(lowering.builder, list(_wrong(verdicts, expected)))
    return tuple(
        SolverReading(_truth(verdict, values), _value(form, values))
        for verdict, form in zip(verdicts, forms, strict=True)
    )


def _solved(builder: Builder, wrong: list[Literal]) -> list[int]:
    """Give the solver's own values of all variables, with the most differences."""
    if wrong:
        builder.minimise(builder.count(wrong).times(-1))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    status = solver.solve(builder.model)
    if status != cp_model.OPTIMAL:
        detail = f"a case's own values are no assignment: {solver.status_name(status)}"
        raise fault(detail)
    return [int(solver.value(variable)) for variable in builder.variables]


def _wrong(
    verdicts: Sequence[Verdict], expected: Sequence[bool | None]
) -> Iterator[Literal]:
    """Give the literals that are true where the readings differ."""
    for verdict, known in zip(verdicts, expected, strict=True):
        yield ~verdict.is_true if known is True else verdict.is_true
        yield ~verdict.is_false if known is False else verdict.is_false


def _truth(verdict: Verdict, values: Sequence[int]) -> bool | None:
    is_true, is_false = (truth(literal, values) for literal in verdict)
    return is_true if is_true is not is_false else None


def _value(form: Form | None, values: Sequence[int]) -> Exact | None:
    if form is None or not all(truth(literal, values) for literal in form.known):
        return None
    return form.value(values)
