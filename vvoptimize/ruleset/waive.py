"""Waivers matched with ground cases: each covers exactly one, or is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from vvoptimize.errors import listed, suggest
from vvoptimize.ruleset.arithmetic import as_affine
from vvoptimize.ruleset.ground import Undetermined
from vvoptimize.ruleset.instances import (
    STEP,
    ExceptedInstance,
    Relaxation,
    RuleInstance,
    step_of,
)
from vvoptimize.ruleset.margin import at_least_zero, relaxed_by
from vvoptimize.ruleset.rules import Authority, RuleKind
from vvoptimize.ruleset.truth import TRUE
from vvoptimize.ruleset.waivers import Waiver
from vvoptimize.scenario.exact import exact_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from vvoptimize.errors import Problems
    from vvoptimize.ruleset.instances import At
    from vvoptimize.ruleset.rules import Rule
    from vvoptimize.ruleset.waiver_file import WaiverEntry
    from vvoptimize.ruleset.waivers import Waivers, WrittenWaiver

    Place: TypeAlias = tuple[str, At]
    Find: TypeAlias = Callable[[Rule, At], RuleInstance | ExceptedInstance | None]


def relaxed(
    find: Find,
    waivers: Waivers,
    rules: Sequence[Rule],
    sets: Mapping[str, tuple[str, ...]],
    problems: Problems,
    steps: tuple[str, ...] = (),
) -> tuple[dict[Place, RuleInstance | ExceptedInstance], tuple[Waiver, ...]]:
    """Relax the cases that waivers cover by what they cover.

    Parameters
    ----------
    find
        Gives the ground case of a rule, None where there is none.
    sets
        Elements of each set.
    problems
        Gets what is wrong with a waiver: expired, unmatched, twice, or not allowed.
    steps
        Ids of the steps, where there are any: a waiver that names none covers its case
        at every step.

    Returns
    -------
    dict, tuple
        The cases that are covered, by rule and place, and the waivers that are sound.
    """
    by_id = {rule.rule_id: rule for rule in rules}
    matcher = _Matcher(by_id, find, sets, problems, steps)
    matched = [waiver for w in waivers.written if (waiver := matcher.matched(w))]
    for written in waivers.written:
        _check_days(written, waivers.today, problems)
    found: dict[Place, RuleInstance | ExceptedInstance] = {}
    # Those of one step come last: they go before one for all of them.
    for waiver in sorted(matched, key=lambda waiver: step_of(waiver.at) is not None):
        for at in at_steps(waiver.at, steps):
            case = find(by_id[waiver.rule_id], at)
            if case is not None:
                found[waiver.rule_id, at] = _relaxed(case, waiver)
    return found, tuple(matched)


def at_steps(at: At, steps: Sequence[str]) -> list[At]:
    """Give the places that a waiver may be for: its own, and that at every step."""
    return [at, *((*at, (STEP, step)) for step in steps if step_of(at) is None)]


def _relaxed(
    case: RuleInstance | ExceptedInstance, waiver: Waiver
) -> RuleInstance | ExceptedInstance:
    if isinstance(case, ExceptedInstance):
        return case
    return replace(case, relaxation=_relaxation(case, waiver))


def _relaxation(case: RuleInstance, waiver: Waiver) -> Relaxation:
    if waiver.covers is None:
        return Relaxation(waiver, TRUE, None)
    if case.margin is None:  # in doubt, so nobody knows what it falls short
        return Relaxation(waiver, case.test, None)
    margin = relaxed_by(case.margin, waiver.covers)
    return Relaxation(waiver, at_least_zero(margin), as_affine(margin))


def _check_days(written: WrittenWaiver, today: str, problems: Problems) -> None:
    entry, now = written.entry, date.fromisoformat(today)
    decided, last = date.fromisoformat(entry.date), date.fromisoformat(entry.expires)
    if last < decided:
        span = written.span("expires")
        problems.add("VV421", span, expires=entry.expires, date=entry.date)
    elif last < now:
        span = written.span("expires")
        problems.add("VV410", span, rule=entry.rule, expires=entry.expires, today=today)
    elif decided > now:
        problems.add("VV423", written.span("date"), date=entry.date, today=today)


class _Matcher:
    def __init__(
        self,
        rules: Mapping[str, Rule],
        find: Find,
        sets: Mapping[str, tuple[str, ...]],
        problems: Problems,
        steps: tuple[str, ...],
    ) -> None:
        self._steps = steps
        self._rules = rules
        self._find = find
        self._sets = sets
        self._problems = problems
        self._first: dict[tuple[str, At], WrittenWaiver] = {}

    def matched(self, written: WrittenWaiver) -> Waiver | None:
        """Give the waiver with its case; None where it is refused, as is reported."""
        entry = written.entry
        rule = self._rules.get(entry.rule)
        if rule is None:
            near = suggest(entry.rule, self._rules)
            span = written.span("rule")
            self._problems.add("VV411", span, rule=entry.rule, suggestion=near)
            return None
        if not self._can_be_waived(written, rule) or not self._has_place(written, rule):
            return None
        at = self._place(entry, rule)
        case = self._case(rule, at)
        if case is None:
            told = ", ".join(f"{name}: {element}" for name, element in at) or "-"
            span = written.span("at")
            self._problems.add("VV414", span, rule=entry.rule, at=told)
            return None
        if not self._is_first(written, at) or not self._covers(written, case):
            return None
        return Waiver(
            rule_id=entry.rule,
            at=at,
            reason=entry.reason,
            decided_by=entry.decided_by,
            case=entry.case,
            date=entry.date,
            expires=entry.expires,
            covers=entry.covers,
        )

    def _place(self, entry: WaiverEntry, rule: Rule) -> At:
        names = (*(variable.name for variable in rule.variables), STEP)
        return tuple((name, entry.at[name]) for name in names if name in entry.at)

    def _case(self, rule: Rule, at: At) -> RuleInstance | ExceptedInstance | None:
        """Give the case, or its first in time where the waiver covers every step."""
        found = (self._find(rule, place) for place in at_steps(at, self._steps))
        return next((case for case in found if case is not None), None)

    def _can_be_waived(self, written: WrittenWaiver, rule: Rule) -> bool:
        """Refuse a waiver of what binds nobody, and of a law."""
        span = written.span("rule")
        if rule.kind is not RuleKind.REQUIRE:
            self._problems.add("VV418", span, rule=rule.rule_id)
        elif rule.authority is Authority.LAW:
            self._problems.add("VV419", span, rule=rule.rule_id)
        else:
            return True
        return False

    def _has_place(self, written: WrittenWaiver, rule: Rule) -> bool:
        at = written.entry.at
        names = [variable.name for variable in rule.variables]
        timed = {STEP} if self._steps else set()
        if set(at) - timed != set(names):
            span, known = written.span("at"), listed(names) or "-"
            self._problems.add("VV412", span, rule=rule.rule_id, known=known)
            return False
        places = {v.name: (v.set_name, self._sets[v.set_name]) for v in rule.variables}
        places[STEP] = ("steps", self._steps)
        strangers = [name for name, word in at.items() if word not in places[name][1]]
        for name in strangers:
            set_name, known_as = places[name]
            self._problems.add(
                "VV413",
                written.span("at", name),
                name=at[name],
                set=set_name,
                suggestion=suggest(at[name], known_as),
            )
        return not strangers

    def _is_first(self, written: WrittenWaiver, at: At) -> bool:
        first = self._first.setdefault((written.entry.rule, at), written)
        if first is not written:
            place = str(first.span())
            self._problems.add("VV415", written.span(), first=place)
        return first is written

    def _covers(
        self, written: WrittenWaiver, case: RuleInstance | ExceptedInstance
    ) -> bool:
        """Refuse an amount that is none, or where there is none; and its absence."""
        rule, covers = case.rule, written.entry.covers
        if covers is None:
            if _has_amount(case):
                unit = str(rule.unit)
                self._problems.add(
                    "VV417", written.span(), rule=rule.rule_id, unit=unit
                )
            return not _has_amount(case)
        if not _has_amount(case):
            span = written.key_span("covers")
            self._problems.add("VV416", span, rule=rule.rule_id)
            return False
        if covers <= 0:
            span = written.span("covers")
            self._problems.add("VV420", span, value=exact_text(covers))
        return covers > 0


def _has_amount(case: RuleInstance | ExceptedInstance) -> bool:
    """Tell whether a case falls short by an amount, where it does; or might."""
    if isinstance(case, ExceptedInstance) or isinstance(case.test, Undetermined):
        return case.rule.unit is not None
    return case.margin is not None
