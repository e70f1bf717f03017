"""What lacks a figure, and whether another choice would do without it: plain data."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from vvoptimize.classes import NamedTuple

if TYPE_CHECKING:
    from vvoptimize.ruleset.instances import At


class Extent(StrEnum):
    """In which assignments that keep the binding rules something is undecided."""

    ALWAYS = "always"  # in all of them (proved): no other choice mends it
    SOME = "some"  # in some, but not in all of them
    OPEN = "open"  # a limit was reached before that was settled


class Doubt(NamedTuple):
    """A case of a rule, or a party of an objective, that lacks figures somewhere.

    Attributes
    ----------
    figures
        Those that it may lack.
    hosts
        Where it hangs on who hosts some services: their hosts, as (service,
        municipality), with which it is undecided in some assignment. Where any of these
        services has another host, or none, it is decided. Empty where no host settles
        it, and where there is too much to look through.
    """

    principle_id: str
    at: At
    extent: Extent
    figures: tuple[str, ...]
    hosts: tuple[tuple[str, str], ...] = ()
