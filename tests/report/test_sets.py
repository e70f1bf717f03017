"""Reports call what rule files list by its text, in both languages."""

import pytest

from tests.report.cases import flat
from tests.report.example import SCENARIO, assessed
from tests.report.test_json import content
from vvoptimize.report import check_report, rules_report
from vvoptimize.ruleset.reading import parse_rules

HEAD = """\
schema: vvoptimize/rules/v1
sets:
  items:
    label: {nb: Det avtalen skal si, en: What the agreement must say}
    elements:
      parties: {nb: hvem som deltar, en: who takes part}
      notice: {nb: oppsigelse, en: notice}
inputs:
  has:
    index: [services, items]
    unit: bool
    label: {nb: Avtalen sier, en: The agreement says}
  done: {unit: bool, label: {nb: Vedtatt, en: Adopted}}
  nameless: {index: [items], unit: bool}
"""
LAW = 'clause: "4", reading: x, authority: law, kind: require'
RULES = f"""\
{HEAD}rules:
- {{id: complete, {LAW}, for_each: {{s: services, i: items}}, require: "has[s, i]",
   message: {{nb: "Avtalen om {{s}} mangler {{i}}.",
   en: "That on {{s}} lacks {{i}}."}}}}
- {{id: done, {LAW}, require: done}}
- {{id: nameless, {LAW}, for_each: {{i: items}}, require: "nameless[i]"}}
"""
GIVEN = "inputs: {has: {ikt: {parties: 1, notice: 0}}}\n"
PLAIN = SCENARIO.replace(
    "parameters: {tolerance: {value: 1, reason: Avtalt i møte}}\n", ""
).partition("pins:")[0]


def report():
    """Return a check of an assignment by the rules above."""
    return check_report(assessed(scenario=PLAIN + GIVEN, rules=RULES))


@pytest.mark.parametrize(
    ("lang", "told"),
    [("nb", "Avtalen om IKT mangler oppsigelse."), ("en", "That on IKT lacks notice.")],
)
def test_a_message_calls_an_element_by_its_text(lang, told):
    assert told in flat(report(), lang)


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("nb", ["Avtalen sier (Barnevern, hvem som deltar)", "Vedtatt"]),
        ("en", ["The agreement says (Child welfare, who takes part)", "Adopted"]),
    ],
)
def test_a_figure_that_is_lacking_is_called_by_the_label_of_its_input(lang, told):
    text = flat(report(), lang)

    assert [one for one in told if one not in text] == []
    assert "inputs.nameless.parties" in text
    assert " inputs.has" not in text  # but for its place in the scenario


def test_the_json_of_a_check_has_the_sets_and_the_inputs():
    scenario = content(report())["scenario"]

    (items,) = scenario["sets"]
    assert items["id"] == "items"
    assert items["label"]["en"] == "What the agreement must say"
    assert items["elements"][1] == {
        "id": "notice",
        "name": {"nb": "oppsigelse", "en": "notice"},
    }
    assert scenario["inputs"][0]["sets"] == ["services", "items"]
    assert scenario["inputs"][2]["label"] is None


def test_the_list_of_rules_has_the_sets():
    listed = rules_report(parse_rules(RULES, "rules.yaml"), None)

    assert "Det avtalen skal si (items)" in flat(listed)
    assert "who takes part (parties)" in flat(listed, "en")
    assert content(listed)["sets"][0]["id"] == "items"


NAMED = HEAD + "forms: {host-form: {nb: vertskommune, en: host model}}\nrules:\n"
FORMS = PLAIN.replace(
    "  name: IKT\n", "  name: IKT\n  forms: [host-form, own-form]\n"
).replace("  best:\n", "  best:\n    forms: {ikt: FORM}\n", 1)
OWN = """\
- id: own
  clause: "4"
  reading: x
  authority: law
  kind: require
  for_each: {s: services, f: forms}
  where: is_own[f]
  require: not form[s, f]
  message: {nb: "{s} er {f}.", en: "{s} is {f}."}
"""


def formed(form):
    """Return a check of an assignment in which one service has a form."""
    scenario = FORMS.replace("FORM", form).replace("adopted:", "adopted-not:")
    scenario = scenario.partition("  adopted-not:")[0]
    rules = NAMED.replace(
        "inputs:\n", "inputs:\n  is_own: {index: [forms], unit: bool}\n"
    )
    given = "inputs: {is_own: {host-form: 1, own-form: 1}}\n"
    return check_report(assessed(scenario=scenario + given, rules=rules + OWN))


def test_a_legal_form_is_called_by_its_name_where_a_rules_file_names_it():
    assert "Samarbeidsform: vertskommune." in flat(formed("host-form"))
    assert "IKT is host model." in flat(formed("host-form"), "en")
    assert "Samarbeidsform: own-form." in flat(formed("own-form"))
    assert content(formed("own-form"))["scenario"]["forms"] == [
        {"id": "host-form", "name": {"nb": "vertskommune", "en": "host model"}},
        {"id": "own-form", "name": {"nb": "own-form", "en": "own-form"}},
    ]
