"""The stages of a search: what each asks, and what it leaves proved and locked."""

from __future__ import annotations

from dataclasses import field, replace
from fractions import Fraction
from typing import TYPE_CHECKING, Protocol

from vvoptimize.classes import record
from vvoptimize.cpsat.grid import steps_of
from vvoptimize.ruleset.missing import missing_figures
from vvoptimize.ruleset.rules import Sense
from vvoptimize.scenario.exact import exact
from vvoptimize.solution.stages import Outcome, PartyValue, StageKind, StageResult

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vvoptimize.cpsat.form import Form
    from vvoptimize.cpsat.hunt import Hunt
    from vvoptimize.ruleset.instances import GroundObjective, RuleInstance
    from vvoptimize.scenario.exact import Exact


@record
class Draft:
    """A stage's result before the final assignment is known.

    Attributes
    ----------
    forms
        What it reports: one number, or one for each party.
    """

    result: StageResult
    forms: tuple[Form, ...] = ()
    at: tuple[tuple[tuple[str, str], ...], ...] = ()

    def final(self, values: Sequence[int]) -> StageResult:
        """Fill in what the final assignment reaches."""
        if not self.forms:
            return self.result
        reached = [form.value(values) for form in self.forms]
        if self.result.kind is not StageKind.LEXIMIN:
            return self._reporting(reached[0])
        parties = [PartyValue(*pair) for pair in zip(self.at, reached, strict=True)]
        parties.sort(key=lambda party: party.value)
        return replace(self._reporting(min(reached)), parties=tuple(parties))

    def _reporting(self, value: Exact) -> StageResult:
        proved = self.result.outcome is Outcome.OPTIMAL or self.result.ranks_proved > 0
        if not proved:
            return replace(self.result, value=value)
        # Within a step others may be better: only the step is proved, not the value.
        bound = value if self.result.step is None else None
        return replace(self.result, value=value, bound=bound)


class Stage(Protocol):
    """One stage: what it is called, and how to run it."""

    @property
    def result(self) -> StageResult:
        """What is said of the stage when it is not reached."""

    def run(self, hunt: Hunt) -> Draft:
        """Ask, and lock what is proved."""


@record
class Decided:
    """Leave as few required instances undetermined as possible."""

    instances: tuple[RuleInstance, ...]
    result: StageResult = field(
        default=StageResult("decided", StageKind.DECIDED, Outcome.UNKNOWN)
    )

    def run(self, hunt: Hunt) -> Draft:
        """Count what is not true: a required instance is never false."""
        lowering = hunt.lowering
        verdicts = [lowering.verdict(instance.binding) for instance in self.instances]
        count = hunt.builder.count(~verdict.is_true for verdict in verdicts)
        return minimised(hunt, self.result, count)


@record
class Optimise:
    """Minimise or maximise one number, in steps when the objective has one."""

    ground: GroundObjective

    @property
    def result(self) -> StageResult:
        """The objective's id, unit and step."""
        return objective_result(self.ground)

    def run(self, hunt: Hunt) -> Draft:
        """Minimise the number, or its opposite."""
        (party,) = self.ground.parties
        form = hunt.lowering.form(party.value)
        doubtful = hunt.doubtful(form.known)
        if doubtful is None:
            return Draft(self.result)
        if doubtful:
            return Draft(replace(self.result, missing=missing_figures([party.value])))
        sign = -1 if self.ground.objective.sense is Sense.MAXIMISE else 1
        if self.ground.step is None:
            return minimised(hunt, self.result, form, sign)
        return _in_steps(hunt, self.result, form, sign, self.ground.step)


def objective_result(ground: GroundObjective) -> StageResult:
    """Say what an objective's stage asks."""
    objective = ground.objective
    return StageResult(
        objective.objective_id,
        StageKind(objective.sense.value),
        Outcome.UNKNOWN,
        str(objective.unit),
        step=ground.step,
    )


def minimised(hunt: Hunt, result: StageResult, form: Form, sign: int = 1) -> Draft:
    """Minimise a value, or maximise it where the sign is -1."""
    outcome, bound = hunt.minimise(form.times(sign))
    limit = None if bound is None else exact(Fraction(sign * bound, form.scale))
    return Draft(replace(result, outcome=outcome, bound=limit), (form,))


def _in_steps(
    hunt: Hunt, result: StageResult, form: Form, sign: int, step: Exact
) -> Draft:
    """Minimise the number of steps, started ones counted as whole."""
    goal = form.times(sign)
    steps = steps_of(hunt.builder, goal, step)
    outcome, bound = hunt.minimise(steps)
    # A started step counts as whole, so nothing below the step before it is possible.
    limit = None if bound is None else exact(sign * (bound - 1) * step)
    return Draft(replace(result, outcome=outcome, bound=limit), (form,))
