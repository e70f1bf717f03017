"""Each finding's page: what to avoid is found, what to prefer is not."""

import re
from pathlib import Path

import pytest

from tests.ruleset.region import REGION
from vvoptimize.authoring.lint.lint import lint
from vvoptimize.authoring.lint.pages import PAGES
from vvoptimize.ruleset.grounding import ground
from vvoptimize.ruleset.reading import parse_rules, read_rules
from vvoptimize.scenario.reading import parse_scenario

ROOT = Path(__file__).parents[2]
SOUND = (Path(__file__).parent / "sound.yaml").read_text("utf-8")
# Where a figure is unknown, a rule may apply.
KNOWN = REGION.replace("population: unknown", "population: 150")
SCENARIO = f"{KNOWN}inputs: {{sites: {{alfa: 1, beta: 1, gamma: 1}}}}\n"


def used(template: str) -> set[str]:
    return set(re.findall(r"\{[a-z]+!?\}", template))


def codes(text: str) -> list[str]:
    rule_set = parse_rules(text, "rules.yaml")
    grounding = ground(rule_set, parse_scenario(SCENARIO, "region.yaml"))
    return [finding.code for finding in lint(grounding.rule_set, grounding)]


def test_the_sound_file_is_clean() -> None:
    assert codes(SOUND) == []


@pytest.mark.parametrize("code", PAGES)
def test_what_to_prefer_stands_once_in_the_sound_file(code) -> None:
    assert SOUND.count(PAGES[code].prefer) == 1


@pytest.mark.parametrize("code", PAGES)
def test_what_to_avoid_is_found_and_nothing_else(code) -> None:
    page = PAGES[code]

    assert codes(SOUND.replace(page.prefer, page.avoid)) == [code]


def test_pages_say_the_same_in_both_languages() -> None:
    for code, page in PAGES.items():
        assert used(page.nb) == used(page.en), code
        assert page.why_nb != page.why_en


def test_codes_are_of_the_series_of_findings() -> None:
    assert all(re.fullmatch("L[1-6][0-9]{2}", code) for code in PAGES)


@pytest.mark.parametrize("path", sorted((ROOT / "rules").glob("*.yaml")), ids=str)
def test_shipped_rules_are_clean(path) -> None:
    rule_set = read_rules([str(path)])

    found = [(finding.code, str(finding.span)) for finding in lint(rule_set)]

    assert found == []


def test_a_finding_is_told_at_its_line_and_column() -> None:
    page = PAGES["L105"]
    text = SOUND.replace(page.prefer, page.avoid)

    (finding,) = lint(parse_rules(text, "rules.yaml"))

    line = next(n for n, told in enumerate(text.splitlines(), 1) if "0.9 *" in told)
    assert str(finding.span) == f"rules.yaml:{line}:13"
    assert finding.values == {"number": "0.9"}


# What the pages do not show: one change of the sound file, and what is found of it.
CHANGES = [
    ("expr: count(joint[s]", "expr: sum(joint[s]", []),
    ("value: 0.5\n    range: [0, 1]", "value: 0.5\n    range: [0, 100]", ["L103"]),
    ("sites[m] > 0 and", "sites[m] > 0 and not sites[m] > 0 and", ["L201"]),
    ("sites[m] > 0 and", "(sites[m] > 0 or not sites[m] > 0) and", ["L203"]),
    ("sites[m] > 0 and", "implies(small < 0, sites[m] > 0) and", ["L203"]),
    ("sites[m] > 0 and", "0 <= abs(sites[m]) and", ["L203"]),
    ("sites[m] > 0 and", "sites[m] * small != sites[m] * small and", ["L201"]),
    ("sites[m] > 0 and", "count(joint_today[s] for s in services) < 2 and", ["L403"]),
    ("sites[m] > 0 and", "sites[m] < 3 and", ["L105"]),
    (
        "kind: require\n  for_each: {m: municipalities}\n  measure: count",
        "kind: report\n  for_each: {m: municipalities}\n  measure: count",
        [],
    ),
    ("at_least: joint[s]", "at_least: -joint[s]", ["L203"]),
    (
        "for s in services)\n    label: {nb: Felles",
        "for s in services if 1 < 0)\n    label: {nb: Felles",
        ["L201"],
    ),
    (
        "reading: {nb: En viss del blir igjen hos hver., en: A certain share stays "
        "with each.}",
        "reading: a share stays",
        ["L501"],
    ),
    ("label: {nb: Steder, en: Sites}", "label: Sites", []),
    (", label: {nb: Steder, en: Sites}", "", ["L503"]),
    ("    label: {nb: Felles tjenester, en: Shared services}\n", "", ["L503"]),
]


@pytest.mark.parametrize(("old", "new", "found"), CHANGES)
def test_a_change_is_found_for_what_it_is(old, new, found) -> None:
    assert SOUND.count(old) == 1

    assert codes(SOUND.replace(old, new)) == found


def test_the_number_of_a_choice_may_stand_bare() -> None:
    choice = (
        '  choice: {unit: "1", value: 2, range: [1, 4], status: proposed, '
        "label: {nb: Valg, en: Choice}}\n"
    )
    text = SOUND.replace("parameters:\n", f"parameters:\n{choice}")

    assert codes(text.replace("where: sites", "where: 2 <= choice < 3 and sites")) == []
