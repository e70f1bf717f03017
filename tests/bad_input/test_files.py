"""Every broken file is refused: exit 2, a code, a place, a hint, nothing else."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bad_input.base import (
    PROPOSAL_FILE,
    RULES_FILE,
    SCENARIO_FILE,
    Case,
)
from tests.bad_input.proposals import PROPOSALS
from tests.bad_input.rules import RULE_FILES
from tests.bad_input.scenarios import SCENARIOS
from tests.bad_input.told import blocks, has_hint, told
from tests.bad_input.whole_files import WHOLE_FILES
from vvoptimize.cli.run import run
from vvoptimize.errors.catalogue import entries

ROOT = Path(__file__).resolve().parents[2]
CASES = [*SCENARIOS, *RULE_FILES, *PROPOSALS, *WHOLE_FILES]
ONE_OF_EACH_CODE = list({case.code: case for case in CASES}.values())
# Enough of each kind for what only a process of its own shows.
SAMPLE = CASES[::20]


def command(case: Case) -> list[str]:
    if case.file == PROPOSAL_FILE:
        return ["check", SCENARIO_FILE, "-a", PROPOSAL_FILE]
    return ["validate", SCENARIO_FILE]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def name_of(case: Case) -> str:
    return case.name


def test_there_are_more_than_two_hundred_broken_files_of_as_many_names():
    assert len({(case.file, case.name) for case in CASES}) == len(CASES) > 200


@pytest.mark.usefixtures("region")
def test_the_files_they_are_made_from_are_valid(capsys):
    assert run(["validate", SCENARIO_FILE, RULES_FILE]) == 0
    assert run(["check", SCENARIO_FILE, "-a", PROPOSAL_FILE, "-q"]) in (0, 1, 2)
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_broken_file_is_refused_at_its_place(case, region, capsys):
    (region / case.file).write_bytes(case.content)
    before = contents(region)

    code = run(command(case))

    shown = "".join(capsys.readouterr())
    assert code == 2
    assert (case.code, case.place) in told(shown)
    assert "Traceback" not in shown
    assert contents(region) == before
    if case.suggestion is not None:
        assert f"did you mean `{case.suggestion}`?" in shown


@pytest.mark.parametrize("case", ONE_OF_EACH_CODE, ids=name_of)
def test_hint_is_given_where_the_catalogue_has_one(case, region, capsys):
    (region / case.file).write_bytes(case.content)

    run([*command(case), "--lang", "nb"])

    shown = "".join(capsys.readouterr())
    block = next(
        b
        for b, (code, _) in zip(blocks(shown), told(shown), strict=True)
        if code == case.code
    )
    always = entries()[case.code].hint_nb
    assert has_hint(block) or not always or "{" in always


@pytest.mark.parametrize("case", SAMPLE, ids=name_of)
def test_broken_file_is_refused_in_a_process_of_its_own(case, region):
    (region / case.file).write_bytes(case.content)

    done = subprocess.run(
        [sys.executable, "-m", "vvoptimize", *command(case), "--lang", "en"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 2
    assert (case.code, case.place) in told(done.stdout + done.stderr)
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "start", [b"", b"\xef\xbb\xbf"], ids=["plain", "byte order mark"]
)
def test_windows_line_ends_move_no_place(start, region, capsys):
    case = next(case for case in CASES if case.name == "word for a number")
    content = start + case.content.replace(b"\n", b"\r\n")
    (region / case.file).write_bytes(content)

    run(command(case))

    assert told(capsys.readouterr().out) == [(case.code, case.place)]


def test_all_that_is_wrong_is_told_in_the_order_of_the_lines(region, capsys):
    path = region / SCENARIO_FILE
    text = path.read_text(encoding="utf-8")
    for old, new in [
        ("language: en", "langauge: en"),
        ("population: 300", "population: many"),
        ("km: 40.5", "km: 1e308"),
        ("{service: web, host: gamma, ", "{service: web, "),
        ("[statutory, principle]", "[statutory, prinsiple]"),
    ]:
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")

    run(["validate", SCENARIO_FILE])

    problems = told(capsys.readouterr().out)
    lines = [int(place.split(":")[1]) for _, place in problems if place]
    assert [code for code, _ in problems] == [
        "VV100",
        "VV101",
        "VV125",
        "VV103",
        "VV295",
    ]
    assert lines == sorted(lines)


def test_all_files_of_one_command_are_told(region, capsys):
    (region / SCENARIO_FILE).write_text("{}", encoding="utf-8")
    (region / RULES_FILE).write_text("schema: vvoptimize/rules/v1\n", encoding="utf-8")

    code = run(["validate", SCENARIO_FILE, RULES_FILE, "no-such.yaml"])

    codes = [code for code, _ in told(capsys.readouterr().out)]
    assert code == 2
    assert set(codes) == {"VV102", "VV406", "VV501"}
