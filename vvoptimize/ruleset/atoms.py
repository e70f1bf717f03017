"""The unknowns of the problem: whole numbers that a solver may choose."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from vvoptimize.classes import record

if TYPE_CHECKING:
    from vvoptimize.ruleset.ground import Index
    from vvoptimize.scenario.exact import Exact


class AtomKind(StrEnum):
    """What an atom decides; the index says for which service, municipality, ..."""

    JOINT = "joint"  # [service]
    HOST = "host"  # [service, municipality]
    NETWORK = "network"  # [service]
    TASK = "task"  # [service, task, municipality]
    FORM = "form"  # [service, form]
    WORKPLACES = "workplaces"  # [service, municipality], network services only

    # That of `Enum` is written in Python, and atoms are looked up by their kinds.
    __hash__ = str.__hash__


@record
class Atom:
    """A whole number from 0 to `upper`; the decided amount is that many `step`.

    Attributes
    ----------
    start
        Id of the step in time from which on it counts; None without steps.
    """

    kind: AtomKind
    index: Index
    upper: int = 1
    step: Exact = 1
    start: str | None = None


Values: TypeAlias = tuple[int, ...]
