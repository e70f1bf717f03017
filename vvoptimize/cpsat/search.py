"""The exact lexicographic search: stage after stage, each optimum locked.

The answer is mathematically unique: the last tie-break tells any two assignments apart.
So it is the same for every number of workers, seed and version of the solver.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vvoptimize.cpsat.doubt import doubts
from vvoptimize.cpsat.first_plan import first_plan
from vvoptimize.cpsat.hunt import Hunt
from vvoptimize.cpsat.leximin import Leximin
from vvoptimize.cpsat.lower import Lowering
from vvoptimize.cpsat.prefer import Prefer
from vvoptimize.cpsat.results import Progress, SearchResult
from vvoptimize.cpsat.session import Session
from vvoptimize.cpsat.stages import Decided, Draft, Optimise
from vvoptimize.cpsat.tie_break import BreakTie
from vvoptimize.ruleset.rules import RuleKind, Sense
from vvoptimize.solution.stages import Outcome, StageKind, StageResult, Stop

if TYPE_CHECKING:
    from collections.abc import Callable

    from vvoptimize.cpsat.stages import Stage
    from vvoptimize.ruleset.atoms import Values
    from vvoptimize.ruleset.instances import GroundModel, RuleInstance
    from vvoptimize.solution.doubts import Doubt
    from vvoptimize.solution.stages import Limits

REQUIRE = StageResult("require", StageKind.REQUIRE, Outcome.UNKNOWN)


def search(
    model: GroundModel,
    limits: Limits,
    *,
    hint: Values | None = None,
    on_progress: Callable[[Progress], None] | None = None,
) -> SearchResult:
    """Find the assignment that keeps every required rule and is best, and prove it.

    Parameters
    ----------
    limits
        On all stages together.
    hint
        An assignment to start from, perhaps not one that keeps the rules.
    on_progress
        Called when a stage starts and after every solve.

    Returns
    -------
    SearchResult
        A stage that was not reached is `unknown` with no solves.
    """
    return Search(model, limits, on_progress or (lambda _: None)).run(hint)


class Search:
    """One search under way."""

    def __init__(
        self,
        model: GroundModel,
        limits: Limits,
        on_progress: Callable[[Progress], None],
    ) -> None:
        self._model = model
        self._session = Session(limits, self._tell, cuts=not model.steps)
        self._on_progress = on_progress
        self._hunt = Hunt(Lowering(model), self._session)
        self._stages = self._planned(model)
        self._now = REQUIRE
        self._place = 1
        for instance in _required(model):
            self._hunt.lowering.require(instance.binding)

    def run(self, hint: Values | None) -> SearchResult:
        """Run the stages in order, as far as the limits allow."""
        with self._session.interruptible():
            first = self._run_first(hint)
            drafts = [Draft(first)]
            if first.outcome is not Outcome.INFEASIBLE:
                drafts += map(self._run_stage, self._stages)
            found = self._doubts(drafts)
        return self._result(first.outcome, drafts, found)

    def _run_first(self, hint: Values | None) -> StageResult:
        self._tell()
        plan = None
        if hint is None and len(self._model.steps) > 1:
            plan = first_plan(self._model, self._session)
        if plan is not None and plan.keeps_all:
            self._hunt.incumbent = plan.values
            outcome = Outcome.OPTIMAL
        else:
            outcome = self._ask_first(hint if plan is None else plan.values)
        return replace(REQUIRE, outcome=outcome, solves=self._session.solves)

    def _ask_first(self, hint: Values | None) -> Outcome:
        if hint is not None:
            self._hunt.builder.hint(hint)
        answer = self._session.ask(self._hunt.builder.branch())
        self._hunt.incumbent = answer.values
        return Outcome.OPTIMAL if answer.values is not None else answer.outcome

    def _run_stage(self, stage: Stage) -> Draft:
        self._now = stage.result
        self._place += 1
        self._hunt.ranks = self._hunt.ranks_proved = 0
        before = self._session.solves
        if self._hunt.incumbent is None or self._session.stop is not Stop.PROVED:
            return Draft(stage.result)
        self._tell()
        draft = stage.run(self._hunt)
        solves = self._session.solves - before
        return replace(draft, result=replace(draft.result, solves=solves))

    def _doubts(self, drafts: list[Draft]) -> tuple[Doubt, ...]:
        """Look for what lacks a figure, where a stage was held up by one."""
        kinds = {draft.result.kind for draft in drafts if draft.result.missing}
        lacking = kinds - {StageKind.TIE_BREAK}  # for want of which none is better
        undecided = any(isinstance(stage, Decided) for stage in self._stages)
        if self._hunt.incumbent is None or not (lacking or undecided):
            return ()
        return doubts(self._model, self._session, self._hunt.incumbent)

    def _result(
        self, first: Outcome, drafts: list[Draft], found: tuple[Doubt, ...]
    ) -> SearchResult:
        session, hunt = self._session, self._hunt
        outcome = first
        stages = tuple(draft.result for draft in drafts)
        if hunt.incumbent is not None:
            full = hunt.full()
            stages = tuple(draft.final(full) for draft in drafts)
            outcome = Outcome.OPTIMAL if all(map(_proved, stages)) else Outcome.FEASIBLE
        return SearchResult(
            hunt.incumbent, outcome, session.stop, stages, found, session.statistics
        )

    def _planned(self, model: GroundModel) -> list[Stage]:
        """Every stage after the first, in order."""
        unsure = tuple(
            instance
            for instance in _required(model)
            if not self._hunt.lowering.certain(instance.binding)
        )
        stages: list[Stage] = [Decided(unsure)] if unsure else []
        stages += map(BreakTie, model.first)
        preferred: dict[str, list[RuleInstance]] = {}
        for instance in model.instances:
            if instance.rule.kind is RuleKind.PREFER:
                preferred.setdefault(instance.rule.rule_id, []).append(instance)
        stages += [Prefer(tuple(instances)) for instances in preferred.values()]
        for ground in model.objectives:
            leximin = ground.objective.sense is Sense.LEXIMIN
            stages.append(Leximin(ground) if leximin else Optimise(ground))
        return [*stages, *map(BreakTie, model.tie_breaks)]

    def _tell(self) -> None:
        self._on_progress(
            Progress(
                self._now.stage_id,
                self._now.kind,
                self._place,
                1 + len(self._stages),
                self._session.solves,
                self._session.statistics.seconds,
                self._hunt.ranks_proved,
                self._hunt.ranks,
            )
        )


def _proved(stage: StageResult) -> bool:
    """Tell whether a stage was posed and proved, and no required case left open."""
    undecided = stage.kind is StageKind.DECIDED and stage.value != 0
    return stage.outcome is Outcome.OPTIMAL and not undecided


def _required(model: GroundModel) -> list[RuleInstance]:
    return [x for x in model.instances if x.rule.kind is RuleKind.REQUIRE]
