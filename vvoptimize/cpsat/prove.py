"""Questions about rule instances, whatever the other rules say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.cpsat.lower import Lowering
from vvoptimize.cpsat.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vvoptimize.cpsat.results import Statistics
    from vvoptimize.cpsat.session import Answer
    from vvoptimize.ruleset.instances import GroundModel
    from vvoptimize.solution.stages import Limits, Stop


class Prover:
    """Asks what the instances of a model can come to in any assignment.

    Parameters
    ----------
    limits
        On all questions together.
    """

    def __init__(self, model: GroundModel, limits: Limits) -> None:
        self.session = Session(limits)
        self._lowering = Lowering(model)
        self._verdicts = [self._lowering.verdict(i.test) for i in model.instances]

    @property
    def stop(self) -> Stop:
        """`proved`, until a question was cut short."""
        return self.session.stop

    @property
    def statistics(self) -> Statistics:
        """What has been spent until now."""
        return self.session.statistics

    def find(self, number: int, truth: bool | None) -> Answer:
        """Look for an assignment in which an instance is true, false, or unknown."""
        is_true, is_false = self._verdicts[number]
        wanted = {True: [is_true], False: [is_false], None: [~is_true, ~is_false]}
        question = self._lowering.builder.branch()
        for literal in wanted[truth]:
            question.require_one((literal,))
        return self.session.ask(question)

    def find_all_hold(self, numbers: Iterable[int]) -> Answer:
        """Look for an assignment in which each of some instances is true."""
        question = self._lowering.builder.branch()
        for number in numbers:
            question.require_one((self._verdicts[number].is_true,))
        return self.session.ask(question)

    def find_none_broken(self, numbers: Iterable[int]) -> Answer:
        """Look for an assignment in which none of some instances is false."""
        question = self._lowering.builder.branch()
        for number in numbers:
            question.require_one((~self._verdicts[number].is_false,))
        return self.session.ask(question)
