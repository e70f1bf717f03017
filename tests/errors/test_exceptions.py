import pickle

import pytest

from vvoptimize.errors import (
    InfeasibleError,
    InputError,
    InternalError,
    NoIncumbentError,
    Problem,
    Problems,
    Span,
    VVError,
)

FIRST = Problem("VV104", Span("a.yaml", 1, 2))
LATER = Problem("VV104", Span("a.yaml", 10, 1))
OTHER = Problem("VV104", Span("b.yaml", 1, 1))
NOWHERE = Problem("VV503", None, {"path": "c"})


def test_problems_are_sorted_by_file_line_and_column() -> None:
    error = InputError([OTHER, LATER, NOWHERE, FIRST])

    assert error.problems == (NOWHERE, FIRST, LATER, OTHER)


def test_error_as_text_is_all_its_problems_in_english() -> None:
    assert str(InputError([LATER, FIRST])) == f"{FIRST.render()}\n\n{LATER.render()}"
    assert InputError([FIRST]).render("nb") == FIRST.render("nb")


def test_endless_problems_are_counted_rather_than_shown() -> None:
    error = InputError([FIRST] * 1_000)

    assert str(error).endswith("\n\n… and 800")
    assert error.render("nb").endswith("\n\n… og 800")


def test_exit_codes_never_change_meaning() -> None:
    kinds = (VVError, InputError, InfeasibleError, NoIncumbentError, InternalError)

    assert [kind.exit_code for kind in kinds] == [70, 2, 3, 4, 70]


def test_errors_carry_what_explains_them() -> None:
    assert InfeasibleError([NOWHERE], ("a", "b")).conflict == ("a", "b")
    assert InternalError([NOWHERE], "seed 3").reproducer == "seed 3"
    assert InfeasibleError([NOWHERE]).conflict is None
    assert InternalError([NOWHERE]).reproducer is None


def test_error_survives_the_way_to_another_process() -> None:
    error = pickle.loads(pickle.dumps(InternalError([FIRST], "seed 3")))

    assert isinstance(error, InternalError)
    assert error.problems == (FIRST,)
    assert error.reproducer == "seed 3"


def test_collector_raises_all_that_it_has() -> None:
    problems = Problems()
    problems.raise_if_any()
    problems.add("VV505", None, path="x", limit=3, suggestion=None)
    problems.append(FIRST)

    with pytest.raises(InputError) as caught:
        problems.raise_if_any()

    told = Problem("VV505", None, {"path": "x", "limit": "3"})
    assert caught.value.problems == (told, FIRST)
