"""Which decisions and figures of a proposal are not as in its base."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.classes import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TypeAlias

    from vvoptimize.explanation.proposal.facts import Facts
    from vvoptimize.ruleset.atoms import AtomKind
    from vvoptimize.ruleset.ground import Index
    from vvoptimize.scenario.exact import Exact
    from vvoptimize.solution.assessed import Assessed

    _Decided: TypeAlias = tuple[str | None, AtomKind, Index]


class ChangedValues(NamedTuple):
    """What differs, by how it is called in the proposal.

    Attributes
    ----------
    atoms
        Their numbers in the proposal's model.
    figures
        Their paths, with ids instead of places in lists.
    """

    atoms: frozenset[int]
    figures: tuple[str, ...]


def changed_values(base: Assessed, now: Assessed, facts: Facts) -> ChangedValues:
    """Find every decision and figure that differs.

    Parameters
    ----------
    facts
        What differs in the region itself.
    """
    before = _decided(base)
    return ChangedValues(
        frozenset(
            number
            for number, (decided, amount) in enumerate(_decided(now).items())
            if amount != before.get(decided, 0)
        ),
        tuple(figure.path for figure in facts.figures),
    )


def _decided(assessed: Assessed) -> Mapping[_Decided, Exact]:
    """Give what each atom decides, in the order of the atoms."""
    pairs = zip(assessed.grounding.decisions.atoms, assessed.values, strict=True)
    return {(a.start, a.kind, a.index): value * a.step for a, value in pairs}
