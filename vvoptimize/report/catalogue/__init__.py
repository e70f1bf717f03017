"""What reports say, in each language: the same keys and placeholders in all."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from vvoptimize.report.catalogue.authoring.en import TEXTS as AUTHORING_EN
from vvoptimize.report.catalogue.authoring.nb import TEXTS as AUTHORING_NB
from vvoptimize.report.catalogue.decided.en import TEXTS as DECIDED_EN
from vvoptimize.report.catalogue.decided.nb import TEXTS as DECIDED_NB
from vvoptimize.report.catalogue.en import TEXTS as EN
from vvoptimize.report.catalogue.gate.en import TEXTS as GATE_EN
from vvoptimize.report.catalogue.gate.nb import TEXTS as GATE_NB
from vvoptimize.report.catalogue.members.en import TEXTS as MEMBERS_EN
from vvoptimize.report.catalogue.members.nb import TEXTS as MEMBERS_NB
from vvoptimize.report.catalogue.nb import TEXTS as NB
from vvoptimize.report.catalogue.sentence.en import TEXTS as SENTENCE_EN
from vvoptimize.report.catalogue.sentence.nb import TEXTS as SENTENCE_NB
from vvoptimize.ruleset.template import fill_in

CATALOGUES = {
    "nb": NB | AUTHORING_NB | DECIDED_NB | GATE_NB | MEMBERS_NB | SENTENCE_NB,
    "en": EN | AUTHORING_EN | DECIDED_EN | GATE_EN | MEMBERS_EN | SENTENCE_EN,
}


def say(lang: str, key: str, **values: str) -> str:
    """Give the text of a key with its placeholders filled in."""
    text = CATALOGUES[lang].get(key)
    return fill_in(rarer(lang)[key] if text is None else text, values)


@cache
def rarer(lang: str) -> dict[str, str]:
    """Give the texts of changes and of steps, which a plain check does not load."""
    texts: dict[str, str] = {}
    for part in ("proposal", "steps"):
        texts |= import_module(f"vvoptimize.report.catalogue.{part}.{lang}").TEXTS
    return texts


def word(lang: str, key: str) -> str | None:
    """Give the text of a key that need not be there."""
    return CATALOGUES[lang].get(key)


def joined(lang: str, parts: list[str] | tuple[str, ...]) -> str:
    """Give a list as running text: `a, b and c`."""
    *first, last = parts
    return " ".join([", ".join(first), say(lang, "and"), last]) if first else last
