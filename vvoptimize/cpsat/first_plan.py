"""A first plan in steps, found part by part: how it ends, and then the order.

To find any plan at all is hard where many steps have rules of their own, and easy for
each half. Which plan is the best does not rest on what is found here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.classes import NamedTuple
from vvoptimize.cpsat.lower import Lowering
from vvoptimize.ruleset.atoms import AtomKind
from vvoptimize.ruleset.ground import Relation
from vvoptimize.ruleset.instances import step_of
from vvoptimize.ruleset.rules import RuleKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from vvoptimize.cpsat.session import Session
    from vvoptimize.ruleset.atoms import Values
    from vvoptimize.ruleset.instances import GroundModel, RuleInstance

# What of the end is kept while the order is looked for: all, then only who hosts.
KEPT = (frozenset(AtomKind), frozenset({AtomKind.JOINT, AtomKind.HOST}))


class FirstPlan(NamedTuple):
    """What was found.

    Attributes
    ----------
    keeps_all
        Whether it keeps every required rule, and not only those of its end.
    """

    values: Values
    keeps_all: bool


def first_plan(model: GroundModel, session: Session) -> FirstPlan | None:
    """Find a plan that keeps the required rules, or at least those of its end.

    Returns
    -------
    FirstPlan or None
        None where even how it ends was not found.
    """
    required = [i for i in model.instances if i.rule.kind is RuleKind.REQUIRE]
    at_end = [i for i in required if step_of(i.at) == model.steps[-1]]
    ends = _found(model, at_end, {}, session)
    if ends is None:
        return None
    for kinds in KEPT:
        kept = {
            number: ends[number]
            for number, atom in enumerate(model.atoms)
            if atom.start is None and atom.kind in kinds
        }
        plan = _found(model, required, kept, session)
        if plan is not None:
            return FirstPlan(plan, keeps_all=True)
    return FirstPlan(ends, keeps_all=False)


def _found(
    model: GroundModel,
    required: Sequence[RuleInstance],
    kept: Mapping[int, int],
    session: Session,
) -> Values | None:
    lowering = Lowering(model)
    for instance in required:
        lowering.require(instance.binding)
    builder = lowering.builder
    for number, value in kept.items():
        builder.require(builder.form({number: 1}, -value, 1), Relation.ZERO)
    return session.ask(builder).values
