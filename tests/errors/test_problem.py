import pytest

from vvoptimize.errors import Problem, Span
from vvoptimize.errors.catalogue import Entry, Phrase, entries, phrases

WHERE = Span("a.yaml", 4, 17, '    population: "2800"')


@pytest.fixture
def quotes() -> Problem:
    values = {"subject": "field", "field": "population", "wanted": "whole_number"}
    saw = {"got": "the_text", "shown": "2800", "hint": "remove_quotes"}
    return Problem("VV101", WHERE, values | saw)


def test_problem_is_told_with_place_code_frame_and_hint(quotes: Problem) -> None:
    assert quotes.render() == (
        'error[VV101]: `population` must be a whole number, got the text "2800"\n'
        "  --> a.yaml:4:17\n"
        "  |\n"
        '4 |     population: "2800"\n'
        "  |                 ^\n"
        "hint: remove the quotes"
    )


def test_problem_is_told_in_bokmål(quotes: Problem) -> None:
    assert quotes.message("nb") == (
        "`population` må være et helt tall, men er teksten «2800»"
    )
    assert quotes.render("nb").startswith("feil[VV101]: ")
    assert quotes.render("nb").endswith("\ntips: fjern anførselstegnene")


def test_several_wanted_things_are_joined_with_or(quotes: Problem) -> None:
    values = {**quotes.values, "wanted": "number|list|text"}
    several = Problem("VV101", None, values)

    assert "must be a number, a list or text, got" in several.message()
    assert "må være et tall, en liste eller tekst, men" in several.message("nb")


def test_suggestion_comes_before_the_hint() -> None:
    values = {"key": "titel", "subject": "whole_file", "allowed": "`id`, `title`"}
    problem = Problem("VV100", None, values | {"suggestion": "title"})

    assert problem.hint() == (
        "did you mean `title`? the keys that may stand here are `id`, `title`"
    )
    assert (problem.hint("nb") or "").startswith("mente du `title`? nøklene")


def test_suggestion_is_the_hint_when_the_hint_lacks_a_value() -> None:
    values = {"key": "titel", "subject": "whole_file", "suggestion": "title"}

    assert Problem("VV100", None, values).hint() == "did you mean `title`?"


def test_hint_that_lacks_a_value_is_left_out() -> None:
    values = {"key": "titel", "subject": "whole_file"}

    assert Problem("VV100", None, values).hint() is None


def test_problem_without_place_has_a_heading_only() -> None:
    assert Problem("VV503", None, {"path": "x"}).render() == (
        "error[VV503]: no permission to read `x`"
    )


def test_terminal_escapes_in_values_are_made_visible() -> None:
    problem = Problem("VV501", None, {"path": "\x1b[31mred\u202e"})

    assert "`\\x1b[31mred\\u202e`" in problem.render()


def test_control_characters_never_reach_the_frame_or_the_path() -> None:
    span = Span("a\x1b.yaml", 1, 3, "a\x1b[2Jb\t\u202ec")
    rendered = Problem("VV104", span).render()

    assert not set(rendered) & {"\x1b", "\t", "\u202e"}
    assert "1 | a [2Jb  c\n  |   ^" in rendered


def test_frame_shows_the_part_of_a_long_line_that_matters() -> None:
    span = Span("a.yaml", 12, 5_001, "x" * 5_000 + "!" + "y" * 5_000)
    _, _, empty, line, caret, _ = Problem("VV104", span).render().split("\n")

    assert empty == "   |"
    assert len(line) < 88
    assert line[caret.index("^")] == "!"


def test_values_are_not_templates_themselves() -> None:
    values = {"path": "{limit} {path!} {0.__class__}", "limit": "3"}

    assert "`{limit} {path!} {0.__class__}`" in Problem("VV505", None, values).message()


def test_very_long_value_is_cut() -> None:
    assert len(Problem("VV501", None, {"path": "x" * 100_000}).message()) < 1_000


def test_missing_value_and_unknown_phrase_do_not_hide_the_message() -> None:
    problem = Problem("VV101", None, {"subject": "no_such_phrase"})

    assert problem.message() == "no_such_phrase must be {wanted!}, got {got!}"


def test_unknown_code_still_tells_its_values() -> None:
    problem = Problem("VV000", None, {"a": "1", "b": "2", "suggestion": "c"})

    assert problem.message() == "a: 1, b: 2, suggestion: c"
    assert problem.hint() == "did you mean `c`?"


def test_fault_in_the_program_has_its_own_heading(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(entries(), "VV999", Entry(nb="galt", en="wrong"))

    assert Problem("VV999").render() == "internal error[VV999]: wrong"
    assert Problem("VV999").render("nb") == "intern feil[VV999]: galt"


def test_phrase_may_hold_values_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    entry = Entry(nb="{what!}", en="{what!}")
    monkeypatch.setitem(entries(), "VV999", entry)
    monkeypatch.setitem(phrases(), "two", Phrase(nb="to {n}", en="two {n}"))

    assert Problem("VV999", None, {"what": "two", "n": "x"}).message() == "two x"


def test_excerpt_is_no_part_of_what_a_place_is() -> None:
    assert Span("a", 1, 2, "text") == Span("a", 1, 2)
    assert str(Span("a", 1, 2)) == "a:1:2"
