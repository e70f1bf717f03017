"""Waivers: decisions that one case of a rule need not be kept, or not wholly."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from vvoptimize.classes import NamedTuple, node
from vvoptimize.errors import InputError, Problem, Problems
from vvoptimize.ruleset.reading import placed_at
from vvoptimize.source import parse_into, read_text, validate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from vvoptimize.errors import Span
    from vvoptimize.ruleset.instances import At
    from vvoptimize.ruleset.waiver_file import WaiverEntry
    from vvoptimize.scenario.exact import Exact
    from vvoptimize.scenario.parts import Text
    from vvoptimize.scenario.reading import ScenarioFile
    from vvoptimize.source import Document


@node
class Waiver:
    """A decision that one case of a rule need not be kept, matched with the rules.

    Attributes
    ----------
    expires
        The last day on which it counts.
    covers
        The largest shortfall that it covers, in the rule's unit; None where the case
        has no amount, and is then not asked for at all.
    """

    rule_id: str
    at: At
    reason: Text
    decided_by: Text
    case: str
    date: str
    expires: str
    covers: Exact | None


class WrittenWaiver(NamedTuple):
    """A waiver as it stands in a file."""

    entry: WaiverEntry
    document: Document
    number: int

    def span(self, *key: str) -> Span:
        """Place of a value in the entry."""
        return self.document.span(("waivers", self.number, *key))

    def key_span(self, *key: str) -> Span:
        """Place of a key in the entry."""
        return self.document.key_span(("waivers", self.number, *key))


class Waivers(NamedTuple):
    """All waivers of some files, and the day on which they must be in force."""

    written: tuple[WrittenWaiver, ...]
    today: str


def waivers_for(
    scenario: ScenarioFile,
    files: Sequence[str],
    today: str | None,
    read: Callable[[str], str] = read_text,
) -> Waivers | None:
    """Read the waivers that a scenario names, and those of further files.

    Parameters
    ----------
    today
        The day, as `2026-01-31`; needed where there are waivers, as they expire.
    read
        Gives the text of a path.

    Returns
    -------
    Waivers or None
        None where no file is named.

    Raises
    ------
    InputError
        With everything that is wrong in any of the files, each at its place.
    """
    folder = PurePath(scenario.document.path).parent
    named = [str(folder / path) for path in scenario.scenario.waivers]
    if not named and not files:
        return None
    if today is None:
        raise InputError([Problem("VV422", scenario.document.span(("waivers",)))])
    try:
        written = read_waivers([*named, *files], read)
    except InputError as error:
        problems = [placed_at(p, scenario, "waivers", named) for p in error.problems]
        raise InputError(problems) from None
    return Waivers(written, today)


def read_waivers(
    paths: Sequence[str], read: Callable[[str], str] = read_text
) -> tuple[WrittenWaiver, ...]:
    """Read files of waivers; whether they fit the rules is seen where they are used.

    Raises
    ------
    InputError
        With everything that is wrong in any of the files, each at its place.
    """
    problems = Problems()
    documents = [parse_into(read(path), path, problems) for path in paths]
    written = [w for d in documents if d for w in written_in(d, problems)]
    problems.raise_if_any()
    return tuple(written)


def written_in(document: Document, problems: Problems) -> Iterator[WrittenWaiver]:
    """Give the waivers of one document; what is wrong with its shape is reported."""
    from vvoptimize.ruleset.waiver_file import WaiversFile  # few scenarios have any

    file = validate(document, WaiversFile, problems)
    for number, entry in enumerate(() if file is None else file.waivers):
        yield WrittenWaiver(entry, document, number)


def is_waivers_file(document: Document) -> bool:
    """Tell a file of waivers from others by its `schema`."""
    data = document.data
    schema = data.get("schema") if isinstance(data, dict) else None
    return isinstance(schema, str) and schema.startswith("vvoptimize/waivers/")
