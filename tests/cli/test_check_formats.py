"""`check --format`: where each format goes, and what no format changes."""

import json
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.bad_input.told import told
from tests.cli.helpers import PROPOSAL, TINY, process, tiny, typed
from vvoptimize.cli.check_formats import MACHINES, OWN
from vvoptimize.cli.run import run
from vvoptimize.report.gate.render import FORMATS

ALL = (*OWN, *MACHINES)
GOOD = ["check", TINY, "-a", "proposed", "--lang", "en"]
BROKEN = ["check", TINY, "-a", "askvik-hosts-all", "--lang", "en"]


def test_formats_for_machines_are_those_of_the_reports():
    assert MACHINES == FORMATS


@pytest.fixture
def undecided(tmp_path):
    """Give a check that lacks a figure of a binding rule."""
    path = tmp_path / "undecided.yaml"
    path.write_text(tiny("{askvik: 1, bjorkli: 0,", "{askvik: unknown, bjorkli: 0,"))
    return ["check", str(path), "-a", "proposed", "--lang", "en"]


@pytest.mark.parametrize("format_", ALL)
def test_no_format_changes_the_exit_code(format_, undecided, capsys):
    codes = [run([*one, "--format", format_]) for one in (GOOD, BROKEN, undecided)]

    assert codes == [0, 1, 2]
    assert capsys.readouterr().err == ""


def test_several_formats_are_written_beside_the_text(tmp_path, capsys):
    files = {name: tmp_path / name for name in MACHINES}
    asked = [word for name in files for word in ("--format", f"{name}={files[name]}")]

    assert run([*BROKEN, *asked]) == 1

    shown = capsys.readouterr().out
    assert run(BROKEN) == 1
    assert capsys.readouterr().out == shown
    assert ET.parse(files["junit"]).getroot().tag == "testsuites"
    assert json.loads(files["sarif"].read_text("utf-8"))["version"] == "2.1.0"
    assert len(json.loads(files["gitlab"].read_text("utf-8"))) == 4
    assert files["tap"].read_text("utf-8").startswith("TAP version 13\n1..6\n")
    assert files["markdown"].read_text("utf-8").startswith("## vvoptimize check\n")
    assert files["github"].read_text("utf-8").count("::error ") == 4
    assert all(path.read_bytes().endswith(b"\n") for path in files.values())


@pytest.mark.parametrize("format_", ALL)
def test_file_has_what_standard_output_would_have(format_, tmp_path, capsys):
    path = tmp_path / "out"

    assert run([*GOOD, "--format", f"{format_}={path}", "-q"]) == 0
    assert capsys.readouterr().out == ""
    assert run([*GOOD, "--format", format_]) == 0

    assert capsys.readouterr().out == path.read_text("utf-8")


def test_output_is_the_file_of_what_has_none_of_its_own(tmp_path, capsys):
    first, second = tmp_path / "first", tmp_path / "second"
    asked = ["--format", "json", "-o", str(first), "--format", f"tap={second}"]

    assert run([*GOOD, *asked]) == 0

    assert capsys.readouterr().out == ""
    assert json.loads(first.read_text("utf-8"))["kind"] == "check"
    assert second.read_text("utf-8").startswith("TAP")


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (["--format", "json", "--format", "tap"], "VV490"),
        (["--format", "json=a", "--format", "tap=a"], "VV491"),
        (["--format", "json=a", "--format", "tap=./a"], "VV491"),
        (["--format", "json=a", "-o", "a"], "VV491"),
        (["--format", "junit="], "VV492"),
        (["--format", "xml"], "VV533"),
        (["--format", "xml=a"], "VV533"),
    ],
)
def test_what_cannot_be_written_apart_is_refused(
    asked, code, capsys, monkeypatch, tmp_path
):
    monkeypatch.chdir(tmp_path)

    assert run([*GOOD, *asked]) == 2

    out, err = capsys.readouterr()
    assert (out, [seen for seen, _ in told(err)]) == ("", [code])
    assert list(tmp_path.iterdir()) == []


def test_several_formats_may_go_to_nowhere():
    nowhere = ["--format", "junit=/dev/null", "--format", "sarif=/dev/null"]

    assert run([*GOOD, *nowhere, "-q"]) == 0


def test_file_that_cannot_be_written_is_an_error(tmp_path, capsys):
    assert run([*GOOD, "--format", f"tap={tmp_path / 'no' / 'such'}"]) == 2

    assert [seen for seen, _ in told(capsys.readouterr().err)] == ["VV511"]


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        ("github", "::error file={path},line=1,"),
        ("tap", "not ok 1 - VV"),
        ("junit", "<error type="),
        ("sarif", '"executionSuccessful": false'),
        ("gitlab", '"severity": "critical"'),
        ("markdown", "Not decided: something could not be judged (exit code 2)."),
    ],
)
def test_file_that_cannot_be_read_is_told_in_every_format(
    asked, wanted, tmp_path, capsys, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    Path("bad.yaml").write_text("nonsense: 1\n")

    assert run(["check", "bad.yaml", "--lang", "en", "--format", asked]) == 2

    out, err = capsys.readouterr()
    assert wanted.format(path="bad.yaml") in out
    assert told(err)


def test_error_is_told_alone_where_no_machine_listens(tmp_path, capsys):
    path = tmp_path / "bad.yaml"
    path.write_text("nonsense: 1\n")

    assert run(["check", str(path), "--format", "json"]) == 2

    assert capsys.readouterr().out == ""


def located(capsys, *arguments):
    """Give the files in which a check finds what it tells."""
    run(["check", *arguments, "--format", "gitlab"])
    return {row["location"]["path"] for row in json.loads(capsys.readouterr().out)}


def test_assignment_in_a_file_is_where_its_values_are(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    text = PROPOSAL.replace("granmo", "askvik").replace("bjorkli", "askvik")
    Path("proposal.yaml").write_text(text)

    assert located(capsys, TINY, "-a", "proposal.yaml") == {"proposal.yaml"}


def test_typed_assignment_is_where_its_scenario_is(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    Path("tiny.yaml").write_text(tiny())
    text = PROPOSAL.replace("granmo", "askvik").replace("bjorkli", "askvik")
    typed(monkeypatch, text)

    assert located(capsys, "tiny.yaml", "-a", "-") == {"tiny.yaml"}


def test_path_is_told_from_the_folder_one_stands_in(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    Path("tiny.yaml").write_text(tiny())

    asked = [str(tmp_path / "tiny.yaml"), "-a", "askvik-hosts-all"]
    assert located(capsys, *asked) == {"tiny.yaml"}


@pytest.mark.parametrize("language", ["nb", "en"])
def test_output_is_the_same_from_run_to_run(language, tmp_path):
    written = []
    for seed in ("0", "4711"):
        files = [(name, tmp_path / f"{name}-{seed}") for name in ALL]
        asked = [word for name, f in files for word in ("--format", f"{name}={f}")]
        process(*BROKEN[:-1], language, *asked, PYTHONHASHSEED=seed)
        written.append([path.read_bytes() for _, path in files])

    assert written[0] == written[1]
    assert all(written[0])


def test_languages_differ_in_words_alone(capsys):
    shapes = []
    for language in ("nb", "en"):
        run([*BROKEN[:-1], language, "--format", "gitlab"])
        rows = json.loads(capsys.readouterr().out)
        shapes.append([(row["fingerprint"], row["location"]) for row in rows])

    assert shapes[0] == shapes[1]


def test_title_that_would_be_a_command_is_none_in_text_or_errors(tmp_path, capsys):
    path = tmp_path / "tiny.yaml"
    path.write_text(
        tiny(
            "{nb: Tre kommuner og tre tjenester, en: Three municipalities and three "
            "services}",
            "'::error::x ##[error]y'",
        )
    )

    for format_ in ("text", "json"):
        run(["check", str(path), "-a", "proposed", "--format", format_])
        out = capsys.readouterr().out
        assert not any(line.lstrip().startswith("::") for line in out.splitlines())
        assert "##[" not in out
        assert "error" in out


def test_name_of_a_file_is_no_command_to_whoever_reads_what_validate_prints(
    tmp_path, monkeypatch, capsys
):
    monkeypatch.chdir(tmp_path)
    for name in ("::add-mask::a.yaml", "##[error]b.yaml"):
        Path(name).write_text("schema: vvoptimize/rules/v1\nx: 1\n")
        for options in ([], ["--format", "json"]):
            assert run(["validate", name, *options]) == 2
            shown = capsys.readouterr()
            lines = (shown.out + shown.err).splitlines()
            assert not any(line.lstrip().startswith("::") for line in lines)
            assert "##[" not in shown.out + shown.err


LOADED = """
import sys
from vvoptimize.cli.run import run
run(sys.argv[1:])
print(*sys.modules)
"""


def test_check_loads_no_format_that_it_does_not_write():
    result = subprocess.run(
        [sys.executable, "-c", LOADED, *GOOD],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    assert "vvoptimize.report.gate" not in result.stdout
    assert "vvoptimize.explanation.case_place" not in result.stdout
