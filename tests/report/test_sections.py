import re
from dataclasses import replace

import pytest

import vvoptimize
from tests.report.cases import flat, stopped, text
from tests.report.example import (
    RULES,
    SCENARIO,
    assessed,
    conflict,
    scenario_file,
    solution,
    stages_of,
)
from vvoptimize.report import (
    check_report,
    conflict_report,
    render_text,
    rules_report,
    solve_report,
)
from vvoptimize.report.model import PassRow
from vvoptimize.report.names import scenario_part
from vvoptimize.report.text.voice import Voice
from vvoptimize.ruleset.grounding import ground
from vvoptimize.ruleset.reading import parse_rules

# The assignment


def test_service_tells_host_delivery_and_who_changes_employer():
    told = text(solve_report(solution()))

    assert re.search(r"^IKT +Gammavær +samlet hos verten +2,5$", told, re.MULTILINE)
    assert "  Bestemt på forhånd: Bestemt i 2021\n" in told
    assert "  Arbeidsplasser i årsverk: Alfa 2,5; Beta 3; Gammavær 2,5.\n" in told
    assert "  Kan bare legges til Alfa og Beta: Magasinet er der\n" in told
    assert "  Vakt: Beta.\n" in told


def test_municipality_tells_workplaces_before_after_and_change():
    told = text(check_report(assessed("adopted")))

    assert re.search(r"^Alfa +ingen +4,0 +1,0 +−3,0 +4,0 +1,0$", told, re.MULTILINE)
    assert re.search(
        r"^Gammavær +IKT, Barnevern +6,5 +10,5 \+4,0 +6,5 +12,5$",
        re.sub(" {2,}", " ", told),
        re.MULTILINE,
    )


def test_municipality_tells_what_it_pays_and_travels():
    told = text(check_report(assessed()), "en")

    assert re.search(
        r"^Beta +3,750,000 +3,595,007 +\+154,993 +80\.0 +IKT$", told, re.MULTILINE
    )


@pytest.mark.parametrize(
    ("lang", "workplaces", "money"),
    [
        (
            "nb",
            "Sum +14,5 +14,0 +−0,5 +14,5 +14,0",
            "Sum +13 734 567 +11 500 001 +\\+2 234 566",
        ),
        (
            "en",
            "Total +14.5 +14.0 +−0.5 +14.5 +14.0",
            "Total +13,734,567 +11,500,001 +\\+2,234,566",
        ),
    ],
)
def test_municipalities_are_summed(lang, workplaces, money):
    told = text(check_report(assessed("adopted")), lang)

    assert re.search(f"^{workplaces}$", told, re.MULTILINE)
    assert re.search(f"^{money}$", told, re.MULTILINE)


def test_sum_with_an_unknown_is_unknown():
    unknown = SCENARIO.replace("total_after: 1.5", "total_after: unknown")
    told = text(check_report(assessed("best", unknown)))

    assert re.search("^Sum +14,5 +ukjent +ukjent +14,5 +ukjent$", told, re.MULTILINE)


def test_where_workplaces_employ_nobody_is_counted_as_the_hosts():
    own = SCENARIO.replace("name: IKT", "name: IKT\n  employer: workplace")

    assert "OG ÅRSVERK SOM BYTTER ARBEIDSGIVER" in text(
        check_report(assessed("best", own))
    )


# Rules


def test_rule_tells_clause_verdict_and_tightest_case():
    told = flat(check_report(assessed()))

    assert (
        "5.1 «merverdi for alle» oppfylt 3 av 3 Krav etter avtalen (added-value);"
        " kan hvile på 1 antatt tall. Strammest: Beta, 154 993 kr/år å gå på." in told
    )
    assert "foreslått tall nr. 1. Strammest: Beta, helt på grensen." in told


def test_broken_rule_speaks_with_names_and_amounts():
    told = flat(check_report(assessed("adopted")), "en")

    assert (
        "Broken: Alfa. Alfa changes by −3 FTE and the limit is −1 FTE; 2 FTE"
        " is lacking." in told
    )
    assert (
        "Wished by professional advice. Not met: Alfa, short by 1. Alfa hosts" in told
    )


def test_rule_without_cases_is_said_not_to_apply():
    told = flat(check_report(assessed()))

    assert "I tillegg har 1 regel ingen tilfeller her: 4.5 principles-stay." in told


# Stages, alternatives, evidence


def test_stages_tell_value_and_proof():
    told = flat(solve_report(solution()))

    assert "«Balanserte arbeidsplasser» −1 årsverk bevist" in told
    assert "Fra dårligst ut, i årsverk: Beta −1; Alfa 0; Gammavær 0." in told
    assert "Verdiene er rundet ned til hele 0,5 årsverk før de sammenliknes." in told
    assert "Årsverk som bytter arbeidsgiver 2,5 årsverk bevist" in told


def test_step_of_what_is_to_be_little_rounds_up():
    ours = assessed()
    first, balanced, cheap, _ = stages_of(ours)
    stages = (first, balanced, replace(cheap, step=1000))

    assert "Verdiene er rundet opp til hele 1 000 kr/år før de" in flat(
        solve_report(solution(ours, stages))
    )


def test_stage_that_is_not_proved_tells_how_far_it_may_be_from_the_best():
    told = flat(stopped())

    assert "«Balanserte arbeidsplasser» −1 årsverk ikke bevist" in told
    assert "Ingen kan nå bedre enn ≈0,33 årsverk (avstand ≈1,33 årsverk)." in told
    assert "Bevist for 1 av 3, fra den som er dårligst ut." in told
    assert "«cheap» ikke nådd" in told


def test_named_assignment_tells_moves_breaches_and_the_first_difference():
    told = flat(solve_report(solution()))

    assert (
        "Vedtatt i 2022 (adopted) Andre verter: Barnevern: Gammavær, ikke Beta; Arkiv:"
        " ikke felles, ikke Alfa. 2 tilfeller av bindende regler er brutt: Punkt 5.6"
        " not-at-expense. Brutt: Alfa. Alfa endres med −3 årsverk" in told
    )
    assert (
        "Dårligere enn løsningen. Skiller seg først i antall brutte tilfeller"
        " av bindende"
        " regler: 2 mot 0 i løsningen. Endring" in told
    )
    assert (
        "Endring i arbeidsplasser, i årsverk: Alfa −3 mot 0; Beta −1,5 mot −1; Gammavær"
        " +4 mot 0." in told
    )


def test_difference_in_an_objective_tells_for_whom():
    mild = RULES.replace("at_least: -tolerance", "at_least: -9 * tolerance")
    mild = mild.replace("kind: prefer", "kind: require").replace(
        'at_least: "1"', "at_least: 0"
    )
    ours, other = (assessed(name, rules=mild) for name in ("best", "adopted"))
    found = solution(ours, others=())
    told = flat(solve_report(replace_others(found, other)))

    assert (
        "Dårligere enn løsningen. Skiller seg først i «Balanserte"
        " arbeidsplasser», plass 1"
        " fra den som er dårligst ut: −3 årsverk mot −1 årsverk i løsningen (forskjell"
        " 2 årsverk). For, i årsverk: Alfa −3 mot 0 (−3); Beta −1,5 mot −1 (−0,5);"
        " Gammavær 4 mot 0 (+4)." in told
    )


def test_difference_in_a_wish_tells_for_whom():
    mild = RULES.replace("at_least: -tolerance", "at_least: -9 * tolerance")
    ours, other = (assessed(name, rules=mild) for name in ("best", "adopted"))
    told = flat(solve_report(replace_others(solution(ours, others=()), other)))

    assert (
        "Skiller seg først i avvik fra punkt 5.5 everyone-hosts: 2 mot 0 i"
        " løsningen. For: Alfa 1 mot 0 (+1); Beta 1 mot 0 (+1)." in told
    )


def replace_others(found, *others):
    """Return an answer with these assignments beside it."""
    return type(found)(**{**vars(found), "others": others})


def test_equal_assignment_is_said_to_be_equal():
    told = flat(solve_report(solution(others=("best",))))

    assert (
        "best Samme verter. Ingen bindende regel er brutt."
        " Like god i alle ønsker og mål." in told
    )


def test_evidence_counts_figures_by_quality():
    told = flat(solve_report(solution()))

    assert (
        "Scenariet har 35 kjente tall: 1 offisielt, 1 antatt og 33 uten"
        " oppgitt kvalitet." in told
    )


def test_parameters_tell_value_range_status_and_why_they_were_changed():
    told = flat(solve_report(solution()))

    assert (
        "1 Tap som alltid tåles 1 årsverk 0 til 5 foreslått Endret i scenariet fra"
        " 0,5 årsverk: Avtalt i møte" in told
    )
    assert (
        "2 Del som deles likt 0,3 0 til 0,5 vedtatt Vedtatt av"
        " Kommunestyrene 16. desember 2021, sak 12/21." in told
    )


def test_check_lists_only_the_numbers_that_something_rests_on():
    spare = RULES.replace(
        "measures:",
        """  spare:
    unit: "1"
    value: 3
    range: [0, 5]
    status: proposed
    label: Ubrukt
measures:""",
        1,
    )
    ours = assessed(rules=spare)

    assert "Ubrukt" not in flat(check_report(ours))
    assert "Ubrukt" in flat(solve_report(solution(ours, others=())))


# Conflicts and rules


def test_conflict_tells_clauses_names_and_what_each_would_need():
    told = flat(conflict_report(*conflict()))

    assert (
        "Umulig: det er bevist at ingen fordeling oppfyller alle de bindende reglene."
        in told
    )
    assert "Hver av dem er nødvendig for konflikten" in told
    assert (
        "Punkt 5.6 «ingen på bekostning av andre» Krav etter avtalen (not-at-expense)."
        " Gjelder Alfa. Må gi etter med minst 0,5 årsverk når de andre oppfylles."
        " Hvis den gir etter: Alfa endres med −1,5 årsverk, og grensen er −1 årsverk"
        in told
    )
    assert (
        "Hvor mye den må gi etter, lar seg ikke si i tall. Hvis den gir etter:"
        " IKT er ikke"
        " i Gammavær." in told
    )


def test_conflict_that_is_not_proved_minimal_says_so():
    told = flat(conflict_report(*conflict(minimal=False)), "en")

    assert "It is not proved that each of them is needed" in told


def test_conflict_without_members_points_at_the_scenario():
    grounding, found = conflict()
    empty = type(found)((), (), True, found.statistics)

    assert "Ingen fordeling finnes i det hele tatt" in flat(
        conflict_report(grounding, empty)
    )


def test_rules_tell_clause_reading_authority_and_ground_count():
    grounding, _ = conflict()
    told = flat(rules_report(grounding.rule_set, grounding), "en")

    assert (
        "Clause 5.1 «merverdi for alle» Required by the agreement"
        " (added-value). 3 cases in"
        " this scenario. Nobody pays more than today Formula: gain[m] Limit:"
        " at least 0" in told
    )
    assert (
        "Clause 4.5 principles-stay Required by law (principles-stay). 0 cases" in told
    )
    assert "Worst off first (balanced). Measures 3 numbers in this scenario." in told


def test_limit_is_told_in_words():
    equal = RULES.replace(
        "at_least: -tolerance", "equals: -tolerance\n  tolerance: tolerance"
    )
    told = flat(rules_report(parse_rules(equal, "rules.yaml"), None))

    assert "Grense: lik -tolerance; toleranse: tolerance" in told
    assert "Grense: minst 0" in told


def test_rules_without_a_scenario_have_no_ground_count():
    told = flat(rules_report(parse_rules(RULES, "rules.yaml"), None), "en")

    assert told.startswith("rules.yaml 6 rules.")
    assert "in this scenario" not in told


def test_figures_are_named_in_words():
    rules = parse_rules(RULES, "rules.yaml")
    voice = Voice("nb", scenario_part(ground(rules, scenario_file())))
    told = [
        voice.figure(path)
        for path in (
            "municipalities.alfa.population",
            "services.ikt.cost_today.beta",
            "services.vern.tasks.vakt.fte",
            "roads alfa-gamma.minutes",
            "roads alfa-gamma",
            "roads.a-b.pass.closures_per_winter",
            "cost_keys for ikt",
            "inputs.cars.alfa",
        )
    ]

    assert told == [
        "innbyggertall (Alfa)",
        "kostnad i dag (IKT, Beta)",
        "årsverk i oppgave (Barnevern, Vakt)",
        "reisetid (Alfa, Gammavær)",
        "veiforbindelse (Alfa, Gammavær)",
        "stengninger per vinter (A, B)",
        "kostnadsnøkkel (IKT)",
        "inputs.cars.alfa",
    ]


def test_pass_that_parts_two_from_two_tells_who_is_together():
    report = check_report(assessed())
    groups = (("alfa", "beta"), ("gamma", "gamma"))
    passes = (PassRow("Skaret", None, groups),)
    told = flat(replace(report, scenario=report.scenario._replace(passes=passes)))

    assert "deles veinettet i: Alfa og Beta; Gammavær og Gammavær." in told


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("nb", "er Båtsfjord uten vei til de andre."),
        ("en", "Båtsfjord has no road to the others."),
    ],
)
def test_closed_pass_tells_who_is_cut_off(lang, told):
    scenario = vvoptimize.read_scenario("scenarios/vestre-varanger.yaml")
    report = check_report(vvoptimize.check(scenario, "adopted"))

    text = render_text(report, lang=lang, width=80, color=False)

    assert told in " ".join(text.split())


# Rules that are only shown

SHOWN = """rules:
- id: shown
  clause: "5.5"
  label: {nb: Endring i alt, en: Change in all}
  reading: x
  authority: advice
  kind: report
  for_each: {m: municipalities}
  measure: change[m]
  at_least: -tolerance
- id: shown-in-all
  clause: "5.5"
  quote: i alt
  reading: x
  authority: law
  kind: report
  measure: sum(change[m] for m in municipalities)
  at_least: 5 * tolerance
- id: shown-truth
  clause: "5.6"
  reading: x
  authority: agreement
  kind: report
  for_each: {m: municipalities}
  require: change[m] > 0
- id: shown-nowhere
  clause: "4.5"
  reading: x
  authority: agreement
  kind: report
  for_each: {s: services}
  where: principle[s]
  require: joint[s]
"""


def with_shown():
    return assessed("adopted", rules=RULES.replace("rules:\n", SHOWN, 1))


def test_what_is_only_shown_stands_apart_with_its_values_and_limit():
    told = flat(check_report(with_shown()), "en")

    assert (
        "SHOWN BESIDE, NEITHER REQUIRED NOR AIMED AT Clause Rule Verdict Met in"
        " 5.5 Change in all not met 1 of 3 From professional advice (shown);"
        " proposed number 1. In FTE: Alfa −3; Beta −1.5; Gammavær 4. Limit:"
        " at least −1 FTE."
        " 5.5 «i alt» not met 0 of 1 From law (shown-in-all);"
        " proposed number 1. −0.5 FTE. Limit: at least 5 FTE." in told
    )
    assert "5.6 shown-truth not met 1 of 3" in told
    assert "Not met: Alfa; Beta. Besides, 1 rule has no case here: 4.5 shown-" in told


def test_what_is_only_shown_breaks_nothing():
    shown, plain = with_shown(), assessed("adopted")

    assert len(shown.evaluation.broken) == len(plain.evaluation.broken)
    assert (
        check_report(shown).assessment.wishes == check_report(plain).assessment.wishes
    )


def test_what_is_shown_for_want_of_a_figure_is_unknown():
    unknown = SCENARIO.replace("total_after: 1.5", "total_after: unknown")
    rules = RULES.replace("rules:\n", SHOWN, 1)
    told = flat(check_report(assessed("best", unknown, rules)), "en")

    assert "5.5 Change in all unknown" in told
    assert "Unknown:" in told
