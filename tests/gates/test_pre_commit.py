"""The hooks, run by pre-commit itself from a clone of this repository."""

import os
import re
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
import yaml
from pre_commit.clientlib import load_manifest

from tests.gates.checkouts import (
    RULES,
    SCENARIO,
    clone_of_this,
    committed,
    proposal_in,
)

CONFIG = """\
repos:
- repo: {repository}
  rev: {commit}
  hooks:
  - id: vvoptimize-check
    args: [{scenario}, -a, {assignment}, --lang, en, --format, github]
  - id: vvoptimize-validate
  - id: vvoptimize-rules-test
    args: [{rules}]
  - id: vvoptimize-rules-lint
    args: [{rules}]
"""


@pytest.fixture(scope="module")
def settings(tmp_path_factory):
    """Give pre-commit's folder, and an installation that fetches nothing.

    What vvoptimize needs is taken from here; vvoptimize itself is installed from the
    clone, into the environment that pre-commit makes.
    """
    return {
        "PRE_COMMIT_HOME": str(tmp_path_factory.mktemp("cache")),
        "PIP_NO_INDEX": "1",
        "PIP_NO_DEPS": "1",
        "PIP_NO_BUILD_ISOLATION": "0",  # pip reads this the other way round
        "PYTHONPATH": sysconfig.get_path("purelib"),
        "LC_ALL": "C.UTF-8",
    }


@pytest.fixture(scope="module")
def tool(tmp_path_factory):
    """Give a clone of this repository, and its commit."""
    folder = tmp_path_factory.mktemp("tool")
    return folder, clone_of_this(folder)


def pre_commit(folder, tool, settings, assignment):
    """Run every hook over everything in a folder."""
    repository, commit = tool
    proposal_in(folder)
    text = CONFIG.format(
        repository=repository,
        commit=commit,
        scenario=SCENARIO,
        rules=RULES,
        assignment=assignment,
    )
    (folder / ".pre-commit-config.yaml").write_text(text)
    committed(folder)
    return subprocess.run(
        [sys.executable, "-m", "pre_commit", "run", "--all-files", "--verbose"],
        cwd=folder,
        env={**os.environ, **settings},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.slow
def test_hooks_let_a_sound_proposal_through_and_stop_another(tmp_path, tool, settings):
    sound, broken = tmp_path / "sound", tmp_path / "broken"
    sound.mkdir()
    broken.mkdir()

    passed = pre_commit(sound, tool, settings, "proposed")
    failed = pre_commit(broken, tool, settings, "askvik-hosts-all")

    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert passed.stdout.count("Passed") == 4
    assert failed.returncode == 1
    assert failed.stdout.count("Failed") == 1
    assert "- exit code: 1" in failed.stdout
    assert "::error file=scenarios/tiny.yaml,line=65," in failed.stdout
    cache = Path(settings["PRE_COMMIT_HOME"])
    assert len(list(cache.rglob("site-packages/vvoptimize/py.typed"))) == 1


def test_hooks_are_as_pre_commit_wants_them(tool):
    folder, _ = tool
    hooks = load_manifest(str(folder / ".pre-commit-hooks.yaml"))

    assert [hook["id"] for hook in hooks] == [
        "vvoptimize-check",
        "vvoptimize-validate",
        "vvoptimize-rules-test",
        "vvoptimize-rules-lint",
    ]
    assert {hook["language"] for hook in hooks} == {"python"}


def test_hooks_look_at_yaml_alone(tool):
    folder, _ = tool
    hooks = yaml.safe_load((folder / ".pre-commit-hooks.yaml").read_text("utf-8"))

    for hook in hooks:
        assert re.search(hook["files"], RULES)
        assert not re.search(hook["files"], "rules/README.md")
