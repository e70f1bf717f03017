"""No code names a municipality, place or service: those are data."""

import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]

# Lists of a scenario whose entries are things of a region.
LISTS = ("municipalities", "places", "services")

# Names in the shipped scenarios that are also words of the tool or of its texts.
WORDS = frozenset[str]()


def spellings(entry):
    """Return the id and the names of one entry, in every language it has."""
    name = entry.get("name", "")
    names = name.values() if isinstance(name, dict) else [name]
    return {entry["id"], *names}


def region_names():
    """Return what the shipped scenarios call municipalities, places and services."""
    names = set()
    for path in sorted((ROOT / "scenarios").glob("*.yaml")):
        # The base loader leaves every scalar a text: `no` is no boolean to it.
        scenario = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
        for kind in LISTS:
            for entry in scenario.get(kind, ()):
                names |= {name.casefold() for name in spellings(entry)}
    # A single letter, as a made-up scenario may have, is not a name to look for.
    return {name for name in names if len(name) > 1}


def pattern_of(names):
    """Return a pattern of whole names; an underscore ends a word as a space does."""
    parts = "|".join(re.escape(name) for name in sorted(names))
    return re.compile(rf"(?<![^\W_])(?:{parts})(?![^\W_])")


def test_scenarios_name_municipalities_and_services():
    assert len(region_names()) >= 8


def test_every_excepted_word_is_a_name_in_some_scenario():
    assert region_names() >= WORDS


@pytest.mark.parametrize(
    "text", ["if host == 'tana':", "tana_share = 1", "# as in Nord-Tana", "TANA"]
)
def test_name_inside_code_is_found(text):
    assert pattern_of({"tana"}).search(text.casefold())


@pytest.mark.parametrize("text", ["montana", "tanager", "contain"])
def test_name_inside_another_word_is_not_found(text):
    assert not pattern_of({"tana"}).search(text.casefold())


def test_code_names_no_municipality_place_or_service():
    pattern = pattern_of(region_names() - WORDS)
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in sorted((ROOT / "vvoptimize").rglob("*.py"))
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        if pattern.search(line.casefold())
    ]

    assert found == []
