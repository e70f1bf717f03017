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
MOST_OF_HEAD = 200_000  # so that there is room for cases, however many the files
# Characters of one text: no long name of anything crowds out what is broken.
LONGEST = 2_000
_MARKED = re.compile(r"[\\`*_\[\]<>&|~!$^{}]")
_PARTED = re.compile(r"(?<=[@#])|(?=://)|(?i:(?<=www)(?=\.)|(?<=\bgh)(?=-))")
_APART = "&#8203;"
_MARKS = {Level.ERROR: "❌", Level.WARNING: "⚠️", Level.NOTE: "ℹ️"}


def render(report: GateReport) -> str:
    """Write the summary; what does not fit is counted."""
    voice = Voice(report.language, None)
    told = [item for item in items(report) if item.level in _MARKS]
    about = [part for check in report.checks for part in _about(check)]
    parts = about[: _fitting(about, MOST_OF_HEAD, 2)]
    title, findings = voice.say("gate.title"), voice.say("gate.head.findings")
    head = [f"## {title}", f"**{escaped(ended(report))}**", *parts]
    lines, rows = _head_rows(voice), [_item(item) for item in told]
    begin = "\n\n".join([*head, f"### {findings}", ""] if told else head)
    room = LARGEST - len("\n".join([begin, *lines]).encode()) - _MORE
    shown = rows[: _fitting(rows, room, 1)]
    table = "\n".join([*lines, *shown]) if told else "\n\n" + voice.say("gate.none")
    left = len(rows) - len(shown) + len(about) - len(parts)
    end = "\n\n" + voice.count(left, "gate.cut") if left else ""
    return f"{begin}{table}{end}"


def _head_rows(voice: Voice) -> list[str]:
    columns = ("", "col.rule", "gate.col.said", "gate.col.place")
    names = [voice.say(key) if key else "" for key in columns]
    return [_row(names), _row(["---"] * len(names))]


def escaped(text: str) -> str:
    """Write a text so that nothing in it is more than text, and not too long.

    Examples
    --------
    >>> escaped("*Ask* @somebody")
    '&#42;Ask&#42; @&#8203;somebody'
    """
    line = one_line(text)
    cut = line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"
    # Apart first: the references themselves have number signs in them.
    parted = _PARTED.sub("\0", cut)
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


def _fitting(texts: list[str], room: int, apart: int) -> int:
    """Count the first texts that there is room for.

    Parameters
    ----------
    room, apart
        Bytes in all, and of what parts a text from the next.
    """
    kept = 0
    for text in texts:
        room -= len(text.encode()) + apart
        if room < 0:
            break
        kept += 1
    return kept


_MORE = 200  # bytes for the line that counts what is left out
