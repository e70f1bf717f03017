"""A rule of law tells as of which day its text was read."""

import pytest

from tests.report.cases import flat
from tests.report.example import SCENARIO, assessed
from tests.report.test_json import content
from tests.ruleset.region import HEAD, faults, rules, unmarked
from vvoptimize.report import check_report, rules_report
from vvoptimize.ruleset.reading import parse_rules

LAWS = """\
laws:
  old-act:
    title: {nb: Den gamle loven, en: The old act}
    as_of: 2026-04-13
    in_force: 2026-01-01
    note: {nb: endres snart, en: will change soon}
"""
RULE = """\
rules:
- id: one-host
  clause: den gamle loven § 3
  law: LAW
  reading: x
  authority: law
  kind: require
  for_each: {s: services}
  require: any(host[s, m] for m in municipalities) or not joint[s]
"""
RULES = f"{HEAD}{LAWS}{RULE.replace('LAW', 'old-act')}"
PLAIN = SCENARIO.replace(
    "parameters: {tolerance: {value: 1, reason: Avtalt i møte}}\n", ""
).partition("pins:")[0]


def test_a_rule_has_the_text_that_it_names() -> None:
    (rule,) = rules(LAWS + RULE.replace("LAW", "old-act")).rules

    assert rule.law is not None
    assert (rule.law.as_of, rule.law.in_force) == ("2026-04-13", "2026-01-01")


def test_a_law_that_the_file_does_not_describe_is_refused() -> None:
    marked = f"{HEAD}{LAWS}{RULE.replace('LAW', '«old_act')}".replace(
        "reading: x", "reading: å"
    )
    text, place = unmarked(marked)

    assert faults(text) == [("VV391", place)]


@pytest.mark.parametrize(
    ("law", "code"),
    [
        ("{title: x, as_of: 2026-02-30}", "VV101"),
        ("{title: x}", "VV102"),
        ("{title: x, as_of: 2026-01-01, read: 2026-01-01}", "VV100"),
    ],
)
def test_a_law_has_a_title_and_a_day(law: str, code: str) -> None:
    text = f"{HEAD}laws: {{old-act: {law}}}\n{RULE.replace('LAW', 'old-act')}"

    assert [found for found, _ in faults(text)] == [code]


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("nb", "loven slik den lød 13. april 2026"),
        ("en", "the law as of 13 April 2026"),
    ],
)
def test_every_report_tells_the_day_of_the_text(lang: str, told: str) -> None:
    check = check_report(assessed(scenario=PLAIN, rules=RULES))
    listed = rules_report(parse_rules(RULES, "rules.yaml"), None)

    assert told in flat(check, lang)
    assert told in flat(listed, lang)


def test_json_has_the_law() -> None:
    check = content(check_report(assessed(scenario=PLAIN, rules=RULES)))

    assert check["assessment"]["rules"][0]["law"] == {
        "id": "old-act",
        "title": {"nb": "Den gamle loven", "en": "The old act"},
        "as_of": "2026-04-13",
        "in_force": "2026-01-01",
        "note": {"nb": "endres snart", "en": "will change soon"},
    }


NO_HOST = (
    "- {{id: {id}, clause: {clause}, reading: x, authority: law, kind: require, "
    "require: 'not any(joint[s] for s in services)'}}\n"
)


@pytest.mark.parametrize(
    ("clauses", "told"),
    [
        (["gamle lov § 3"], "(gamle lov § 3)"),
        (["gamle lov § 3", "ny lov § 1"], "(gamle lov § 3 og ny lov § 1)"),
        (["gamle lov § 3", "'5.6'"], "(punkt 5.6 og gamle lov § 3)"),
    ],
)
def test_a_paragraph_is_called_by_its_name_and_a_clause_by_its_number(
    clauses: list[str], told: str
) -> None:
    entries = [NO_HOST.format(id=f"r{i}", clause=c) for i, c in enumerate(clauses)]
    rule_set = f"{HEAD}rules:\n{''.join(entries)}"

    report = check_report(assessed(scenario=PLAIN, rules=rule_set))

    assert told in flat(report)
