"""Code quality of GitLab: by the fields that its documentation asks for."""

import json
import subprocess
import sys

import jsonschema
import pytest
from hypothesis import given

from tests.report.gate.hostile import report_saying, texts
from tests.report.gate.region import SCENARIO, gate, judged
from vvoptimize.report.gate.gitlab import render

# GitLab publishes no JSON schema of it. This is what its documentation says ("Code
# Quality report format"); the test below shows that another program's report fits it.
SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": [
            "description",
            "check_name",
            "fingerprint",
            "severity",
            "location",
        ],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path"],
                "anyOf": [{"required": ["lines"]}, {"required": ["positions"]}],
                "properties": {
                    "path": {"type": "string", "minLength": 1},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                    "positions": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {
                            "begin": {
                                "type": "object",
                                "required": ["line"],
                                "properties": {"line": {"type": "integer"}},
                            }
                        },
                    },
                },
            },
        },
    },
}


def read(text):
    """Read a report that is as it must be."""
    rows = json.loads(text)
    jsonschema.validate(rows, SCHEMA)
    return rows


@pytest.mark.slow
def test_report_of_another_program_fits_the_schema(tmp_path):
    source = tmp_path / "x.py"
    source.write_text("import os\n")
    command = ["-m", "ruff", "check", "--isolated", "--output-format", "gitlab"]
    result = subprocess.run(
        [sys.executable, *command, str(source)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert [row["check_name"] for row in read(result.stdout)] == ["F401"]


def test_severity_tells_what_stops_a_proposal():
    assert [(row["check_name"], row["severity"]) for row in read(render(gate()))] == [
        ("no-loss", "critical"),
        ("no-loss", "critical"),
        ("all-host", "minor"),
        ("all-host", "minor"),
        ("network-presence", "info"),
    ]


def test_fingerprint_stays_when_lines_and_amounts_change():
    moved = SCENARIO.replace("id: region", "# moved\nid: region")
    moved = moved.replace("alfa: 3.5, beta: 0.5}", "alfa: 3.4, beta: 0.6}")

    before, after = read(render(gate())), read(render(gate(judged(moved))))

    assert before[0]["location"] != after[0]["location"]
    assert before[0]["description"] != after[0]["description"]
    assert [r["fingerprint"] for r in before] == [r["fingerprint"] for r in after]


def test_same_assignment_twice_gives_different_fingerprints():
    report = gate()
    twice = report._replace(checks=report.checks * 2)

    keys = [row["fingerprint"] for row in read(render(twice))]

    assert len(set(keys)) == len(keys) == 10


def test_nothing_to_remark_on_is_an_empty_list():
    assert render(gate()._replace(checks=(), exit_code=0)) == "[]"


@given(texts)
def test_no_text_of_a_proposal_changes_the_shape(text):
    rows, usual = (read(render(report_saying(x))) for x in (text, "usual"))

    assert [row["severity"] for row in rows] == [row["severity"] for row in usual]
    assert all(row.keys() == usual[0].keys() for row in rows)
