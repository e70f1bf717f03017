"""Worst off first: the exact leximin order, proved party by party.

First the lowest level is made as high as can be. Then, level by level, as many parties
as possible rise above it. Parties are counted, never fixed: with discrete choices there
need not be any one party that is stuck, so saturation would be wrong.

References
----------
W. Ogryczak and T. Śliwiński, "On Direct Methods for Lexicographic Min-Max
Optimization".
S. Bouveret and M. Lemaître, "Computing leximin-optimal solutions in constraint
networks", Artificial Intelligence 173 (2009).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from vvoptimize.classes import record
from vvoptimize.cpsat.form import Form, total
from vvoptimize.cpsat.grid import Levels, levels
from vvoptimize.cpsat.stages import Draft, objective_result
from vvoptimize.ruleset.ground import Relation
from vvoptimize.ruleset.missing import missing_figures
from vvoptimize.solution.stages import Outcome, StageResult

if TYPE_CHECKING:
    from vvoptimize.cpsat.form import Literal
    from vvoptimize.cpsat.hunt import Hunt
    from vvoptimize.ruleset.instances import GroundObjective
    from vvoptimize.scenario.exact import Exact


@record
class Leximin:
    """One leximin objective."""

    ground: GroundObjective

    @property
    def result(self) -> StageResult:
        """The objective's id, unit and step."""
        return objective_result(self.ground)

    def run(self, hunt: Hunt) -> Draft:
        """Climb as far as can be proved."""
        parties = self.ground.parties
        if not parties:
            return Draft(replace(self.result, outcome=Outcome.OPTIMAL))
        forms = tuple(hunt.lowering.form(party.value) for party in parties)
        doubtful = hunt.doubtful({x for form in forms for x in form.known})
        if doubtful is None:
            return Draft(self.result)
        if doubtful:
            unknown = [
                party.value
                for party, form in zip(parties, forms, strict=True)
                if doubtful & {*form.known}
            ]
            return Draft(replace(self.result, missing=missing_figures(unknown)))
        at = tuple(party.at for party in parties)
        return Draft(self._climbed(hunt, forms), forms, at)

    def _climbed(self, hunt: Hunt, forms: tuple[Form, ...]) -> StageResult:
        ladder = Ladder(hunt, levels(hunt.builder, forms, self.ground.step))
        ladder.climb()
        proved = ladder.rank == len(forms)
        return replace(
            self.result,
            outcome=Outcome.OPTIMAL if proved else Outcome.FEASIBLE,
            ranks_proved=ladder.rank,
            bound=ladder.bound,
        )


@dataclass
class Ladder:
    """The count ladder over the parties' levels.

    Attributes
    ----------
    rank
        How many ranks are proved: no assignment has a higher level there without a
        lower one further down.
    """

    hunt: Hunt
    levels: Levels
    rank: int = 0
    bound: Exact | None = None
    _reached: dict[tuple[int, int], Literal] = field(default_factory=dict)

    def climb(self) -> None:
        """Prove as many ranks as the limits allow."""
        parties = len(self.levels.forms)
        self.hunt.ranks = parties
        if not self._raise_the_lowest():
            return
        while self.rank < parties:
            if not self._rise():
                return
            self.hunt.ranks_proved = self.rank

    def _raise_the_lowest(self) -> bool:
        """Make the lowest level as high as can be; tell whether that was proved."""
        hunt, forms = self.hunt, self.levels.forms
        low, high = min(form.low for form in forms), min(form.high for form in forms)
        number = hunt.builder.new(
            low, high, lambda v: min(form.at(v) for form in forms)
        )
        lowest = Form({number: 1}, 0, 1, low, high)
        # From above only: it is maximised and then locked, so it never lies lower.
        for form in forms:
            hunt.builder.require(total([lowest, form.times(-1)]), Relation.AT_MOST_ZERO)
        outcome, bound = hunt.minimise(lowest.times(-1))
        if bound is not None:
            self.bound = self.levels.ceiling(-bound)
        return outcome is Outcome.OPTIMAL

    def _rise(self) -> bool:
        """Leave as few parties as possible at the level of this rank, or below.

        So many ranks are then proved: each of those parties is at its locked level or
        at this one. Tells whether the least number was settled.
        """
        hunt, rank = self.hunt, self.rank
        parties = len(self.levels.forms)
        level = sorted(form.at(hunt.full()) for form in self.levels.forms)[rank]
        hunt.builder.require_many(self._reaching(level), parties - rank)
        above = self._reaching(level + 1)
        outcome, least = hunt.minimise(hunt.builder.count(~x for x in above))
        if least is not None:
            self.rank = max(rank, least)
        return outcome is Outcome.OPTIMAL

    def _reaching(self, level: int) -> list[Literal]:
        """Give for each party the literal that it reaches a level."""
        return [self._reach(party, level) for party in range(len(self.levels.forms))]

    def _reach(self, party: int, level: int) -> Literal:
        if (party, level) not in self._reached:
            form = self.levels.forms[party]
            self._reached[party, level] = self.hunt.builder.at_least(form, level)
        return self._reached[party, level]
