"""Checks of the locks, in the standard library alone: they run before any install."""

import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

# What a line may hold beside comments: one pin with its marker, or one hash of it.
PIN = re.compile(r"(?P<name>[a-z0-9-]+)==(?P<version>[\w.]+)( ; [^\\]+)? \\")
HASH = re.compile(r" {4}--hash=sha256:[0-9a-f]{64}( \\)?")

REQUIREMENT = re.compile(r"(?P<name>[A-Za-z0-9._-]+)(?P<ranges>.*)")
COMPARISONS = {">=": (0, 1), "<": (-1,)}


def problems_of_lock(text: str) -> Iterator[str]:
    """Tell each line that is no pin with hashes: an address, an option, a bare name."""
    hashed = True
    for number, line in enumerate(text.splitlines(), start=1):
        if "://" in line:
            yield f"line {number} names an address: {line.strip()}"
        elif PIN.fullmatch(line):
            if not hashed:
                yield f"line {number}: the pin before it has no hash"
            hashed = False
        elif HASH.fullmatch(line):
            hashed = True
        elif line and not line.startswith("#"):
            yield f"line {number} is not a pin with hashes: {line.strip()}"
    if not hashed:
        yield "the last pin has no hash"


def pins(text: str) -> dict[str, str]:
    """Return the version of every package in a lock."""
    return {
        found["name"]: found["version"]
        for line in text.splitlines()
        if (found := PIN.fullmatch(line))
    }


def problems_of_requirements(
    requirements: list[str], pinned: dict[str, str]
) -> Iterator[str]:
    """Tell each requirement that the lock does not pin within its range."""
    for requirement in requirements:
        found = REQUIREMENT.fullmatch(requirement)
        assert found, requirement
        version = pinned.get(found["name"].lower())
        if version is None:
            yield f"`{requirement}` is not pinned"
        elif not all(_within(version, part) for part in found["ranges"].split(",")):
            yield f"`{requirement}` is pinned outside its range, at {version}"


def _within(version: str, part: str) -> bool:
    operator = part.rstrip(".0123456789")
    ours = [int(number) for number in version.split(".")]
    limit = [int(number) for number in part.removeprefix(operator).split(".")]
    width = max(len(ours), len(limit))
    ours += [0] * (width - len(ours))
    limit += [0] * (width - len(limit))
    return (ours > limit) - (ours < limit) in COMPARISONS[operator]


def problems_of_project(root: Path) -> Iterator[str]:
    """Tell everything in which the two locks of a project are not as they should be."""
    with (root / "pyproject.toml").open("rb") as file:
        pyproject = tomllib.load(file)
    needed = pyproject["build-system"]["requires"]
    needed = needed + pyproject["project"]["dependencies"]
    for_tests = needed + pyproject["project"]["optional-dependencies"]["test"]
    core: dict[str, str] = {}
    for name, requirements in (
        ("requirements.lock", needed),
        ("requirements-test.lock", for_tests),
    ):
        text = (root / name).read_text(encoding="utf-8")
        pinned = pins(text)
        core = core or pinned
        yield from (f"{name}: {problem}" for problem in problems_of_lock(text))
        yield from (
            f"{name}: {problem}"
            for problem in problems_of_requirements(requirements, pinned)
        )
        yield from (
            f"{name}: `{package}` is not pinned at {version}, as in requirements.lock"
            for package, version in core.items()
            if pinned.get(package) != version
        )


def main() -> int:
    """Print the problems; the exit code is 1 if there is one."""
    problems = list(problems_of_project(ROOT))
    for problem in problems:
        sys.stderr.write(f"{problem}\n")
    return bool(problems)


if __name__ == "__main__":
    sys.exit(main())
