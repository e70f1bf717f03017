"""A search under way: the model, the incumbent, and what has been proved."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from vvoptimize.cpsat.fault import fault
from vvoptimize.cpsat.form import truth
from vvoptimize.ruleset.ground import Relation
from vvoptimize.solution.stages import Outcome

if TYPE_CHECKING:
    from collections.abc import Collection

    from vvoptimize.cpsat.builder import Builder
    from vvoptimize.cpsat.form import Form, Literal
    from vvoptimize.cpsat.lower import Lowering
    from vvoptimize.cpsat.session import Answer, Session
    from vvoptimize.ruleset.atoms import Values

NO_INCUMBENT = "there is no incumbent"
CONTRADICTION = "infeasible after an assignment was found"


@dataclass
class Hunt:
    """What the stages of a search share.

    Attributes
    ----------
    incumbent
        The best assignment found; it keeps all that the builder has posted.
    ranks_proved, ranks
        Of the leximin stage at hand, for progress.
    """

    lowering: Lowering
    session: Session
    incumbent: Values | None = None
    ranks_proved: int = 0
    ranks: int = 0
    _full: list[int] = field(default_factory=list)

    @property
    def builder(self) -> Builder:
        """The model under construction."""
        return self.lowering.builder

    def best(self) -> Values:
        """Give the incumbent, once there is one."""
        if self.incumbent is None:
            raise fault(NO_INCUMBENT)
        return self.incumbent

    def full(self) -> list[int]:
        """Give the values of all variables in the incumbent."""
        best = self.best()
        if self._full[: self.builder.atoms] != list(best):
            self._full = []
        if len(self._full) < len(self.builder.variables):
            self._full = self.builder.complete(best)
        return self._full

    def question(self) -> Builder:
        """Copy the model, with the incumbent as a complete hint."""
        self.builder.hint(self.best())
        return self.builder.branch()

    def ask(self, question: Builder) -> Answer:
        """Ask; variables of the question's own are hinted too."""
        question.hint(self.best())
        return self.session.ask(question)

    def minimise(self, form: Form) -> tuple[Outcome, int | None]:
        """Make a numerator as small as can be, and lock it there when that is proved.

        Returns
        -------
        tuple[Outcome, int | None]
            The second part is the largest numerator proved to be a lower limit.
        """
        reached = form.at(self.full())
        if reached > form.low:
            question = self.question()
            question.minimise(form)
            answer = self.ask(question)
            reached = self._improve(answer, form, reached)
            if answer.outcome is not Outcome.OPTIMAL:
                return Outcome.FEASIBLE, answer.bound
        self.builder.require(form.plus(-reached), Relation.AT_MOST_ZERO)
        return Outcome.OPTIMAL, reached

    def _improve(self, answer: Answer, form: Form, reached: int) -> int:
        """Take an answer as incumbent where it is better."""
        if answer.outcome is Outcome.INFEASIBLE:
            raise fault(CONTRADICTION)
        if answer.values is None:
            return reached
        found = form.at(self.builder.complete(answer.values))
        if found < reached:
            self.incumbent = answer.values
        return min(found, reached)

    def doubtful(self, literals: Collection[Literal]) -> frozenset[Literal] | None:
        """Find which literals are false in some assignment that is still allowed.

        Returns
        -------
        frozenset[Literal] | None
            None when a limit was reached before that was settled.
        """
        full = self.full()
        never = {x for x in literals if x == self.builder.false}
        open_ = set(literals) - never
        certain = frozenset(open_)
        while open_:
            open_ = {literal for literal in open_ if truth(literal, full)}
            if not open_:
                break
            question = self.question()
            question.require_one(~literal for literal in sorted(open_))
            answer = self.ask(question)
            if answer.outcome is Outcome.INFEASIBLE:
                break
            if answer.values is None:
                return None
            full = self.builder.complete(answer.values)
        return (certain - open_) | never
