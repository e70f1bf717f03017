"""What the README tells people to write is what each gate accepts."""

import re

import cfgv
import pytest
import yaml
from pre_commit.clientlib import CONFIG_SCHEMA, load_manifest

from tests.gates.checkouts import ROOT
from tests.gates.schemas import checked

BLOCKS = {
    match[1]: match[2]
    for match in re.finditer(
        r"```yaml\n# (\S+)\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.S
    )
}
ACTION = yaml.safe_load((ROOT / ".github/actions/check/action.yml").read_text("utf-8"))
JOBS = yaml.safe_load((ROOT / ".gitlab/check.gitlab-ci.yml").read_text("utf-8"))


def test_there_is_one_of_each():
    assert list(BLOCKS) == [
        ".pre-commit-config.yaml",
        ".github/workflows/check.yml",
        ".gitlab-ci.yml",
    ]


def test_hooks_of_the_example_are_there():
    data = yaml.safe_load(BLOCKS[".pre-commit-config.yaml"])
    cfgv.validate(data, CONFIG_SCHEMA)

    ours = {hook["id"] for hook in load_manifest(str(ROOT / ".pre-commit-hooks.yaml"))}
    assert {hook["id"] for hook in data["repos"][0]["hooks"]} <= ours


def test_workflow_gives_the_action_inputs_that_it_has():
    data = checked(BLOCKS[".github/workflows/check.yml"], "github-workflows")

    _, step = data["jobs"]["check"]["steps"]
    path = step["uses"].partition("/vvoptimize/")[2].partition("@")[0]
    assert (ROOT / path / "action.yml").is_file()
    assert step["with"].keys() <= ACTION["inputs"].keys()


def test_job_of_the_example_sets_variables_that_the_scripts_read():
    data = checked(BLOCKS[".gitlab-ci.yml"], "gitlab-ci")

    (job,) = JOBS
    read = "".join(
        path.read_text("utf-8")
        for path in (ROOT / ".gate/check.sh", ROOT / ".gitlab/check.gitlab-ci.yml")
    )
    assert all(f"${{{n}" in read or f"${n}" in read for n in data[job]["variables"])


@pytest.mark.parametrize("name", BLOCKS)
def test_commits_are_named_in_full(name):
    assert "0123456789abcdef" * 2 + "01234567" in BLOCKS[name]
