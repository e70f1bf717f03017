"""What rules can come to in a scenario, whatever is decided: proved by the solver.

Every assignment that the solver finds is judged by the evaluation before it counts as a
witness, and it is a witness for every instance, not only for the one asked about.
"""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from vvoptimize.assignment import named_assignment
from vvoptimize.classes import NamedTuple
from vvoptimize.errors import InternalError, Problem
from vvoptimize.evaluation.values import Evaluator
from vvoptimize.ruleset.missing import missing_figures
from vvoptimize.ruleset.rules import RuleKind
from vvoptimize.solution.stages import Limits, Outcome, Stop

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vvoptimize.cpsat.prove import Prover
    from vvoptimize.ruleset.atoms import Values
    from vvoptimize.ruleset.grounding import Grounding
    from vvoptimize.ruleset.instances import RuleInstance
    from vvoptimize.ruleset.rules import Rule

MOST_CONFLICTS = 5


class Can(StrEnum):
    """What an instance, or a rule over all its instances, can come to."""

    BOTH = "both"  # a witness for each
    NEVER_BROKEN = "never_broken"
    NEVER_HOLDS = "never_holds"
    UNDECIDED = "undecided"  # for lack of a figure
    STOPPED = "stopped"  # before proof


class Proved(NamedTuple):
    """What one instance can come to; witnesses are numbers of `Proofs.witnesses`."""

    instance: RuleInstance
    can: Can
    holds_in: int | None
    broken_in: int | None


class ProvedRule(NamedTuple):
    """A rule over all its instances: it holds where all of them do."""

    rule: Rule
    can: Can
    holds_in: int | None
    broken_in: int | None
    instances: tuple[Proved, ...]


class ProvedConflict(NamedTuple):
    """Required instances that cannot be kept together; `minimal` is proved."""

    instances: tuple[RuleInstance, ...]
    minimal: bool


class Proofs(NamedTuple):
    """All that was proved, and what stopped it."""

    rules: tuple[ProvedRule, ...]
    conflicts: tuple[ProvedConflict, ...]
    witnesses: tuple[Values, ...]
    stop: Stop

    @property
    def impossible(self) -> bool:
        """Whether required rules cannot all be kept."""
        never = any(
            one.can is Can.NEVER_HOLDS and one.rule.kind is RuleKind.REQUIRE
            for one in self.rules
        )
        return never or bool(self.conflicts)


def prove(grounding: Grounding, limits: Limits) -> Proofs:
    """Prove what the rules of a scenario can come to."""
    from vvoptimize.cpsat.prove import Prover  # OR-Tools is slow to load

    prover = Prover(grounding.model, limits)
    with prover.session.interruptible():
        run = _Run(grounding, prover)
        rules = tuple(run.rules())
        conflicts = tuple(run.conflicts(limits))
        return Proofs(rules, conflicts, tuple(run.witnesses), run.stop)


class _Run:
    def __init__(self, grounding: Grounding, prover: Prover) -> None:
        self._model = grounding.model
        self._prover = prover
        self.stop = Stop.PROVED
        self.witnesses: list[Values] = []
        self._truths: list[list[bool | None]] = []
        # Whether an instance can be so; None where the search stopped.
        self._possible: dict[tuple[int, bool | None], bool | None] = {}
        self._never_hold: set[int] = set()
        for name in grounding.scenario.assignments:
            assignment = named_assignment(grounding.scenario, name)
            self._add(grounding.decisions.encode(assignment))

    def _add(self, values: Values) -> int:
        """Keep an assignment as a witness, judged by the evaluation."""
        evaluator = Evaluator(values)
        self.witnesses.append(values)
        truths = [evaluator.truth(one.test) for one in self._model.instances]
        self._truths.append(truths)
        return len(self.witnesses) - 1

    def _witness(self, numbers: Sequence[int], truth: bool) -> int | None:
        """Give the first witness in which all instances, or one, are so."""
        for at, truths in enumerate(self._truths):
            seen = [truths[number] is truth for number in numbers]
            if all(seen) if truth else any(seen):
                return at
        return None

    # Instances

    def _can(self, number: int, truth: bool | None) -> bool | None:
        """Tell whether an instance can be so; None where the search stopped."""
        if any(truths[number] is truth for truths in self._truths):
            return True
        key = (number, truth)
        if key not in self._possible:
            answer = self._prover.find(number, truth)
            if answer.values is not None:
                self._confirm(number, truth, self._add(answer.values))
            self._possible[key] = _possible(answer.outcome)
            self.stop = self._prover.stop
        return self._possible[key]

    def _confirm(self, number: int, truth: bool | None, witness: int) -> None:
        """Raise an error if the evaluation judges the solver's witness otherwise."""
        judged = self._truths[witness][number]
        if judged is not truth:
            rule = self._model.instances[number].rule.rule_id
            values = {"stage": rule, "model": str(truth), "evaluation": str(judged)}
            raise InternalError([Problem("VV901", None, values)])

    def _proved(self, number: int) -> Proved:
        instance = self._model.instances[number]
        holds, breaks = self._can(number, True), self._can(number, False)
        lacking = holds is breaks is False
        if False in (holds, breaks) and missing_figures([instance.test]):
            lacking = lacking or self._can(number, None) is not False
        can = Can.UNDECIDED if lacking else _outcome(holds, breaks)
        if can is Can.NEVER_HOLDS:
            self._never_hold.add(number)
        return Proved(
            instance,
            can,
            self._witness([number], True),
            self._witness([number], False),
        )

    # Rules

    def rules(self) -> Iterator[ProvedRule]:
        by_rule: dict[str, list[int]] = {}
        for number, instance in enumerate(self._model.instances):
            by_rule.setdefault(instance.rule.rule_id, []).append(number)
        for numbers in by_rule.values():
            proved = tuple(self._proved(number) for number in numbers)
            yield self._rule(proved, numbers)

    def _rule(self, proved: tuple[Proved, ...], numbers: list[int]) -> ProvedRule:
        return ProvedRule(
            proved[0].instance.rule,
            self._together(proved, numbers),
            self._witness(numbers, True),
            self._witness(numbers, False),
            proved,
        )

    def _together(self, proved: tuple[Proved, ...], numbers: list[int]) -> Can:
        """Tell what a rule can come to: it holds where all its instances do."""
        each = {one.can for one in proved}
        if Can.NEVER_HOLDS in each:
            return Can.NEVER_HOLDS
        breaks = _some([self._can(number, False) for number in numbers])
        holds = self._all_hold(numbers)
        if holds is False and self._all_kept(numbers) is not False:
            return Can.STOPPED if self.stop is not Stop.PROVED else Can.UNDECIDED
        if breaks is False and Can.UNDECIDED in each:
            return Can.UNDECIDED
        return _outcome(holds, breaks)

    def _all_hold(self, numbers: list[int]) -> bool | None:
        if self._witness(numbers, True) is not None:
            return True
        answer = self._prover.find_all_hold(numbers)
        self.stop = self._prover.stop
        if answer.values is not None:
            self._add(answer.values)
        return _possible(answer.outcome)

    def _all_kept(self, numbers: list[int]) -> bool | None:
        """Tell whether no instance need be broken: each holds, or lacks a figure."""
        answer = self._prover.find_none_broken(numbers)
        self.stop = self._prover.stop
        return _possible(answer.outcome)

    # Conflicts

    def conflicts(self, limits: Limits) -> Iterator[ProvedConflict]:
        """Find sets of required instances that conflict, no instance in two of them."""
        from vvoptimize.cpsat.conflict import minimal_conflict

        left = [
            number
            for number, instance in enumerate(self._model.instances)
            if instance.rule.kind is RuleKind.REQUIRE and number not in self._never_hold
        ]
        for _ in range(MOST_CONFLICTS):
            answer = self._prover.find_none_broken(left)
            self.stop = self._prover.stop
            if answer.outcome is not Outcome.INFEASIBLE:
                return
            instances = tuple(self._model.instances[number] for number in left)
            model = replace(self._model, instances=instances)
            found = minimal_conflict(model, self._remaining(limits))
            yield ProvedConflict(found.instances, found.minimal)
            members = set(map(id, found.instances))
            left = [n for n in left if id(self._model.instances[n]) not in members]
            if not members:
                return

    def _remaining(self, limits: Limits) -> Limits:
        spent = self._prover.statistics
        seconds, work = limits.seconds, limits.work
        return replace(
            limits,
            seconds=None if seconds is None else max(seconds - spent.seconds, 0),
            work=None if work is None else max(work - spent.work, 0),
        )


def _possible(outcome: Outcome) -> bool | None:
    if outcome is Outcome.UNKNOWN:
        return None
    return outcome is not Outcome.INFEASIBLE


def _some(known: Sequence[bool | None]) -> bool | None:
    if True in known:
        return True
    return None if None in known else False


def _outcome(holds: bool | None, breaks: bool | None) -> Can:
    if breaks is False:
        return Can.NEVER_BROKEN
    if holds is False:
        return Can.NEVER_HOLDS
    return Can.BOTH if holds and breaks else Can.STOPPED
