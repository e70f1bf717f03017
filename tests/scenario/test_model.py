from fractions import Fraction

import pytest
from pydantic import ValidationError

from tests.scenario.example import PATH, example, mutated
from vvoptimize.errors import InputError
from vvoptimize.scenario.figure import Figure, Quality, value_of
from vvoptimize.scenario.reading import parse_scenario, read_scenario
from vvoptimize.scenario.services import Flag


@pytest.fixture
def scenario():
    return example().scenario


def refused(old, new):
    """Give the positions of the problems after a change."""
    text, place = mutated(old, new)
    with pytest.raises(InputError) as caught:
        parse_scenario(text, PATH)
    spans = [p.span for p in caught.value.problems]
    return place, [f"{span.line}:{span.column}" for span in spans if span]


def test_plain_number_is_a_figure_of_unstated_quality(scenario):
    assert scenario.municipality("alfa").population == Figure(value=300)
    assert scenario.municipality("alfa").population.quality is Quality.UNSTATED


def test_unknown_figure_has_no_value_and_one_left_out_is_no_figure(scenario):
    assert scenario.municipality("beta").population.value is None
    assert scenario.service("web").cost_after is None
    assert value_of(scenario.municipality("beta").population) is None
    assert value_of(scenario.service("web").cost_after) is None


def test_decimals_are_read_exactly(scenario):
    assert scenario.parameters["base_share"].value == Fraction(3, 10)
    assert scenario.parameters["tolerance"].value == Fraction(3, 2)
    assert scenario.municipality("gamma").population.value == 200
    assert isinstance(scenario.municipality("gamma").population.value, int)


def test_official_number_is_text_of_four_digits(scenario):
    assert scenario.municipality("alfa").number == "5628"
    assert scenario.municipality("beta").number == "0301"


def test_text_serves_both_languages_or_one_stands_in(scenario):
    assert scenario.title.get("nb") == "Regionen"
    assert scenario.title.get("en") == "The region"
    assert scenario.service("plan").name.get("nb") == "Planning"


def test_everyone_takes_part_and_may_host_when_nothing_is_said(scenario):
    plan = scenario.service("plan")

    assert plan.participants == ("alfa", "beta", "gamma")
    assert plan.candidates.among == plan.participants
    assert plan.task("maps").candidates == plan.participants
    assert plan.task("desk").candidates == ("beta",)


def test_candidates_may_be_a_list_or_have_a_reason(scenario):
    assert scenario.service("web").candidates.among == ("beta", "gamma")
    assert scenario.service("web").candidates.reason is None
    assert scenario.service("care").candidates.among == ("alfa",)
    assert scenario.service("care").candidates.reason.get("en") == "only one is near"


def test_candidates_with_only_a_reason_are_the_participants():
    text, _ = mutated("{among: [alfa], reason", "{reason«")

    assert parse_scenario(text, PATH).scenario.service("care").candidates.among == (
        "alfa",
        "beta",
    )


def test_flags_are_told_apart(scenario):
    assert scenario.service("plan").has(Flag.STATUTORY)
    assert not scenario.service("plan").has(Flag.WELFARE)


def test_staff_is_employed_where_it_works_when_nothing_else_is_said(scenario):
    employed = scenario.service("plan").employed_now

    assert employed == {"alfa": 2, "beta": 1, "gamma": Fraction(3, 2)}


def test_staff_of_a_service_shared_today_is_employed_by_its_host(scenario):
    assert scenario.service("care").employed_now == {"alfa": 0, "beta": 3}


def test_staff_of_the_host_is_unknown_when_that_of_a_participant_is():
    text, _ = mutated("{alfa: 1, beta: 2}\n  total", "{alfa: 1«}\n  total")

    service = parse_scenario(text, PATH).scenario.service("care")

    assert service.employed_now == {"alfa": 0, "beta": None}


def test_employed_today_wins_and_is_unknown_where_it_is_silent(scenario):
    employed = scenario.service("web").employed_now

    assert employed == {"alfa": None, "beta": 1, "gamma": None}


def test_every_figure_has_the_path_at_which_the_file_has_it():
    file = example()

    lines = file.document.text.splitlines()
    figures = list(file.scenario.figures())
    assert len(figures) == 35
    for where, figure in figures:
        span = file.document.span(where)
        rest = lines[span.line - 1][span.column - 1 :]
        written = "unknown" if figure.value is None else str(float(figure.value))
        assert rest.startswith(("{value", written.removesuffix(".0"))), where


def test_inputs_are_figures_by_no_one_or_two_names(scenario):
    assert scenario.inputs["rate"].value == Fraction(1, 4)
    assert scenario.inputs["demand"]["beta"].quality is Quality.DERIVED
    assert scenario.inputs["fit"]["plan"]["alfa"].value == -1


def test_scenario_cannot_be_changed(scenario):
    with pytest.raises(ValidationError, match="frozen"):
        scenario.id = "other"


def test_file_is_read_as_its_text_is(tmp_path):
    path = tmp_path / "region.yaml"
    path.write_text(example().document.text, encoding="utf-8")

    assert read_scenario(str(path)).scenario == example().scenario


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("id: region", "id: «Region"),
        ("v1\n", "v1\n«colour: red\n"),
        ("2022-01-01", "«2022-02-30"),
        ("date: 2022-06-16", "date: «June"),
        ("date: 2022-06-16", "date: «2022-13"),
        ("title: {nb: Regionen, en: The region}", "title: «3"),
        ("number: 5628", "number: «562"),
        ("language: en", "language: «se"),
        ("title: {nb: Regionen, en: The region}", "title: «{}"),
        ("population: 300", "population: «many"),
        ("population: 300", "population: «true"),
        ("value: 200.0", "value: «many"),
        ("base_share: {value: 0.3", "base_share: {value: «high"),
        ("tolerance: 1.5", "tolerance: «high"),
        ("quality: derived", "quality: «guessed"),
        ("delivery: network\n", "delivery: «nettwork\n"),
        ("[statutory, principle]", "[statutory, «principal]"),
        ("participants: [alfa, beta]", "participants: «[]"),
        ("participants: [alfa, beta]", "participants: «all"),
        ("candidates: [beta, gamma]", "candidates: «beta"),
        ("fte: 0.5", "fte: «half"),
        ("{alfa: 10, beta: {value: 5, quality: derived}}", "{alfa: «ten}"),
        ("plan: {alfa: -1, beta: 2}", "plan: {alfa: «minus}"),
        ("{care: network}", "{care: «either}"),
        ("web: {beta: 2.5}", "web: {beta: «all}"),
        ("pass: {name: Gammafjell, ", "«pass: {"),
        ("lat: 70.5", "lat: «north"),
        ("reason: decided, source: register}", "reason: «{}}"),
    ],
)
def test_malformed_value_is_refused_at_its_place(old, new):
    place, places = refused(old, new)

    assert places == [place]


@pytest.mark.parametrize("key", ["municipalities", "services"])
def test_there_must_be_some(key):
    text = (
        "schema: vvoptimize/scenario/v1\nid: bare\ntitle: Bare\n"
        "municipalities: [{id: a, name: A}]\nservices: [{id: s, name: S}]\n"
    )
    line = next(line for line in text.splitlines() if line.startswith(key))
    text, place = mutated(line, f"{key}: «[]", text)

    with pytest.raises(InputError) as caught:
        parse_scenario(text, PATH)

    assert place in {
        f"{p.span.line}:{p.span.column}" for p in caught.value.problems if p.span
    }
