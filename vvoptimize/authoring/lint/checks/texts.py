"""L5xx: texts that a reader of reports will miss."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.authoring.lint.page import Finding
from vvoptimize.errors import listed
from vvoptimize.ruleset.rules import RuleKind
from vvoptimize.ruleset.template import placeholders

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vvoptimize.authoring.lint.subject import Subject
    from vvoptimize.ruleset.rules import Rule
    from vvoptimize.source import Value

LANGUAGES = {"nb": "lint_bokmal", "en": "lint_english"}
KEYS = frozenset({"title", "label", "message", "reading", "reason", "part"})


def text_findings(subject: Subject) -> Iterator[Finding]:
    """Find texts in one language, and messages and labels that say too little."""
    for document, where, value in subject.sources.texts():
        if (where and where[-1] in KEYS) or _is_text(value):
            for language in _missing(value):
                values = {"language": LANGUAGES[language]}
                yield Finding("L501", document.span(where), values)
    yield from _without_label(subject)
    for rule in subject.rule_set.rules:
        yield from _message(rule, subject)


def _is_text(value: Value) -> bool:
    """Tell a text in one language or both, whatever key it stands under."""
    return isinstance(value, dict) and bool(value) and value.keys() <= LANGUAGES.keys()


def _missing(value: Value) -> list[str]:
    """Give the languages that a text is not in; one word may serve both."""
    if isinstance(value, dict):
        return [language for language in LANGUAGES if not value.get(language)]
    sentence = isinstance(value, str) and len(value.split()) > 1
    return ["en"] if sentence else []


def _without_label(subject: Subject) -> Iterator[Finding]:
    rule_set = subject.rule_set
    names = [rule.rule_id for rule in rule_set.rules if rule.label is None]
    names += [one.objective_id for one in rule_set.objectives if one.label is None]
    names += [one.measure_id for one in rule_set.measures.values() if not one.label]
    names += [one.input_id for one in rule_set.inputs.values() if not one.label]
    for name in names:
        yield Finding("L503", subject.sources.span(name), {"name": f"`{name}`"})


def _message(rule: Rule, subject: Subject) -> Iterator[Finding]:
    if rule.kind is RuleKind.REPORT:  # shown whatever it comes to
        return
    if rule.message is None:
        values = {"rule": f"`{rule.rule_id}`"}
        yield Finding("L502", subject.sources.span(rule.rule_id), values)
        return
    texts = [
        set(placeholders(text)) for text in (rule.message.nb, rule.message.en) if text
    ]
    span = subject.sources.span(rule.rule_id, "message")
    said = set[str]().union(*texts)
    names = [one.name for one in rule.variables]
    if names and not said & set(names):
        yield Finding("L504", span, {"variables": listed(names)})
    uneven = sorted(said - said.intersection(*texts))
    if uneven:
        yield Finding("L505", span, {"names": listed(uneven)})
