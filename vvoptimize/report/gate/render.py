"""The machine formats, by name."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from vvoptimize.report.gate.model import GateReport

FORMATS = ("markdown", "junit", "sarif", "github", "gitlab", "tap")


class _Format(Protocol):
    def render(self, report: GateReport) -> str: ...


def render_gate(name: str, report: GateReport) -> str:
    """Write a report in one of `FORMATS`, of which only that one is loaded.

    Returns
    -------
    str
        Without a line break at the end.
    """
    module = import_module(f"vvoptimize.report.gate.{name}")
    return cast("_Format", module).render(report)
