"""Why there is no assignment: a minimal set of rules that cannot be kept together.

References
----------
U. Junker, "QuickXplain: preferred explanations and relaxations for over-constrained
problems", AAAI 2004. The result depends on the order of the instances and on which sets
of them are feasible, and on nothing else: not on the solver's luck.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from vvoptimize.classes import record
from vvoptimize.cpsat.lower import Lowering
from vvoptimize.cpsat.results import Conflict
from vvoptimize.cpsat.session import Session
from vvoptimize.ruleset.rules import RuleKind
from vvoptimize.solution.stages import Limits, Outcome

if TYPE_CHECKING:
    from vvoptimize.cpsat.form import Literal
    from vvoptimize.ruleset.instances import GroundModel, RuleInstance
    from vvoptimize.scenario.exact import Exact

Numbers: TypeAlias = tuple[int, ...]
"""Required instances, by their number in file order."""


def minimal_conflict(model: GroundModel, limits: Limits) -> Conflict:
    """Find a minimal conflict among the required instances of an infeasible model.

    Parameters
    ----------
    limits
        On all questions together; threads and seed are ignored, so that the same
        conflict is told whatever they are.

    Returns
    -------
    Conflict
        `minimal` is False where a limit was reached: then some of the instances may not
        be needed for it.
    """
    session = Session(replace(limits, workers=1, seed=0))
    questions = _Questions(model, session)
    with session.interruptible():
        return _conflict(questions, session)


def _conflict(questions: _Questions, session: Session) -> Conflict:
    if not questions.feasible(()):
        return Conflict((), (), minimal=True, statistics=session.statistics)
    everything = tuple(range(len(questions.instances)))
    members = sorted(_quickxplain(questions, (), everything, known_feasible=True))
    minimal = not questions.stopped
    return Conflict(
        tuple(questions.instances[number] for number in members),
        tuple(questions.need(number, members) for number in members),
        minimal,
        session.statistics,
    )


def _quickxplain(
    questions: _Questions, kept: Numbers, doubtful: Numbers, *, known_feasible: bool
) -> Numbers:
    """Give the part of the doubtful instances that makes the kept ones infeasible."""
    if not known_feasible and not questions.feasible(kept):
        return ()
    if len(doubtful) <= 1:
        return doubtful
    half = len(doubtful) // 2
    first, second = doubtful[:half], doubtful[half:]
    later = _quickxplain(questions, kept + first, second, known_feasible=False)
    earlier = _quickxplain(questions, kept + later, first, known_feasible=not later)
    return earlier + later


@record
class _Switch:
    """An instance that binds where its literal is true."""

    instance: RuleInstance
    literal: Literal


class _Questions:
    """Asks of sets of instances whether they can be kept together."""

    def __init__(self, model: GroundModel, session: Session) -> None:
        self._session = session
        self._lowering = Lowering(model)
        required = [i for i in model.instances if i.rule.kind is RuleKind.REQUIRE]
        self.instances = tuple(required)
        self._switches = [self._switch(instance) for instance in required]
        self.stopped = False

    def _switch(self, instance: RuleInstance) -> _Switch:
        builder = self._lowering.builder
        literal = builder.new(0, 1, lambda _: 1)
        self._lowering.require(instance.binding, (literal,))
        return _Switch(instance, literal)

    def feasible(self, numbers: Numbers) -> bool:
        """Tell whether instances can be kept together; yes when a limit is reached."""
        question = self._lowering.builder.branch()
        for number in numbers:
            question.require_one((self._switches[number].literal,))
        answer = self._session.ask(question)
        self.stopped |= answer.outcome is Outcome.UNKNOWN
        return answer.outcome is not Outcome.INFEASIBLE

    def need(self, number: int, members: list[int]) -> Exact | None:
        """Give the least shortfall of one member where all the others are kept."""
        margin = self._switches[number].instance.margin
        if margin is None:
            return None
        form = self._lowering.form(margin)
        if form.known:
            return None
        question = self._lowering.builder.branch()
        for other in members:
            if other != number:
                question.require_one((self._switches[other].literal,))
        question.minimise(form.times(-1))
        answer = self._session.ask(question)
        if answer.outcome is not Outcome.OPTIMAL or answer.values is None:
            return None
        return -form.value(question.complete(answer.values))
