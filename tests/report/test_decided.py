"""Who decided what is told: numbers with their standing, and what is excepted."""

import json

import pytest

from tests.report.cases import flat
from tests.report.example import RULES, SCENARIO, assessed, solution
from vvoptimize.report import check_report, render_json, rules_report, solve_report
from vvoptimize.ruleset.reading import parse_rules

OWN = "{value: 1, reason: Avtalt i møte}"
ADOPTED = (
    "{value: 1, reason: Avtalt i møte, status: adopted, set_by: Kommunestyrene,"
    " case: 7/23, date: 2023-05}"
)
DATED = """    values:
    - {from: 2020-01-01, value: 0.4, set_by: Prosjektgruppa}
    - from: 2022-01-01
      value: 0.3
      status: adopted
      set_by: {nb: Kommunestyrene, en: The municipal councils}
      case: 12/21
      date: 2021-12-16
"""
SET = RULES[RULES.index("    value: 0.3\n") : RULES.index("    label: {nb: Del som")]
BY_LAW = RULES.replace(SET, "    authority: law\n    range: [0, 0.5]\n" + DATED)
EXCEPT = """  except:
  - clause: "11.2"
    quote: unntak i særlige tilfeller
    reading: {nb: De største er unntatt., en: The largest are excepted.}
    where: sum(workplaces_today[s, m] for s in services) > 4 * tolerance
"""
SMALL = RULES.replace("  measure: change[m]\n", EXCEPT + "  measure: change[m]\n", 1)
ALL = SMALL.replace("> 4 * tolerance", ">= 0")


def content(report):
    return json.loads(render_json(report, timings=False))


def test_binding_rules_that_rest_on_proposed_numbers_are_warnings_of_a_check():
    told = flat(check_report(assessed()))

    assert (
        "ADVARSLER 1 av 4 bindende regler hviler på tall som er foreslått, men ikke"
        " vedtatt. Punkt 5.6 not-at-expense: foreslått tall nr. 1." in told
    )


def test_warnings_are_a_part_of_the_json():
    told = content(check_report(assessed()))

    assert told["warnings"] == [
        {"rule": "not-at-expense", "label": None, "clause": "5.6", "proposed": [1]}
    ]
    assert told["assessment"]["binding"] == 4


def test_a_rule_that_reads_payments_rests_on_the_cost_key_too():
    key = RULES.replace(
        "    status: adopted\n    set_by: {nb: Kommunestyrene, en: The municipal"
        " councils}\n    case: 12/21\n    date: 2021-12-16\n",
        "",
    )
    told = content(check_report(assessed(rules=key)))

    assert {row["rule"]: row["proposed"] for row in told["warnings"]} == {
        "added-value": [2],
        "not-at-expense": [1],
    }
    row = told["assessment"]["rules"][0]
    assert (row["parameters"], row["proposed"]) == ([2], [2])


def test_a_search_tells_near_the_top_how_many_rules_rest_on_proposed_numbers():
    told = flat(solve_report(solution()), "en")

    sentence = "1 of 4 binding rules rests on numbers that are proposed and not adopted"
    assert told.index(sentence) < told.index("UNKNOWN, ASSUMED")


def test_where_all_is_adopted_nothing_is_warned_of():
    scenario = SCENARIO.replace(OWN, ADOPTED)
    ours = assessed(scenario=scenario)

    assert "ADVARSLER" not in flat(check_report(ours))
    assert content(check_report(ours))["warnings"] == []
    assert "ikke vedtatt" not in flat(solve_report(solution(ours, others=())))


def test_wishes_on_proposed_numbers_are_no_warning():
    rule, rest = RULES.split("- id: pins-kept")
    wish = f"{rule.replace('kind: require', 'kind: prefer')}- id: pins-kept{rest}"

    assert content(check_report(assessed(rules=wish)))["warnings"] == []


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("nb", "Endret i scenariet fra 0,5 årsverk: Avtalt i møte Vedtatt av"),
        ("en", "Changed by the scenario from 0.5 FTE: Avtalt i møte Adopted by"),
    ],
)
def test_who_adopted_a_scenarios_own_number_is_told(lang, sentence):
    ours = assessed(scenario=SCENARIO.replace(OWN, ADOPTED))
    told = flat(check_report(ours), lang)

    month = {"nb": "Kommunestyrene mai 2023, sak 7/23.", "en": "May 2023, case 7/23."}
    assert sentence in told
    assert month[lang] in told


def test_dated_values_are_told_with_those_who_set_them():
    told = flat(rules_report(parse_rules(BY_LAW, "rules.yaml"), None))

    assert (
        "Settes etter lov. Vedtatt av Kommunestyrene 16. desember 2021, sak 12/21."
        " Fra 1. januar 2020: 0,4. Foreslått av Prosjektgruppa. Fra 1. januar 2022:"
        " 0,3. Vedtatt av Kommunestyrene 16. desember 2021, sak 12/21." in told
    )


def test_all_that_is_known_of_a_number_is_in_the_json():
    told = content(check_report(assessed(rules=BY_LAW)))

    number = told["evidence"]["parameters"][1]
    assert (number["authority"], number["status"]) == ("law", "adopted")
    assert [setting["since"] for setting in number["settings"]] == [
        "2020-01-01",
        "2022-01-01",
    ]
    assert number["set"] == number["settings"][1]
    assert number["set"]["case"] == "12/21"
    assert number["settings"][0]["set_by"] == {
        "nb": "Prosjektgruppa",
        "en": "Prosjektgruppa",
    }


def test_a_rule_tells_what_is_excepted_by_which_clause():
    told = flat(check_report(assessed(rules=SMALL)))
    rule = content(check_report(assessed(rules=SMALL)))["assessment"]["rules"][1]

    assert (
        "1 tilfelle er unntatt etter punkt 11.2 (Gammavær): De største er unntatt."
        in told
    )
    assert (rule["cases"], rule["excepted"]) == (2, 1)
    (exception,) = rule["exceptions"]
    assert exception["clause"] == "11.2"
    assert [case[0]["id"] for case in exception["cases"]] == ["gamma"]


def test_an_exception_that_covers_nothing_is_not_told_of_in_the_text():
    more = SCENARIO.replace(OWN, "{value: 5, reason: x}")
    ours = assessed(scenario=more, rules=SMALL)
    told = flat(check_report(ours))
    rule = content(check_report(ours))["assessment"]["rules"][1]

    assert "unntatt etter" not in told
    assert (rule["excepted"], rule["exceptions"][0]["cases"]) == (0, [])


@pytest.mark.parametrize(("lang", "word"), [("nb", "unntatt"), ("en", "excepted")])
def test_a_rule_of_which_all_is_excepted_says_so_and_is_not_applied(lang, word):
    ours = assessed(rules=ALL)
    part = content(check_report(ours))["assessment"]

    assert f"5.6 «ingen på bekostning av andre» {word} " in flat(
        check_report(ours), lang
    )
    rule = part["rules"][1]
    assert (rule["verdict"], rule["cases"], rule["excepted"]) == ("excepted", 0, 3)
    assert part["binding"] == 3
    assert content(check_report(ours))["warnings"] == []


def test_the_rules_list_their_exceptions_and_how_many_cases_they_cover():
    alone = rules_report(parse_rules(SMALL, "rules.yaml"), None)
    grounding = assessed(rules=SMALL).grounding
    here = rules_report(grounding.rule_set, grounding)
    formula = "sum(workplaces_today[s, m] for s in services) > 4 * tolerance"

    assert (
        "Exception by clause 11.2: The largest are excepted. Where: "
        f"{formula}" in flat(alone, "en")
    )
    assert content(alone)["rules"][1]["exceptions"][0]["cases"] is None
    assert f"Gjelder der: {formula} (1 tilfelle i dette scenariet)" in flat(here)
    assert len(content(here)["rules"][1]["exceptions"][0]["cases"]) == 1
