"""Values of inputs that a rules file knows itself, such as what a law says of a form.

They hold in every scenario: a scenario supplies the rest, and cannot contradict them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeAlias

from vvoptimize.errors import listed, suggest
from vvoptimize.scenario.exact import Exact, exact_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vvoptimize.errors import Problems
    from vvoptimize.ruleset.formulas import ReadFile
    from vvoptimize.ruleset.ground import Index
    from vvoptimize.ruleset.rules import IndexSet, Input

_Value: TypeAlias = "Exact | Mapping[str, _Value]"


def known_values(table: Mapping[str, _Value]) -> dict[Index, Exact]:
    """Give values by index."""
    return dict(_leaves(table, ()))


def _leaves(value: _Value, index: Index) -> Iterator[tuple[Index, Exact]]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _leaves(inner, (*index, key))
    else:
        yield index, value


def check_known(
    given: Input, sets: Mapping[str, IndexSet], read: ReadFile, problems: Problems
) -> None:
    """Report values that have no place in the table, or are no truths."""
    for index, value in given.known.items():
        where = ("inputs", given.input_id, "known", *index)
        span = read.document.key_span(where)
        if len(index) != len(given.index):
            wanted = listed(given.index) or "-"
            problems.add("VV362", span, name=given.input_id, wanted=wanted)
            continue
        for element, set_name in zip(index, given.index, strict=True):
            # Only the sets of rule files are the same in every scenario.
            known = sets[set_name].elements if set_name in sets else (element,)
            if element not in known:
                problems.add(
                    "VV364",
                    span,
                    name=element,
                    set=set_name,
                    known=listed(known),
                    suggestion=suggest(element, list(known)),
                )
        if given.unit is None and value not in (0, 1):
            seen = exact_text(value)
            at = read.document.span(where)
            problems.add("VV379", at, name=given.input_id, value=seen)
