"""The report that GitLab shows as code quality: a list of remarks in JSON.

GitLab compares it with the report of the target branch by fingerprint, so one has no
line and no amount in it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from vvoptimize.report.gate.findings import Level
from vvoptimize.report.gate.items import items
from vvoptimize.report.gate.safe import one_line

if TYPE_CHECKING:
    from vvoptimize.report.gate.items import Item
    from vvoptimize.report.gate.model import GateReport

_SEVERITIES = {Level.ERROR: "critical", Level.WARNING: "minor", Level.NOTE: "info"}


def render(report: GateReport) -> str:
    """Write the list; empty where there is nothing to remark on."""
    rows = [_row(item) for item in items(report) if item.level in _SEVERITIES]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def _row(item: Item) -> dict[str, object]:
    path = one_line("" if item.place is None else item.place.path) or "-"
    begin, end = (1, 1) if item.place is None else item.place[1::2]
    return {
        "description": f"{item.title}. {item.text}",
        "check_name": one_line(item.name),
        "fingerprint": item.key,
        "severity": _SEVERITIES[item.level],
        "location": {"path": path, "lines": {"begin": begin, "end": end}},
    }
