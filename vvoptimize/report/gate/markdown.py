"""Markdown for the summary of a workflow step: worst first, within its largest size.

Nothing of what a proposal says can be more than text there: every character that
Markdown, HTML or a formula gives a meaning is written as a character reference, and
names of people, issues and sites are parted by an invisible space, without which forges
would make links of them, or call the people.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vvoptimize.report.gate.findings import Level
from vvoptimize.report.gate.items import items
from vvoptimize.report.gate.safe import one_line
from vvoptimize.report.gate.telling import Telling, ended
from vvoptimize.report.text.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vvoptimize.report.gate.items import Item
    from vvoptimize.report.gate.model import GateCheck, GateReport
    from vvoptimize.source import Place

LARGEST = 1_000_000  # bytes; GitHub takes 1 MiB per step
_MARKED = re.compile(r"[\\`*_\[\]<>&|~!$^{}]")
_PARTED = re.compile(r"(?<=[@#])|(?=://)|(?i:(?<=www)(?=\.)|(?<=\bgh)(?=-))")
_APART = "&#8203;"
_MARKS = {Level.ERROR: "❌", Level.WARNING: "⚠️", Level.NOTE: "ℹ️"}


def render(report: GateReport) -> str:
    """Write the summary; what does not fit is counted."""
    voice = Voice(report.language, None)
    title, findings = voice.say("gate.title"), voice.say("gate.head.findings")
    head = [f"## {title}", f"**{escaped(ended(report))}**"]
    told = [item for item in items(report) if item.level in _MARKS]
    for check in report.checks:
        head += _about(check)
    if not told:
        return "\n\n".join([*head, voice.say("gate.none")])
    columns = ("", "col.rule", "gate.col.said", "gate.col.place")
    names = [voice.say(key) if key else "" for key in columns]
    lines = [_row(names), _row(["---"] * len(names))]
    begin = "\n\n".join([*head, f"### {findings}", ""])
    room = LARGEST - len(begin.encode()) - sum(len(x.encode()) + 1 for x in lines)
    rows = [_item(item) for item in told]
    fitting = _fitting(rows, room)
    table = "\n".join([*lines, *rows[:fitting]])
    left = len(rows) - fitting
    end = "\n\n" + voice.count(left, "gate.cut") if left else ""
    return f"{begin}{table}{end}"


def escaped(text: str) -> str:
    """Write a text so that nothing in it is more than text.

    Examples
    --------
    >>> escaped("*Ask* @somebody")
    '&#42;Ask&#42; @&#8203;somebody'
    """
    # Apart first: the references themselves have number signs in them.
    parted = _PARTED.sub("\0", one_line(text))
    marked = _MARKED.sub(lambda found: f"&#{ord(found[0])};", parted)
    return marked.replace("\0", _APART)


def _about(check: GateCheck) -> Iterator[str]:
    telling = Telling(check)
    yield f"### {escaped(telling.title())}"
    yield escaped(telling.counts())
    if check.waivers:
        yield "#### " + telling.voice.say("head.waivers")
    for waiver in check.waivers:
        yield escaped(telling.waiver(waiver))
    silent = [telling.rule(rule) for rule in check.rules if not rule.cases]
    if silent:
        told = telling.voice.some([escaped(name) for name in silent], "; ")
        yield telling.voice.count(len(silent), "rule.silent", rules=told)


def _item(item: Item) -> str:
    title = escaped(item.title)
    return _row([_MARKS[item.level], title, escaped(item.text), _place(item.place)])


def _place(place: Place | None) -> str:
    return "" if place is None else escaped(f"{place.path}:{place.line}")


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _fitting(rows: list[str], room: int) -> int:
    """Count the first rows that there is room for, and for a line that tells more."""
    kept = 0
    for row in rows:
        room -= len(row.encode()) + 1
        if room < _MORE:
            break
        kept += 1
    return kept


_MORE = 200
