"""Each fault of a formula is reported with its code, at its line and column."""

import pytest

from tests.ruleset.region import HEAD, MARK, faults, unmarked

# Each formula stands where a number is wanted, with `m` over municipalities and `s`
# over services; the mark stands where the fault is told.
FAULTS = {
    "VV303": "1 + «ærlig",
    "VV304": "population[m] + «'x'",
    "VV305": "1 «+ " + "- " * 12 + "1",
    "VV306": "(" * 40 + "«(1" + ")" * 41,
    "VV307": "2 * «1e308",
    "VV308": "2 * «1.2345678",
    "VV309": "1 + «* 2",
    "VV310": "(1 + 2) * «(3",
    "VV311": "1 + max(" + "1, " * 297 + "«1, 1)",
    "VV312": "1 + «population.real",
    "VV313": "1 + «max(2)[m]",
    "VV314": "1 + population[«1]",
    "VV315": "1 + («m in municipalities)",
    "VV316": "1 + «max(a=1)",
    "VV317": "1 + «evaluate(m)",
    "VV318": "1 + «abs(1, 2)",
    "VV319": "1 + «sum(1, 2)",
    "VV320": "1 + «abs(1 for a in services)",
    "VV321": "1 + «sum(1 for a in forms for b in forms for c in forms for d in forms)",
    "VV322": "1 + sum(1 for «a, b in services)",
    "VV330": "1 + «populaton[m]",
    "VV331": "1 + population[«q]",
    "VV332": "1 + «population[m, m]",
    "VV333": "1 + population[«s]",
    "VV334": "1 + («population[m] - staff_after[s])",
    "VV335": "1 + «workplaces[s, m] * host[s, m]",
    "VV336": "1 / («1 + roles[m])",
    "VV337": "sum(1 for a in services if «host[a, m])",
    "VV338": "1 + «m",
    "VV339": "1 + count(«1 for a in services)",
    "VV340": "1 + («m == s)",
    "VV341": "1 + sum(1 for «a in servces)",
    "VV342": "1 + sum(1 for «m in municipalities)",
}
MEASURES = """\
measures:
  roles:
    for_each: {m: municipalities}
    unit: "1"
    expr: "count(host[s, m] for s in services)"
"""
PLAIN = """\
  tried:
    for_each: {m: municipalities, s: services}
    unit: "1"
    label: Blåbærsyltetøy
    expr: FORMULA
"""
QUOTED = """\
  tried: {for_each: {m: municipalities, s: services},
    unit: "1", label: {nb: Blåbærsyltetøy}, expr: "FORMULA"}
"""
LITERAL = """\
  tried:
    for_each: {m: municipalities, s: services}
    unit: "1"
    expr: |

      FORMULA
"""
BROKEN = """\
  tried:
    for_each: {m: municipalities, s: services}
    unit: "1"
    label: på to linjer
    expr: |
      (0 + # removed
      FORMULA)
""".replace(" # removed", "")


@pytest.mark.parametrize(
    "layout", [PLAIN, QUOTED, LITERAL], ids=["plain", "quoted", "literal"]
)
@pytest.mark.parametrize("code", FAULTS)
def test_fault_is_told_at_its_place(code: str, layout: str) -> None:
    text, place = unmarked(HEAD + MEASURES + layout.replace("FORMULA", FAULTS[code]))

    assert faults(text)[0] == (code, place)


@pytest.mark.parametrize("code", [code for code in FAULTS if code > "VV311"])
def test_fault_is_told_on_the_second_line_of_a_block(code: str) -> None:
    text, place = unmarked(HEAD + MEASURES + BROKEN.replace("FORMULA", FAULTS[code]))

    assert faults(text)[0] == (code, place)


@pytest.mark.parametrize("code", [code for code in FAULTS if code != "VV309"])
def test_nothing_else_is_told(code: str) -> None:
    text, _ = unmarked(HEAD + MEASURES + PLAIN.replace("FORMULA", FAULTS[code]))

    assert len(faults(text)) == 1


def test_too_long_formula_is_told_at_its_start() -> None:
    layout = QUOTED.replace("FORMULA", MARK + "1 + " * 500 + "1")
    text, place = unmarked(HEAD + MEASURES + layout)

    assert faults(text) == [("VV301", place)]


def test_empty_formula_is_told() -> None:
    text, place = unmarked(HEAD + MEASURES + QUOTED.replace("FORMULA", MARK))

    assert faults(text) == [("VV302", place)]


@pytest.mark.parametrize(
    ("formula", "code"),
    [
        ("«)", "VV310"),
        ("«sum() + 0", "VV319"),
        ("«min() + 0", "VV318"),
        ("1 «) + (2", "VV310"),
        ("«(1]", "VV309"),
        ("1 «+", "VV309"),
        ("«None", "VV312"),
        ("1 + «True", "VV312"),
        ("«...", "VV312"),
        ("1 if 2 else 3", "VV312"),
        ("«lambda: 1", "VV312"),
        ("(«a := 1)", "VV312"),
        ("«[1, 2]", "VV312"),
        ("«2 ** 3", "VV312"),
        ("«~1", "VV312"),
        ("«1, 2", "VV312"),
        ("«1 for m in municipalities", "VV312"),
        ("max(«*m, 1)", "VV312"),
        ("«m.x(1)", "VV312"),
        ("«class", "VV309"),
        ("0«x1F", "VV307"),
        ("«01", "VV309"),
        ("1«_000", "VV307"),
        ("«.5", "VV307"),
        ("«𝐬𝐮𝐦(1 for a in services)", "VV304"),
        ("1 + «\N{RIGHT-TO-LEFT OVERRIDE}2", "VV304"),
        ("1 «# comment", "VV304"),
        ("«f'{m}'", "VV304"),
        ("1 «; 2", "VV304"),
        ("1 + «Ⅳ", "VV304"),
        ("1 + «٣", "VV304"),
        ("sum(1 async for «a in services)", "VV322"),
    ],
)
def test_what_is_no_formula_is_refused(formula: str, code: str) -> None:
    formula = formula if MARK in formula else MARK + formula
    formula = formula.replace("0«x", "«0x").replace("1«_", "«1_").replace("«f'", "f«'")
    layout = LITERAL.replace("FORMULA", formula)
    text, place = unmarked(HEAD + MEASURES + layout)

    found = faults(text)
    if found[0][0] == "VV108":  # an invisible character is refused in any file
        found = [("VV304", found[0][1])]
    assert found[0][0] == code
    if code != "VV309":
        assert found[0][1] == place
