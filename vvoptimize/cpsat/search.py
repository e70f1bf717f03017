"""The search: required rules, soft rules, objectives, tie-breaks; each proved and locked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vvoptimize.cpsat.hunt import Hunt
from vvoptimize.cpsat.leximin import Leximin
from vvoptimize.cpsat.lower import Lowering
from vvoptimize.cpsat.results import Progress, SearchResult
from vvoptimize.cpsat.session import Session
from vvoptimize.cpsat.stages import Decided, Draft, Optimise, Prefer, Stage
from vvoptimize.cpsat.tie_break import BreakTie
from vvoptimize.ruleset.rules import RuleKind, Sense
from vvoptimize.solution.stages import Limits, Outcome, StageKind, StageResult, Stop

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from vvoptimize.ruleset.atoms import Values
    from vvoptimize.ruleset.instances import GroundModel, RuleInstance

REQUIRE = StageResult("require", StageKind.REQUIRE, Outcome.UNKNOWN)


def search(
    model: GroundModel,
    limits: Limits,
    *,
    hint: Values | None = None,
    on_progress: Callable[[Progress], None] | None = None,
) -> SearchResult:
    """Find the best assignment, stage by stage.

    Parameters
    ----------
    hint
        An assignment to start from.
    on_progress
        Told when a stage starts and after every solve.

    Returns
    -------
    SearchResult
        The same for every number of workers and every seed when all is proved.
    """
    return _Search(model, limits, on_progress).run(hint)


class _Search:
    def __init__(
        self,
        model: GroundModel,
        limits: Limits,
        on_progress: Callable[[Progress], None] | None,
    ) -> None:
        self._model = model
        self._on_progress = on_progress
        self._session = Session(limits, self._told)
        self._hunt = Hunt(Lowering(model), self._session)
        self._required = [i for i in model.instances if i.rule.kind is RuleKind.REQUIRE]
        self._number = 1
        self._at = REQUIRE
        self._stages: list[Stage] = []

    def run(self, hint: Values | None) -> SearchResult:
        for instance in self._required:
            self._hunt.lowering.require(instance.test)
        self._stages = list(self._all_stages())
        first = self._first(hint)
        drafts = [Draft(first)]
        if first.outcome is Outcome.OPTIMAL:
            drafts += [self._run(number, s) for number, s in enumerate(self._stages, 2)]
        return self._result(first, drafts)

    def _first(self, hint: Values | None) -> StageResult:
        """Find any assignment that keeps every required rule."""
        self._told()
        if hint is not None:
            self._hunt.builder.hint(hint)
        answer = self._session.ask(self._hunt.builder.branch())
        self._hunt.incumbent = answer.values
        outcome = Outcome.OPTIMAL if answer.values is not None else answer.outcome
        return replace(REQUIRE, outcome=outcome)

    def _all_stages(self) -> Iterator[Stage]:
        lowering = self._hunt.lowering
        unsure = [i for i in self._required if not lowering.certain(i.test)]
        if unsure:
            yield Decided(tuple(unsure))
        yield from (Prefer(tuple(instances)) for instances in self._soft())
        for ground in self._model.objectives:
            leximin = ground.objective.sense is Sense.LEXIMIN
            yield Leximin(ground) if leximin else Optimise(ground)
        yield from (BreakTie(tie) for tie in self._model.tie_breaks)

    def _soft(self) -> list[list[RuleInstance]]:
        """Instances of each soft rule, in order of appearance."""
        rules: dict[str, list[RuleInstance]] = {}
        for instance in self._model.instances:
            if instance.rule.kind is RuleKind.PREFER:
                rules.setdefault(instance.rule.rule_id, []).append(instance)
        return list(rules.values())

    def _run(self, number: int, stage: Stage) -> Draft:
        """Run a stage; once the search has been stopped, none is reached."""
        self._number, self._at = number, stage.result
        self._hunt.ranks = self._hunt.ranks_proved = 0
        if self._session.stop is not Stop.PROVED:
            return Draft(stage.result)
        self._told()
        before = self._session.solves
        draft = stage.run(self._hunt)
        solves = self._session.solves - before
        return replace(draft, result=replace(draft.result, solves=solves))

    def _result(self, first: StageResult, drafts: list[Draft]) -> SearchResult:
        values = self._hunt.incumbent
        full = self._hunt.full() if values is not None else []
        stages = [draft.final(full) if full else draft.result for draft in drafts]
        stages[0] = replace(stages[0], solves=1)
        outcome = first.outcome
        if values is not None:
            posed = [stage.outcome for stage in stages if not stage.missing]
            proved = all(outcome is Outcome.OPTIMAL for outcome in posed)
            outcome = Outcome.OPTIMAL if proved else Outcome.FEASIBLE
        statistics = self._session.statistics
        return SearchResult(values, outcome, self._session.stop, tuple(stages), statistics)

    def _told(self) -> None:
        if self._on_progress is None:
            return
        statistics = self._session.statistics
        self._on_progress(
            Progress(
                self._at.stage_id,
                self._at.kind,
                self._number,
                len(self._stages) + 1,
                statistics.solves,
                statistics.seconds,
                self._hunt.ranks_proved,
                self._hunt.ranks,
            )
        )
