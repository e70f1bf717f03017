"""The tiny world in a folder, or a repository, of its own."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SCENARIO = "scenarios/tiny.yaml"
RULES = "rules/tiny.yaml"
TODAY = "2026-06-01"


def tiny_world(folder: Path) -> Path:
    """Write the shipped example and its rules into a folder."""
    for path in (SCENARIO, RULES):
        target = folder / path
        target.parent.mkdir(exist_ok=True, parents=True)
        target.write_text((ROOT / path).read_text("utf-8"), encoding="utf-8")
    return folder


def changed(folder: Path, path: str, old: str, new: str) -> None:
    """Replace a part of a file, which must be there."""
    text = (folder / path).read_text("utf-8")
    assert old in text, (path, old)
    (folder / path).write_text(text.replace(old, new, 1), encoding="utf-8")


def git(folder: Path, *arguments: str) -> str:
    """Run git, whatever the user's own settings are."""
    done = subprocess.run(
        ["git", "-c", "user.name=n", "-c", "user.email=n@example.org", *arguments],
        cwd=folder,
        env={**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"},
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return done.stdout.strip()


def committed(folder: Path, message: str = "base") -> str:
    """Commit all that a folder has, as a repository, and give the commit's id."""
    if not (folder / ".git").exists():
        git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--no-gpg-sign", "-m", message)
    return git(folder, "rev-parse", "HEAD")
