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
from vvoptimize.authoring.lint.pages import PAGES as FINDINGS
from vvoptimize.errors.catalogue import entries
from vvoptimize.ruleset.reading import read_rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vvoptimize.authoring.clauses import ClauseEntry

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "rules/README.md", ROOT / "scenarios/README.md"]
CODES_PAGE = ROOT / "rules/README.md"
LINT_PAGE = ROOT / "rules/lint.md"
LINT_HEAD = """\
# What `rules lint` finds

Generated from the program. A finding is about rules that may be used as they are, but
are odd; what may not be used is an error, and those are listed in
[`README.md`](README.md#error-codes). `vvoptimize rules lint FILES` ends with 1 when
there is a warning; a note alone ends with 0. `vvoptimize rules lint --explain CODE`
shows a page in your language.

The examples are parts of one rules file: where a test puts what to avoid in the place
of what to prefer, it finds just that, and nothing in the file as it stands.
"""
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


def lint_pages() -> str:
    """The pages of all findings, as Markdown."""
    return LINT_HEAD + "".join(
        f"\n## {code}\n\n{page.severity.capitalize()}: {_message(page.en)}.\n\n"
        f"Avoid:\n\n```yaml\n{page.avoid.rstrip()}\n```\n\n"
        f"Prefer:\n\n```yaml\n{page.prefer.rstrip()}\n```\n\n{page.why_en}\n"
        for code, page in FINDINGS.items()
    )


def _message(template: str) -> str:
    return re.sub(r"\{([a-z]+)!?\}", r"*\1*", template)


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
    LINT_PAGE.write_text(lint_pages(), "utf-8")


if __name__ == "__main__":
    main()
