"""What people call legal forms, as rule files tell it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from vvoptimize.errors import Problems, Span
    from vvoptimize.ruleset.formulas import ReadFile
    from vvoptimize.scenario.parts import Text


def form_names(files: Sequence[ReadFile], problems: Problems) -> Mapping[str, Text]:
    """Give the name of each form by id; one that is named twice is reported."""
    names: dict[str, Text] = {}
    places: dict[str, Span] = {}
    for read in files:
        for form, name in read.file.forms.items():
            span = read.document.key_span(("forms", form))
            if form in places:
                problems.add("VV346", span, name=form, first=str(places[form]))
            places.setdefault(form, span)
            names.setdefault(form, name)
    return names
