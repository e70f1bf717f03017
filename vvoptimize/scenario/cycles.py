"""Services that wait for each other."""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def cycle_among(needs: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Give a cycle of services, each of which needs the next; the first comes again.

    Returns
    -------
    tuple of str
        Empty where there is none.
    """
    try:
        TopologicalSorter(needs).prepare()
    except CycleError:
        return _named(needs)
    return ()


def _named(needs: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    import networkx as nx  # slow to load, so only once there is something to name

    graph = nx.DiGraph([(s, t) for s, others in needs.items() for t in others])
    edges = nx.find_cycle(graph)
    return (*(edge[0] for edge in edges), edges[0][0])
