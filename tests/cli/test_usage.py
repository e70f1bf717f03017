"""Command lines that cannot be understood, told as every other error is."""

import pytest

from tests.bad_input.told import has_hint, told
from tests.cli.helpers import TINY, TINY_RULES, printed
from vvoptimize import __version__
from vvoptimize.cli.run import run

WRONG = [
    (["slove", TINY], "VV531", "solve"),
    (["no-such-command"], "VV531", None),
    (["solve"], "VV532", None),
    (["validate"], "VV532", None),
    (["completion"], "VV532", None),
    (["init"], "VV532", None),
    (["schema"], "VV532", None),
    (["solve", TINY, "--secnds", "3"], "VV530", "--seconds"),
    (["solve", TINY, "-x"], "VV530", None),
    (["check", TINY, "--assigment", "a"], "VV530", "--assignment"),
    (["--versjon"], "VV530", "--version"),
    (["solve", TINY, "--seconds"], "VV534", None),
    (["solve", TINY, "--quiet=1"], "VV534", None),
    (["solve", TINY, "--seconds", "ten"], "VV533", None),
    (["solve", TINY, "--seconds", "0"], "VV533", None),
    (["solve", TINY, "--seconds", "-1"], "VV533", None),
    (["solve", TINY, "--seconds", "nan"], "VV533", None),
    (["solve", TINY, "--work", "inf"], "VV533", None),
    (["solve", TINY, "--workers", "0"], "VV533", None),
    (["solve", TINY, "--workers", "1.5"], "VV533", None),
    (["solve", TINY, "--seed", "-1"], "VV533", None),
    (["solve", TINY, "--seed", "9" * 30], "VV533", None),
    (["solve", TINY, "--format", "xml"], "VV533", None),
    (["solve", TINY, "--lang", "sv"], "VV533", None),
    (["schema", "scenarios"], "VV533", None),
    (["completion", "tcsh"], "VV533", None),
    (["solve", TINY, TINY], "VV535", None),
    (["schema", "rules", "scenario"], "VV535", None),
    (["--lang", "nb"], "VV536", None),
    (["check", TINY, "-a", "./no-such-file"], "VV501", None),
    (["solve", TINY, "--rules", TINY_RULES, "--rules", TINY_RULES], "VV407", None),
    (["check", TINY], "VV521", None),
    (["check", TINY, "-a", "porposed"], "VV240", "proposed"),
    (["check", TINY, "-a", "no-such.yaml"], "VV501", None),
    (["solve", TINY, "--rules", "no-such.yaml"], "VV501", None),
]


@pytest.mark.parametrize(("arguments", "code", "suggestion"), WRONG)
def test_command_line_that_is_wrong_is_refused(arguments, code, suggestion, capsys):
    assert run(arguments) == 2

    out, err = capsys.readouterr()
    assert out == ""
    assert [seen for seen, _ in told(err)] == [code]
    assert has_hint(err)
    if suggestion is not None:
        assert f"`{suggestion}`?" in err


def test_refused_value_is_told_with_what_is_wanted(capsys):
    run(["solve", TINY, "--workers", "many"])

    message = '`--workers` must be a whole number from 1 to 256, got "many"'
    assert message in capsys.readouterr().err


def test_no_arguments_at_all_shows_the_help(capsys):
    assert run([]) == 2

    assert capsys.readouterr().err.startswith("Usage: vvoptimize")


def test_version_is_told(capsys):
    assert __version__ in printed(capsys, "--version")


@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_is_told_and_names_every_command(option, capsys):
    shown = printed(capsys, option)

    for name in ("solve", "check", "validate", "rules", "init", "schema", "completion"):
        assert f"\n  {name} " in shown


def test_help_tells_every_exit_code(capsys):
    shown = printed(capsys, "solve", "-h")

    for code in ("0 fine", "1 a", "2 bad", "3 infeasible", "4 stopped", "70 a"):
        assert code in " ".join(shown.split())


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["solve", TINY_RULES], "VV270"), (["solve", TINY, "--rules", TINY], "VV271")],
)
def test_file_of_the_wrong_kind_is_told_in_one_error(arguments, code, capsys):
    assert run(arguments) == 2

    assert [seen for seen, _ in told(capsys.readouterr().err)] == [code]
