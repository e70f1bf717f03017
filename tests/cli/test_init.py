"""`init DIR` makes a folder in which one can start at once."""

import re
from pathlib import Path

import pytest

from tests.cli.helpers import printed
from vvoptimize.cli.run import run


@pytest.fixture
def folder(tmp_path, monkeypatch, capsys):
    """Give the folder that `init` made, as the current one."""
    printed(capsys, "init", str(tmp_path / "region"))
    monkeypatch.chdir(tmp_path / "region")
    return tmp_path / "region"


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.usefixtures("folder")
def test_scenario_to_start_from_has_a_proved_answer(capsys):
    assert printed(capsys, "solve", "scenarios/start.yaml")


def test_everything_it_makes_is_valid(folder, capsys):
    files = sorted(str(path) for path in folder.rglob("*.yaml"))

    assert len(files) > 2
    assert printed(capsys, "validate", *files)


def test_editor_finds_the_schema_that_each_file_names(folder):
    for path in folder.rglob("*.yaml"):
        first = path.read_text(encoding="utf-8").splitlines()[0]
        _, _, schema = first.partition("$schema=")
        assert (path.parent / schema).is_file(), path


@pytest.mark.usefixtures("folder")
def test_figures_of_the_scenario_to_start_from_are_assumed_or_unknown(capsys):
    from vvoptimize.scenario.figure import Quality
    from vvoptimize.scenario.reading import read_scenario

    scenario = read_scenario("scenarios/start.yaml").scenario

    for where, figure in scenario.figures():
        assert figure.value is None or figure.quality is Quality.ASSUMED, where
    assert capsys.readouterr().err == ""


def test_every_file_that_its_own_readmes_name_is_there(folder):
    named = re.compile(r"`((?:\.\./)?(?:rules/|scenarios/)?[a-z-]+\.(?:yaml|md))`")
    for readme in folder.rglob("README.md"):
        for name in named.findall(readme.read_text(encoding="utf-8")):
            places = (readme.parent / name, folder / name)
            assert any(place.is_file() for place in places), (readme, name)


def test_nothing_is_overwritten(folder, capsys):
    (folder / "rules" / "tiny.yaml").unlink()
    (folder / "scenarios" / "start.yaml").write_text("mine", encoding="utf-8")
    before = contents(folder)

    assert run(["init", str(folder)]) == 2

    assert "error[VV512]" in capsys.readouterr().err
    assert contents(folder) == before


def test_folder_with_other_files_is_used(tmp_path, capsys):
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")

    assert "start.yaml" in printed(capsys, "init", str(tmp_path))

    assert (tmp_path / "notes.txt").read_text(encoding="utf-8") == "mine"


def test_file_in_the_way_is_refused(tmp_path, capsys):
    (tmp_path / "rules").write_text("a file", encoding="utf-8")

    assert run(["init", str(tmp_path)]) == 2

    assert "error[VV511]" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["rules"]


def test_next_step_is_told_in_the_language_asked_for(tmp_path, capsys):
    shown = printed(capsys, "init", str(tmp_path / "to kommuner"), "--lang", "nb")

    assert shown.startswith("Laget ")
    assert f"vvoptimize solve '{tmp_path}/to kommuner/scenarios/start.yaml'" in shown


def test_quiet_says_nothing(tmp_path, capsys):
    assert printed(capsys, "init", str(tmp_path), "-q") == ""
