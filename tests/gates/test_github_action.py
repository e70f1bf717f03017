"""The composite action: its steps run as shell scripts, as the runner runs them."""

import json
import re
import subprocess
from xml.etree import ElementTree as ET

import pytest

from tests.gates.checkouts import ROOT, SCENARIO, committed, proposal_in
from tests.gates.schemas import checked
from tests.gates.shells import stubbed

FOLDER = ROOT / ".github/actions/check"
ACTION = checked((FOLDER / "action.yml").read_text("utf-8"), "github-actions")
INSTALL, CHECK = ACTION["runs"]["steps"]
EXPRESSION = re.compile(r"\$\{\{ *(.*?) *\}\}")


def ran(step, folder, **inputs):
    """Run a step in a folder with a proposal, and give its result and its files."""
    proposal_in(folder)
    files = {
        "GITHUB_OUTPUT": folder / "output",
        "GITHUB_STEP_SUMMARY": folder / "summary",
    }
    for path in files.values():
        path.touch()
    known = {name: one.get("default", "") for name, one in ACTION["inputs"].items()}
    values = known | {name.replace("_", "-"): text for name, text in inputs.items()}
    told = {
        name: EXPRESSION.sub(lambda found: values[found[1].partition(".")[2]], text)
        for name, text in step.get("env", {}).items()
    }
    variables = {name: str(path) for name, path in files.items()}
    environment, log = stubbed(
        folder,
        GITHUB_ACTION_PATH=str(FOLDER),
        RUNNER_TEMP=str(folder / "temp"),
        **variables,
        **told,
    )
    if step is not INSTALL:
        _shell(INSTALL, folder, environment)
    return _shell(step, folder, environment), files, log


def _shell(step, folder, environment):
    # As the runner: bash --noprofile --norc -eo pipefail FILE
    assert step["shell"] == "bash"
    script = folder / "step.sh"
    script.write_text(step["run"])
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize(
    ("assignment", "code"), [("proposed", 0), ("askvik-hosts-all", 1), ("no-such", 2)]
)
def test_step_ends_as_the_check_ends_and_tells_its_exit_code(
    assignment, code, tmp_path
):
    result, files, _ = ran(CHECK, tmp_path, scenario=SCENARIO, assignment=assignment)

    assert result.returncode == code, result.stderr
    assert files["GITHUB_OUTPUT"].read_text() == f"exit-code={code}\n"
    assert files["GITHUB_STEP_SUMMARY"].read_text().startswith("## vvoptimize check\n")


def test_annotations_are_in_the_log_and_files_where_they_were_asked_for(tmp_path):
    result, _, _ = ran(
        CHECK,
        tmp_path,
        scenario=SCENARIO,
        assignment="askvik-hosts-all",
        lang="nb",
        sarif="out.sarif",
        junit="out.xml",
    )

    assert result.stdout.count("::error file=scenarios/tiny.yaml,line=65,") == 4
    assert "Stoppet: en bindende regel er brutt" in result.stdout
    log = json.loads((tmp_path / "out.sarif").read_text("utf-8"))
    assert log["runs"][0]["language"] == "nb"
    assert ET.parse(tmp_path / "out.xml").getroot().get("failures") == "4"


def test_proposal_is_held_against_its_base(tmp_path):
    proposal_in(tmp_path)
    base = committed(tmp_path)
    asked = {"scenario": SCENARIO, "assignment": "askvik-hosts-all", "base": base}

    result, files, _ = ran(CHECK, tmp_path, lang="en", **asked)

    assert result.returncode == 0, result.stderr
    assert "::error" not in result.stdout
    summary = files["GITHUB_STEP_SUMMARY"].read_text("utf-8")
    assert "It stops nothing, as the base is no better." in summary


def test_folders_and_several_files_are_each_checked(tmp_path):
    (tmp_path / "scenarios").mkdir()
    proposal_in(tmp_path)
    both = f"scenarios\n{SCENARIO}\n"

    result, _, _ = ran(CHECK, tmp_path, scenario=both, assignment="proposed", lang="en")

    assert result.returncode == 0, result.stderr
    assert "Three municipalities" in result.stdout


def test_installation_takes_pinned_versions_and_this_very_commit(tmp_path):
    result, _, log = ran(INSTALL, tmp_path)

    locked, own = log.read_text().splitlines()
    assert result.returncode == 0
    assert "--require-hashes" in locked
    assert locked.endswith("/requirements.lock")
    assert "--no-deps --no-build-isolation" in own
    assert own.endswith(str(ROOT))


HOSTILE = [
    "$(touch pwned)",
    "`touch pwned`",
    "; touch pwned;",
    '" ; touch pwned; "',
    "' ; touch pwned; '",
    "x\ntouch pwned",
    "--help",
    "-o pwned",
    "--output=pwned",
    "::add-mask::x",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_input_is_never_a_script_nor_an_option(text, tmp_path):
    inputs = dict.fromkeys(("scenario", "assignment", "base", "lang", "today"), text)

    result, _, _ = ran(CHECK, tmp_path, **inputs)

    assert result.returncode == 2
    assert not (tmp_path / "pwned").exists()
    assert "Usage" not in result.stdout
    lines = (result.stdout + result.stderr).splitlines()
    assert not any(line.lstrip().startswith("::add-mask") for line in lines)


def test_expressions_stand_only_where_no_shell_reads_them():
    for step in ACTION["runs"]["steps"]:
        assert not EXPRESSION.search(step["run"])
        assert "uses" not in step  # nothing that could move under us


def test_every_input_is_used_and_every_used_input_is_there():
    used = {
        found.partition(".")[2]
        for step in ACTION["runs"]["steps"]
        for text in step.get("env", {}).values()
        for found in EXPRESSION.findall(text)
    }

    assert used == set(ACTION["inputs"])
