"""The examples in the READMEs; `python -m tests.repository.readme` updates them."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from vvoptimize.authoring.clauses import clause_entries
from vvoptimize.errors.catalogue import entries
from vvoptimize.ruleset.reading import read_rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vvoptimize.authoring.clauses import ClauseEntry

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "rules/README.md", ROOT / "scenarios/README.md"]
CODES_PAGE = ROOT / "rules/README.md"
AGREEMENT_RULES = ROOT / "rules/vestre-varanger.yaml"
_CONSOLE = re.compile(
    r"(?<=```console\n)\$ (vvoptimize [^\n]*)\n(.*?)(?=```)", re.DOTALL
)
_PYTHON = re.compile(r"```python\n(.*?)```", re.DOTALL)
_CLAUSES = re.compile(
    r"(?<=<!-- clauses: generated -->\n).*?(?=<!-- clauses: end -->)", re.DOTALL
)
_CODES = re.compile(
    r"(?<=<!-- error codes: generated -->\n).*?(?=<!-- error codes: end -->)", re.DOTALL
)


def console_examples(page: Path) -> Iterator[tuple[str, str]]:
    """Every command of a page with the output it shows."""
    for match in _CONSOLE.finditer(page.read_text("utf-8")):
        yield match[1], match[2]


def python_examples(page: Path) -> list[str]:
    """Every Python block of a page."""
    return _PYTHON.findall(page.read_text("utf-8"))


def output_of(command: str) -> str:
    """What a command prints to a pipe, from the repository's top folder.

    A page may show the first lines only: `vvoptimize ... | head -n 9`.
    """
    command, _, lines = command.partition(" | head -n ")
    shown = _printed(shlex.split(command)[1:]).splitlines(keepends=True)
    return "".join(shown[: int(lines)] if lines else shown)


def _printed(arguments: list[str]) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "vvoptimize", *arguments],
        cwd=ROOT,
        env={**os.environ, "LC_ALL": "C.UTF-8", "NO_COLOR": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        text=True,
        encoding="utf-8",
    )
    return done.stdout


def error_codes() -> str:
    """The table of error codes, as Markdown."""
    rows = [
        f"| {code} | {cell(entry.en)} | {cell(entry.page_en)} |"
        for code, entry in sorted(entries().items())
    ]
    head = ["", "| code | message | when, and how to mend it |", "|---|---|---|"]
    return "\n".join([*head, *rows, "", ""])


def clause_table() -> str:
    """The clauses that the shipped rules name, as Markdown."""
    rows = [
        f"| {entry.clause} | {_encoded(entry)} | {_left_out(entry)} |"
        for entry in clause_entries(read_rules([str(AGREEMENT_RULES)]))
    ]
    head = ["", "| clause | rules | not encoded, and why |", "|---|---|---|"]
    return "\n".join([*head, *rows, "", ""])


def _encoded(entry: ClauseEntry) -> str:
    return ", ".join(f"`{one.id}` ({one.kind})" for one in entry.encodings)


def _left_out(entry: ClauseEntry) -> str:
    told = (
        one.reason.get("en")
        if one.part is None
        else f"({one.part.get('en')}) {one.reason.get('en')}"
        for one in entry.left_out
    )
    return cell(" ".join(told))


def cell(text: str) -> str:
    """A text as a table cell."""
    return text.replace("|", "\\|").replace("\n", " ")


def main() -> None:
    """Write the real output of every example into the pages."""
    for page in PAGES:
        text = page.read_text("utf-8")
        text = _CONSOLE.sub(lambda m: f"$ {m[1]}\n{output_of(m[1])}", text)
        if page == CODES_PAGE:
            text = _CODES.sub(lambda _: error_codes(), text)
            text = _CLAUSES.sub(lambda _: clause_table(), text)
        page.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
