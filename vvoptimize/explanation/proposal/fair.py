"""Whom a proposal is for: who gains and who loses against a base, and in what order."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from vvoptimize.classes import NamedTuple
from vvoptimize.explanation.compare import StageDifference, objective_difference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vvoptimize.evaluation.verdicts import ObjectiveOutcome
    from vvoptimize.ruleset.instances import At
    from vvoptimize.ruleset.rules import Objective
    from vvoptimize.scenario.exact import Exact
    from vvoptimize.solution.assessed import Assessed


class Gain(NamedTuple):
    """What one municipality has in the base and now: FTE, NOK/year; None is unknown.

    Attributes
    ----------
    in_base, in_now
        Whether it is in the scenario there; where it is not, its numbers are None.
    """

    municipality: str
    in_base: bool
    in_now: bool
    workplaces_base: Exact | None
    workplaces_now: Exact | None
    pays_base: Exact | None
    pays_now: Exact | None

    @property
    def workplaces(self) -> Exact | None:
        """FTE by place of work that it has more than in the base."""
        return _more(self.workplaces_now, self.workplaces_base)

    @property
    def pays(self) -> Exact | None:
        """NOK/year that it pays more than in the base."""
        return _more(self.pays_now, self.pays_base)


def gains(base: Assessed, now: Assessed) -> tuple[Gain, ...]:
    """Give one for each municipality: those of now in file order, then those gone."""
    before = {outcome.municipality: outcome for outcome in base.municipalities}
    after = {outcome.municipality: outcome for outcome in now.municipalities}
    rows = []
    for m in dict.fromkeys((*after, *before)):
        one, other = before.get(m), after.get(m)
        rows.append(
            Gain(
                m,
                one is not None,
                other is not None,
                None if one is None else one.workplaces_after,
                None if other is None else other.workplaces_after,
                None if one is None else one.pays,
                None if other is None else other.pays,
            )
        )
    return tuple(rows)


def _more(now: Exact | None, base: Exact | None) -> Exact | None:
    return None if now is None or base is None else now - base


class Order(StrEnum):
    """How a proposal stands to the base by one objective."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"
    UNDECIDED = "undecided"  # for want of a figure


class ObjectiveOrder(NamedTuple):
    """An objective in the base and now.

    Attributes
    ----------
    difference
        What differs, ours being the proposal; None where nothing does.
    only_base, only_now
        Parties that are not in both, and are left out of the comparison.
    """

    objective: Objective
    order: Order
    difference: StageDifference | None
    only_base: tuple[At, ...]
    only_now: tuple[At, ...]


def objective_orders(base: Assessed, now: Assessed) -> tuple[ObjectiveOrder, ...]:
    """Compare by each objective by itself, over the parties that are in both."""
    pairs = zip(now.evaluation.objectives, base.evaluation.objectives, strict=True)
    return tuple(_order(ours, theirs) for ours, theirs in pairs)


def _order(ours: ObjectiveOutcome, theirs: ObjectiveOutcome) -> ObjectiveOrder:
    mine = {party.at for party in ours.parties}
    other = {party.at for party in theirs.parties}
    both = _among(ours, other), _among(theirs, mine)
    difference = objective_difference(*both)
    # Of what is unknown on both sides nobody can tell that it is the same.
    unknown = any(p.value is None for outcome in both for p in outcome.parties)
    return ObjectiveOrder(
        ours.objective,
        Order.UNDECIDED if unknown else _order_of(difference),
        difference,
        tuple(_strangers(theirs, mine)),
        tuple(_strangers(ours, other)),
    )


def _among(outcome: ObjectiveOutcome, known: set[At]) -> ObjectiveOutcome:
    """Keep the parties that are among the known, in one order for both sides."""
    parties = sorted(party for party in outcome.parties if party.at in known)
    return outcome._replace(parties=tuple(parties))


def _strangers(outcome: ObjectiveOutcome, known: set[At]) -> Iterator[At]:
    return (party.at for party in outcome.parties if party.at not in known)


def _order_of(difference: StageDifference | None) -> Order:
    if difference is None:
        return Order.SAME
    return Order.BETTER if difference.ours_is_better else Order.WORSE
