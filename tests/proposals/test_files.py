"""Which files a check finds, and that none is passed over in silence."""

from __future__ import annotations

import json

import pytest

from tests.proposals.world import SCENARIO, changed
from vvoptimize.cli.proposals.files import scenario_paths
from vvoptimize.cli.run import run
from vvoptimize.explanation.proposal.checked import worst

CHECK = ["check", "-a", "proposed"]


def copy(world, name, *change):
    target = world / name
    target.parent.mkdir(exist_ok=True, parents=True)
    target.write_text((world / SCENARIO).read_text("utf-8"), encoding="utf-8")
    if change:
        changed(world, name, *change)
    return name


def test_a_folder_stands_for_every_scenario_in_it_in_the_order_of_names(world):
    copy(world, "scenarios/b/two.yml")
    copy(world, "scenarios/a.yaml")

    assert scenario_paths(["scenarios"]) == (
        "scenarios/a.yaml",
        SCENARIO,
        "scenarios/b/two.yml",
    )


def test_a_file_is_checked_once_however_often_it_is_named(world):
    assert scenario_paths([SCENARIO, "scenarios", SCENARIO]) == (SCENARIO,)


def test_other_files_are_passed_over_and_hidden_ones_too(world):
    copy(world, ".git/x.yaml")
    copy(world, "scenarios/.draft.yaml")
    copy(world, "scenarios/notes.txt")
    (world / "scenarios" / "ci.yaml").write_text("on: push\n", encoding="utf-8")
    for kind in ("rules", "waivers", "member"):
        text = f"schema: vvoptimize/{kind}/v1\n"
        (world / "scenarios" / f"{kind}.yaml").write_text(text, encoding="utf-8")

    assert scenario_paths(["."]) == ("./scenarios/tiny.yaml",)


@pytest.mark.parametrize(
    "text",
    [
        b"schema: vvoptimize/scenaro/v1\n",
        b"id: x\n'schema': 'vvoptimize/scenario/v9'\n",
        b'{"schema": "vvoptimize/scenario/v1"}',
        b"\xff\xfe",
    ],
)
def test_what_may_be_meant_as_a_scenario_is_not_passed_over(world, text, capsys):
    (world / "scenarios" / "odd.yaml").write_bytes(text)

    assert "scenarios/odd.yaml" in scenario_paths(["scenarios"])
    assert run([*CHECK, "scenarios"]) == 2
    assert "Not checked: scenarios/odd.yaml" in capsys.readouterr().out


def test_a_folder_without_scenarios_is_refused(world, capsys):
    assert run([*CHECK, "rules"]) == 2

    shown = capsys.readouterr()
    assert shown.out == ""
    assert "error[VV480]: the folder `rules` has no scenario file" in shown.err


def test_the_worst_file_counts_and_what_is_broken_is_certain():
    assert worst([]) == 0
    assert worst([0, 0]) == 0
    assert worst([0, 2]) == 2
    assert worst([2, 1, 0]) == 1


@pytest.mark.parametrize("options", [[], ["-q"], ["--format", "json"], ["-o", "x"]])
def test_exit_code_is_the_same_whatever_is_printed(world, options):
    fine = copy(world, "fine.yaml", "../rules", "rules")
    broken = copy(world, "broken.yaml", "../rules", "rules")
    changed(world, broken, "arkiv: bjorkli", "arkiv: askvik")
    unknown = copy(world, "unknown.yaml", "../rules", "rules")
    changed(world, unknown, "total_after: 5", "total_after: unknown")
    unreadable = copy(world, "unreadable.yaml", "services:", "servces:")

    def code(*paths):
        return run([*CHECK, *paths, *options])

    assert code(fine, SCENARIO) == 0
    assert code(fine, broken) == 1
    assert code(fine, unknown) == 2
    assert code(fine, unreadable) == 2
    assert code(fine, "missing.yaml") == 2
    assert code(unreadable, broken, unknown) == 1


def test_every_file_is_told_and_all_of_them_at_the_end(world, capsys):
    copy(world, "scenarios/broken.yaml", "arkiv: bjorkli", "arkiv: askvik")
    copy(world, "scenarios/odd.yaml", "ikt: askvik", "ikt: nobody")

    assert run([*CHECK, "scenarios"]) == 1

    out, err = capsys.readouterr()
    assert "error[VV204]" in err
    told = " ".join(out.partition("ALL FILES")[2].split())
    assert "scenarios/broken.yaml broken" in told
    assert "scenarios/odd.yaml not checked" in told
    assert "scenarios/tiny.yaml fine" in told
    assert "Clause 1 everyone-hosts. Broken: Bjørkli, short by 1." in out


def test_the_json_has_every_file_with_its_own_exit_code(world, capsys):
    copy(world, "scenarios/odd.yaml", "ikt: askvik", "ikt: nobody")

    assert run([*CHECK, "scenarios", "--format", "json"]) == 2

    report = json.loads(capsys.readouterr().out)
    assert (report["schema"], report["kind"]) == ("vvoptimize/report/v1", "proposal")
    assert report["exit_code"] == 2
    odd, tiny = report["files"]
    assert (odd["path"], odd["exit_code"]) == ("scenarios/odd.yaml", 2)
    (problem,) = odd["problems"]
    assert (problem["code"], problem["path"]) == ("VV204", "scenarios/odd.yaml")
    assert (tiny["exit_code"], tiny["problems"]) == (0, [])
    assert tiny["check"]["assessment"]["broken"] == 0


def test_one_file_alone_is_told_as_ever(world, capsys):
    assert run([*CHECK, SCENARIO, "--format", "json"]) == 0
    alone = json.loads(capsys.readouterr().out)
    assert run([*CHECK, "scenarios", "--format", "json"]) == 0
    (file,) = json.loads(capsys.readouterr().out)["files"]

    assert alone["kind"] == "check"
    assert {k: v for k, v in alone.items() if k in file["check"]} == file["check"]


def test_an_assignment_from_standard_input_serves_one_file_only(world, capsys):
    copy(world, "scenarios/two.yaml")

    assert run(["check", "scenarios", "-a", "-"]) == 2

    assert "error[VV482]" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--seconds", "1"], "VV481"),
        (["--work", "1"], "VV481"),
        (["--workers", "2"], "VV481"),
        (["--seed", "3"], "VV481"),
        (["--base-assignment", "proposed"], "VV481"),
        (["--base", "HEAD", "--rules", "rules/tiny.yaml"], "VV478"),
        (["--base", "HEAD", "--waivers", "w.yaml"], "VV478"),
        (["--watch", "--format", "json"], "VV483"),
        (["--watch", "--output", "x"], "VV483"),
        (["--watch", "-q"], "VV483"),
    ],
)
def test_an_option_that_does_not_fit_is_refused(world, options, code, capsys):
    assert run([*CHECK, SCENARIO, *options]) == 2

    shown = capsys.readouterr()
    assert shown.out == ""
    assert f"error[{code}]" in shown.err


def test_names_that_there_cannot_be_are_told_as_files_that_there_are_not(world, capsys):
    long = "a" * 5000

    assert run(["check", long]) == 2
    assert "error[VV504]" in capsys.readouterr().err
    assert run(["check", long, SCENARIO, "-a", "proposed"]) == 2
    assert "error[VV504]" in capsys.readouterr().err
    assert run([*CHECK, SCENARIO, "--base", long]) == 2
    assert "error[VV47" in capsys.readouterr().err
