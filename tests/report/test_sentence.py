"""Rules said in words: every kind of node, every table, and whole shipped rules."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.ruleset.region import rules
from vvoptimize.report.catalogue import CATALOGUES
from vvoptimize.report.sentence.label import plain_label
from vvoptimize.report.sentence.sentence import sentence
from vvoptimize.ruleset.reading import read_rules
from vvoptimize.ruleset.vocabulary import SETS, TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vvoptimize.authoring.formulas import Owner
    from vvoptimize.ruleset.rules import RuleSet

ROOT = Path(__file__).parents[2]

DECLARED = """\
parameters:
  least:
    unit: FTE
    value: 1.5
    range: [0, 9]
    status: proposed
    label: {nb: Minste gruppe (et forslag), en: Smallest group (a proposal)}
sets:
  organs:
    label: {nb: organer, en: bodies}
    elements: {board: Styret}
inputs:
  rate: {unit: "1", label: {nb: Sats, en: Rate}}
  fit: {index: [services, municipalities], unit: bool, label: {nb: Egnet, en: Fit}}
  seats: {index: [organs], unit: person, label: {nb: Plasser, en: Seats}}
  sites: {index: [municipalities], unit: "1", label: {nb: Steder, en: Sites}}
  open: {unit: bool, label: {nb: Åpent, en: Open}}
measures:
  unnamed: {unit: "1", expr: 1 + 1}
"""
RULE = 'clause: "1", reading: x, authority: advice, kind: require'

# (for_each, formula of `require`) and what is said after "it must be so that".
TRUTHS = [
    ("s: services", "joint[s]", "the service is shared", "tjenesten er felles"),
    (
        "s: services",
        "not joint[s]",
        "the service is not shared",
        "tjenesten ikke er felles",
    ),
    ("s: services", "not not joint[s]", "the service is shared", "tjenesten er felles"),
    (
        "s: services, m: municipalities",
        "not fit[s, m]",
        "it is not so that «Fit» is so for the service and the municipality",
        "det ikke er slik at «Egnet» gjelder for tjenesten og kommunen",
    ),
    ("", "open", "«Open» is so", "«Åpent» gjelder"),
    (
        "s: services",
        "joint[s] or network[s] and statutory[s] or welfare[s]",
        "the service is shared, (the service is a network and the service is "
        "statutory) or the service is a welfare service",
        "tjenesten er felles, (tjenesten er et nettverk og tjenesten er lovpålagt) "
        "eller tjenesten er en velferdstjeneste",
    ),
    (
        "s: services",
        "implies(joint[s] and statutory[s], network[s])",
        "the service is a network if (the service is shared and the service is "
        "statutory)",
        "tjenesten er et nettverk hvis (tjenesten er felles og tjenesten er lovpålagt)",
    ),
    (
        "s: services",
        "any(host[s, m] for m in municipalities)",
        "for at least one municipality the municipality hosts the service",
        "det for minst én kommune er slik at kommunen er vert for tjenesten",
    ),
    (
        "s: services",
        "all(host[s, m] for m in municipalities if candidate[s, m])",
        "for each municipality where the municipality can host the service the "
        "municipality hosts the service",
        "det for hver kommune der kommunen kan være vert for tjenesten er slik at "
        "kommunen er vert for tjenesten",
    ),
    (
        "a: municipalities, b: municipalities",
        "a == b or separated[a, b]",
        "municipality A is the same as municipality B or a closed pass separates "
        "municipality A from municipality B",
        "kommune A er den samme som kommune B eller en stengt fjellovergang skiller "
        "kommune A fra kommune B",
    ),
    (
        "s: services",
        "0 < staff_after[s] <= least",
        "0 is less than the FTE of the service when shared and the FTE of the service "
        "when shared is at most «Smallest group» (1.5 FTE)",
        "0 er mindre enn årsverkene i tjenesten som felles tjeneste og årsverkene i "
        "tjenesten som felles tjeneste er høyst «Minste gruppe» (1,5 årsverk)",
    ),
    (
        "s: services",
        "not staff_after[s] >= least",
        "the FTE of the service when shared is less than «Smallest group» (1.5 FTE)",
        "årsverkene i tjenesten som felles tjeneste er mindre enn «Minste gruppe» (1,5 "
        "årsverk)",
    ),
    (
        "",
        "rate != 0.25",
        "«Rate» differs from 0.25",
        "«Sats» er ulik 0,25",
    ),
    (
        "o: organs",
        "seats[o] == 0",
        "«Seats» for the one of «bodies» equals 0",
        "«Plasser» for den i «organer» er lik 0",
    ),
    (
        "s: services, f: forms",
        "form[s, f]",
        "the service has the form",
        "tjenesten har formen",
    ),
]

NUMBERS = [
    ("-sites[m]", "minus «Sites» for the municipality"),
    (
        "sites[m] - (sites[m] - 1 / rate)",
        "«Sites» for the municipality minus («Sites» for the municipality "
        "minus 1 divided by «Rate»)",
    ),
    (
        "(sites[m] + 2) * rate / (rate * 3)",
        "(«Sites» for the municipality plus 2) times «Rate» divided by («Rate» "
        "times 3)",
    ),
    ("abs(rate)", "the size of «Rate», without its sign"),
    ("min(rate, 0, 1) * 2", "(the least of «Rate», 0 and 1) times 2"),
    ("max(rate, 0)", "the greatest of «Rate» and 0"),
    ("sum(1 for s in services)", "the number of services"),
    (
        "sum(1 for s in services if statutory[s])",
        "the number of services where the service is statutory",
    ),
    ("sum(2 for s in services)", "2 times the number of services"),
    (
        "count(host[s, m] for s in services)",
        "the number of services where the municipality hosts the service",
    ),
    (
        "sum(host[s, m] for s in services if statutory[s])",
        "the number of services where the service is statutory and the municipality "
        "hosts the service",
    ),
    (
        "sum(sites[a] for a in municipalities)",
        "the sum over all municipalities B of «Sites» for municipality B",
    ),
    (
        "min(minutes[m, a] for a in municipalities if a != m)",
        "the least over all municipalities B where municipality B is another than "
        "municipality A of the travel time from municipality A to municipality B",
    ),
    (
        "max(pays[s, m] for s in services)",
        "the greatest over all services of what the municipality pays for the service",
    ),
    (
        "rate * (sites[m] > 5)",
        "«Rate» if «Sites» for the municipality is more than 5, otherwise 0",
    ),
    ("(1 - open) * rate", "«Rate» if it is not so that «Open» is so, otherwise 0"),
    ("1 + open", "1 plus (1 if «Open» is so, otherwise 0)"),
    ("unnamed", "«unnamed»"),
]


def owners(rule_set: RuleSet) -> Iterator[Owner]:
    yield from rule_set.cost_keys
    yield from rule_set.rules
    yield from rule_set.objectives
    yield from rule_set.measures.values()


@pytest.mark.parametrize(("for_each", "formula", "en", "nb"), TRUTHS)
def test_a_truth_is_said(for_each, formula, en, nb) -> None:
    loop = f"for_each: {{{for_each}}}, " if for_each else ""
    body = f"- {{id: r, {RULE}, {loop}require: '{formula}'}}"
    rule_set = rules(f"{DECLARED}rules:\n{body}\n")

    told = {
        lang: sentence(rule_set.rules[0], rule_set, lang).replace(
            "\N{NO-BREAK SPACE}", " "
        )
        for lang in ("en", "nb")
    }

    assert told["en"].lower().endswith(f"it must be so that {en}.".lower())
    assert told["nb"].lower().endswith(f"være slik at {nb}.".lower())


@pytest.mark.parametrize(("formula", "en"), NUMBERS)
def test_a_number_is_said(formula, en) -> None:
    body = f"for_each: {{m: municipalities}}, measure: '{formula}', at_least: 0"
    rule_set = rules(f"{DECLARED}rules:\n- {{id: r, {RULE}, {body}}}\n")

    told = sentence(rule_set.rules[0], rule_set, "en")

    each, _, said = told.partition(", ")
    assert each.startswith("For each municipality")
    assert said == f"{en} must be at least 0."


@pytest.mark.parametrize("lang", CATALOGUES)
@pytest.mark.parametrize("table", TABLES)
def test_every_table_has_a_phrase_with_all_its_places(table, lang) -> None:
    phrase = CATALOGUES[lang][f"say.table.{table}"]

    places = set(re.findall(r"[{](.)[}]", phrase))
    assert places == {str(n) for n in range(len(TABLES[table].index))}


@pytest.mark.parametrize("table", [n for n, of in TABLES.items() if of.unit is None])
def test_every_truth_can_be_denied(table) -> None:
    for texts in CATALOGUES.values():
        assert texts[f"say.not.{table}"] != texts[f"say.table.{table}"]


@pytest.mark.parametrize("set_name", SETS)
def test_every_set_has_its_nouns(set_name) -> None:
    for texts in CATALOGUES.values():
        for kind in ("one", "the", "all", "each", "some"):
            assert texts[f"say.{kind}.{set_name}"]


@pytest.mark.parametrize(
    ("entry", "en", "nb"),
    [
        (
            "kind: prefer, measure: rate, equals: 1, tolerance: 0.5",
            "«Rate» should be equal to 1, with a difference of at most 0.5.",
            "«Sats» bør være lik 1, med et avvik på høyst 0,5.",
        ),
        (
            "kind: prefer, require: open",
            "It should be so that «Open» is so.",
            "Det bør være slik at «Åpent» gjelder.",
        ),
        (
            "kind: require, require: not (open and rate > 0)",
            "It must not be so that «Open» is so and «Rate» is more than 0.",
            "Det skal ikke være slik at «Åpent» gjelder og «Sats» er mer enn 0.",
        ),
        (
            "kind: report, measure: rate, at_least: 1",
            "It is shown whether «Rate» is at least 1.",
            "Det vises om «Sats» er minst 1.",
        ),
        (
            "kind: report, require: not (open and rate > 0)",
            "It is shown whether it is not so that «Open» is so and «Rate» is more "
            "than 0.",
            "Det vises om det ikke er slik at «Åpent» gjelder og «Sats» er mer enn 0.",
        ),
        (
            "kind: require, measure: rate, at_most: open",
            "«Rate» must be at most 1 if «Open» is so, otherwise 0.",
            "«Sats» skal være høyst 1 hvis «Åpent» gjelder, ellers 0.",
        ),
    ],
)
def test_a_rule_without_cases_is_a_sentence_of_its_own(entry, en, nb) -> None:
    head = 'id: r, clause: "1", reading: x, authority: advice'
    rule_set = rules(f"{DECLARED}rules:\n- {{{head}, {entry}}}\n")

    assert sentence(rule_set.rules[0], rule_set, "en") == en
    assert sentence(rule_set.rules[0], rule_set, "nb") == nb


def test_an_exception_is_said_after_its_rule() -> None:
    rule_set = rules(
        f"rules:\n- {{id: r, {RULE}, for_each: {{s: services}}, require: 'joint[s]', "
        "except: [{clause: '2.1', reading: x, where: 'statutory[s]'}]}\n"
    )

    assert sentence(rule_set.rules[0], rule_set, "nb") == (
        "For hver tjeneste skal det være slik at tjenesten er felles. Unntatt etter "
        "punkt 2.1 er der tjenesten er lovpålagt."
    )


def test_objectives_cost_keys_and_measures_are_said() -> None:
    rule_set = read_rules([str(ROOT / "rules" / "tiny.yaml")])

    told = [
        sentence(owner, rule_set, "nb").replace("\N{NO-BREAK SPACE}", " ")
        for owner in owners(rule_set)
    ]

    assert told == [
        "For hver tjeneste og hver kommune deles kostnaden etter innbyggertallet i "
        "kommunen.",
        "For hver kommune skal antallet tjenester der kommunen er vert for tjenesten "
        "være minst 1.",
        "For hver kommune skal «Endring i arbeidsplasser» for kommunen være minst "
        "minus «Tap av arbeidsplasser som kan bæres» (2 årsverk).",
        "Den som kommer dårligst ut blant alle kommuner, skal ha mest mulig av "
        "«Endring i arbeidsplasser» for kommunen; deretter den nest dårligste, og så "
        "videre.",
        "Summen over alle tjenester, kommuner A og kommuner B der tjenesten er en "
        "velferdstjeneste, av (reisetiden fra kommune A til kommune B hvis kommune B "
        "er vert for tjenesten, ellers 0) skal være minst mulig.",
        "For hver kommune er «Endring i arbeidsplasser» lik summen over alle tjenester "
        "av (arbeidsplassene i tjenesten i kommunen minus dagens arbeidsplasser i "
        "tjenesten i kommunen).",
    ]


GOLDEN = {
    "no-lone-staff": (
        "For hver tjeneste og hver kommune der kommunen deltar i tjenesten, bør "
        "arbeidsplassene i tjenesten i kommunen være minst «Minste fagmiljø på ett "
        "sted» (2 årsverk) hvis arbeidsplassene i tjenesten i kommunen er mer enn 0, "
        "ellers 0."
    ),
    "host-can-deliver": (
        "For hver tjeneste og hver kommune der kommunen kan være vert for tjenesten, "
        "skal arbeidsplassene i tjenesten i kommunen være minst den minste forsvarlige "
        "gruppa i tjenesten hvis kommunen er vert for tjenesten, ellers 0."
    ),
    "decided-steps-stand": (
        "For hver tjeneste og hver kommune der det er bestemt at kommunen er vert for "
        "tjenesten, skal det være slik at kommunen er vert for tjenesten."
    ),
    "network-where-near": (
        "For hver tjeneste der det for minst én kommune er slik at ønsket "
        "tilstedeværelse av tjenesten i kommunen er mer enn 0, bør det være slik at "
        "tjenesten er et nettverk hvis tjenesten er felles."
    ),
}


@pytest.mark.parametrize("rule_id", GOLDEN)
def test_shipped_rule_reads_as_good_bokmal(rule_id) -> None:
    rule_set = read_rules([str(ROOT / "rules" / "vestre-varanger.yaml")])
    rule = next(rule for rule in rule_set.rules if rule.rule_id == rule_id)

    told = sentence(rule, rule_set, "nb")

    assert told.replace("\N{NO-BREAK SPACE}", " ") == GOLDEN[rule_id]


@pytest.mark.parametrize("lang", CATALOGUES)
@pytest.mark.parametrize("path", sorted((ROOT / "rules").glob("*.yaml")), ids=str)
def test_no_identifier_is_left_in_what_is_said_of_shipped_rules(path, lang) -> None:
    rule_set = read_rules([str(path)])

    told = " ".join(sentence(owner, rule_set, lang) for owner in owners(rule_set))

    raw = re.findall(r"\w+_\w+|\w+\[|[{}]", told)
    assert raw == []


def test_a_label_loses_its_remark_only() -> None:
    assert plain_label("Small (at most 2) places (a proposal)") == (
        "Small (at most 2) places"
    )
