"""What rules can come to in a scenario, whatever is decided: proved by the solver.

Every assignment that the solver finds is judged by the evaluation before it counts as a
witness, and it is a witness for every instance, not only for the one asked about.
"""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from vvoptimize.assignment import named_assignment
from vvoptimize.errors import InternalError, Problem
from vvoptimize.evaluation.values import Evaluator
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
    UNDECIDED = "undecided"  # a figure is missing, whatever is decided
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
        # For each instance and truth, None until it is known whether it can be.
        self._possible: dict[tuple[int, bool], bool | None] = {}
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

    def _can(self, number: int, truth: bool) -> bool | None:
        """Tell whether an instance can be true, or false; None where it stopped."""
        if self._witness([number], truth) is not None:
            return True
        key = (number, truth)
        if key not in self._possible:
            answer = self._prover.find(number, truth)
            if answer.values is not None:
                self._confirm(number, truth, self._add(answer.values))
            self._possible[key] = _possible(answer.outcome)
            self.stop = self._prover.stop
        return self._possible[key]

    def _confirm(self, number: int, truth: bool, witness: int) -> None:
        """Raise an error if the evaluation judges the solver's witness otherwise."""
        judged = self._truths[witness][number]
        if judged is not truth:
            rule = self._model.instances[number].rule.rule_id
            values = {"stage": rule, "model": str(truth), "evaluation": str(judged)}
            raise InternalError([Problem("VV901", None, values)])

    def _proved(self, number: int) -> Proved:
        holds, breaks = self._can(number, True), self._can(number, False)
        return Proved(
            self._model.instances[number],
            _outcome(holds, breaks),
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
        rule = proved[0].instance.rule
        breaks = _some([self._can(number, False) for number in numbers])
        holds = self._together(numbers)
        return ProvedRule(
            rule,
            _outcome(holds, breaks),
            self._witness(numbers, True),
            self._witness(numbers, False),
            proved,
        )

    def _together(self, numbers: list[int]) -> bool | None:
        """Tell whether all instances of a rule can hold in one assignment."""
        if self._witness(numbers, True) is not None:
            return True
        each = [self._can(number, True) for number in numbers]
        if False in each:
            return False
        answer = self._prover.find_none_broken(numbers)
        self.stop = self._prover.stop
        if answer.values is not None:
            witness = self._add(answer.values)
            # Where a figure is missing an instance is not broken, but does not hold.
            return True if self._witness(numbers, True) == witness else None
        return _possible(answer.outcome)

    # Conflicts

    def conflicts(self, limits: Limits) -> Iterator[ProvedConflict]:
        """Find sets of required instances that conflict, no instance in two of them."""
        from vvoptimize.cpsat.conflict import minimal_conflict

        left = [
            number
            for number, instance in enumerate(self._model.instances)
            if instance.rule.kind is RuleKind.REQUIRE
            and self._possible.get((number, True)) is not False
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
    if holds is False and breaks is False:
        return Can.UNDECIDED
    if breaks is False:
        return Can.NEVER_BROKEN
    if holds is False:
        return Can.NEVER_HOLDS
    return Can.BOTH if holds and breaks else Can.STOPPED
