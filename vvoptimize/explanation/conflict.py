"""A minimal conflict, told in rule instances with what each would need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.classes import record

if TYPE_CHECKING:
    from vvoptimize.cpsat.results import Conflict
    from vvoptimize.ruleset.instances import RuleInstance
    from vvoptimize.scenario.exact import Exact


@record
class ConflictMember:
    """One rule instance of a conflict.

    Attributes
    ----------
    need
        By how much, in the rule's unit, it falls short at least when all the others are
        kept; None where its truth has no amount, or the least is not proved.
    """

    instance: RuleInstance
    need: Exact | None


def members_of(conflict: Conflict) -> tuple[ConflictMember, ...]:
    """Give the members of a conflict, in file order."""
    pairs = zip(conflict.instances, conflict.needs, strict=True)
    return tuple(ConflictMember(instance, need) for instance, need in pairs)
