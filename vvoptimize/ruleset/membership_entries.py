"""How somebody joins and leaves, from entries of rule files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.errors import listed, suggest
from vvoptimize.ruleset.membership import EntryTerms, ExitTerms, Membership
from vvoptimize.ruleset.rules import Citation
from vvoptimize.ruleset.units import BASE_UNITS, parse_unit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from vvoptimize.errors import Problems, Span
    from vvoptimize.ruleset.file import Cited, LeavingEntry
    from vvoptimize.ruleset.formulas import ReadFile
    from vvoptimize.ruleset.rules import Input


def membership_of(
    files: Sequence[ReadFile], inputs: Mapping[str, Input], problems: Problems
) -> Membership:
    """Give what all files say of entry and exit; each is said once."""
    found = Membership()
    first: dict[str, Span] = {}
    for read in files:
        said = read.file.membership
        if said is None:
            continue
        for key, entry in (("entry", said.entry), ("exit", said.exit)):
            if entry is None:
                continue
            span = read.document.key_span(("membership", key))
            if key in first:
                problems.add("VV465", span, key=key, first=str(first[key]))
            first.setdefault(key, span)
        if said.entry is not None:
            terms = EntryTerms(_cited(read, "entry", said.entry), said.entry.agree)
            found = found._replace(entry=terms)
        if said.exit is not None:
            _check_notice(read, said.exit, inputs, problems)
            citation = _cited(read, "exit", said.exit)
            found = found._replace(exit=ExitTerms(citation, said.exit.notice))
    return found


def _cited(read: ReadFile, key: str, entry: Cited) -> Citation:
    at = "clause" if entry.quote is None else "quote"
    span = read.document.span(("membership", key, at))
    return Citation(entry.clause, entry.quote, entry.reading, span)


def _check_notice(
    read: ReadFile, entry: LeavingEntry, inputs: Mapping[str, Input], problems: Problems
) -> None:
    """Refuse a notice that is no input, or not one of years by service."""
    name = entry.notice
    if name is None:
        return
    span = read.document.span(("membership", "exit", "notice"))
    declared = inputs.get(name)
    if declared is None:
        near, known = suggest(name, inputs), listed(inputs) or None
        problems.add("VV466", span, name=name, known=known, suggestion=near)
        return
    years = parse_unit("year", frozenset(BASE_UNITS))
    if declared.index != ("services",) or declared.unit != years:
        problems.add("VV467", span, name=name)
