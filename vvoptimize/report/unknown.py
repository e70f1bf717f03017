"""What each missing figure leaves open, as rows of a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.classes import NamedTuple
from vvoptimize.evaluation.verdicts import Verdict
from vvoptimize.explanation.figure_place import line_of
from vvoptimize.report.model_evidence import HostRow, NeedRow, UnknownRow
from vvoptimize.report.names import elements, words_or_none
from vvoptimize.report.rows import Made
from vvoptimize.ruleset.rules import Rule, RuleKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from vvoptimize.ruleset.grounding import Grounding
    from vvoptimize.ruleset.instances import At
    from vvoptimize.ruleset.rules import Objective
    from vvoptimize.solution.assessed import Assessed
    from vvoptimize.solution.doubts import Doubt


class _Need(NamedTuple):
    """What a figure is missing for, and the doubt about it where there was a search."""

    principle: Rule | Objective
    at: At
    doubt: Doubt | None = None


class UnknownRows(Made[UnknownRow]):
    """What is open, one for each figure that is missing.

    Parameters
    ----------
    needs
        By figure, what it is missing for.
    """

    def __init__(
        self, needs: Mapping[str, Sequence[_Need]], grounding: Grounding
    ) -> None:
        def row(figure: str) -> UnknownRow:
            line = line_of(figure, grounding.file)
            return UnknownRow(figure, line, Made(_need, needs[figure]))

        super().__init__(row, tuple(needs))
        self._needs = needs

    @property
    def deciding(self) -> Made[UnknownRow]:
        """Those of figures that more rest on than rules which only show numbers."""
        decide = [f for f in self._of if any(map(_decides, self._needs[f]))]
        return Made(self._make, decide)


def unknown_in(assessed: Assessed) -> UnknownRows:
    """Tell what is open in one assignment, figure by figure."""
    needs: dict[str, list[_Need]] = {}
    for rule in assessed.evaluation.rules:
        for instance in rule.judged(Verdict.UNKNOWN):
            need = _Need(instance.rule, instance.at)
            for figure in instance.missing:
                needs.setdefault(figure, []).append(need)
    for outcome in assessed.evaluation.objectives:
        for party in outcome.parties:
            need = _Need(outcome.objective, party.at)
            for figure in party.missing:
                needs.setdefault(figure, []).append(need)
    return UnknownRows(needs, assessed.grounding)


def unknown_at_all(doubts: Iterable[Doubt], grounding: Grounding) -> UnknownRows:
    """Tell what is open in some assignment or in all, figure by figure."""
    rules = {rule.rule_id: rule for rule in grounding.rule_set.rules}
    goals = {goal.objective_id: goal for goal in grounding.rule_set.objectives}
    needs: dict[str, list[_Need]] = {}
    for doubt in doubts:
        principle = rules.get(doubt.principle_id) or goals[doubt.principle_id]
        for figure in doubt.figures:
            needs.setdefault(figure, []).append(_Need(principle, doubt.at, doubt))
    return UnknownRows(needs, grounding)


def _decides(need: _Need) -> bool:
    principle = need.principle
    return not isinstance(principle, Rule) or principle.kind is not RuleKind.REPORT


def _need(need: _Need) -> NeedRow:
    principle, at, doubt = need
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
        extent=None if doubt is None else doubt.extent.value,
        hosts=() if doubt is None else tuple(HostRow(*host) for host in doubt.hosts),
    )
