"""What an agreement says of who may join and how one leaves: data of rule files."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from vvoptimize.classes import NamedTuple

if TYPE_CHECKING:
    from vvoptimize.ruleset.rules import Citation


class WhoAgrees(StrEnum):
    """Who must agree before somebody joins."""

    ALL = "all"
    PARTICIPANTS = "participants"


class EntryTerms(NamedTuple):
    """How somebody joins: all must agree, or those who share what it would share."""

    citation: Citation
    agree: WhoAgrees


class ExitTerms(NamedTuple):
    """How somebody leaves.

    Attributes
    ----------
    notice
        Id of the input, by service and in years, that tells the agreed notice; None
        where no input does.
    """

    citation: Citation
    notice: str | None


class Membership(NamedTuple):
    """Both; None is what no rule file says."""

    entry: EntryTerms | None = None
    exit: ExitTerms | None = None
