"""Annotations of a GitHub workflow: commands that its runner reads off the output.

The runner shows ten of each kind per step, and drops the rest without a word. So the
worst come first, and where there are more the tenth says how many.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.report.gate.findings import Level
from vvoptimize.report.gate.items import items
from vvoptimize.report.gate.safe import one_line
from vvoptimize.report.gate.telling import Telling, ended
from vvoptimize.report.text.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vvoptimize.report.gate.items import Item
    from vvoptimize.report.gate.model import GateReport

SHOWN = 10
_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}


def render(report: GateReport) -> str:
    """Write the annotations, and below them how the run ends."""
    found = items(report)
    lines: list[str] = []
    for level, command in _COMMANDS.items():
        of_level = [item for item in found if item.level is level]
        lines += _some(command, of_level, Voice(report.language, None))
    return "\n".join([*lines, *_log(report)])


def _some(command: str, found: list[Item], voice: Voice) -> Iterator[str]:
    most = SHOWN if len(found) <= SHOWN else SHOWN - 1
    yield from (_annotation(command, item) for item in found[:most])
    more = len(found) - most
    if more > 0:
        title, told = voice.say("gate.title"), voice.count(more, "gate.more")
        yield f"::{command} title={_property(title)}::{_data(told)}"


def _annotation(command: str, item: Item) -> str:
    properties = []
    if item.place is not None and item.place.path != "-":
        path, line, column, end_line, end_column = item.place
        properties = [f"file={_property(one_line(path))}", f"line={line}"]
        properties += [f"endLine={end_line}"]
        if line == end_line:  # the runner refuses columns of more lines than one
            properties += [f"col={column}", f"endColumn={end_column}"]
    properties.append(f"title={_property(item.title)}")
    return f"::{command} {','.join(properties)}::{_data(item.text)}"


def _log(report: GateReport) -> Iterator[str]:
    """Give lines that are no commands: none begins with what a proposal says."""
    head = Voice(report.language, None).say("gate.title")
    for check in report.checks:
        telling = Telling(check)
        yield f"{head}: {one_line(telling.title())}. {telling.counts()}"
    yield f"{head}: {ended(report)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
