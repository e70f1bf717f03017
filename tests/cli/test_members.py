"""`vvoptimize members`: exits and entries from the command line."""

import json

import pytest

from tests.cli.helpers import ROOT, TINY, printed
from vvoptimize.cli.run import run

REAL = str(ROOT / "scenarios" / "vestre-varanger.yaml")
DALEN = str(ROOT / "scenarios" / "members" / "dalen.yaml")


def answer(capsys, *arguments):
    return json.loads(printed(capsys, "members", *arguments, "--format", "json"))


def code_of(capsys, *arguments):
    """Run a command that must fail, and give its exit code and its error."""
    code = run(["members", *arguments, "--lang", "en"])
    return code, capsys.readouterr().err


def test_each_municipality_leaves_where_none_is_named(capsys):
    exits = answer(capsys, TINY)["exits"]

    assert [one["leaver"] for one in exits] == ["askvik", "bjorkli", "granmo"]
    assert answer(capsys, TINY, "--each")["exits"] == exits


def test_those_who_are_named_leave_once_each_in_the_order_named(capsys):
    named = ["--without", "granmo", "--without", "askvik", "--without", "granmo"]

    exits = answer(capsys, TINY, *named)["exits"]

    assert [one["leaver"] for one in exits] == ["granmo", "askvik"]


def test_a_named_plan_is_left_without_a_search(capsys):
    told = answer(capsys, TINY, "-a", "proposed", "--no-solve")

    assert told["plan"]["name"] == "proposed"
    assert told["plan"]["proved"] is None
    assert {one["search"] for one in told["exits"]} == {"not_asked"}


def test_the_plan_in_force_is_the_proved_optimum_where_none_is_named(capsys):
    told = answer(capsys, TINY)

    hosts = {s["service"]: s["host"] for s in told["plan"]["services"]}
    assert told["plan"]["proved"] is True
    assert hosts == {"ikt": "askvik", "barnevern": "bjorkli", "arkiv": "granmo"}


@pytest.mark.parametrize("joint", ["scaled", "unchanged"])
def test_the_assumption_is_told(joint, capsys):
    told = answer(capsys, TINY, "--joint", joint)
    text = printed(capsys, "members", TINY, "--joint", joint)

    assert told["joint_part"] == joint
    assert f"--joint {joint}" in text


def test_an_entry_is_told(capsys):
    told = answer(capsys, TINY, "--with", DALEN)["entry"]

    assert told["newcomer"]["id"] == "dalen"
    assert told["outcome"]["gains"] == 2_300_000 - 2_216_666
    assert told["pays_more"] == []
    assert told["terms"]["agree"] == ["askvik", "bjorkli", "granmo"]


def test_a_search_that_stops_before_proof_exits_4(capsys):
    code = run(["members", REAL, "-a", "adopted", "--work", "0.0001"])

    assert code == 4
    assert "ikke" in capsys.readouterr().out


def test_a_scenario_without_a_plan_exits_3(capsys):
    rules = str(ROOT / "tests" / "data" / "nobody.yaml")

    assert run(["members", TINY, "--rules", rules, "--lang", "en"]) == 3
    assert "Infeasible" in capsys.readouterr().out


def test_no_search_without_a_named_plan(capsys):
    code, error = code_of(capsys, TINY, "--no-solve")

    assert (code, "VV460" in error) == (2, True)


@pytest.mark.parametrize(
    "options",
    [
        ["--without", "askvik", "--with", DALEN],
        ["--each", "--with", DALEN],
        ["--each", "--without", "askvik"],
    ],
)
def test_exits_and_an_entry_are_asked_apart(options, capsys):
    code, error = code_of(capsys, TINY, *options)

    assert (code, "VV461" in error) == (2, True)


@pytest.mark.parametrize(("typed", "meant"), [("askvikk", "`askvik`?"), ("x", None)])
def test_an_unknown_municipality_is_refused_with_the_one_that_was_meant(
    typed, meant, capsys
):
    code, error = code_of(capsys, TINY, "--without", typed)

    assert (code, "VV462" in error) == (2, True)
    assert (meant or "hint: ") in error or meant is None


def test_the_file_of_a_newcomer_is_validated_by_its_shape(capsys, tmp_path):
    assert "2 services" in printed(capsys, "validate", DALEN, "--lang", "en")

    wrong = tmp_path / "wrong.yaml"
    wrong.write_text("schema: vvoptimize/member/v1\n", "utf-8")
    assert run(["validate", str(wrong), "--lang", "en"]) == 2
    assert "VV102" in capsys.readouterr().out


def test_quiet_prints_nothing(capsys):
    assert run(["members", TINY, "--quiet"]) == 0
    assert capsys.readouterr().out == ""
