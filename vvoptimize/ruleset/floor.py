"""At least as well for everybody, and better for somebody: a question to a search."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vvoptimize.ruleset.arithmetic import total
from vvoptimize.ruleset.ground import Relation
from vvoptimize.ruleset.margin import at_least_zero
from vvoptimize.ruleset.rules import Sense
from vvoptimize.ruleset.truth import compare, disjunction, negation

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import TypeAlias

    from vvoptimize.ruleset.arithmetic import Quantity
    from vvoptimize.ruleset.instances import At, GroundModel
    from vvoptimize.scenario.exact import Exact

    Floors: TypeAlias = Mapping[tuple[str, At], Exact]


def better_for_all(model: GroundModel, floors: Floors) -> GroundModel:
    """Leave only assignments in which nobody has less, and somebody has more.

    Parameters
    ----------
    floors
        What each party of each leximin objective has, by id of the objective and case.
        Differences count however small: an objective's step says what matters in the
        choice of the best, not what somebody may lose.
    """
    above = list(_above(model, floors))
    nobody_less = tuple(at_least_zero(value) for value in above)
    somebody_more = disjunction(
        negation(compare(value, Relation.AT_MOST_ZERO)) for value in above
    )
    return replace(model, structure=(*model.structure, *nobody_less, somebody_more))


def _above(model: GroundModel, floors: Floors) -> Iterator[Quantity]:
    """Give how much more than its floor each party has."""
    for ground in model.objectives:
        if ground.objective.sense is Sense.LEXIMIN:
            for party in ground.parties:
                floor = floors[ground.objective.objective_id, party.at]
                yield total([party.value, -floor])
