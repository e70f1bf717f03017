"""Keeping to what is decided: as few services as possible get another host."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vvoptimize.ruleset.arithmetic import Accumulator, as_affine
from vvoptimize.ruleset.instances import TieBreak

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vvoptimize.ruleset.grounding import Grounding

FEWEST_CHANGED = "fewest-changed-hosts"


def keeping(grounding: Grounding, hosts: Mapping[str, str | None]) -> Grounding:
    """Give the grounding with a goal that comes before every wish and objective.

    Parameters
    ----------
    hosts
        Who hosts which service now, None where it is unshared; services that are not
        named may go anywhere.
    """
    changed = Accumulator()
    decisions = grounding.decisions
    for service in grounding.scenario.services:
        if service.id not in hosts:
            continue
        host = hosts[service.id]
        if host is None:
            changed.add(decisions.joint(service), 1)
        else:
            changed.add_number(1)
            changed.add(decisions.host(service, host), -1)
    first = TieBreak(FEWEST_CHANGED, (as_affine(changed.result()),))
    return replace(grounding, model=replace(grounding.model, first=(first,)))
