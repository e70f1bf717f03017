"""Where in the scenario file a missing figure stands, or would stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vvoptimize.scenario.reading import ScenarioFile
    from vvoptimize.source.tree import Path


def line_of(figure: str, file: ScenarioFile) -> int | None:
    """Give the line of a figure in the scenario file.

    Parameters
    ----------
    figure
        Its path, with ids instead of numbers in lists.

    Returns
    -------
    int or None
        Of the figure, or of what it is missing from; None for what is no figure of the
        file, as a cost key or a way over several roads.
    """
    where = path_of(figure, file)
    return None if where is None else file.document.span(where).line


def path_of(figure: str, file: ScenarioFile) -> Path | None:
    """Give the path of a figure in the scenario file, or of what it is missing from.

    Returns
    -------
    Path or None
        As of `line_of`.
    """
    head, *rest = figure.split(".")
    scenario = file.scenario
    listed = {
        "municipalities": scenario.municipality_ids,
        "services": scenario.service_ids,
    }
    if head in listed and rest and rest[0] in listed[head]:
        number = listed[head].index(rest[0])
        where: Path = (head, number, *_within(head, number, rest[1:], file))
    elif head == "inputs" and rest:
        where = (head, *rest)
    else:
        return None
    return _longest(where, file)


def _within(head: str, number: int, rest: list[str], file: ScenarioFile) -> Path:
    """Turn the ids of tasks into numbers too."""
    if head != "services" or rest[:1] != ["tasks"] or len(rest) == 1:
        return tuple(rest)
    tasks = [task.id for task in file.scenario.services[number].tasks]
    known = rest[1] in tasks
    return ("tasks", tasks.index(rest[1]), *rest[2:]) if known else ("tasks",)


def _longest(where: Path, file: ScenarioFile) -> Path:
    """Give the longest part of a path that the file has."""
    parts: Iterable[int] = range(len(where), 0, -1)
    return next((where[:n] for n in parts if file.document.has(where[:n])), ())
