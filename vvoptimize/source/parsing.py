"""Text to document: strict YAML, every problem of the text at once."""

import yaml

from vvoptimize.errors import Problems
from vvoptimize.source.build import Builder, Stopped
from vvoptimize.source.document import Document
from vvoptimize.source.limits import events, exceeds
from vvoptimize.source.notes import Notes, TooManyProblems
from vvoptimize.source.syntax import note_syntax
from vvoptimize.source.tree import Node


def parse(text: str, path: str) -> Document:
    """The document in a text.

    Parameters
    ----------
    path
        For the places in messages; nothing is read from it.

    Raises
    ------
    InputError
        If the text is not strict YAML; with every problem that could be found.
    """
    problems = Problems()
    document = parse_into(text, path, problems)
    problems.raise_if_any()
    # No problem, so there is a document.
    assert document is not None
    return document


def parse_into(text: str, path: str, problems: Problems) -> Document | None:
    """As `parse`, but problems are added to a collector.

    The document is given whenever the text could be read to its end, so that its
    contents can be checked too and all problems be told at once.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    notes = Notes(text, path, problems)
    root = None if exceeds(notes) else _build(notes)
    return None if root is None else Document(notes, root)


def _build(notes: Notes) -> Node | None:
    builder = Builder(notes)
    try:
        builder.read(events(notes.text))
    except yaml.MarkedYAMLError as error:
        note_syntax(error, notes)
        return None
    except (Stopped, TooManyProblems):
        return None
    if builder.root is None:
        notes.problems.add("VV104", notes.span(0, 0))
    return builder.root
