"""L4xx: names that nothing uses, and principles that say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.authoring.clauses import encodings_of
from vvoptimize.authoring.lint.page import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vvoptimize.authoring.lint.subject import Subject
    from vvoptimize.scenario.parts import Text


def name_findings(subject: Subject) -> Iterator[Finding]:
    """Find unused measures, parameters and inputs, and readings that stand twice."""
    rule_set = subject.rule_set
    principles = [encoding.principle for encoding in encodings_of(rule_set)]
    used = {name for principle in principles for name in principle.reads}
    used |= {one.withhold_below or "" for one in rule_set.inputs.values()}
    for code, names in (
        ("L401", rule_set.measures),
        ("L402", rule_set.parameters),
        ("L403", rule_set.inputs),
    ):
        for name in names:
            if name not in used:
                span = subject.sources.span(name)
                yield Finding(code, span, {"name": f"`{name}`"})
    yield from _same_readings(subject)


def _same_readings(subject: Subject) -> Iterator[Finding]:
    first: dict[tuple[str, str], str] = {}
    for encoding in encodings_of(subject.rule_set):
        if encoding.kind == "except":  # one exception may be made from several rules
            continue
        citation = encoding.citation
        keys = [(citation.clause, text) for text in _texts(citation.reading)]
        other = next((first[key] for key in keys if key in first), None)
        if other is not None:
            values = {
                "name": f"`{encoding.id}`",
                "clause": citation.clause,
                "other": f"`{other}`",
            }
            yield Finding("L404", citation.span, values)
        for key in keys:
            first.setdefault(key, encoding.id)


def _texts(text: Text) -> Iterator[str]:
    """Give the text in each language, without white space and capitals that differ."""
    for told in (text.nb, text.en):
        if told:
            yield " ".join(told.casefold().split())
