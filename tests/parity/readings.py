"""Both readings of the same ground cases, held against each other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from vvoptimize.cpsat.lower import Lowering
from vvoptimize.evaluation.values import Evaluator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vvoptimize.cpsat.form import Form
    from vvoptimize.ruleset.atoms import Values
    from vvoptimize.ruleset.ground import Affine, Test
    from vvoptimize.ruleset.instances import GroundModel


class Readings:
    """A ground model lowered once, to be asked about many assignments.

    What every assignment keeps is left out: any values of the atoms may be tried.
    """

    def __init__(self, model: GroundModel) -> None:
        self.model = replace(model, structure=())
        self._lowering = Lowering(self.model)
        self._tests = _tests(model)
        self._verdicts = [self._lowering.verdict(test) for test in self._tests]
        self._values = list(_values(model))
        self._forms = [self._lowering.form(value) for value in self._values]

    @property
    def compared(self) -> int:
        """How many verdicts and values are compared for each assignment."""
        return 2 * len(self._tests) + len(self._values)

    def differences(self, values: Values) -> int:
        """Count what the solver may claim otherwise than the evaluation.

        The solver is asked for as many differences as it can find: a literal that it is
        free to choose, as a half-reified one is, cannot agree by luck.
        """
        evaluator = Evaluator(values)
        builder = self._lowering.builder.branch()
        for number, value in enumerate(values):
            builder.model.add(builder.variables[number] == value)
        wrong = []
        for test, verdict in zip(self._tests, self._verdicts, strict=True):
            truth = evaluator.truth(test)
            wrong.append(~verdict.is_true if truth is True else verdict.is_true)
            wrong.append(~verdict.is_false if truth is False else verdict.is_false)
        builder.minimise(builder.count(wrong).times(-1))
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        status = solver.solve(builder.model)
        assert status == cp_model.OPTIMAL, solver.status_name(status)
        found = [int(solver.value(variable)) for variable in builder.variables]
        amounts = sum(
            not _agrees(form, found, evaluator.value(value))
            for form, value in zip(self._forms, self._values, strict=True)
        )
        return -round(solver.objective_value) + amounts

    def feasible(self, values: Values) -> bool:
        """Whether the solver lets values pass with every instance required."""
        lowering = Lowering(self.model)
        for instance in self.model.instances:
            lowering.require(instance.binding)
        for number, value in enumerate(values):
            lowering.builder.model.add(lowering.builder.variables[number] == value)
        status = cp_model.CpSolver().solve(lowering.builder.model)
        return bool(status in (cp_model.OPTIMAL, cp_model.FEASIBLE))


def _tests(model: GroundModel) -> list[Test]:
    """Every instance's own test, and what a waiver leaves of it."""
    own = [instance.test for instance in model.instances]
    return own + [i.binding for i in model.instances if i.relaxation is not None]


def _values(model: GroundModel) -> Iterator[Affine]:
    for instance in model.instances:
        if instance.margin is not None:
            yield instance.margin
        if instance.relaxation is not None and instance.relaxation.margin is not None:
            yield instance.relaxation.margin
    for objective in model.objectives:
        yield from (party.value for party in objective.parties)
    for tie_break in model.tie_breaks:
        yield from tie_break.digits


def _agrees(form: Form, found: list[int], expected: object) -> bool:
    known = all(found[x] if x >= 0 else not found[~x] for x in form.known)
    return (form.value(found) if known else None) == expected


def broken(model: GroundModel, values: Values) -> list[Test]:
    """Tests that bind and that the evaluation finds false."""
    evaluator = Evaluator(values)
    tests = [instance.binding for instance in model.instances]
    return [test for test in tests if evaluator.truth(test) is False]
