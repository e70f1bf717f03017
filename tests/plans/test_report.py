"""What `solve` says of changes to a plan under way, and of services left out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.plans.test_left_out import NOBODY_PAYS_MORE, SOME, WORST_OFF
from tests.plans.test_left_out import REGION as APART
from tests.plans.test_left_out import RULES as KEY
from tests.plans.test_replanning import C_CANNOT, REGION, RULES
from vvoptimize.cli.run import run

ROOT = Path(__file__).parents[2]


@pytest.fixture
def solved(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def solve(region: str, rules: str, *options: str) -> tuple[int, str]:
        (tmp_path / "region.yaml").write_text(
            region + "rules: [rules.yaml]\n", encoding="utf-8"
        )
        (tmp_path / "rules.yaml").write_text(rules, encoding="utf-8")
        code = run(["solve", "region.yaml", *options])
        return code, " ".join(capsys.readouterr().out.split())

    return solve


def test_a_change_is_told_with_the_rule_that_made_it(solved):
    code, told = solved(REGION + C_CANNOT, RULES, "--keep", "agreed", "--lang", "en")

    assert code == 0
    assert "1 service is decided otherwise; as little changes as possible" in told
    assert (
        "from January 2028, not C from January 2028. As it was, all else as in" in told
    )
    assert "Clause 1 able. Broken: Z, C in January 2028." in told


def test_a_change_is_told_in_bokmaal(solved):
    _, told = solved(REGION + C_CANNOT, RULES, "--keep", "agreed", "--lang", "nb")

    assert "Som før, med alt annet som i den nye planen:" in told


def test_what_the_plan_under_way_breaks_is_told_first(solved):
    _, told = solved(REGION + C_CANNOT, RULES, "--keep", "agreed", "--format", "json")

    (broken,) = json.loads(told)["under_way"]
    assert broken["rule"] == "able"
    assert [one["id"] for one in broken["case"]["at"]] == ["z", "c", "two"]


def test_a_plan_that_stands_says_so(solved):
    _, told = solved(REGION, RULES, "--keep", "agreed", "--lang", "en")

    assert "Nothing: the plan under way still stands." in told


def test_json_has_each_change_with_its_cases(solved):
    options = ("--keep", "agreed", "--format", "json")
    _, told = solved(REGION + C_CANNOT, RULES, *options)

    (change,) = json.loads(told)["changes"]
    assert change["before"] == {"host": "c", "step": "two"}
    assert [one["rule"] for one in change["breaks"]] == ["able"]


def test_without_a_plan_under_way_there_are_no_changes(solved):
    _, told = solved(REGION, RULES, "--format", "json")

    assert json.loads(told)["changes"] is None


def test_the_rules_that_keep_a_service_out_are_named(solved):
    rules = KEY + NOBODY_PAYS_MORE + WORST_OFF
    code, told = solved(APART, rules, "--lang", "en")

    assert code == 0
    assert "Dear: no plan that shares it keeps every binding rule (proved)." in told
    assert "Clause 1 (nobody-pays-more): A" in told


def test_the_objective_that_keeps_a_service_out_is_named_with_who_pays(solved):
    _, told = solved(APART, KEY + SOME + WORST_OFF, "--lang", "en")

    assert "Dear: it could be shared, with all else as it is best hosted by" in told
    assert "Worse than the answer. First differs in «added-value»" in told


def test_json_has_what_keeps_services_out(solved):
    _, told = solved(APART, KEY + SOME + WORST_OFF, "--format", "json")

    (row,) = json.loads(told)["left_out"]
    assert (row["service"], row["possible"], row["conflict"]) == ("dear", True, [])
    assert row["difference"]["stage"] == "added-value"


def test_a_search_that_stops_early_does_not_guess_why(solved):
    rules = KEY + SOME + WORST_OFF
    code, told = solved(APART, rules, "--work", "0.0000001", "--format", "json")

    assert code == 4
    assert "left_out" not in told or json.loads(told)["left_out"] == []


def test_a_plan_under_way_that_is_not_there_is_an_error(solved, capsys):
    code, _ = solved(REGION, RULES, "--keep", "agred")

    assert code == 2


def test_what_the_readme_says_of_a_plan_under_way_is_what_is_said(capsys):
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    quote = " ".join(line[2:] for line in lines if line.startswith("> "))
    path = str(ROOT / "scenarios" / "tiny-steps.yaml")

    run(["solve", path, "--keep", "fair-in-the-end", "--lang", "en"])

    assert quote
    assert quote in " ".join(capsys.readouterr().out.split())
