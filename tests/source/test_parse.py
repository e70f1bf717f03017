from decimal import Decimal

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.source.helpers import NAME, problems_of, told
from vvoptimize.errors import Problems
from vvoptimize.source import parse, parse_into

BROKEN = {
    "empty file": ("", [("VV104", 1, 1)]),
    "comment only": ("# nothing\n", [("VV104", 1, 1)]),
    "bracket not closed": ("a: [1, 2\nb: 3", [("VV114", 2, 2)]),
    "brace not closed": ("a: {b: 1\n", [("VV114", 2, 1)]),
    "wrong bracket": ("[1, 2}", [("VV114", 1, 6)]),
    "quote not closed": ("a: 1\nb: 'x\nc: 3", [("VV111", 2, 4)]),
    "double quote not closed": ('a: "x', [("VV111", 1, 4)]),
    "colon in a text": ("a: b: c", [("VV113", 1, 5)]),
    "indented too much": ("a: 1\n  b: 2", [("VV113", 2, 4)]),
    "indented unevenly": ("a:\n  - b\n c: d", [("VV110", 3, 2)]),
    "tab before a key": ("\ta: 1", [("VV112", 1, 1)]),
    "tab in a block": ("a:\n\t- b", [("VV112", 2, 1)]),
    "reserved character": ("a: @x", [("VV109", 1, 4)]),
    "backtick": ("a: `x`", [("VV109", 1, 4)]),
    "unknown escape": ('a: "\\q"', [("VV110", 1, 5)]),
    "other version": ("%YAML 3.0\n---\na: 1", [("VV110", 1, 1)]),
    "tag directive": ("%TAG !x! tag:x\n---\na: 1", [("VV116", 1, 1)]),
    "unknown tag handle": ("a: !x!y 1", [("VV116", 1, 4)]),
    "python tag": ("a: !!python/object:os.system x", [("VV116", 1, 4)]),
    "tag of its own": ("a: !mine {b: 1}", [("VV116", 1, 4)]),
    "plain tag": ("a: ! x", [("VV116", 1, 4)]),
    "anchor": ("a: &x 1", [("VV115", 1, 4)]),
    "anchor of a list": ("a: &x [1]", [("VV115", 1, 4)]),
    "list within itself": ("a: &a [1, *a]", [("VV115", 1, 4), ("VV115", 1, 11)]),
    "alias of nothing": ("a: *x", [("VV115", 1, 4)]),
    "alias as key": ("*x : 1", [("VV115", 1, 1)]),
    "two documents": ("a: 1\n---\nb: 2", [("VV118", 2, 1)]),
    "merge key": ("a: 1\n<<: {b: 2}", [("VV117", 2, 1)]),
    "same key twice": ("a: 1\nb: 2\n'a': 3", [("VV119", 3, 1)]),
    "key is a number": ("a: 1\n5628: Tana", [("VV120", 2, 1)]),
    "key is a truth value": ("true: 1", [("VV120", 1, 1)]),
    "key is empty": ("{a: 1, ~: 2}", [("VV120", 1, 8)]),
    "key is a list": ("[a]: 1", [("VV121", 1, 1)]),
    "key is a mapping": ("? {a: 1}\n: {b: 2}\nc: 1", [("VV121", 1, 3)]),
    "number too large": ("a: 1e308", [("VV125", 1, 4)]),
    "too many digits": ("a: [1, 0.12345678901234567]", [("VV126", 1, 8)]),
    "infinite": ("a: .inf", [("VV127", 1, 4)]),
    "not a number": ("a:\n- .NaN", [("VV127", 2, 3)]),
    "NUL": ("a: b\0c", [("VV108", 1, 5)]),
    "escape": ("a: 1\nb: \x1b[31m", [("VV108", 2, 4)]),
    "text turned around": ("a: x\u202ey", [("VV108", 1, 5)]),
    "mark in the middle": ("a: \ufeffx", [("VV108", 1, 4)]),
    "half a surrogate pair": ("a: \ud800", [("VV108", 1, 4)]),
    "line separator": ("a: x\u2028b: y", [("VV108", 1, 5)]),
    "after an emoji and å": ("å: {b: 🐟, c: *d}", [("VV115", 1, 14)]),
    "after Windows line ends": ("a: 1\r\nb: 2\r\nc: *d", [("VV115", 3, 4)]),
    "after old Mac line ends": ("a: 1\rb: *d", [("VV115", 2, 4)]),
}


@pytest.fixture(params=["C parser", "Python parser"])
def any_parser(request: pytest.FixtureRequest, monkeypatch) -> None:
    if request.param == "Python parser":
        monkeypatch.setattr("vvoptimize.source.limits.Loader", yaml.SafeLoader)


@pytest.mark.usefixtures("any_parser")
@pytest.mark.parametrize(("text", "expected"), BROKEN.values(), ids=BROKEN)
def test_broken_text_is_told_with_its_place(
    text: str, expected: list[tuple[str, int, int]]
) -> None:
    assert [code for code, *_ in told(text)] == [code for code, *_ in expected]


@pytest.mark.parametrize(("text", "expected"), BROKEN.values(), ids=BROKEN)
def test_place_is_exact(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("text", [text for text, _ in BROKEN.values()], ids=BROKEN)
@pytest.mark.parametrize("lang", ["nb", "en"])
def test_every_message_is_complete(text: str, lang: str) -> None:
    for problem in problems_of(text):
        assert "{" not in problem.message(lang).replace("`{`", "")
        assert "!}" not in problem.render(lang)


def test_data_is_plain_and_exact() -> None:
    text = "id: tana\nnr: 0301\nland: NO\nn: 2800\nd: 1.50\nlist: [a, {b: ~}]\nok: true"

    assert parse(text, NAME).data == {
        "id": "tana",
        "nr": "0301",
        "land": "NO",
        "n": 2800,
        "d": Decimal("1.50"),
        "list": ("a", {"b": None}),
        "ok": True,
    }


def test_quoted_and_block_scalars_are_always_text() -> None:
    text = "a: '5'\nb: \"true\"\nc: |\n  1\nd: >\n  ~\n'5': x"

    assert parse(text, NAME).data == {
        "a": "5",
        "b": "true",
        "c": "1\n",
        "d": "~\n",
        "5": "x",
    }


def test_byte_order_mark_and_version_directive_do_not_matter() -> None:
    assert parse("\ufeff%YAML 1.2\n---\na: 1\n...\n", NAME).data == {"a": 1}


def test_outermost_value_may_be_anything() -> None:
    assert parse("- 1", NAME).data == (1,)
    assert parse("text", NAME).data == "text"


def test_all_problems_are_told_at_once_in_order() -> None:
    text = "a: &x 1\na: 2\n1: *x\nb: !t x\n[c]: d\ne: .inf"

    assert told(text) == [
        ("VV115", 1, 4),
        ("VV119", 2, 1),
        ("VV120", 3, 1),
        ("VV115", 3, 4),
        ("VV116", 4, 4),
        ("VV121", 5, 1),
        ("VV127", 6, 4),
    ]


def test_refused_parts_leave_the_rest_readable() -> None:
    problems = Problems()
    text = "a: 1\na: 2\n<<: 3\n[x]: {y: 4}\nb: *x\nc: 5"
    document = parse_into(text, NAME, problems)

    assert document is not None
    assert document.data == {"a": 1, "b": None, "c": 5}
    assert len(problems) == 4


def test_duplicate_key_names_the_first_line() -> None:
    (problem,) = problems_of("# x\na: 1\nb: 2\na: 3\n")

    assert problem.message() == "the key `a` stands twice; the first is on line 2"


def test_decimal_comma_in_braces_is_recognised() -> None:
    (problem,) = problems_of("a: {value: 0,5}")

    assert (problem.hint() or "").startswith("use a decimal point (0.5)")


# No e: the writer leaves the text 1e5 plain, which YAML 1.2 reads as a number.
texts = st.text("æøå -:#'\"[]{}0123456789ab.,~", max_size=12)
scalars = st.none() | st.booleans() | st.integers(-(10**12), 10**12) | texts
trees = st.recursive(
    scalars,
    lambda inner: st.lists(inner) | st.dictionaries(st.text("abcæ:5 ~"), inner),
    max_leaves=20,
)


def tuples(value: object) -> object:
    if isinstance(value, list):
        return tuple(tuples(item) for item in value)
    if isinstance(value, dict):
        return {key: tuples(item) for key, item in value.items()}
    return value


@given(trees, st.booleans())
def test_what_is_written_is_read(tree: object, flow: bool) -> None:
    text = yaml.safe_dump(tree, default_flow_style=flow, allow_unicode=True)
    unread = ("&", "!!", "? ")  # what the writer uses and we refuse
    if tree is not None and not any(mark in text for mark in unread):
        assert parse(text, NAME).data == tuples(tree)
