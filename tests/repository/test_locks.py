"""The locks pin what pyproject.toml asks for, by hash, and name no address."""

import shutil

import pytest

from tests.repository.locks import (
    ROOT,
    problems_of_lock,
    problems_of_project,
    problems_of_requirements,
)

ADDRESS = "https://mirror.example/simple"
GOOD = f"click==8.5.1 \\\n    --hash=sha256:{'0' * 64}\n"


@pytest.fixture
def project(tmp_path):
    for name in ("pyproject.toml", "requirements.lock", "requirements-test.lock"):
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def test_locks_agree_with_the_project():
    assert list(problems_of_project(ROOT)) == []


def test_good_lock_has_no_problem():
    assert list(problems_of_lock(GOOD)) == []


@pytest.mark.parametrize(
    "line",
    [
        "--index-url " + ADDRESS,
        "--extra-index-url mirror",
        "--find-links wheels",
        "-i mirror",
        "-e .",
        f"click @ {ADDRESS}",
        f"# {ADDRESS}",
        "click",
        "click>=8.2",
        "click==8.5.1",
    ],
)
def test_address_option_or_bare_name_in_lock_is_told(line):
    assert list(problems_of_lock(f"{GOOD}{line}\n")) != []


@pytest.mark.parametrize("text", ["click==8.5.1 \\\n", "click==8.5.1 \\\n" + GOOD])
def test_pin_without_hash_is_told(text):
    assert list(problems_of_lock(text)) != []


@pytest.mark.parametrize(
    ("version", "told"),
    [
        ("8.1.9", True),
        ("8.2", False),
        ("8.2.0", False),
        ("8.10.1", False),
        ("9", True),
        ("9.0.0", True),
    ],
)
def test_pin_outside_the_range_is_told(version, told):
    problems = list(problems_of_requirements(["click>=8.2,<9"], {"click": version}))

    assert bool(problems) == told


def test_dependency_that_no_lock_pins_is_told(project):
    pyproject = project / "pyproject.toml"
    text = pyproject.read_text(encoding="utf-8")
    added = text.replace("dependencies = [", 'dependencies = ["pendulum>=3",', 1)
    pyproject.write_text(added, encoding="utf-8")

    problems = list(problems_of_project(project))

    assert problems == [
        "requirements.lock: `pendulum>=3` is not pinned",
        "requirements-test.lock: `pendulum>=3` is not pinned",
    ]


def test_locks_that_pin_different_versions_are_told(project):
    lock = project / "requirements-test.lock"
    text = lock.read_text(encoding="utf-8")
    lock.write_text(text.replace("\nortools==9.15", "\nortools==9.15.0"), "utf-8")

    problems = list(problems_of_project(project))

    assert len(problems) == 1
    assert "`ortools` is not pinned at" in problems[0]
