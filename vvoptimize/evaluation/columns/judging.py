"""Every rule judged column by column, and every objective measured."""

from __future__ import annotations

from itertools import compress, repeat
from typing import TYPE_CHECKING, TypeAlias

from vvoptimize.evaluation.columns.asked import Asking
from vvoptimize.evaluation.columns.cancelling import Cancelling
from vvoptimize.evaluation.columns.outcomes import outcomes
from vvoptimize.evaluation.columns.weighing import NotSure, Resting, Weighing
from vvoptimize.evaluation.evaluate import judge, measured, outcome_of
from vvoptimize.evaluation.values import Evaluator
from vvoptimize.evaluation.verdicts import (
    Evaluation,
    InstanceVerdict,
    ObjectiveOutcome,
    PartyOutcome,
    RuleVerdict,
    Verdict,
)
from vvoptimize.ruleset.columns.column import told_in_full
from vvoptimize.ruleset.columns.reader import ColumnReader
from vvoptimize.ruleset.instances import ExceptedInstance, RuleInstance
from vvoptimize.ruleset.unrolled import (
    counted_step,
    ground_objective,
    party_builder,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from vvoptimize.evaluation.columns.asked import Asked
    from vvoptimize.evaluation.columns.outcomes import Outcomes
    from vvoptimize.ruleset.atoms import Values
    from vvoptimize.ruleset.columns.column import Doubt
    from vvoptimize.ruleset.grounding import Grounding
    from vvoptimize.ruleset.instances import At
    from vvoptimize.ruleset.rules import Objective, Rule
    from vvoptimize.ruleset.tree import Expression

    Judged: TypeAlias = InstanceVerdict | ExceptedInstance


def evaluate_given(grounding: Grounding, values: Values) -> Evaluation:
    """Judge an assignment as `evaluate` does, but unroll only what is in doubt.

    Parameters
    ----------
    grounding
        Of a scenario without steps.
    values
        Of the atoms, as `Decisions.encode` gives them.

    Raises
    ------
    InputError
        If rules and scenario do not fit each other.
    """
    judging = _Judging(grounding, values)
    rule_set = grounding.rule_set
    return Evaluation(
        rules=tuple(judging.rule(rule) for rule in rule_set.rules),
        objectives=tuple(judging.objective(goal) for goal in rule_set.objectives),
    )


class _Judging:
    def __init__(self, grounding: Grounding, values: Values) -> None:
        state = grounding.states[-1]
        self._grounding = grounding
        self._evaluator = Evaluator(values)
        tables = state.decisions.decided(values).tables()
        own = state.rule_set
        self._unroller = state.unroller
        world = state.unroller.world.with_tables(tables)
        self._reader = ColumnReader(world, own.measures)
        self._asking = Asking(self._reader, world.sets)
        self._cancelling = Cancelling(own, tables)
        resting = Resting(state.decisions, own, state.unroller)
        self._weighing = Weighing(self._reader, resting)

    def rule(self, rule: Rule) -> RuleVerdict:
        """Judge a rule in all its cases."""
        try:
            return self._by_columns(rule)
        except NotSure:
            return self._from_ground_form(rule)

    def _by_columns(self, rule: Rule) -> RuleVerdict:
        asked = self._asking.cases(rule)
        if not any(asked.chosen) and not asked.excepted and not asked.unsure:
            return RuleVerdict(rule, ())
        come_to = outcomes(rule, asked.narrowed(), self._reader, self._weighing)
        judged = tuple(self._instances(rule, asked, come_to))
        odd = self._odd(rule, asked, come_to.holds.doubt)
        if not odd:
            return RuleVerdict(rule, judged)
        found = {**dict(zip(asked.places, judged, strict=True)), **odd}
        return _verdict(rule, map(found.__getitem__, sorted(found)))

    def _instances(
        self, rule: Rule, asked: Asked, come_to: Outcomes
    ) -> Iterator[InstanceVerdict]:
        """Give every case that is asked of as its column tells it."""
        holds, broken = Verdict.HOLDS, Verdict.BROKEN
        return map(
            InstanceVerdict,
            repeat(rule),
            compress(self._asking.all(rule.variables), asked.chosen),
            [holds if kept else broken for kept in come_to.holds.numbers],
            come_to.margins,
            come_to.values,
            come_to.limits,
        )

    def _odd(
        self, rule: Rule, asked: Asked, doubt: Doubt
    ) -> dict[int, InstanceVerdict | ExceptedInstance | None]:
        """Give what is to be told otherwise than by its column, by place.

        Raises
        ------
        NotSure
            If the whole rule has to be judged from its ground form.
        """
        ats, places = self._asking.all(rule.variables), asked.places
        told, untold = _split(doubt, places)
        if told and self._cancelling.may_be(_formulas(rule)):
            raise NotSure
        unknown = {
            place: _unknown(rule, ats[place], figures)
            for place, figures in told.items()
        }
        by_themselves = self._by_themselves(rule, untold | asked.unsure, ats)
        waived = self._with_waivers(rule, ats)
        return {**asked.excepted, **unknown, **by_themselves, **waived}

    def _from_ground_form(self, rule: Rule) -> RuleVerdict:
        """Judge a rule as a search does, where only algebra tells."""
        cases = self._grounding.cases_of(rule)
        return _verdict(rule, (_judged(case, self._evaluator) for case in cases))

    def _by_themselves(
        self, rule: Rule, places: frozenset[int], ats: Sequence[At]
    ) -> dict[int, Judged | None]:
        """Judge cases from their ground form, in order: the first fault is told."""
        cases = {p: self._grounding.case(rule, ats[p]) for p in sorted(places)}
        return {p: _judged(case, self._evaluator) for p, case in cases.items()}

    def _with_waivers(self, rule: Rule, ats: Sequence[At]) -> dict[int, Judged | None]:
        """Judge the cases that have a waiver, by what it leaves of them."""
        waivers = self._grounding.waivers
        waived = {waiver.at for waiver in waivers if waiver.rule_id == rule.rule_id}
        if not waived:  # as in most rules
            return {}
        places = {place: at for place, at in enumerate(ats) if at in waived}
        cases = {place: self._grounding.case(rule, at) for place, at in places.items()}
        return {place: _judged(case, self._evaluator) for place, case in cases.items()}

    def objective(self, objective: Objective) -> ObjectiveOutcome:
        """Measure each party of an objective."""
        ats, asked = (
            self._asking.all(objective.variables),
            self._asking.parties(objective),
        )
        places, frame = asked.places, asked.narrowed()
        column = self._reader.number(objective.formula.tree, frame)
        parties = map(PartyOutcome, compress(ats, asked.chosen), column.exact())
        found: dict[int, PartyOutcome | None] = dict(zip(places, parties, strict=True))
        told, untold = _split(column.doubt, places)
        if told and self._cancelling.may_be([objective.formula.tree]):
            return self._measured_as_searched(objective)
        for place, figures in told.items():
            found[place] = PartyOutcome(ats[place], None, figures)
        found |= self._parties(objective, untold | asked.unsure, ats)
        return ObjectiveOutcome(
            objective,
            counted_step(objective, self._unroller),
            tuple(one for p in sorted(found) if (one := found[p]) is not None),
        )

    def _measured_as_searched(self, objective: Objective) -> ObjectiveOutcome:
        ground = ground_objective(objective, self._unroller)
        return outcome_of(ground, self._evaluator)

    def _parties(
        self, objective: Objective, places: frozenset[int], ats: Sequence[At]
    ) -> dict[int, PartyOutcome | None]:
        """Measure parties by their ground form, in order: the first fault is told."""
        if not places:
            return {}
        build = party_builder(objective, self._unroller)
        parties = {p: build(ats[p], dict(ats[p])) for p in sorted(places)}
        return {
            place: None if party is None else measured(party, self._evaluator)
            for place, party in parties.items()
        }


def _split(
    doubt: Doubt, places: Sequence[int]
) -> tuple[dict[int, tuple[str, ...]], frozenset[int]]:
    """Tell apart cases whose missing figures are told, and those left untold."""
    told = {places[i]: figures for i, figures in doubt.items()}
    untold = frozenset(p for p, figures in told.items() if not told_in_full(figures))
    return told, untold


def _unknown(rule: Rule, at: At, figures: tuple[str, ...]) -> InstanceVerdict:
    return InstanceVerdict(rule, at, Verdict.UNKNOWN, None, None, None, figures)


def _formulas(rule: Rule) -> list[Expression]:
    bound = rule.bound
    if bound is None:
        return [rule.formula.tree]
    tolerance = [] if bound.tolerance is None else [bound.tolerance.tree]
    return [rule.formula.tree, bound.limit.tree, *tolerance]


def _judged(
    case: RuleInstance | ExceptedInstance | None, evaluator: Evaluator
) -> Judged | None:
    return judge(case, evaluator) if isinstance(case, RuleInstance) else case


def _verdict(rule: Rule, found: Iterable[Judged | None]) -> RuleVerdict:
    judged: list[InstanceVerdict] = []
    excepted: list[ExceptedInstance] = []
    for case in found:
        if isinstance(case, InstanceVerdict):
            judged.append(case)
        elif case is not None:
            excepted.append(case)
    return RuleVerdict(rule, tuple(judged), tuple(excepted))
