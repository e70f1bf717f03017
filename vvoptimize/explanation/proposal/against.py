"""A proposal judged by the rules of a base, and by its own.

Rules, numbers that they use, waivers and the day they are in force on are the base's:
so a proposal cannot loosen the rule that it breaks. What it changes of them is told,
with every case that its own rules judge otherwise.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from vvoptimize.classes import NamedTuple, record
from vvoptimize.evaluation.verdicts import Verdict
from vvoptimize.explanation.proposal.changes import case_changes
from vvoptimize.explanation.proposal.facts import fact_changes
from vvoptimize.explanation.proposal.fair import gains, objective_orders
from vvoptimize.explanation.proposal.said import text_changes
from vvoptimize.ruleset.instances import without_step
from vvoptimize.ruleset.rules import RuleKind
from vvoptimize.scenario.changed import changed
from vvoptimize.scenario.reading import ScenarioFile
from vvoptimize.solution.assessed import assess

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vvoptimize.assignment import Assignment
    from vvoptimize.explanation.proposal.changes import CaseChange
    from vvoptimize.explanation.proposal.facts import Facts
    from vvoptimize.explanation.proposal.fair import Gain, ObjectiveOrder
    from vvoptimize.explanation.proposal.said import TextChange
    from vvoptimize.ruleset.instances import At
    from vvoptimize.ruleset.rules import Rule, RuleSet
    from vvoptimize.ruleset.waiver_file import WaiverEntry
    from vvoptimize.ruleset.waivers import Waivers, WrittenWaiver
    from vvoptimize.solution.assessed import Assessed


class Side(NamedTuple):
    """A base or a proposal: files as read, and which assignment is meant."""

    file: ScenarioFile
    rules: RuleSet
    waivers: Waivers | None
    name: str
    assignment: Assignment


class OwnVerdict(NamedTuple):
    """A case that the proposal's own rules judge otherwise than those of the base.

    Attributes
    ----------
    by_base, by_own
        None where they have no such case.
    binds_in_base, binds_in_own
        Whether the rule is required there.
    """

    rule: Rule
    at: At
    by_base: Verdict | None
    by_own: Verdict | None
    binds_in_base: bool
    binds_in_own: bool

    @property
    def let_through(self) -> bool:
        """Whether the base's rule stops at it, and the proposal's own would not.

        So too where the base lacks a figure that the proposal's own rules do not ask.
        """
        stops = (Verdict.BROKEN, Verdict.UNKNOWN)
        by_base = self.binds_in_base and self.by_base in stops
        return by_base and not (self.binds_in_own and self.by_own in stops)


@record
class AgainstBase:
    """A proposal beside a base.

    Attributes
    ----------
    base
        The base, by its own rules.
    now
        The proposal, by the rules of the base: this is what counts.
    own
        The proposal by its own rules.
    changes
        Every case of `now` and `base`.
    waivers
        Those of the base that count for the proposal.
    idle
        Waivers of the base that do not count: not in force on the day, or from a case
        that the proposal does not have.
    """

    base: Assessed
    now: Assessed
    own: Assessed
    changes: tuple[CaseChange, ...]
    orders: tuple[ObjectiveOrder, ...]
    gains: tuple[Gain, ...]
    facts: Facts
    texts: tuple[TextChange, ...]
    own_verdicts: tuple[OwnVerdict, ...]
    waivers: Waivers | None
    idle: tuple[WrittenWaiver, ...]

    @property
    def blocking(self) -> tuple[CaseChange, ...]:
        """The cases that stop the proposal."""
        return tuple(change for change in self.changes if change.blocks)


def against_base(base: Side, proposal: Side) -> AgainstBase:
    """Judge a proposal beside a base.

    Raises
    ------
    InputError
        If the rules of the base do not fit the proposal's scenario, or either side's
        own do not fit it.
    """
    before, _, _ = _judged(base, base)
    now, waivers, idle = _judged(base, proposal)
    alike = not idle and _judge_alike(base, proposal)
    own = now if alike else _by_own(proposal)
    return AgainstBase(
        base=before,
        now=now,
        own=own,
        changes=case_changes(before.evaluation, now.evaluation),
        orders=objective_orders(before, now),
        gains=gains(before, now),
        facts=fact_changes(before, now),
        texts=text_changes(
            (before.grounding.rule_set, base.waivers),
            (own.grounding.rule_set, proposal.waivers),
        ),
        own_verdicts=tuple(_own_verdicts(now, own)),
        waivers=waivers,
        idle=idle,
    )


def _by_own(proposal: Side) -> Assessed:
    return assess(
        proposal.rules,
        proposal.file,
        proposal.assignment,
        name=proposal.name,
        waivers=proposal.waivers,
    )


def _judge_alike(base: Side, proposal: Side) -> bool:
    """Tell whether a proposal's own rules, numbers and waivers are the base's."""
    ours, theirs = proposal.file.scenario, base.file.scenario
    held = _by_base(base, proposal.file).scenario
    return (
        proposal.rules.texts == base.rules.texts
        and ours.parameters == theirs.parameters
        and ours.baseline == theirs.baseline
        and _entries(proposal) == _entries(base)
        # What the base leaves out its rules do not ask for; own rules refuse it.
        and held.inputs.keys() == ours.inputs.keys()
        and len(held.pins) == len(ours.pins)
    )


def _entries(side: Side) -> list[WaiverEntry]:
    return [] if side.waivers is None else [w.entry for w in side.waivers.written]


def _judged(
    base: Side, side: Side
) -> tuple[Assessed, Waivers | None, tuple[WrittenWaiver, ...]]:
    """Judge a side by all that the base says; also sort out the base's waivers."""
    file = _by_base(base, side.file)
    assessed = assess(base.rules, file, side.assignment, name=side.name)
    if base.waivers is None:
        return assessed, None, ()
    counting, idle = _sorted_out(base.waivers, assessed)
    waivers = base.waivers._replace(written=counting)
    again = assess(base.rules, file, side.assignment, name=side.name, waivers=waivers)
    return again, waivers, idle


def _by_base(base: Side, file: ScenarioFile) -> ScenarioFile:
    """Give a scenario with the numbers, and the day, by which the base is judged.

    What the rules of the base do not ask for is left out: its own rules may.
    """
    scenario, theirs = file.scenario, base.file.scenario
    asked = {
        name: value
        for name, value in scenario.inputs.items()
        if name in base.rules.inputs
    }
    required = (r for r in base.rules.rules if r.kind is RuleKind.REQUIRE)
    reads_pins = any("pinned" in rule.reads for rule in required)
    told = changed(
        scenario,
        parameters=theirs.parameters,
        baseline=theirs.baseline,
        inputs=asked,
        pins=scenario.pins if reads_pins else (),
    )
    return ScenarioFile(told, file.document)


def _sorted_out(
    waivers: Waivers, assessed: Assessed
) -> tuple[tuple[WrittenWaiver, ...], tuple[WrittenWaiver, ...]]:
    """Tell the waivers that count from those that do not."""
    named = {written.entry.rule for written in waivers.written}
    judged = [one for one in assessed.evaluation.rules if one.rule.rule_id in named]
    asked = [(one.rule.rule_id, case.at) for one in judged for case in one.instances]
    asked += [(one.rule.rule_id, case.at) for one in judged for case in one.excepted]
    # One that names no step is from its case at every step.
    cases = {(rule, frozenset(x)) for rule, at in asked for x in (at, without_step(at))}
    known = {rule.rule_id for rule in assessed.grounding.rule_set.rules}
    counting: list[WrittenWaiver] = []
    idle: list[WrittenWaiver] = []
    for written in waivers.written:
        entry = written.entry
        has_case = (entry.rule, frozenset(entry.at.items())) in cases
        # A rule that there is not is an error of the base, and told as one.
        counts = _in_force(written, waivers.today) and (
            has_case or entry.rule not in known
        )
        (counting if counts else idle).append(written)
    return tuple(counting), tuple(idle)


def _in_force(written: WrittenWaiver, today: str) -> bool:
    entry, day = written.entry, date.fromisoformat(today)
    first, last = date.fromisoformat(entry.date), date.fromisoformat(entry.expires)
    return first <= day <= last


def _own_verdicts(now: Assessed, own: Assessed) -> Iterator[OwnVerdict]:
    """Find what differs: the verdict, or that what is broken is required at all."""
    if own is now:
        return
    before, after = _by_id(now), _by_id(own)
    for change in case_changes(now.evaluation, own.evaluation):
        ours, theirs = (x.get(change.rule.rule_id) for x in (before, after))
        found = OwnVerdict(
            ours or change.rule,
            change.at,
            change.was,
            change.is_,
            _is_required(ours),
            _is_required(theirs),
        )
        if change.was is not change.is_ or found.let_through:
            yield found


def _by_id(assessed: Assessed) -> Mapping[str, Rule]:
    return {rule.rule_id: rule for rule in assessed.grounding.rule_set.rules}


def _is_required(rule: Rule | None) -> bool:
    return rule is not None and rule.kind is RuleKind.REQUIRE
