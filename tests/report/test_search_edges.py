"""What seldom happens in a search: stages left open, odd neighbours, conflicts."""

from dataclasses import replace
from fractions import Fraction

import pytest

from tests.report.cases import flat, text
from tests.report.example import (
    RULES,
    SCENARIO,
    assessed,
    conflict,
    solution,
    stages_of,
)
from vvoptimize.cpsat.results import Conflict
from vvoptimize.report import (
    check_report,
    conflict_report,
    rules_report,
    solve_report,
)
from vvoptimize.ruleset.grounding import ground
from vvoptimize.ruleset.reading import parse_rules
from vvoptimize.scenario.reading import parse_scenario
from vvoptimize.solution.stages import Outcome, StageKind, Stop

MILD = RULES.replace("at_least: -tolerance", "at_least: -9 * tolerance")


def edited(*changes, text_=SCENARIO):
    """Return a scenario with parts of its text replaced."""
    for old, new in changes:
        assert old in text_
        text_ = text_.replace(old, new)
    return text_


# A search


def report_of(*stages, **changes):
    """Return the text of an answer with other stages."""
    ours = assessed()
    stop = changes.pop("stop", Stop.PROVED)
    return flat(
        solve_report(solution(ours, stages or stages_of(ours), stop, **changes))
    )


def test_stage_that_left_cases_out_names_what_they_lack():
    first, balanced, *rest = stages_of(assessed())
    partly = replace(balanced, missing=("services.ikt.minimum_team",))

    assert "Ikke med, for tall mangler: minste forsvarlige gruppe (IKT)." in report_of(
        first, partly, *rest
    )


def test_search_that_stopped_with_all_stages_proved_has_no_gap_to_tell():
    ours = assessed()
    found = solve_report(solution(ours, stages_of(ours)))
    told = flat(replace(found, proved=False, stop="interrupted"))

    assert "søket stoppet fordi det ble avbrutt; lavest i" in told


def test_several_worst_off_are_all_named_and_of_many_a_few():
    found = check_report(assessed())
    assert found.worst_off is not None
    party = found.worst_off.parties[0]
    many = found.worst_off._replace(parties=(party,) * 7)

    assert ": Beta, Beta, Beta, Beta og 3 til (" in flat(replace(found, worst_off=many))


def test_open_comparison_names_neither_as_better():
    unknown = edited(("total_after: 1.5", "total_after: unknown"))
    wish = MILD.replace('at_least: "1"', "at_least: 0")
    ours, other = (assessed(name, unknown, wish) for name in ("best", "adopted"))
    found = solution(ours, stages_of(ours, Outcome.UNKNOWN), others=())
    told = flat(solve_report(replace(found, others=(other,))))

    assert "tall mangler, så det kan ikke sies hvilken som er best" in told
    assert "Alfa -" not in told


def test_better_assignment_is_said_to_be_better():
    wish = MILD.replace('at_least: "1"', "at_least: 0")
    ours, other = (assessed(name, rules=wish) for name in ("adopted", "best"))
    found = replace(solution(ours, others=()), others=(other,))

    assert "Bedre enn løsningen." in flat(solve_report(found))


def test_difference_in_one_number_has_no_rank_and_no_parties():
    rules = MILD.replace('at_least: "1"', "at_least: 0").replace(
        RULES[RULES.index("- id: balanced") : RULES.index("- id: cheap")], ""
    )
    ours, other = (assessed(name, rules=rules) for name in ("best", "adopted"))
    found = replace(solution(ours, stages_of(assessed()), others=()), others=(other,))
    told = flat(solve_report(found))

    assert "Skiller seg først i «cheap»: 11 500 001 kr/år mot" in told
    assert "For:" not in told


def test_named_assignments_stand_apart_and_tell_what_they_lack():
    unknown = edited(("  minimum_team: 2\n", ""))
    ours, other = (assessed(name, unknown) for name in ("best", "adopted"))
    found = replace(solution(ours, others=()), others=(other, ours))
    told = text(solve_report(found))

    assert "\n\nbest\n  Samme verter.\n" in told
    assert "  1 tilfelle av bindende regler kan ikke avgjøres.\n" in told


def test_wish_that_lacks_a_figure_is_unknown_beside_the_other():
    rules = MILD.replace(
        "authority: law\n  kind: require\n  for_each: {s: services, m",
        "authority: law\n  kind: prefer\n  for_each: {s: services, m",
    )
    unknown = edited(
        ("  minimum_team: 1\n  tasks", "  minimum_team: 4\n  tasks"),
        ("  total_after: 1.5\n  minimum_team: 1\n", "  total_after: 1.5\n"),
    )
    ours, other = (assessed(name, unknown, rules) for name in ("best", "adopted"))
    found = replace(solution(ours, others=()), others=(other,))

    assert (
        "For, i årsverk: Barnevern, Beta 0 mot 1 (−1); Arkiv, Alfa 0 mot ukjent."
        in flat(solve_report(found))
    )


def test_soft_rule_is_a_stage_called_by_its_clause():
    _, balanced, *_ = stages_of(assessed())
    wish = replace(
        balanced,
        stage_id="everyone-hosts",
        kind=StageKind.PREFER,
        parties=(),
        step=None,
    )

    assert "Avvik fra punkt 5.5 everyone-hosts −1 årsverk bevist" in report_of(wish)


def test_many_breaches_of_a_named_assignment_are_counted():
    strict = RULES.replace("kind: prefer", "kind: require")
    ours, other = (assessed(name, rules=strict) for name in ("best", "adopted"))
    found = replace(solution(ours, others=()), others=(other,))

    assert "Og 1 brutt til." in flat(solve_report(found))


def test_file_of_parameters_alone_lists_only_those():
    rules = parse_rules(RULES[: RULES.index("measures:")], "rules.yaml")
    told = flat(rules_report(rules, None))

    assert told.startswith("rules.yaml 0 regler. TALL SOM REGLENE BRUKER")


def test_assumed_figure_without_a_value_is_missing():
    assumed = edited(("value: 4000000,", "value: unknown,"))
    report = check_report(assessed("best", assumed))

    assert report.evidence.assumed == ()
    assert report.evidence.missing == ("services.ikt.cost_after",)


def test_built_in_stage_without_a_name_of_its_own_is_called_by_its_kind():
    first, *_ = stages_of(assessed())
    own = replace(first, stage_id="new", kind=StageKind.TIE_BREAK)

    assert "Valg mellom like gode" in report_of(own)


def test_only_a_stage_may_be_undecided():
    first, balanced, *rest = stages_of(assessed())
    open_ = replace(
        balanced, outcome=Outcome.UNKNOWN, missing=("services.ikt.total_after",)
    )

    assert (
        "for tall mangler: «Balanserte arbeidsplasser» kan ikke måles fullt ut;"
        in report_of(first, open_, *rest)
    )


def test_assignment_without_a_name_has_none_to_tell():
    found = check_report(replace(assessed(), name=None))

    assert "Fordeling:" not in flat(found)


EQUALS = MILD[: MILD.index("objectives:")].replace('at_least: "1"', "at_least: 0")


def beside(ours, other, scenario=SCENARIO):
    """Return the text of an answer beside another, by rules without objectives."""
    first, second = (assessed(name, scenario, EQUALS) for name in (ours, other))
    found = solution(first, stages_of(assessed()), others=())
    return flat(solve_report(replace(found, others=(second,))))


def test_what_chose_between_equals_is_told_with_its_amounts():
    assert (
        "Like god i alle ønsker og mål. Det som avgjorde mellom like gode, er færrest"
        " årsverk som bytter arbeidsgiver: 9,5 årsverk mot 6,5 årsverk i løsningen."
        in beside("adopted", "best")
    )


def test_order_in_the_file_that_chose_between_equals_has_no_amounts():
    alike = edited(
        ("{alfa: 1, beta: 0.5, gamma: 0.5}", "{alfa: 0.5, beta: 0.5, gamma: 0.5}"),
        ("{ikt: gamma, vern: gamma}", "{ikt: gamma, vern: beta, arkiv: beta}"),
        ("    unshared: [arkiv]\n", ""),
    )

    assert (
        "Det som avgjorde mellom like gode, er rekkefølgen av verter i fila. Endring"
        in beside("best", "adopted", alike)
    )


@pytest.mark.parametrize("other", ["best", "adopted"])
def test_nothing_is_said_to_have_chosen_ours_where_it_did_not(other):
    told = beside("best", other)

    assert "Like god i alle ønsker og mål." in told
    assert "Det som avgjorde" not in told


def test_nothing_chose_between_equals_in_a_search_that_was_stopped():
    ours, other = (assessed(name, rules=EQUALS) for name in ("adopted", "best"))
    stages = stages_of(assessed(), Outcome.FEASIBLE)
    found = replace(solution(ours, stages, others=()), others=(other,))

    assert "Det som avgjorde" not in flat(solve_report(found))


# Conflicts


def alone(rule_id, lang="nb"):
    """Return the text of a conflict that one case of a rule makes alone."""
    grounding, found = conflict()
    member = next(i for i in grounding.model.instances if i.rule.rule_id == rule_id)
    one = Conflict((member,), (Fraction(5),), True, found.statistics)
    return flat(conflict_report(grounding, one), lang)


def test_single_rule_that_cannot_be_kept_is_not_told_of_others():
    told = alone("added-value")

    assert (
        "REGEL SOM IKKE KAN OPPFYLLES Denne kan ingen fordeling oppfylle alene. Dette"
        " er én konflikt. Det kan finnes flere når den er løst." in told
    )
    assert "Må gi etter med minst 5 kr/år. Hvis" in told


@pytest.mark.parametrize(
    ("rule_id", "number", "others"),
    [
        ("not-at-expense", "Loss that is always tolerated", "Share split equally"),
        ("added-value", "Share split equally", "Loss that is always tolerated"),
    ],
)
def test_conflict_lists_only_the_numbers_it_rests_on(rule_id, number, others):
    told = alone(rule_id, "en")

    assert number in told
    assert others not in told


@pytest.mark.parametrize(
    ("relation", "value"), [("at_most", "−0,5"), ("equals", None), ("at_least", "−1,5")]
)
def test_conflict_tells_what_would_be_reached(relation, value):
    rules = parse_rules(
        RULES.replace("at_least: -tolerance", f"{relation}: -tolerance")
    )
    grounding = ground(rules, parse_scenario(SCENARIO, "small.yaml"))
    member = next(
        i for i in grounding.model.instances if i.rule.rule_id == "not-at-expense"
    )
    statistics = conflict()[1].statistics
    found = Conflict((member,), (Fraction(1, 2),), True, statistics)
    told = flat(conflict_report(grounding, found))

    if value is None:
        assert "Tolkning: Ingen taper mer enn toleransen" in told
    else:
        assert f"Hvis den gir etter: Alfa endres med {value} årsverk" in told


def test_conflict_whose_limit_depends_on_the_answer_tells_the_reading():
    grounding, found = conflict()
    member = next(
        i for i in grounding.model.instances if i.rule.rule_id == "sound-team"
    )
    one = Conflict((member,), (None,), True, found.statistics)

    assert "Tolkning: Verten har en gruppe" in flat(conflict_report(grounding, one))
