"""What `validate` found, as text and as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from vvoptimize import __version__
from vvoptimize.classes import record
from vvoptimize.errors import InputError, Problem, visible
from vvoptimize.errors.text import OBEYED, unobeyed

if TYPE_CHECKING:
    from collections.abc import Sequence

SCHEMA = "vvoptimize/validation/v1"
_SOUND = {
    "nb": "{path}: i orden ({counts})",
    "en": "{path}: fine ({counts})",
}
_COUNTS = {
    "nb": {
        "municipalities": "{n} kommuner",
        "services": "{n} tjenester",
        "rules": "{n} regler",
        "instances": "{n} tilfeller",
        "waivers": "{n} dispensasjoner",
    },
    "en": {
        "municipalities": "{n} municipalities",
        "services": "{n} services",
        "rules": "{n} rules",
        "instances": "{n} cases",
        "waivers": "{n} waivers",
    },
}


@record
class ValidatedFile:
    """A file with everything that is wrong with it; counts where nothing is."""

    path: str
    problems: tuple[Problem, ...]
    rules: int | None = None
    instances: int | None = None
    services: int | None = None
    municipalities: int | None = None
    waivers: int | None = None

    def counts(self) -> dict[str, int]:
        """What the file holds, by kind."""
        numbers = {
            "municipalities": self.municipalities,
            "services": self.services,
            "rules": self.rules,
            "instances": self.instances,
            "waivers": self.waivers,
        }
        return {kind: number for kind, number in numbers.items() if number is not None}


def validation_text(files: Sequence[ValidatedFile], language: str) -> str:
    """Tell every problem of every file, or that there is none."""
    return unobeyed("\n\n".join(_told(file, language) for file in files))


def _told(file: ValidatedFile, language: str) -> str:
    if file.problems:
        return InputError(file.problems).render(language)
    words = _COUNTS[language]
    counts = ", ".join(words[kind].format(n=n) for kind, n in file.counts().items())
    return _SOUND[language].format(path=visible(file.path), counts=counts)


def validation_json(files: Sequence[ValidatedFile], language: str) -> str:
    """Give the same as JSON."""
    content = {
        "schema": SCHEMA,
        "vvoptimize": __version__,
        "files": [
            {
                "path": file.path,
                "sound": not file.problems,
                "counts": file.counts(),
                "problems": [_problem(problem, language) for problem in file.problems],
            }
            for file in files
        ],
    }
    return OBEYED.sub(r"\\u0023", json.dumps(content, ensure_ascii=False, indent=2))


def _problem(problem: Problem, language: str) -> dict[str, object]:
    span = problem.span
    return {
        "code": problem.code,
        "path": span.path if span else None,
        "line": span.line if span else None,
        "column": span.column if span else None,
        "message": problem.message(language),
        "hint": problem.hint(language),
    }
