"""A proposal beside the optimum, as rows of a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.report.model_proposal import (
    BetterPart,
    MovedThere,
    OptimumPart,
    PartyGainRow,
)
from vvoptimize.report.names import elements, words_or_none
from vvoptimize.report.search import difference_row, stage_row

if TYPE_CHECKING:
    from vvoptimize.explanation.proposal.optimum import (
        BesideOptimum,
        BetterForAll,
        PartyGain,
    )
    from vvoptimize.ruleset.grounding import Grounding


def optimum_part(beside: BesideOptimum, grounding: Grounding) -> OptimumPart:
    """Report how far a proposal is from the best, and whether all could have more."""
    solution = beside.solution
    stages = () if solution is None else solution.stages
    return OptimumPart(
        search=beside.search.value,
        stop=None if solution is None else solution.stop.value,
        stages=tuple(stage_row(stage, grounding) for stage in stages),
        differences=tuple(difference_row(d, grounding) for d in beside.differences),
        moved=tuple(MovedThere(*moved) for moved in beside.moved),
        better=_better(beside.for_all),
    )


def _better(found: BetterForAll) -> BetterPart:
    return BetterPart(
        answer=found.answer.value,
        moved=tuple(MovedThere(*moved) for moved in found.moved),
        parties=tuple(map(_party, found.parties)),
        missing=found.missing,
    )


def _party(party: PartyGain) -> PartyGainRow:
    objective = party.objective
    return PartyGainRow(
        objective=objective.objective_id,
        label=words_or_none(objective.label),
        unit=str(objective.unit),
        at=elements(party.at, objective),
        proposal=party.proposal,
        better=party.better,
        by=party.better - party.proposal,
    )
