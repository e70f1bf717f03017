"""A folder with a valid region, in which files are broken."""

from pathlib import Path

import pytest

from tests.bad_input.base import write_base


@pytest.fixture
def region(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the folder, which is the current one, so that paths are short."""
    write_base(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path
