"""What lacks a figure whatever is decided, and what only for some decisions.

Asked of every assignment that keeps the required rules, not only of the best: whoever
reads that a case is undecided must know whether another choice would mend it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.classes import NamedTuple
from vvoptimize.cpsat.hunt import Hunt
from vvoptimize.cpsat.lower import Lowering
from vvoptimize.ruleset.atoms import AtomKind
from vvoptimize.ruleset.missing import atoms_in, missing_figures
from vvoptimize.ruleset.rules import RuleKind
from vvoptimize.solution.doubts import Doubt, Extent

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vvoptimize.cpsat.form import Literal
    from vvoptimize.cpsat.session import Session
    from vvoptimize.ruleset.atoms import Values
    from vvoptimize.ruleset.ground import Affine, Test
    from vvoptimize.ruleset.instances import At, GroundModel

MOST_HOSTS = 2_000
"""Pairs of something undecided and a host that are looked through, at most."""


class _Item(NamedTuple):
    """Something that may lack a figure; `decided` is true where it does not."""

    principle_id: str
    at: At
    root: Test | Affine
    decided: Literal


def doubts(
    model: GroundModel, session: Session, incumbent: Values
) -> tuple[Doubt, ...]:
    """Find what lacks a figure in some assignment, and whether it does so in all.

    Parameters
    ----------
    session
        What is left of its limits; where they are reached, the extent is left open.
    incumbent
        An assignment that keeps the required rules.
    """
    hunt = Hunt(Lowering(model), session, incumbent)
    for instance in model.instances:
        if instance.rule.kind is RuleKind.REQUIRE:
            hunt.lowering.require(instance.binding)
    items = [item for item in _items(model, hunt) if item.decided != hunt.builder.true]
    extents = _extents(items, hunt)
    hosts = _hosts(model, [i for i in items if extents[i] is Extent.SOME], hunt)
    return tuple(
        Doubt(
            principle_id=item.principle_id,
            at=item.at,
            extent=extent,
            figures=missing_figures([item.root]),
            hosts=hosts.get(item, ()),
        )
        for item, extent in extents.items()
        if extent is not None
    )


def _items(model: GroundModel, hunt: Hunt) -> Iterator[_Item]:
    builder, lowering = hunt.builder, hunt.lowering
    for instance in model.instances:
        if instance.rule.kind is RuleKind.REPORT:
            continue  # nothing that is decided hangs on it
        if not lowering.certain(instance.binding):
            decided = builder.either(lowering.verdict(instance.binding))
            root = instance.binding
            yield _Item(instance.rule.rule_id, instance.at, root, decided)
    for goal in model.objectives:
        for party in goal.parties:
            known = builder.both(lowering.form(party.value).known)
            id_ = goal.objective.objective_id
            yield _Item(id_, party.at, party.value, known)


def _extents(items: Sequence[_Item], hunt: Hunt) -> dict[_Item, Extent | None]:
    """Tell of each item in which assignments it is undecided; None in no one."""
    false = hunt.builder.false
    never = {item for item in items if item.decided == false}
    unsure = [item.decided for item in items if item not in never]
    undecided = hunt.doubtful(unsure)
    decided = hunt.doubtful([~literal for literal in unsure])

    def extent(item: _Item) -> Extent | None:
        if item in never:
            return Extent.ALWAYS
        if undecided is None or decided is None:
            return Extent.OPEN
        if item.decided not in undecided:
            return None
        return Extent.SOME if ~item.decided in decided else Extent.ALWAYS

    return {item: extent(item) for item in items}


def _hosts(
    model: GroundModel, items: Sequence[_Item], hunt: Hunt
) -> dict[_Item, tuple[tuple[str, str], ...]]:
    """Give the hosts with which each item may be undecided, where it hangs on them."""
    candidates = _candidates(model)
    services = {item: _services(model, item) for item in items}
    pairs = sum(len(candidates[s]) + 1 for of in services.values() for s in of)
    if pairs > MOST_HOSTS:
        return {}
    ways = {
        (item, s): _ways(hunt, item, candidates[s])
        for item, of in services.items()
        for s in of
    }
    possible = hunt.doubtful([~x for way in ways.values() for x in way])
    if possible is None:
        return {}
    found: dict[_Item, tuple[tuple[str, str], ...]] = {}
    for (item, s), way in ways.items():
        *hosted, unshared = [~literal in possible for literal in way]
        if unshared or all(hosted):
            continue  # whoever hosts the service settles nothing
        pairs_of = zip(candidates[s], hosted, strict=True)
        hit = tuple((s, model.atoms[a].index[1]) for a, open_ in pairs_of if open_)
        found[item] = found.get(item, ()) + hit
    return found


def _ways(hunt: Hunt, item: _Item, candidates: Sequence[int]) -> list[Literal]:
    """Give the literals of being undecided under each host of a service, and none."""
    both, undecided = hunt.builder.both, ~item.decided
    nobody = both((undecided, *(~atom for atom in candidates)))
    return [*(both((undecided, atom)) for atom in candidates), nobody]


def _candidates(model: GroundModel) -> dict[str, list[int]]:
    """Give the atoms of who hosts, by service."""
    found: dict[str, list[int]] = {}
    for number, atom in enumerate(model.atoms):
        if atom.kind is AtomKind.HOST:
            found.setdefault(atom.index[0], []).append(number)
    return found


def _services(model: GroundModel, item: _Item) -> list[str]:
    """Give the services on whose hosts an item may hang, in order."""
    atoms = (model.atoms[number] for number in atoms_in(item.root))
    return list(dict.fromkeys(a.index[0] for a in atoms if a.kind is AtomKind.HOST))
