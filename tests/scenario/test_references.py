"""Every VV2xx code: one change to a valid file gives that code at that place."""

import pytest

from tests.scenario.example import PATH, example, mutated
from vvoptimize.assignment import named_assignment, parse_assignment
from vvoptimize.errors import InputError
from vvoptimize.errors.catalogue.scenario import ENTRIES
from vvoptimize.scenario.reading import parse_scenario

SPREAD = """\
    hosts: {plan: beta, care: alfa, web: beta}
    delivery: {care: network}
    workplaces:
      care: {alfa: 2, beta: 1}
      web: {beta: 2.5}
"""
JUNCTION = "- {id: junction, name: Junction}\n"
CARE_TODAY = "workplaces_today: {alfa: 1, beta: 2}"
CASES = [
    ("VV201", JUNCTION, JUNCTION + "- {id: «betaby, name: B}\n"),
    ("VV201", "- id: gamma\n", "- {id: «alfa, name: A, place: alfaby}\n- id: gamma\n"),
    ("VV201", "assignments:\n", "- {id: «plan, name: P}\nassignments:\n"),
    ("VV201", "  minimum_team", "  - {id: «maps, name: M, fte: 0}\n  minimum_team"),
    ("VV202", "{service: web", "{service: «wep"),
    ("VV202", "care: alfa, web: beta", "care: alfa, web: beta, «plann: beta"),
    ("VV202", "unshared: [care]", "unshared: [care, «car]"),
    ("VV202", "{plan: board-form}", "{«plam: board-form}"),
    ("VV203", "place: betaby", "place: «betabi"),
    ("VV203", "to: betaby", "to: «bettaby"),
    ("VV203", "{from: alfaby", "{from: «alfabi"),
    ("VV204", "{among: [alfa]", "{among: [alfa, «alpha]"),
    ("VV204", "candidates: [beta, gamma]", "candidates: [beta, gamma, «gama]"),
    ("VV204", "participants: [alfa, beta]", "participants: [alfa, beta, «betta]"),
    ("VV204", "{host: beta}", "{host: «betta}"),
    ("VV204", CARE_TODAY, "workplaces_today: {alfa: 1, beta: 2, «delta: 1}"),
    ("VV204", "candidates: [beta]}", "candidates: [beta, «delta]}"),
    ("VV204", "service: web, host: gamma", "service: web, host: «gama"),
    ("VV204", "plan: beta, care: alfa", "plan: beta, care: «alf"),
    ("VV205", "official, source: register", "official, source: «regster"),
    ("VV205", "agreed, source: register", "agreed, source: «regster"),
    ("VV205", "decided, source: register", "decided, source: «regster"),
    ("VV205", "    source: register\n", "    source: «regster\n"),
    ("VV205", "date: 2022, source: register", "date: 2022, source: «regster"),
    ("VV206", "{desk: beta}", "{«dsk: beta}"),
    ("VV207", "{plan: board-form}", "{plan: «bord-form}"),
    ("VV208", "participants: [alfa, beta]", "participants: [alfa, beta, «beta]"),
    ("VV208", "{among: [alfa]", "{among: [alfa, «alfa]"),
    ("VV208", "[statutory, principle]", "[statutory, principle, «statutory]"),
    ("VV208", "[host-form, board-form]", "[host-form, «host-form, board-form]"),
    ("VV208", "[rules.yaml]", "[rules.yaml, «rules.yaml]"),
    ("VV208", "unshared: [care]", "unshared: [care, «care]"),
    (
        "VV209",
        "{id: alfa, name: Alfa, number: 5628, place: alfaby,",
        "«{id: alfa, name: Alfa, number: 5628,",
    ),
    ("VV210", "roads:\n", "roads:\n- {from: junction, to: «junction}\n"),
    ("VV211", JUNCTION, JUNCTION + "- {id: «island, name: Island}\n"),
    (
        "VV212",
        "services:\n- id: plan",
        "- {from: gammaby, to: betaby, "
        "pass: «{name: Betafjell, closures_per_winter: 3}}\nservices:\n- id: plan",
    ),
    ("VV213", "{among: [alfa]", "{among: [alfa, «gamma]"),
    ("VV213", "{host: beta}", "{host: «gamma}"),
    ("VV213", CARE_TODAY, "workplaces_today: {alfa: 1, «gamma: 2}"),
    ("VV213", "care: {alfa: 2, beta: 1}", "care: {alfa: 2, «gamma: 1}"),
    ("VV214", "total_after: 4", "total_after: «1"),
    ("VV215", "service: web, host: gamma", "service: web, host: «alfa"),
    ("VV215", "plan: alfa, web: gamma", "plan: alfa, web: «alfa"),
    ("VV215", "{desk: beta}", "{desk: «gamma}"),
    ("VV216", "inputs:", "- {service: «web, host: beta, reason: again}\ninputs:"),
    ("VV217", "{nb: Regionen, en: The region}", "«{}"),
    ("VV218", "id: region", "id: «Région"),
    (
        "VV218",
        "forms: [host-form, board-form]",
        "forms: [host-form, «4-form, board-form]",
    ),
    ("VV220", "low: 15", "low: «21"),
    ("VV220", "value: 20,", "value: «26,"),
    ("VV221", "{alfa: 2, beta: 1, gamma", "{alfa: «-2, beta: 1, gamma"),
    ("VV221", "care: {alfa: 2, beta: 1}", "care: {alfa: 4, beta: «-1}"),
    ("VV222", "quality: assumed, low: 15,", "quality: «assumed,"),
    ("VV223", "quality: derived", "quality: «reported"),
    ("VV224", "unit: person", "unit: «FTE"),
    ("VV230", "    hosts: {plan: beta, care", "    «hosts: {care"),
    (
        "VV231",
        "web: gamma}\n    unshared: [care]",
        "web: gamma, care: alfa}\n    unshared: [«care]",
    ),
    (
        "VV232",
        "{plan: beta, care: alfa, web: beta}",
        "{care: alfa, web: beta}\n    unshared: [«plan]",
    ),
    ("VV233", "{plan: board-form}", "{plan: board-form, «care: host-form}"),
    ("VV235", "{care: network}", "{care: network, plan: «network}"),
    (
        "VV236",
        SPREAD,
        SPREAD.replace("      web: {beta: 2.5}\n", "").replace(
            "web: beta}", "«web: beta}"
        ),
    ),
    ("VV237", "web: {alfa: 1, gamma: 1.5}", "«web: {alfa: 1, gamma: 1}"),
    (
        "VV238",
        "web: {beta: 2.5}\n",
        "web: {beta: 2.5}\n      plan: {beta: 4, alfa: «1}\n",
    ),
    ("VV239", "pays: {plan: {alfa: 80", "pays: {«plan: {alfa: 81"),
]


def found(error: InputError) -> list[tuple[str, str]]:
    """Give code and `line:column` of each problem."""
    return [
        (p.code, f"{p.span.line}:{p.span.column}") for p in error.problems if p.span
    ]


@pytest.mark.parametrize(("code", "old", "new"), CASES)
def test_one_wrong_thing_gives_one_problem_at_its_place(code, old, new):
    text, place = mutated(old, new)

    with pytest.raises(InputError) as caught:
        parse_scenario(text, PATH)

    assert found(caught.value) == [(code, place)]


@pytest.mark.parametrize(("code", "old", "new"), CASES)
@pytest.mark.parametrize("lang", ["nb", "en"])
def test_message_and_hint_have_all_their_values(code, old, new, lang):
    text, _ = mutated(old, new)

    with pytest.raises(InputError) as caught:
        parse_scenario(text, PATH)

    [problem] = caught.value.problems
    assert "{" not in problem.message(lang)
    assert problem.hint(lang)


def test_every_code_has_a_case():
    # An assignment that is not there, and files of the wrong kind, are tried elsewhere.
    elsewhere = {"VV240", "VV270", "VV271"}
    assert {code for code, _, _ in CASES} | elsewhere == set(ENTRIES)


def test_example_is_valid():
    assert example().scenario.id == "region"


def test_all_problems_come_at_once_in_the_order_of_lines():
    text, _ = mutated("{desk: beta}", "{dsk: beta}«")
    text, _ = mutated("to: betaby", "to: bettaby«", text)
    text, _ = mutated("unit: person", "unit: FTE«", text)

    with pytest.raises(InputError) as caught:
        parse_scenario(text, PATH)

    codes = [code for code, _ in found(caught.value)]
    assert codes == ["VV224", "VV203", "VV206"]


def test_unknown_name_is_told_with_the_nearest_one_and_the_list():
    text, _ = mutated("{among: [alfa]", "{among: [«alpha]")

    with pytest.raises(InputError) as caught:
        parse_scenario(text, PATH)

    problem = caught.value.problems[0]
    assert problem.message("en") == (
        "`services.care.candidates.among` has `alpha`, "
        "which is not a municipality in this scenario"
    )
    assert problem.hint("en") == (
        "did you mean `alfa`? the municipalities are `alfa`, `beta`, `gamma`"
    )


def test_unknown_assignment_is_told_with_the_nearest_name():
    with pytest.raises(InputError) as caught:
        named_assignment(example().scenario, "adoptd")

    [problem] = caught.value.problems
    assert problem.code == "VV240"
    assert problem.message("en") == "the scenario has no assignment named `adoptd`"
    assert problem.hint("en") == (
        "did you mean `adopted`? the assignments are `adopted`, `spread`"
    )


def test_assignment_file_is_checked_with_its_own_positions():
    text = (
        "hosts: {plan: alfa, care: alfa, web: alfa}\nworkplaces: {web: {alfa: 2.5}}\n"
    )

    with pytest.raises(InputError) as caught:
        parse_assignment(text, "proposal.yaml", example().scenario)

    assert found(caught.value) == [("VV215", "1:38")]
    assert str(caught.value.problems[0].span) == "proposal.yaml:1:38"


def test_municipalities_need_no_place_where_there_are_no_roads():
    text = """\
schema: vvoptimize/scenario/v1
id: bare
title: Bare
municipalities: [{id: a, name: A}, {id: b, name: B}]
services: [{id: s, name: S}]
"""

    assert parse_scenario(text, PATH).scenario.roads_network.minutes("a", "b") is None
