"""Whole files that are nothing like a scenario."""

from tests.bad_input.base import SCENARIO_FILE, Case
from tests.scenario.example import EXAMPLE

LAUGHS = "a0: &a0 [lol]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 30)
)


def _case(name: str, content: bytes | str, code: str, place: str | None) -> Case:
    data = content.encode() if isinstance(content, str) else content
    at = None if place is None else f"{SCENARIO_FILE}:{place}"
    return Case(name, SCENARIO_FILE, data, code, at)


WHOLE_FILES = [
    _case("empty", "", "VV104", "1:1"),
    _case("only blank lines", "\n\n\n", "VV104", "1:1"),
    _case("only comments", "# one\n# two\n", "VV104", "1:1"),
    _case("only a document mark", "---\n", "VV101", "2:1"),
    _case("one word", "scenario", "VV101", "1:1"),
    _case("one number", "3", "VV101", "1:1"),
    _case("a list", "- a\n- b\n", "VV101", "1:1"),
    _case("an empty mapping", "{}", "VV102", "1:1"),
    _case("JSON", '{"id": "x"}', "VV102", "1:1"),
    _case("a zip file", b"PK\x03\x04\x14\x00\x00\x08", "VV108", "1:3"),
    _case("a picture", b"\x89PNG\r\n\x1a\n", "VV107", "1:1"),
    _case(
        "Latin-1",
        EXAMPLE.replace("Betaby", "Bjørkli").encode("latin-1"),
        "VV107",
        "21:24",
    ),
    _case("UTF-16", EXAMPLE.encode("utf-16"), "VV107", "1:1"),
    _case("UTF-16 without mark", EXAMPLE.encode("utf-16-le"), "VV108", "1:2"),
    _case("UTF-32", EXAMPLE.encode("utf-32"), "VV107", "1:1"),
    _case("a surrogate in UTF-8", b"id: \xed\xa0\x80\n", "VV107", "1:5"),
    _case("overlong UTF-8", b"id: \xc0\xaf\n", "VV107", "1:5"),
    _case("cut in a letter", "id: å".encode()[:-1], "VV107", "1:5"),
    _case("half a file", EXAMPLE.partition("Junction}")[0], "VV110", "24:1"),
    _case("a hundred thousand brackets", "[" * 100_000, "VV106", "1:33"),
    _case("a hundred thousand braces", "{a: " * 100_000, "VV106", "1:129"),
    _case("a hundred thousand list dashes", "- " * 100_000, "VV106", "1:65"),
    _case(
        "ever deeper indentation",
        "".join(" " * n + "a:\n" for n in range(500)),
        "VV106",
        "33:33",
    ),
    _case("a billion laughs", LAUGHS, "VV115", "1:5"),
    _case("a list in itself", "a: &a [1, *a]\n", "VV115", "1:4"),
    _case("an alias of nothing", "a: *b\n", "VV115", "1:4"),
    _case(
        "a hundred thousand anchors",
        "".join(f"a{n}: &x{n} 1\n" for n in range(100_000)),
        "VV115",
        "1:5",
    ),
    _case("a hundred thousand equal keys", "a: 1\n" * 100_000, "VV119", "2:1"),
    _case("a hundred thousand documents", "---\n" * 100_000, "VV118", "2:1"),
    _case(
        "a tag directive",
        "%TAG ! tag:example.org,2000:\n---\na: !b c\n",
        "VV116",
        "1:1",
    ),
    _case("half a million commas", "[" + "a," * 500_000 + "]", "VV105", "1:999996"),
    _case("six megabytes", "# " + "a" * 6_000_000, "VV505", None),
    _case("a key of a megabyte", "a" * 1_000_000 + ": 1\n", "VV113", "1:1000001"),
    _case(
        "ten thousand unknown keys",
        "".join(f"a{n}: 1\n" for n in range(10_000)),
        "VV100",
        "1:1",
    ),
    _case("only a tab", "\t", "VV112", "1:1"),
    _case("only quotes", '"' * 9_999, "VV110", "1:3"),
    _case("terminal escapes", "id: \x1b[2J\x1b]0;owned\x07\n", "VV108", "1:5"),
]
