"""Bokmål and English: help, errors and output."""

import click
import pytest

from tests.cli.helpers import TINY, printed
from vvoptimize.cli.language import language_of
from vvoptimize.cli.program import COMMANDS, program
from vvoptimize.cli.run import run


def described(language):
    """Give the help of every command and of every option, by name."""
    root = program(language)
    ctx = click.Context(root, info_name="vvoptimize")
    ctx.help_option_names = ["-h", "--help"]
    texts = {"vvoptimize": root.help, **options(root, ctx, "vvoptimize")}
    for name in root.list_commands(ctx):
        command = root.get_command(ctx, name)
        assert command is not None
        texts |= {name: command.help, **options(command, ctx, name)}
    return texts


def options(command, ctx, name):
    return {
        f"{name} {parameter.opts[-1]}": parameter.help
        for parameter in command.get_params(ctx)
        if isinstance(parameter, click.Option)
    }


def test_every_command_and_option_is_described_in_both_languages():
    bokmal, english = described("nb"), described("en")

    assert bokmal.keys() == english.keys()
    assert len(english) > 40
    for name, text in english.items():
        assert text, name
        assert bokmal[name], name
        assert bokmal[name] != text, name


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_help_has_no_heading_in_the_other_language(name, capsys):
    arguments = [name] if name else []

    bokmal = printed(capsys, *arguments, "--lang", "nb", "-h")
    english = printed(capsys, *arguments, "--lang", "en", "--help")

    assert bokmal.startswith("Bruk: vvoptimize")
    assert english.startswith("Usage: vvoptimize")
    assert "Valg:\n" in bokmal
    assert "Options:\n" in english
    for word in ("Usage", "Options", "Commands", "OPTIONS", "Show this"):
        assert word not in bokmal


@pytest.mark.parametrize(("lang", "word"), [("nb", "Kommune"), ("en", "Municipality")])
@pytest.mark.parametrize("command", [["solve"], ["check", "-a", "proposed"]])
def test_output_is_in_the_language_asked_for(command, lang, word, capsys):
    name, *rest = command

    assert word in printed(capsys, name, TINY, *rest, "--lang", lang)


def test_output_is_in_the_language_of_the_scenario_unless_asked_for(
    monkeypatch, capsys
):
    monkeypatch.setenv("VVOPTIMIZE_LANG", "nb")

    assert "Municipality" in printed(capsys, "solve", TINY)


def test_language_before_the_command_counts_for_the_command(capsys):
    after = printed(capsys, "solve", TINY, "--lang", "nb")

    assert printed(capsys, "--lang", "nb", "solve", TINY) == after


@pytest.mark.parametrize(
    ("arguments", "start"),
    [
        (["solve", "no-such.yaml", "--lang", "nb"], "feil[VV501]: finner ikke fila"),
        (["solve", "no-such.yaml", "--lang=en"], "error[VV501]: there is no file"),
        (["--lang", "nb", "solv"], "feil[VV531]: det finnes ingen kommando"),
        (["solve", "--lang", "nb"], "feil[VV532]: `SCENARIO` mangler"),
    ],
)
def test_error_is_in_the_language_asked_for(arguments, start, capsys):
    assert run(arguments) == 2

    assert capsys.readouterr().err.startswith(start)


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ([], {}, "en"),
        ([], {"LANG": "nb_NO.UTF-8"}, "nb"),
        ([], {"LANG": "nn_NO"}, "nb"),
        ([], {"LANG": "nb_NO.UTF-8", "LC_ALL": "C"}, "en"),
        ([], {"LANG": "nb_NO", "VVOPTIMIZE_LANG": "en"}, "en"),
        ([], {"VVOPTIMIZE_LANG": "xx"}, "en"),
        (["--lang", "nb"], {"VVOPTIMIZE_LANG": "en"}, "nb"),
        (["--lang", "xx"], {"LANG": "nb_NO"}, "nb"),
        (["solve", "--lang"], {}, "en"),
    ],
)
def test_language_comes_from_option_then_variable_then_locale(
    arguments, environment, language
):
    assert language_of(arguments, environment) == language
