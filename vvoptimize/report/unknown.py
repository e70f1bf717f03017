"""What each missing figure leaves open, as rows of a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.evaluation.verdicts import Verdict
from vvoptimize.explanation.figure_place import line_of
from vvoptimize.report.model_evidence import HostRow, NeedRow, UnknownRow
from vvoptimize.report.names import elements, words_or_none
from vvoptimize.ruleset.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vvoptimize.ruleset.grounding import Grounding
    from vvoptimize.ruleset.instances import At
    from vvoptimize.ruleset.rules import Objective
    from vvoptimize.solution.assessed import Assessed
    from vvoptimize.solution.doubts import Doubt


def unknown_in(assessed: Assessed) -> tuple[UnknownRow, ...]:
    """Tell what is open in one assignment, figure by figure."""
    pairs = [
        (figure, _need(instance.rule, instance.at))
        for rule in assessed.evaluation.rules
        for instance in rule.instances
        if instance.verdict is Verdict.UNKNOWN
        for figure in instance.missing
    ]
    pairs += [
        (figure, _need(outcome.objective, party.at))
        for outcome in assessed.evaluation.objectives
        for party in outcome.parties
        for figure in party.missing
    ]
    return tuple(_by_figure(pairs, assessed.grounding))


def unknown_at_all(
    doubts: Iterable[Doubt], grounding: Grounding
) -> tuple[UnknownRow, ...]:
    """Tell what is open in some assignment or in all, figure by figure."""
    rules = {rule.rule_id: rule for rule in grounding.rule_set.rules}
    goals = {goal.objective_id: goal for goal in grounding.rule_set.objectives}
    pairs = []
    for doubt in doubts:
        principle = rules.get(doubt.principle_id) or goals[doubt.principle_id]
        need = _need(principle, doubt.at)._replace(
            extent=doubt.extent.value,
            hosts=tuple(HostRow(*host) for host in doubt.hosts),
        )
        pairs += [(figure, need) for figure in doubt.figures]
    return tuple(_by_figure(pairs, grounding))


def _need(principle: Rule | Objective, at: At) -> NeedRow:
    if isinstance(principle, Rule):
        id_, kind = principle.rule_id, principle.kind.value
    else:
        id_, kind = principle.objective_id, principle.sense.value
    return NeedRow(
        id=id_,
        kind=kind,
        label=words_or_none(principle.label),
        clause=principle.citation.clause,
        at=elements(at, principle),
        extent=None,
        hosts=(),
    )


def _by_figure(
    pairs: Iterable[tuple[str, NeedRow]], grounding: Grounding
) -> Iterator[UnknownRow]:
    needs: dict[str, list[NeedRow]] = {}
    for figure, need in pairs:
        needs.setdefault(figure, []).append(need)
    for figure, rows in needs.items():
        yield UnknownRow(figure, line_of(figure, grounding.file), tuple(rows))
