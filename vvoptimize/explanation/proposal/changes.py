"""Each case of each rule beside the same case of a base.

What decides is here, so it is said exactly. A case of a binding rule *blocks* when it
is broken, unless it was broken in the base already, and falls short by no more than it
did there; where it has no amount, broken is as bad as broken. Nothing else blocks: not
a smaller slack, not a case that is gone, not a larger shortfall that a waiver covers.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from vvoptimize.classes import NamedTuple
from vvoptimize.evaluation.verdicts import Verdict
from vvoptimize.ruleset.rules import RuleKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vvoptimize.evaluation.verdicts import (
        Evaluation,
        InstanceVerdict,
        RuleVerdict,
    )
    from vvoptimize.ruleset.instances import At
    from vvoptimize.ruleset.rules import Rule


class Change(StrEnum):
    """How a case compares with the same case of the base."""

    NEW = "new"  # asked now, and not in the base: there is no such case, or is excepted
    WORSE = "worse"  # a worse verdict, or less margin
    SAME = "same"
    BETTER = "better"
    FIXED = "fixed"  # broken in the base, and not any more
    GONE = "gone"  # asked in the base, and not now
    UNDECIDED = "undecided"  # unknown here or there, so nobody can tell


_RANK = {Verdict.HOLDS: 2, Verdict.WAIVED: 1, Verdict.BROKEN: 0}


class CaseChange(NamedTuple):
    """One case, in the base and now.

    Attributes
    ----------
    base, now
        None where it is not judged there.
    was, is_
        Verdicts; `excepted` where the agreement itself asks nothing of the case, None
        where there is no such case.
    """

    rule: Rule
    at: At
    change: Change
    base: InstanceVerdict | None
    now: InstanceVerdict | None
    was: Verdict | None
    is_: Verdict | None

    @property
    def blocks(self) -> bool:
        """Whether it stops the proposal."""
        binding = self.rule.kind is RuleKind.REQUIRE
        no_worse = self.change in (Change.SAME, Change.BETTER)
        return binding and self.is_ is Verdict.BROKEN and not no_worse

    @property
    def excused(self) -> bool:
        """Whether it is broken and does not block, for it was so in the base."""
        binding = self.rule.kind is RuleKind.REQUIRE
        return binding and self.is_ is Verdict.BROKEN and not self.blocks


def case_changes(base: Evaluation, now: Evaluation) -> tuple[CaseChange, ...]:
    """Compare every case, in the order of the rules; those that are gone come last.

    Parameters
    ----------
    base, now
        By the same rules, or by rules that have ids in common.
    """
    before = {verdict.rule.rule_id: verdict for verdict in base.rules}
    after = {verdict.rule.rule_id: verdict for verdict in now.rules}
    judged = after | {id_: one for id_, one in before.items() if id_ not in after}
    return tuple(
        change
        for rule_id, verdict in judged.items()
        for change in _of_rule(verdict.rule, before.get(rule_id), after.get(rule_id))
    )


def _of_rule(
    rule: Rule, base: RuleVerdict | None, now: RuleVerdict | None
) -> Iterator[CaseChange]:
    before, after = _judged(base), _judged(now)
    was, is_ = _verdicts(base), _verdicts(now)
    for at in dict.fromkeys((*is_, *was)):
        one, other = before.get(at), after.get(at)
        if one is None and other is None:
            continue  # excepted here and there
        yield CaseChange(
            rule,
            at,
            _change(one, other),
            one,
            other,
            was.get(at),
            is_.get(at),
        )


def _judged(verdict: RuleVerdict | None) -> Mapping[At, InstanceVerdict]:
    return {} if verdict is None else {case.at: case for case in verdict.instances}


def _verdicts(verdict: RuleVerdict | None) -> Mapping[At, Verdict]:
    if verdict is None:
        return {}
    judged = {case.at: case.verdict for case in verdict.instances}
    return judged | {case.at: Verdict.EXCEPTED for case in verdict.excepted}


def _change(base: InstanceVerdict | None, now: InstanceVerdict | None) -> Change:
    if base is None:
        return Change.NEW
    if now is None:
        return Change.GONE
    if Verdict.UNKNOWN in (base.verdict, now.verdict):
        return Change.UNDECIDED
    if base.verdict is Verdict.BROKEN and now.verdict is not Verdict.BROKEN:
        return Change.FIXED
    before, after = _RANK[base.verdict], _RANK[now.verdict]
    if before != after:
        return Change.BETTER if after > before else Change.WORSE
    return _by_margin(base, now)


def _by_margin(base: InstanceVerdict, now: InstanceVerdict) -> Change:
    """Compare two cases with the same verdict by what they have to spare, or lack."""
    if base.margin is None and now.margin is None:
        return Change.SAME
    if base.margin is None or now.margin is None:
        return Change.UNDECIDED
    if base.margin == now.margin:
        return Change.SAME
    return Change.BETTER if now.margin > base.margin else Change.WORSE
