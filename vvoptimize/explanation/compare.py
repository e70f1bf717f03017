"""Two assignments side by side: the first stage at which they differ, and for whom."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING

from vvoptimize.classes import record
from vvoptimize.evaluation.verdicts import Verdict
from vvoptimize.ruleset.rules import RuleKind, Sense
from vvoptimize.solution.assessed import Assessed, case_shortfall, total_shortfall
from vvoptimize.solution.stages import StageKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vvoptimize.evaluation.verdicts import (
        InstanceVerdict,
        ObjectiveOutcome,
        RuleVerdict,
    )
    from vvoptimize.ruleset.instances import At
    from vvoptimize.scenario.exact import Exact


@record
class PartyDifference:
    """What one party gets in each of two assignments."""

    at: At
    ours: Exact | None
    theirs: Exact | None


@record
class StageDifference:
    """The first stage at which two assignments differ.

    Attributes
    ----------
    stage_id
        Id of the objective or soft rule; `require` where the other breaks a required
        rule.
    ours_is_better
        None where a missing figure leaves it open.
    ours, theirs
        The stage's value: for leximin that of the first rank that differs.
    rank
        Leximin: the rank, from the worst off, that differs first; counted from 1.
    parties
        Those that get another value, in the order of the scenario; for a soft rule the
        cases that fall short by another amount.
    """

    stage_id: str
    kind: StageKind
    ours_is_better: bool | None
    ours: Exact | None = None
    theirs: Exact | None = None
    unit: str = "1"
    rank: int | None = None
    parties: tuple[PartyDifference, ...] = ()


@record
class Comparison:
    """Another assignment beside ours.

    Attributes
    ----------
    moved
        Services with another host, as (service, our host, their host); None is
        unshared.
    broken, unknown
        Instances of required rules that the other breaks, or that lack a figure.
    difference
        None where they are equal at every stage, though hosts may differ.
    """

    other: Assessed
    moved: tuple[tuple[str, str | None, str | None], ...]
    broken: tuple[InstanceVerdict, ...]
    unknown: tuple[InstanceVerdict, ...]
    difference: StageDifference | None


def compare_with(ours: Assessed, other: Assessed) -> Comparison:
    """Compare another assignment of the same scenario with ours, stage by stage."""
    return Comparison(
        other,
        tuple(_moved(ours, other)),
        other.evaluation.broken,
        other.evaluation.unknown,
        next(all_differences(ours, other), None),
    )


def _moved(
    ours: Assessed, other: Assessed
) -> Iterator[tuple[str, str | None, str | None]]:
    for service, host in ours.assignment.hosts.items():
        theirs = other.assignment.hosts[service]
        if theirs != host:
            yield service, host, theirs


def all_differences(ours: Assessed, other: Assessed) -> Iterator[StageDifference]:
    """Give every stage at which two assignments differ, in order: the first decides."""
    if len(ours.evaluation.broken) != len(other.evaluation.broken):
        fewer = len(ours.evaluation.broken) < len(other.evaluation.broken)
        yield StageDifference(
            "require",
            StageKind.REQUIRE,
            fewer,
            len(ours.evaluation.broken),
            len(other.evaluation.broken),
        )
    prefers = zip(
        ours.evaluation.of_kind(RuleKind.PREFER),
        other.evaluation.of_kind(RuleKind.PREFER),
        strict=True,
    )
    for mine, theirs in prefers:
        yield from _soft(mine, theirs)
    outcomes = zip(ours.evaluation.objectives, other.evaluation.objectives, strict=True)
    for first, second in outcomes:
        difference = objective_difference(first, second)
        if difference is not None:
            yield difference


def _soft(ours: RuleVerdict, theirs: RuleVerdict) -> Iterator[StageDifference]:
    mine, other = total_shortfall(ours), total_shortfall(theirs)
    unknown = ours.count(Verdict.UNKNOWN), theirs.count(Verdict.UNKNOWN)
    if mine != other or unknown[0] != unknown[1]:
        unit = "1" if ours.rule.unit is None else str(ours.rule.unit)
        yield StageDifference(
            ours.rule.rule_id,
            StageKind.PREFER,
            mine < other if unknown == (0, 0) else None,
            mine,
            other,
            unit,
            parties=tuple(_cases(ours, theirs)),
        )


def _cases(ours: RuleVerdict, theirs: RuleVerdict) -> Iterator[PartyDifference]:
    """Give the cases that fall short by another amount."""
    for mine, other in zip(ours.instances, theirs.instances, strict=True):
        amounts = case_shortfall(mine), case_shortfall(other)
        if amounts[0] != amounts[1]:
            yield PartyDifference(mine.at, *amounts)


def objective_difference(
    ours: ObjectiveOutcome, theirs: ObjectiveOutcome
) -> StageDifference | None:
    """Tell how two outcomes of one objective differ; None where they are as good.

    Parameters
    ----------
    ours, theirs
        With the same parties in the same order.
    """
    objective = ours.objective
    parties = tuple(
        PartyDifference(mine.at, mine.value, other.value)
        for mine, other in zip(ours.parties, theirs.parties, strict=True)
        if mine.value != other.value
    )
    kind, unit = StageKind(objective.sense.value), str(objective.unit)
    if any(p.ours is None or p.theirs is None for p in parties):
        return StageDifference(
            objective.objective_id, kind, None, unit=unit, parties=parties
        )
    ranks = zip(_ranked(ours), _ranked(theirs), strict=True)
    for rank, ((mine, value), (other, their_value)) in enumerate(ranks, 1):
        if mine != other:
            return StageDifference(
                objective.objective_id,
                kind,
                mine > other,
                value,
                their_value,
                unit,
                rank if kind is StageKind.LEXIMIN else None,
                parties,
            )
    return None


def _ranked(outcome: ObjectiveOutcome) -> list[tuple[Exact, Exact]]:
    """Give (what counts, value) from the worst off: more of what counts is better."""
    values = [party.value for party in outcome.parties if party.value is not None]
    step, sense = outcome.step, outcome.objective.sense
    return sorted((_counted(value, step, sense), value) for value in values)


def _counted(value: Exact, step: Exact | None, sense: Sense) -> Exact:
    """Give what counts of a value: whole steps of it, and less where less is better."""
    if sense is Sense.MINIMISE:
        return -value if step is None else -ceil(Fraction(value) / step)
    return value if step is None else floor(Fraction(value) / step)
