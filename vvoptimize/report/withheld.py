"""Numbers too small to publish: which to withhold so that none can be worked out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.classes import NamedTuple
from vvoptimize.scenario.exact import exact

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vvoptimize.evaluation.verdicts import InstanceVerdict, RuleVerdict
    from vvoptimize.ruleset.rules import RuleSet
    from vvoptimize.scenario.exact import Exact


class Withheld(NamedTuple):
    """What is not told of a list of numbers, by place, and whether their total is."""

    places: frozenset[int]
    total: bool


def withheld(numbers: Sequence[Exact], below: Exact) -> Withheld:
    """Choose what to withhold of numbers that are told together with their total.

    Those between 0 and `below`, and as many more, the smallest first, as it takes that
    each of them could as well be `below` or more. If no more can be taken, the total
    is withheld too.

    Examples
    --------
    >>> sorted(withheld([12, 3, 0, 7, 9], 5).places)
    [1, 3]
    >>> withheld([12, 6, 0], 5).places
    frozenset()
    >>> withheld([2, 0, 0], 5)
    Withheld(places=frozenset({0}), total=True)
    """
    hidden = {i for i, number in enumerate(numbers) if too_small(number, below)}
    if not hidden:
        return Withheld(frozenset(), total=False)
    more = sorted(
        (_size(number), i)
        for i, number in enumerate(numbers)
        if number and i not in hidden
    )
    together = sum(_size(numbers[i]) for i in hidden)
    for size, i in more:
        if _safe(together, len(hidden), below):
            break
        hidden.add(i)
        together += size
    safe = _safe(together, len(hidden), below)
    return Withheld(frozenset(hidden), total=not safe)


def too_small(number: Exact, below: Exact) -> bool:
    """Tell whether a number alone may identify somebody; 0 identifies nobody."""
    return 0 < _size(number) < below


def _size(number: Exact) -> Exact:
    return number if number >= 0 else -number


def _safe(together: Exact, count: int, below: Exact) -> bool:
    """Tell whether any number withheld could be large: the others are 1 at least."""
    return together - (count - 1) >= below


class Guard(NamedTuple):
    """What is told of a rule whose numbers may identify people.

    Attributes
    ----------
    below
        None for a rule of which everything is told.
    cases
        Whether each of its cases is withheld.
    in_all
        The total over its cases; None where there is none to tell.
    """

    below: Exact | None
    cases: tuple[bool, ...]
    in_all: Exact | None


def guard_of(verdict: RuleVerdict, rule_set: RuleSet) -> Guard:
    """Tell what to withhold of a judged rule."""
    ids = verdict.rule.withhold_below
    if not ids:
        return Guard(None, (False,) * len(verdict.instances), None)
    below = max(rule_set.parameters[id_].value for id_ in ids)
    values = [instance.value for instance in verdict.instances]
    known = [value for value in values if value is not None]
    if len(known) < len(values):  # no total is told, and nothing to subtract from
        small = (v is not None and too_small(v, below) for v in values)
        return Guard(below, tuple(small), None)
    found = withheld(known, below)
    cases = tuple(i in found.places for i in range(len(known)))
    return Guard(below, cases, None if found.total else exact(sum(known)))


def told_of(verdict: RuleVerdict, guard: Guard) -> Sequence[InstanceVerdict]:
    """Give the cases of a rule without the numbers that are not told of them."""
    if guard.below is None:
        return verdict.instances
    pairs = zip(verdict.instances, guard.cases, strict=True)
    return [_told(case, guard.below, hidden=hidden) for case, hidden in pairs]


def _told(case: InstanceVerdict, below: Exact, *, hidden: bool) -> InstanceVerdict:
    if hidden:
        return case._replace(value=None, limit=None, margin=None)
    if case.limit is not None and too_small(case.limit, below):
        return case._replace(limit=None, margin=None)
    return case
