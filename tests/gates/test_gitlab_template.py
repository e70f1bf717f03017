"""The GitLab template: its job run as a shell script, as a runner runs it."""

import json
import subprocess

import junitparser
import pytest

from tests.gates.checkouts import (
    ROOT,
    SCENARIO,
    clone_of_this,
    committed,
    proposal_in,
)
from tests.gates.schemas import checked
from tests.gates.shells import stubbed

PATH = ROOT / ".gitlab/check.gitlab-ci.yml"
TEMPLATE = checked(PATH.read_text("utf-8"), "gitlab-ci")
JOB = TEMPLATE["vvoptimize-check"]


@pytest.fixture(scope="module")
def tool(tmp_path_factory):
    """Give a repository of this project, and its commit."""
    folder = tmp_path_factory.mktemp("tool")
    return folder, clone_of_this(folder)


def ran(folder, tool, **variables):
    """Run the job's script in a folder with a proposal."""
    proposal_in(folder)
    source, commit = tool
    environment, log = stubbed(
        folder,
        **{
            "VVOPTIMIZE_SOURCE": str(source),
            "VVOPTIMIZE_COMMIT": commit,
            "VVOPTIMIZE_SCENARIO": SCENARIO,
            **variables,
        },
    )
    script = "\n".join(["set -eo pipefail", *JOB["script"]])
    result = subprocess.run(
        ["bash", "-c", script],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return result, log


@pytest.mark.parametrize(
    ("assignment", "code", "failures"), [("proposed", 0, 0), ("askvik-hosts-all", 1, 4)]
)
def test_job_ends_as_the_check_and_leaves_both_reports(
    assignment, code, failures, tmp_path, tool
):
    result, log = ran(tmp_path, tool, VVOPTIMIZE_ASSIGNMENT=assignment)

    reports = JOB["artifacts"]["reports"]
    suites = junitparser.JUnitXml.fromfile(str(tmp_path / reports["junit"]))
    remarks = json.loads((tmp_path / reports["codequality"]).read_text("utf-8"))
    assert result.returncode == code, result.stderr
    assert suites.failures == len(remarks) == failures
    assert "--require-hashes" in log.read_text()


@pytest.mark.parametrize(("own", "code"), [({}, 0), ({"VVOPTIMIZE_BASE": ""}, 1)])
def test_merge_request_is_held_against_what_it_would_be_merged_into(
    own, code, tmp_path, tool
):
    proposal_in(tmp_path)
    base = committed(tmp_path)
    asked = {"VVOPTIMIZE_ASSIGNMENT": "askvik-hosts-all", **own}

    result, _ = ran(tmp_path, tool, CI_MERGE_REQUEST_DIFF_BASE_SHA=base, **asked)

    assert result.returncode == code, result.stderr


def test_what_moves_is_not_taken_for_a_commit(tmp_path, tool):
    result, _ = ran(tmp_path, tool, VVOPTIMIZE_COMMIT="main")

    assert result.returncode not in (0, 1)


@pytest.mark.parametrize("text", ["$(touch pwned)", "; touch pwned", "--help"])
@pytest.mark.parametrize(
    "names", [("SOURCE", "COMMIT"), ("SCENARIO", "ASSIGNMENT", "BASE", "LANG", "TODAY")]
)
def test_variable_is_never_a_script_nor_an_option(names, text, tmp_path, tool):
    given = {f"VVOPTIMIZE_{name}": text for name in names}

    result, _ = ran(tmp_path, tool, **given)

    assert result.returncode not in (0, 1)
    assert not (tmp_path / "pwned").exists()


def test_reports_are_kept_when_the_check_fails():
    assert JOB["artifacts"]["when"] == "always"
