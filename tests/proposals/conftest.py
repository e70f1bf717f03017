"""A folder with the tiny world, which is also where the tests are."""

from pathlib import Path

import pytest

from tests.proposals.world import committed, tiny_world


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("VVOPTIMIZE_LANG", "en")


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with the tiny world."""
    monkeypatch.chdir(tmp_path)
    return tiny_world(tmp_path)


@pytest.fixture
def repository(world: Path) -> Path:
    """Stand in a repository whose last commit is the tiny world."""
    committed(world)
    return world
