"""What is true of every entry of the catalogue."""

import re
from pathlib import Path

import pytest

from vvoptimize.errors.catalogue import (
    Entry,
    Phrase,
    authoring,
    entries,
    gate,
    members,
    milestones,
    phrases,
    proposals,
    ruleset,
    scenario,
    settings,
    solving,
    source,
    steps,
    usage,
    waivers,
)

SERIES = {
    source: ("VV1",),
    scenario: ("VV2",),
    settings: ("VV24", "VV25"),
    ruleset: ("VV3", "VV26"),
    waivers: ("VV41", "VV42"),
    solving: ("VV4", "VV9"),
    authoring: ("VV43", "VV44", "VV45"),
    members: ("VV46",),
    gate: ("VV49",),
    proposals: ("VV47", "VV48"),
    steps: ("VV28", "VV29"),
    milestones: ("VV27", "VV29"),
    usage: ("VV5",),
}
PLACEHOLDER = re.compile(r"\{[^}]*\}")
ALL_ENTRIES = sorted(entries().items())
ALL_PHRASES = sorted(phrases().items())


@pytest.fixture(params=ALL_ENTRIES, ids=[code for code, _ in ALL_ENTRIES])
def entry(request: pytest.FixtureRequest) -> Entry:
    found: tuple[str, Entry] = request.param
    return found[1]


@pytest.fixture(params=ALL_PHRASES, ids=[name for name, _ in ALL_PHRASES])
def phrase(request: pytest.FixtureRequest) -> Phrase:
    found: tuple[str, Phrase] = request.param
    return found[1]


def used(template: str) -> set[str]:
    return set(PLACEHOLDER.findall(template))


def test_each_code_and_each_phrase_stands_in_one_file_only() -> None:
    assert len(entries()) == sum(len(module.ENTRIES) for module in SERIES)
    assert len(phrases()) == sum(len(module.PHRASES) for module in SERIES)


@pytest.mark.parametrize("module", SERIES, ids=lambda module: module.__name__)
def test_each_file_keeps_to_its_series(module) -> None:
    for code in module.ENTRIES:
        assert re.fullmatch(r"VV[0-9]{3}", code)
        assert code.startswith(SERIES[module])


def test_every_code_in_the_source_is_in_the_catalogue() -> None:
    package = Path(source.__file__).parents[2]
    catalogue = Path(source.__file__).parent
    files = [file for file in package.rglob("*.py") if catalogue not in file.parents]
    in_code = {
        code
        for file in files
        for code in re.findall(r"\bVV[0-9]{3}\b", file.read_text(encoding="utf-8"))
    }

    assert in_code - set(entries()) == set()
    assert set(entries()) - in_code == set()


def test_message_is_in_both_languages(entry: Entry) -> None:
    assert entry.nb
    assert entry.en
    assert entry.page_en


def test_hint_is_in_both_languages_or_in_none(entry: Entry) -> None:
    assert bool(entry.hint_nb) == bool(entry.hint_en)


def test_both_languages_use_the_same_values(entry: Entry) -> None:
    assert used(entry.nb) == used(entry.en)
    assert used(entry.hint_nb) == used(entry.hint_en)


def test_placeholders_are_names(entry: Entry) -> None:
    for text in used(entry.en + entry.hint_en):
        assert re.fullmatch(r"\{[a-z_]+!?\}", text)


def test_message_starts_low_and_has_no_full_stop(entry: Entry) -> None:
    for text in (entry.nb, entry.en, entry.hint_nb, entry.hint_en):
        assert not text.endswith(".")
        assert not text[:1].isupper() or text[:2].isupper()  # YAML, UTF-8


def test_phrase_is_in_both_languages_with_the_same_values(phrase: Phrase) -> None:
    assert phrase.nb
    assert phrase.en
    assert used(phrase.nb) == used(phrase.en)
