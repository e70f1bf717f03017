"""Checking again at every save, and telling only what has changed since."""

from __future__ import annotations

import time
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, TypeAlias

from vvoptimize.cli.output import echo, page_style
from vvoptimize.cli.proposals.files import scenario_paths
from vvoptimize.cli.proposals.judging import checked
from vvoptimize.cli.proposals.run import language_of, tell_problems
from vvoptimize.errors import InputError
from vvoptimize.report import render_text
from vvoptimize.report.proposal import proposal_report
from vvoptimize.report.text.watch import change_text, start_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from vvoptimize.cli.proposals.asked import Asked
    from vvoptimize.explanation.proposal.checked import Checked

SECONDS = 0.5
Stamp: TypeAlias = "tuple[int, int] | None"


def watch(
    paths: tuple[str, ...],
    asked: Asked,
    language: str,
    told_in: str,
    *,
    sleep: Callable[[float], None] = time.sleep,
    clock: Callable[[], str] = lambda: time.strftime("%H:%M:%S"),
) -> int:
    """Look at the files twice a second until Ctrl-C; that is a good end.

    Parameters
    ----------
    language
        Of what is told; empty for the scenarios' own.
    told_in
        The language of errors.
    sleep, clock
        Wait so many seconds; give the time of day.
    """
    watcher = Watcher(paths, asked, language, told_in, clock)
    try:
        while True:
            watcher.look()
            sleep(SECONDS)
    except KeyboardInterrupt:
        return 0


class Watcher:
    """Remembers what each file came to, and when what it rests on was last saved."""

    def __init__(
        self,
        paths: tuple[str, ...],
        asked: Asked,
        language: str,
        told_in: str,
        clock: Callable[[], str],
    ) -> None:
        self._paths = paths
        self._asked = asked
        self._language = language
        self._told_in = told_in
        self._clock = clock
        self._started = False
        self._stamps: dict[str, dict[str, Stamp]] = {}
        self._sound: dict[str, Checked] = {}  # the last that could be judged

    def look(self) -> None:
        """Check what has been saved since the last look, and tell what changed."""
        try:
            files = scenario_paths(self._paths)
        except InputError:
            files = ()  # a folder without scenarios now; one may come back
        changed = [path for path in files if self._is_saved(path)]
        results = [self._checked(path) for path in changed]
        if not self._started:
            self._start(results)
        else:
            for now in results:
                self._tell(now)
        for now in results:
            self._remember(now)

    def _is_saved(self, path: str) -> bool:
        known = self._stamps.get(path)
        return known is None or any(_stamp(p) != seen for p, seen in known.items())

    def _checked(self, path: str) -> Checked:
        # Stamped first: what is saved while it is checked is seen at the next look.
        before = {p: _stamp(p) for p in self._stamps.get(path, {path: None})}
        now = checked(path, self._asked)
        known = set(_sources(now, self._asked)) | set(before)
        self._stamps[path] = {p: before.get(p, _stamp(p)) for p in sorted(known)}
        return now

    def _start(self, results: list[Checked]) -> None:
        self._started = True
        language = self._speak(results)
        tell_problems(results, self._told_in)
        width, color = page_style()
        report = proposal_report(results)
        echo(render_text(report, lang=language, width=width, color=color))
        echo(start_text(list(self._stamps), language, width=width, color=color))

    def _tell(self, now: Checked) -> None:
        language = self._speak([now, *self._sound.values()])
        tell_problems([now], self._told_in)
        width, color = page_style()
        echo(
            change_text(
                self._sound.get(now.path),
                now,
                self._clock(),
                lang=language,
                width=width,
                color=color,
            )
        )

    def _remember(self, now: Checked) -> None:
        if now.assessed is not None:
            self._sound[now.path] = now

    def _speak(self, results: Iterable[Checked]) -> str:
        return self._language or language_of(list(results), self._told_in)


def _stamp(path: str) -> Stamp:
    """Tell when a file was last saved; None where there is none."""
    try:
        found = Path(path).stat()
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size


def _sources(now: Checked, asked: Asked) -> Iterator[str]:
    """Give the files that a check rests on, as far as they are known."""
    yield now.path
    yield from asked.rule_files
    yield from asked.waiver_files
    if asked.base is not None:
        yield asked.base
    if asked.assignment is not None:
        yield asked.assignment
    for problem in now.problems:
        if problem.span is not None:
            yield problem.span.path
        if "path" in problem.values:
            yield problem.values["path"]
    assessed = now.compared.found.own if now.compared else now.assessed
    if assessed is not None:
        scenario, folder = assessed.grounding.scenario, PurePath(now.path).parent
        yield from (str(folder / p) for p in (*scenario.rules, *scenario.waivers))
