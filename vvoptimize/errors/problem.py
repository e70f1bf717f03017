"""One thing that is wrong, where it is, and how it is told."""

from collections.abc import Mapping
from dataclasses import field

from vvoptimize.classes import node, record
from vvoptimize.errors.text import UNSAFE, fill, placeholders, visible

FRAME_CHARACTERS = 76


@node
class Span:
    """A place in a file.

    Parameters
    ----------
    line, column
        Counted from 1; columns count characters.
    excerpt
        The whole line, when it is known, for the code frame.
    """

    path: str
    line: int
    column: int
    excerpt: str | None = None

    def __eq__(self, other: object) -> bool:
        """Tell whether it is the same place, whoever knows the line."""
        return isinstance(other, Span) and self._place() == other._place()

    def __hash__(self) -> int:
        return hash(self._place())

    def __str__(self) -> str:
        return f"{visible(self.path)}:{self.line}:{self.column}"

    def _place(self) -> tuple[str, int, int]:
        return self.path, self.line, self.column


@record
class Problem:
    """One thing wrong: a code from the catalogue, a place, and values for its text.

    Parameters
    ----------
    values
        Fills the templates. Two names are special: `suggestion` puts "did you mean"
        before the hint, and `hint` names a phrase to use instead of the code's own.
    """

    code: str
    span: Span | None = None
    values: Mapping[str, str] = field(default_factory=dict)

    def message(self, lang: str = "en") -> str:
        """What was seen and what was wanted, in one line."""
        from vvoptimize.errors.catalogue import entries

        entry = entries().get(self.code)
        if entry is None:
            return ", ".join(f"{key}: {text}" for key, text in self.values.items())
        return self._fill(entry.nb if lang == "nb" else entry.en, lang)

    def hint(self, lang: str = "en") -> str | None:
        """How to mend it, or None when there is nothing useful to say."""
        template = self._hint_template(lang)
        if self.values.get("suggestion") and "suggestion" not in placeholders(template):
            did_you_mean = (
                "mente du `{suggestion}`?"
                if lang == "nb"
                else ("did you mean `{suggestion}`?")
            )
            template = f"{did_you_mean} {template}".rstrip()
        return self._fill(template, lang) if template else None

    def render(self, lang: str = "en") -> str:
        """The whole problem: heading, place with a code frame, and hint."""
        parts = [f"{self._heading(lang)}[{self.code}]: {self.message(lang)}"]
        if self.span is not None:
            parts += [f"  --> {self.span}", *_frame(self.span)]
        hint = self.hint(lang)
        if hint:
            parts.append(f"{'tips' if lang == 'nb' else 'hint'}: {hint}")
        return "\n".join(parts)

    def sort_key(self) -> tuple[str, int, int, str]:
        """Order of problems: by file, line, column, code; those without place first."""
        if self.span is None:
            return ("", 0, 0, self.code)
        return (self.span.path, self.span.line, self.span.column, self.code)

    def _heading(self, lang: str) -> str:
        internal = self.code.startswith("VV9")
        if lang == "nb":
            return "intern feil" if internal else "feil"
        return "internal error" if internal else "error"

    def _hint_template(self, lang: str) -> str:
        from vvoptimize.errors.catalogue import entries, phrases

        chosen = phrases().get(self.values.get("hint", ""))
        if chosen is not None:
            return chosen.nb if lang == "nb" else chosen.en
        entry = entries().get(self.code)
        if entry is None:
            return ""
        template = entry.hint_nb if lang == "nb" else entry.hint_en
        return template if placeholders(template) <= self.values.keys() else ""

    def _fill(self, template: str, lang: str) -> str:
        from vvoptimize.errors.catalogue import phrases

        return fill(template, dict(self.values), phrases(), lang)


def _frame(span: Span) -> list[str]:
    """The line in question with a caret under the column; a long line is cut."""
    if span.excerpt is None or not span.excerpt.strip():
        return []
    start = max(0, span.column - 1 - FRAME_CHARACTERS // 2)
    if len(span.excerpt) <= FRAME_CHARACTERS:
        start = 0
    # One character for one, so that the caret stays under the right column.
    line = UNSAFE.sub(" ", span.excerpt[start : start + FRAME_CHARACTERS]).rstrip()
    gutter = len(str(span.line))
    empty = " " * gutter + " |"
    caret = " " * (span.column - 1 - start) + "^"
    return [empty, f"{span.line} | {line}", f"{empty} {caret}"]
