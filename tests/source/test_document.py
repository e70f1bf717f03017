import pytest

from tests.source.helpers import NAME
from vvoptimize.errors import Span
from vvoptimize.source import Document, parse
from vvoptimize.source.tree import Path

TEXT = """\
id: tana
municipalities:
- {id: tana, name: "Deatnu Tana", population: 2900}
- id: båtsfjord
  population: 2100
empty:
nested:
  list:
    - - 1
      - 2
"""


@pytest.fixture(scope="module")
def document() -> Document:
    return parse(TEXT, NAME)


@pytest.mark.parametrize(
    ("where", "line", "column"),
    [
        ((), 1, 1),
        (("id",), 1, 5),
        (("municipalities",), 3, 1),
        (("municipalities", 0), 3, 3),
        (("municipalities", 0, "name"), 3, 20),
        (("municipalities", 1), 4, 3),
        (("municipalities", 1, "population"), 5, 15),
        (("nested", "list", 0, 1), 10, 9),
        (("municipalities", 1, "nowhere", 3), 4, 3),
        (("nowhere",), 1, 1),
        (("id", 0, "below a scalar"), 1, 5),
    ],
)
def test_value_has_a_place(
    document: Document, where: Path, line: int, column: int
) -> None:
    assert document.span(where) == Span(NAME, line, column)


@pytest.mark.parametrize(
    ("where", "line", "column"),
    [
        ((), 1, 1),
        (("municipalities",), 2, 1),
        (("municipalities", 0, "population"), 3, 35),
        (("municipalities", 1), 4, 3),
        (("nested", "list"), 8, 3),
        (("municipalities", 7, "id"), 3, 1),
    ],
)
def test_key_has_a_place(
    document: Document, where: Path, line: int, column: int
) -> None:
    assert document.key_span(where) == Span(NAME, line, column)


def test_place_carries_its_line_of_text(document: Document) -> None:
    assert document.span(("municipalities", 1)).excerpt == "- id: båtsfjord"


def test_document_knows_what_is_there(document: Document) -> None:
    assert document.has(("municipalities", 1, "population"))
    assert not document.has(("municipalities", 1, "name"))
    assert document.value(("municipalities", 1, "population")) == 2100
    assert document.value(("nowhere", "at all")) is None
    assert document.path == NAME
    assert document.text == TEXT


def test_document_knows_what_is_quoted(document: Document) -> None:
    assert document.is_quoted(("municipalities", 0, "name"))
    assert not document.is_quoted(("municipalities", 0, "id"))
    assert not document.is_quoted(("municipalities",))
    assert not document.is_quoted(("nowhere",))


def test_text_has_newlines_only() -> None:
    assert parse("\ufeffa: 1\r\nb: 2\r", NAME).text == "a: 1\nb: 2\n"


PLACES = """\
id: "tana"
hosts: {plan: alfa, care: beta}
list:
- x: 1
- two
note: |
  A text.
  Of two lines.
last: |
  No end."""


@pytest.mark.parametrize(
    ("where", "place"),
    [
        (("id",), (1, 5, 1, 11)),
        (("hosts", "care"), (2, 27, 2, 31)),
        (("hosts",), (2, 1, 2, 6)),
        (("hosts", "nobody", "nothing"), (2, 1, 2, 6)),
        (("list", 0), (4, 3, 4, 4)),
        (("list", 1), (5, 3, 5, 6)),
        (("note",), (6, 7, 8, 16)),
        (("last",), (9, 7, 10, 10)),
        ((), (1, 1, 1, 2)),
    ],
)
def test_value_has_a_place_with_an_end(
    where: Path, place: tuple[int, int, int, int]
) -> None:
    assert parse(PLACES, NAME).place(where) == (NAME, *place)
