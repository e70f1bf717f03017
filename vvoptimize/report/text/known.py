"""Tables without the columns of which nothing is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.report.layout import Row

if TYPE_CHECKING:
    from vvoptimize.report.layout import Column, Page
    from vvoptimize.report.text.voice import Voice


def write_known(
    page: Page, voice: Voice, columns: list[Column], rows: list[Row]
) -> None:
    """Write a table but for the columns of which nothing is known: name those."""
    told = [
        {one.cells[place].text for one in rows} - {""} for place in range(len(columns))
    ]
    unknown = [texts == {voice.say("unknown")} for texts in told]
    kept = [i for i, texts in enumerate(told) if texts and not unknown[i]]
    body = [Row(tuple(one.cells[i] for i in kept), one.notes) for one in rows]
    body = [one for one in body if any(cell.text for cell in one.cells[1:])]
    if body:
        page.table([columns[i] for i in kept], body)
    names = [c.title for c, lacking in zip(columns, unknown, strict=True) if lacking]
    if names:
        page.text(voice.say("region.unknown", columns="; ".join(names)))
