"""One line on standard error, at a terminal only: how far a search has come."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from vvoptimize.cpsat.results import Progress

_WORDS = {
    "nb": "trinn {stage} av {stages}: {name}, {solves} søk, {seconds:.0f} s",
    "en": "stage {stage} of {stages}: {name}, {solves} solves, {seconds:.0f} s",
}
_RANKS = {"nb": ", {proved} av {ranks} bevist", "en": ", {proved} of {ranks} proved"}
_CLEAR = "\r\x1b[K"


@contextmanager
def progress_line(
    *, quiet: bool, language: str
) -> Iterator[Callable[[Progress], None] | None]:
    """Give a function that shows progress, or None where nobody would see it."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    try:
        yield lambda progress: _show(progress, language)
    finally:
        sys.stderr.write(_CLEAR)
        sys.stderr.flush()


def _show(progress: Progress, language: str) -> None:
    line = _WORDS[language].format(
        stage=progress.stage,
        stages=progress.stages,
        name=progress.stage_id,
        solves=progress.solves,
        seconds=progress.seconds,
    )
    if progress.ranks:
        line += _RANKS[language].format(
            proved=progress.ranks_proved, ranks=progress.ranks
        )
    sys.stderr.write(_CLEAR + line[:79])
    sys.stderr.flush()
