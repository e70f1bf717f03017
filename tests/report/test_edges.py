"""What seldom happens: figures missing in odd places, parts without this or that."""

import re

import pytest

from tests.report.cases import UNKNOWN, flat, text
from tests.report.example import (
    RULES,
    SCENARIO,
    assessed,
    conflict,
)
from vvoptimize.report import (
    check_report,
    render_json,
    rules_report,
)
from vvoptimize.report.model import Element
from vvoptimize.report.text.voice import Voice
from vvoptimize.ruleset.reading import parse_rules
from vvoptimize.scenario.figures import figure_path
from vvoptimize.scenario.reading import parse_scenario

NO_OBJECTIVES = RULES[: RULES.index("objectives:")]


def edited(*changes, text_=SCENARIO):
    """Return a scenario with parts of its text replaced."""
    for old, new in changes:
        assert old in text_
        text_ = text_.replace(old, new)
    return text_


def checked(*changes, name="best", rules=RULES, lang="nb"):
    """Return the text, on one line, of a check in an edited scenario."""
    scenario = edited(*changes)
    return flat(check_report(assessed(name, scenario, rules)), lang)


def test_service_that_moves_tells_who_hosts_it_today():
    shared = ("  may_stay_unshared: true\n", "  shared_today: {host: beta}\n")
    told = flat(
        check_report(
            assessed(
                "best",
                edited(
                    shared,
                    ("    unshared: [arkiv]\n", ""),
                    (
                        "{ikt: gamma, vern: gamma}",
                        "{ikt: gamma, vern: gamma, arkiv: beta}",
                    ),
                ),
            )
        )
    )

    assert "I dag er Beta vert." in told


def test_service_tells_its_legal_form():
    form = ("  minimum_team: 2\n", "  minimum_team: 2\n  forms: [kommuneloven-20]\n")

    assert "Samarbeidsform: kommuneloven-20." in checked(form)


def test_candidates_without_a_reason_are_told_all_the_same():
    reason = ("{among: [alfa, beta], reason: Magasinet er der}", "[alfa, beta]")

    assert "Kan bare legges til Alfa og Beta." in checked(reason)


def test_change_that_is_unknown_has_no_spread():
    told = checked(("total_after: 1.5", "total_after: unknown"))

    assert "Skulle alle få like stor" not in told
    assert "lavest i" not in told.partition("UKJENT")[0]
    assert "årsverk etter (Arkiv)" in told


def test_unknown_figure_that_no_rule_needs_is_told():
    told = checked(("km: 60", "km: unknown"))

    assert "Alle regler er avgjort. 1 tall mangler: veilengde (A, B)." in told


def test_scenario_with_no_known_figure_counts_none():
    bare = """
schema: vvoptimize/scenario/v1
id: bare
title: Bare
municipalities: [{id: a, name: A, place: pa}, {id: b, name: B, place: pa}]
places: [{id: pa, name: PA}]
services: [{id: x, name: X, candidates: [a]}]
assignments: {one: {hosts: {x: a}}}
"""
    told = flat(check_report(assessed("one", bare, NO_OBJECTIVES)))

    assert "kjente tall" not in told
    assert "MÅLENE" not in told


def test_minimised_number_has_no_worst_off():
    rules = RULES.replace(
        RULES[RULES.index("- id: balanced") : RULES.index("- id: cheap")], ""
    )
    told = checked(rules=rules)

    assert "lavest i" not in told
    assert "Minst mulig (cheap);" in told


def test_overridden_parameter_without_a_reason_says_so():
    told = checked(("{value: 1, reason: Avtalt i møte}", "1"))

    assert "Endret i scenariet fra 0,5 årsverk, uten begrunnelse." in told


def test_adopted_parameters_are_said_to_be_adopted():
    decided = "status: adopted, set_by: Styret, case: 3/22, date: 2022-03-04"

    told = checked(("{value: 1, reason:", f"{{value: 1, {decided}, reason:"))

    assert "Alle tallene er vedtatt." in told


def test_rules_without_parameters_have_no_list_of_them():
    rules = (
        RULES[: RULES.index("parameters:")]
        + """
rules:
- id: all-host
  clause: "1"
  reading: Alle er vert
  authority: law
  kind: require
  measure: sum(host[s, m] for s in services for m in municipalities)
  at_least: "3"
"""
    )
    scenario = edited(
        ("parameters: {tolerance: {value: 1, reason: Avtalt i møte}}\n", ""),
        (SCENARIO[SCENARIO.index("pins:") :], ""),
    )
    told = flat(check_report(assessed("best", scenario, rules)))

    assert "TALL SOM REGLENE BRUKER" not in told
    assert "Strammest: hele området, helt på grensen." in told


def test_message_without_text_or_number_is_left_out():
    silent = (
        RULES[: RULES.index("  message:\n")] + RULES[RULES.index("- id: pins-kept") :]
    )
    told = checked(name="adopted", rules=silent)

    assert "Brutt: Alfa, mangler 2 årsverk. Brutt: Beta" in told


def test_many_broken_cases_are_counted_and_not_all_told():
    all_ = RULES.replace("at_least: -tolerance", "at_least: 9 * tolerance")
    all_ = all_.replace(
        "for_each: {m: municipalities}\n  measure: change[m]",
        "for_each: {m: municipalities, s: services}\n  measure: change[m]",
    )
    told = checked(rules=all_)

    assert "Og 6 brutte til." in told


# Names


@pytest.mark.parametrize(
    ("path", "told"),
    [
        (("municipalities", 1, "population"), "municipalities.beta.population"),
        (("services", 1, "tasks", 0, "fte"), "services.vern.tasks.vakt.fte"),
        (("services", 0, "cost_today", "beta"), "services.ikt.cost_today.beta"),
        (("roads", 1, "minutes"), "roads.b-c.minutes"),
        (("inputs", "cars", "alfa"), "inputs.cars.alfa"),
    ],
)
def test_figure_is_named_by_ids(path, told):
    assert figure_path(path, parse_scenario(SCENARIO, "small.yaml").scenario) == told


def test_what_has_no_name_is_called_by_its_id():
    voice = Voice("en", None)
    form = Element("f", "forms", "kommuneloven-20")

    assert voice.case((form,)) == "kommuneloven-20"
    assert voice.named(None, None) == "-"
    assert voice.figure("roads a-b.minutes") == "travel time (a-b)"


def test_message_names_a_legal_form_by_its_id():
    rules = RULES.replace(
        "objectives:",
        """- id: some-form
  clause: "7"
  reading: En form
  authority: law
  kind: prefer
  for_each: {s: services, f: forms}
  require: not form[s, f]
  message: "{s} er {f}."
objectives:""",
    )
    form = ("  minimum_team: 2\n", "  minimum_team: 2\n  forms: [kommuneloven-20]\n")

    assert "IKT er kommuneloven-20." in checked(form, rules=rules)


def test_rules_report_of_a_scenario_tells_its_own_parameter_values():
    grounding, _ = conflict()
    told = text(rules_report(parse_rules(RULES, "rules.yaml"), grounding))

    assert "Endret i scenariet fra 0,5 årsverk" in told
    assert '"overridden": 0.5' in render_json(
        rules_report(parse_rules(RULES, "rules.yaml"), grounding), timings=False
    )


def test_columns_of_which_nothing_is_known_are_named_and_not_shown():
    unknown = re.sub(r"cost_today: {[^}]*}", "cost_today: {}", SCENARIO)
    told = flat(check_report(assessed("best", unknown)))

    assert "Ikke kjent for noen kommune: Betaler i dag; Sparer." in told
    assert "Kommune Betaler etter Lengst til vert" in told


def test_table_of_which_nothing_is_known_is_left_out():
    unknown = re.sub(r"cost_today: {[^}]*}", "cost_today: {}", SCENARIO)
    unknown = re.sub(r"cost_after:\s+({[^}]*}|[0-9]+)", "cost_after: unknown", unknown)
    unknown = re.sub(r"minutes: [0-9.]+", "minutes: unknown", unknown)
    told = flat(check_report(assessed("best", unknown)))

    assert (
        "MINUTTER Ikke kjent for noen kommune: Betaler i dag; Betaler etter; Sparer;"
        " Lengst til vert." in told
    )


def test_who_has_tasks_of_another_host_is_told():
    told = text(check_report(assessed("adopted")))

    assert re.search(r"^Beta +oppgaver i Barnevern +", told, re.MULTILINE)


def test_broken_and_undecided_are_both_counted():
    told = flat(check_report(assessed("adopted", UNKNOWN)))

    assert re.search(
        r"Ikke avgjort, for tall mangler: \d tilfeller? av bindende regler kan ikke"
        r" avgjøres. Brutt: \d tilfeller? av bindende regler er brutt \(punkt 5.6\)",
        told,
    )


def test_objective_of_which_nothing_is_known_says_so_once():
    told = checked(("workplaces_today: {alfa", "presence: {alfa"))

    assert "Den som er dårligst ut, først (balanced); foreslått tall nr. 1." in told
    assert "Ukjent for alle." in told
