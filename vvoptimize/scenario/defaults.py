"""What a scenario file may leave out because the rest of the file tells it."""

from __future__ import annotations

from collections.abc import Mapping


def with_defaults(data: object) -> object:
    """Fill in who takes part and who may host, before the model is validated.

    Parameters
    ----------
    data
        The raw content of a file. What is malformed is left as it is, for the model
        to refuse.
    """
    if not isinstance(data, Mapping):
        return data
    everyone = _ids(data.get("municipalities"))
    services = data.get("services")
    if not everyone or not isinstance(services, tuple):
        return data
    return {**data, "services": tuple(_service(s, everyone) for s in services)}


def _ids(parts: object) -> tuple[object, ...]:
    if not isinstance(parts, tuple):
        return ()
    ids = (part.get("id") for part in parts if isinstance(part, Mapping))
    return tuple(dict.fromkeys(word for word in ids if isinstance(word, str)))


def _service(service: object, everyone: tuple[object, ...]) -> object:
    if not isinstance(service, Mapping):
        return service
    participants = service.get("participants", everyone)
    if not isinstance(participants, tuple):
        return service
    filled = {"participants": participants, "candidates": participants, **service}
    candidates, tasks = filled["candidates"], filled.get("tasks")
    if isinstance(candidates, Mapping):
        filled["candidates"] = {"among": participants, **candidates}
    if isinstance(tasks, tuple):
        filled["tasks"] = tuple(_task(task, participants) for task in tasks)
    return filled


def _task(task: object, participants: tuple[object, ...]) -> object:
    return {"candidates": participants, **task} if isinstance(task, Mapping) else task
