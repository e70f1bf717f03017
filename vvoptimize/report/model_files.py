"""What reports tell of rule files besides their rules: laws, sets and inputs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.classes import NamedTuple

if TYPE_CHECKING:
    from vvoptimize.report.model import Named, Words


class LawRow(NamedTuple):
    """The text of a law that a rule was read from.

    Attributes
    ----------
    as_of
        The day whose consolidated text it is.
    in_force
        When its latest change entered into force; None where that is not stated.
    """

    id: str
    title: Words
    as_of: str
    in_force: str | None
    note: Words | None


class SetRow(NamedTuple):
    """An index set that a rule file declares, with its elements."""

    id: str
    label: Words
    elements: tuple[Named, ...]


class InputRow(NamedTuple):
    """A table that rules ask the scenario for, and the sets it is indexed by."""

    id: str
    label: Words | None
    sets: tuple[str, ...]
