"""Every rule judged column by column, and every objective measured."""

from __future__ import annotations

from itertools import compress, product, repeat
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from vvoptimize.evaluation.columns.cancelling import Cancelling
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
from vvoptimize.ruleset.columns import column as col
from vvoptimize.ruleset.columns.column import constant, told_in_full
from vvoptimize.ruleset.columns.reader import Reader
from vvoptimize.ruleset.instances import ExceptedInstance, RuleInstance
from vvoptimize.ruleset.unrolled import (
    counted_step,
    ground_objective,
    party_builder,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from vvoptimize.ruleset.atoms import Values
    from vvoptimize.ruleset.columns.column import Column, Doubt
    from vvoptimize.ruleset.columns.frame import Frame
    from vvoptimize.ruleset.grounding import Grounding
    from vvoptimize.ruleset.instances import At
    from vvoptimize.ruleset.rules import Bound, Objective, Rule, Variable
    from vvoptimize.ruleset.tree import Expression
    from vvoptimize.scenario.exact import Exact

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


class _Asked(NamedTuple):
    """The cases of a rule, or the parties of an objective.

    Attributes
    ----------
    frame
        Of every combination of elements.
    chosen
        Whether each of them is asked of, for certain.
    excepted
        Places of those that are not, by an exception.
    unsure
        Places of those of which only their ground form tells.
    """

    frame: Frame
    chosen: Sequence[object]
    excepted: dict[int, ExceptedInstance]
    unsure: frozenset[int]

    @property
    def places(self) -> list[int]:
        """Places of those that are asked of, for certain."""
        return list(compress(range(self.frame.length), self.chosen))

    def narrowed(self) -> Frame:
        """Give the frame of those alone."""
        return self.frame if all(self.chosen) else self.frame.only(self.chosen)

    def without(self, places: Iterable[int]) -> Sequence[object]:
        """Tell what is chosen when some are not."""
        left_out = frozenset(places)
        if not left_out:
            return self.chosen
        return [one and i not in left_out for i, one in enumerate(self.chosen)]


class _Outcomes(NamedTuple):
    """What the cases of a rule come to, one entry for each."""

    holds: Column
    margins: Iterable[Exact | None] = repeat(None)
    values: Iterable[Exact | None] = repeat(None)
    limits: Iterable[Exact | None] = repeat(None)


class _Judging:
    def __init__(self, grounding: Grounding, values: Values) -> None:
        state = grounding.states[-1]
        self._grounding = grounding
        self._evaluator = Evaluator(values)
        self._ats: dict[tuple[Variable, ...], list[At]] = {}
        tables = state.decisions.decided(values).tables()
        own = state.rule_set
        self._unroller = state.unroller
        world = state.unroller.world.with_tables(tables)
        self._reader = Reader(world, own.measures)
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
        asked = self._asked(rule)
        if not any(asked.chosen) and not asked.excepted and not asked.unsure:
            return RuleVerdict(rule, ())
        outcomes = self._outcomes(rule, asked.narrowed())
        judged = tuple(self._instances(rule, asked, outcomes))
        odd = self._odd(rule, asked, outcomes.holds.doubt)
        if not odd:
            return RuleVerdict(rule, judged)
        found = {**dict(zip(asked.places, judged, strict=True)), **odd}
        return _verdict(rule, map(found.__getitem__, sorted(found)))

    def _instances(
        self, rule: Rule, asked: _Asked, outcomes: _Outcomes
    ) -> Iterator[InstanceVerdict]:
        """Give every case that is asked of as its column tells it."""
        holds, broken = Verdict.HOLDS, Verdict.BROKEN
        return map(
            InstanceVerdict,
            repeat(rule),
            compress(self._all(rule.variables), asked.chosen),
            [holds if kept else broken for kept in outcomes.holds.numbers],
            outcomes.margins,
            outcomes.values,
            outcomes.limits,
        )

    def _odd(
        self, rule: Rule, asked: _Asked, doubt: Doubt
    ) -> dict[int, InstanceVerdict | ExceptedInstance | None]:
        """Give what is to be told otherwise than by its column, by place.

        Raises
        ------
        NotSure
            If the whole rule has to be judged from its ground form.
        """
        ats, places = self._all(rule.variables), asked.places
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

    def _all(self, variables: tuple[Variable, ...]) -> list[At]:
        """Give every combination of elements."""
        if variables not in self._ats:
            sets = self._unroller.world.sets
            pairs = [[(v.name, id_) for id_ in sets[v.set_name]] for v in variables]
            self._ats[variables] = list(product(*pairs))
        return self._ats[variables]

    def _applies(self, principle: Rule | Objective) -> _Asked:
        frame = self._reader.frame(principle.variables)
        if principle.where is None:
            return _Asked(frame, [True] * frame.length, {}, frozenset())
        where = self._reader.truth(principle.where.tree, frame)
        asked = _Asked(frame, where.numbers, {}, frozenset(where.doubt))
        return asked._replace(chosen=asked.without(where.doubt))

    def _asked(self, rule: Rule) -> _Asked:
        asked = self._applies(rule)
        for exception in rule.exceptions:
            ats = self._all(rule.variables)
            covers = self._reader.truth(exception.where.tree, asked.frame)
            doubt = frozenset(i for i in covers.doubt if asked.chosen[i])
            covered = asked.without(covers.doubt)
            both = zip(covered, covers.numbers, strict=True)
            excepted = {
                i: ExceptedInstance(rule, ats[i], exception)
                for i, (chosen, covers_it) in enumerate(both)
                if chosen and covers_it
            }
            asked = asked._replace(
                chosen=asked.without({*excepted, *doubt}),
                excepted=asked.excepted | excepted,
                unsure=asked.unsure | doubt,
            )
        return asked

    def _outcomes(self, rule: Rule, frame: Frame) -> _Outcomes:
        formula = rule.formula.tree
        if rule.bound is None:
            truth = self._reader.truth(formula, frame)
            if not _weighs_truths(rule):
                return _Outcomes(truth)
            margin = self._weighing.margin(formula, frame)
            # A truth may be settled though a part of it lacks a figure: by no amount.
            margins = enumerate(margin.exact())
            known = [None if i in margin.doubt else amount for i, amount in margins]
            return _Outcomes(truth, known)
        value = self._reader.number(formula, frame)
        limit = self._reader.number(rule.bound.limit.tree, frame)
        margin = self._margin(rule.bound, value, limit, frame)
        holds = margin._replace(numbers=[number >= 0 for number in margin.numbers])
        return _Outcomes(holds, margin.exact(), value.exact(), limit.exact())

    def _margin(
        self, bound: Bound, value: Column, limit: Column, frame: Frame
    ) -> Column:
        """Give the distance to the limit, or what is left of the tolerance."""
        if bound.relation == "at_least":
            return col.minus(value, limit)
        if bound.relation == "at_most":
            return col.minus(limit, value)
        tolerance = constant(0, frame.length)
        if bound.tolerance is not None:
            tolerance = self._reader.number(bound.tolerance.tree, frame)
        return col.minus(tolerance, col.magnitude(col.minus(value, limit)))

    def objective(self, objective: Objective) -> ObjectiveOutcome:
        """Measure each party of an objective."""
        ats, asked = self._all(objective.variables), self._applies(objective)
        places, frame = asked.places, asked.narrowed()
        column = self._reader.number(objective.formula.tree, frame)
        outcomes = map(PartyOutcome, compress(ats, asked.chosen), column.exact())
        found: dict[int, PartyOutcome | None] = dict(zip(places, outcomes, strict=True))
        told, untold = _split(column.doubt, places)
        if told and self._cancelling.may_be([objective.formula.tree]):
            return self._measured_as_searched(objective)
        for place, figures in told.items():
            found[place] = PartyOutcome(ats[place], None, figures)
        found |= self._parties(objective, untold | asked.unsure, ats)
        parties = (found[place] for place in sorted(found))
        return ObjectiveOutcome(
            objective,
            counted_step(objective, self._unroller),
            tuple(party for party in parties if party is not None),
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


def _weighs_truths(rule: Rule) -> bool:
    """Tell whether a rule asks by how much a truth is kept or not."""
    return rule.bound is None and rule.unit is not None


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
