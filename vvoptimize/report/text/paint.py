"""Colour for terminals, by rich; a pipe gets plain text and does not load it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vvoptimize.report.layout import Paint

STYLES = {
    "title": "bold",
    "heading": "bold cyan",
    "quiet": "dim",
    "holds": "green",
    "broken": "bold red",
    "not_met": "yellow",
    "unknown": "bold yellow",
    "waived": "yellow",
    "excepted": "dim",
    "not_applicable": "dim",
}


def plain(text: str, style: str) -> str:
    """Give a text as it is, whatever its style."""
    del style
    return text


def painted() -> Paint:
    """Give what paints texts with the sixteen colours of the terminal's own scheme."""
    from rich.color import ColorSystem
    from rich.style import Style

    styles = {name: Style.parse(style) for name, style in STYLES.items()}
    return lambda text, style: styles[style].render(
        text, color_system=ColorSystem.STANDARD
    )
