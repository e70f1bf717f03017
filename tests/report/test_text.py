import re

import pytest

from tests.report.cases import UNKNOWN, flat, reports, stopped, text
from tests.report.example import RULES, SCENARIO, assessed, solution, stages_of
from vvoptimize.report import check_report, render_text, solve_report
from vvoptimize.report.layout import width_of
from vvoptimize.solution.stages import Limits, Outcome, Stop

# Form


@pytest.mark.parametrize("lang", ["nb", "en"])
@pytest.mark.parametrize("width", [40, 62, 80, None, 100, 300])
def test_no_line_is_wider_than_the_terminal(lang, width):
    for report in reports():
        told = render_text(report, lang=lang, width=width, color=False)

        assert max(map(width_of, told.split("\n"))) <= min(width or 80, 100)


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_without_colour_there_are_no_control_characters(lang):
    for report in reports():
        told = render_text(report, lang=lang, width=None, color=False)

        assert re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", told) is None


def test_no_line_ends_in_space_and_nothing_is_left_to_fill_in():
    for report in reports():
        told = render_text(report, lang="nb", width=None, color=False)

        assert [line for line in told.split("\n") if line != line.rstrip(" ")] == []
        assert not told.endswith("\n")
        assert re.search(r"\{[a-z_]+\}", told) is None


def test_colour_changes_nothing_but_colour():
    coloured = text(check_report(assessed("adopted")), color=True)

    assert "\x1b[1;31mbrutt" in coloured
    assert re.sub("\x1b\\[[0-9;]*m", "", coloured) == text(
        check_report(assessed("adopted"))
    )


def test_names_from_files_cannot_command_the_terminal():
    evil = SCENARIO.replace("name: Beta", 'name: "\\e[31mBeta"')
    told = render_text(
        check_report(assessed("best", evil)), lang="en", width=None, color=False
    )

    assert "\x1b" not in told
    assert "\\x1b[31mBeta" in told


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_the_councils_have_the_last_word(lang):
    told = text(solve_report(solution()), lang).split("\n")[-1]

    assert "kommunestyrene" in told or "councils" in told


def test_what_is_unknown_comes_before_what_is_decided():
    told = text(check_report(assessed("best", UNKNOWN)))

    assert told.index("UKJENT") < told.index("FORDELINGEN") < told.index("REGLENE")


# The verdict


def test_proved_answer_says_so_and_names_the_worst_off():
    assert (
        "Bevist best etter disse reglene og tallene: ingen annen fordeling som"
        " oppfyller de bindende reglene, kommer bedre ut når ønskene og så målene tas"
        " i den oppgitte rekkefølgen; lavest i «Balanserte arbeidsplasser»: Beta"
        " (−1 årsverk). 1 av 35 tall er antatt. Beviset gjelder for disse tallene."
        in flat(solve_report(solution()))
    )


def test_without_wishes_the_objectives_alone_are_told_of():
    binding = RULES.replace("kind: prefer", "kind: require")
    told = flat(solve_report(solution(assessed(rules=binding), others=())), "en")

    assert "does better, taking the objectives in their stated order; lowest in" in told


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("nb", "1 av 1 ønsker er ikke nådd; lavest i"),
        ("en", "1 of 1 wishes is not met; lowest in"),
    ],
)
def test_wishes_that_are_not_met_are_counted(lang, told):
    assert told in flat(check_report(assessed("adopted")), lang)


def test_what_is_not_proved_rests_on_assumed_figures_too():
    told = flat(stopped(), "en")

    assert "1 of 35 figures is assumed. The outcome holds for these figures." in told


def test_broken_clauses_are_listed_as_running_text():
    strict = RULES.replace("kind: prefer", "kind: require").replace(
        "at_least: minimum", "at_least: 9 * minimum"
    )
    told = flat(check_report(assessed("adopted", rules=strict)))

    assert "av bindende regler er brutt (punkt 5.6 og 5.5)" in told


def test_stopped_search_is_not_called_best_and_tells_the_gap():
    told = flat(stopped(), "en")

    assert "Proved best" not in told
    assert (
        "Not proved best: the search stopped at the limit of 60 seconds; in"
        " «Balanced workplaces» −1 FTE is reached and none can better ≈0.33 FTE"
        " (gap ≈1.33 FTE)" in told
    )


@pytest.mark.parametrize(
    ("stop", "limits", "why"),
    [
        (Stop.TIME, Limits(seconds=0.5), "ved tidsgrensen på 0,5 sekunder"),
        (Stop.WORK, Limits(work=20), "ved arbeidsgrensen på 20"),
        (Stop.INTERRUPTED, None, "fordi det ble avbrutt"),
    ],
)
def test_stopped_search_tells_why(stop, limits, why):
    assert f"Ikke bevist best: søket stoppet {why};" in flat(stopped(stop, limits))


def test_stage_with_nothing_proved_says_so():
    told = flat(stopped(bound=None))

    assert "for «Balanserte arbeidsplasser» er ingenting bevist" in told


def test_answer_with_unknown_figures_says_so_first():
    ours = assessed("best", UNKNOWN)
    missing = ("services.arkiv.cost_after",)
    stages = stages_of(ours, Outcome.UNKNOWN, missing=missing)
    told = flat(solve_report(solution(ours, stages, others=())))

    assert (
        "Ikke bevist best, for tall mangler: 4 tilfeller av bindende regler kan ikke"
        " avgjøres og «Balanserte arbeidsplasser» kan ikke måles fullt ut" in told
    )
    assert (
        "«Balanserte arbeidsplasser»: ikke målt fullt ut. Mangler: kostnad"
        " etter (Arkiv)." in told
    )
    assert "ikke stilt, tall mangler" in told


def test_broken_assignment_is_said_to_break_which_clause():
    told = flat(check_report(assessed("adopted")))

    assert "Brutt: 2 tilfeller av bindende regler er brutt (punkt 5.6)" in told


def test_assignment_that_lacks_figures_is_undecided():
    told = flat(check_report(assessed("best", UNKNOWN)))

    assert (
        "Ikke avgjort, for tall mangler: 4 tilfeller av bindende regler kan"
        " ikke avgjøres" in told
    )
    assert (
        "Punkt 5.5 sound-team: 1 av 8 uavgjort (IKT, Gammavær). Mangler: minste"
        " forsvarlige gruppe (IKT)." in told
    )


def test_assignment_that_keeps_all_rules_holds():
    told = flat(check_report(assessed()))

    assert "Alle bindende regler som gjelder her, er oppfylt; lavest i" in told
    assert "Ingen tall mangler, og alle regler er avgjort." in told


def test_leximin_stopped_among_its_ranks_tells_how_many_are_proved():
    told = flat(stopped(bound=-1))

    assert "i «Balanserte arbeidsplasser» er 1 av 3 bevist, fra dårligst ut" in told


def test_stage_without_a_gap_does_not_tell_of_one():
    assert "Ingen kan nå bedre enn" in flat(stopped())
    assert "Ingen kan nå bedre enn" not in flat(stopped(bound=-1))
