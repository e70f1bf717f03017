"""Broken rules files: the file's own parts, and one formula after another."""

from tests.bad_input.base import RULES_FILE, SCENARIO_FILE, Case, changed
from tests.scenario.example import EXAMPLE


def _case(
    name: str, old: str, new: str, code: str, suggestion: str | None = None
) -> Case:
    return changed(RULES_FILE, name, old, new, code, suggestion)


def _formula(name: str, formula: str, code: str, suggestion: str | None = None) -> Case:
    return _case(name, "joint[s] or a != m", formula, code, suggestion)


def _nested_sums(depth: int) -> str:
    """Sums in sums, each over three sets."""
    names = [[f"{letter}{level}" for letter in "xyz"] for level in range(depth)]
    loops = [" ".join(f"for {name} in services" for name in three) for three in names]
    return "sum(" * depth + "1 " + ") ".join(loops) + ") > 0"


PINS = EXAMPLE[: EXAMPLE.index("pins:")].count("\n") + 1
RULE = """\
id: bearable-loss
  clause: "5.5"
  reading: Nobody loses more than can be borne.
  authority: agreement
  kind: prefer
  for_each: {a: municipalities}
"""
LIMITED = "  measure: loss[a]\n  at_most: tolerance\n"

KEYS = [
    _case(
        "a scenario",
        "schema: vvoptimize/rules",
        "schema: «vvoptimize/scenario",
        "VV271",
    ),
    _case("no schema", "schema: vvoptimize/rules/v1\ntitle", "«title", "VV102"),
    _case("other version", "vvoptimize/rules/v1", "«vvoptimize/rules/v2", "VV103"),
    _case("misspelt key", "  kind: require", "  «kin: require", "VV100", "kind"),
    _case(
        "rule without clause",
        '- id: bearable-loss\n  clause: "5.5"',
        "- «id: bearable-loss",
        "VV102",
    ),
    _case(
        "unknown authority",
        "authority: advice",
        "authority: «advise",
        "VV103",
        "advice",
    ),
    _case("number as clause", 'clause: "9"', "clause: «9", "VV101"),
    _case("space in an id", "id: under-test", "id: «under test", "VV139"),
    _case("hyphen in a name", "  loss:\n", "  «my-loss:\n", "VV122"),
    _case(
        "unknown set",
        "{a: municipalities}",
        "{a: «municipality}",
        "VV341",
        "municipalities",
    ),
    _case(
        "four variables",
        "{a: municipalities, m",
        "«{f: forms, a: municipalities, m",
        "VV136",
    ),
    _case("range of one number", "[0, 10]", "«[10]", "VV135"),
    _case("adopted by nobody", "status: proposed", "status: «adopted", "VV241"),
    _case(
        "proposed in a case",
        "status: proposed",
        "status: proposed, «case: 1/22",
        "VV242",
    ),
    _case("value and values", "value: 0.5,", "value: 0.5, values: «[],", "VV142"),
    _case("no value", '{unit: "1", value: 0.5,', '«{unit: "1",', "VV243"),
    _case("value out of range", "value: 0.5", "value: «1.5", "VV357"),
    _case("folded formula", "require: |", "require: «>", "VV124"),
    _case(
        "formula with escapes",
        "leximin: change[m]",
        'leximin: «"change[\\x6d]"',
        "VV124",
    ),
]
NAMES = [
    _case(
        "unknown unit", "unit: FTE, value: 1", "unit: «FTEE, value: 1", "VV354", "FTE"
    ),
    _case(
        "measure in another unit",
        "unit: FTE\n    expr: sum",
        "unit: «min\n    expr: sum",
        "VV355",
    ),
    _case(
        "limit in another unit", "at_most: tolerance", "at_most: «base_share", "VV356"
    ),
    _case("name of a table", "  loss:\n", "  «host:\n", "VV360"),
    _case("name of a function", "  rate:", "  «sum:", "VV360"),
    _case("name twice", "  demand:", "  «tolerance:", "VV346"),
    _case("rule twice", "id: under-test", "id: «decided-stands", "VV346"),
    _case(
        "variable that hides a measure",
        "{a: municipalities}",
        "{«loss: municipalities}",
        "VV342",
    ),
    _case(
        "cycle of measures",
        "sum(workplaces[s, m] - workplaces_today[s, m] for s",
        "«sum(workplaces[s, m] - loss[m] for s",
        "VV345",
    ),
    _case("measure of itself", "max(0, -change[m])", "«max(0, -loss[m])", "VV345"),
    _case(
        "neither require nor measure",
        f"- {RULE}{LIMITED}",
        f"- «{RULE}  at_most: 1\n",
        "VV347",
    ),
    _case(
        "require and measure",
        "  measure: loss[a]\n",
        "  require: loss[a] > 0\n  «measure: loss[a]\n",
        "VV347",
    ),
    _case(
        "two limits",
        "at_most: tolerance",
        "at_least: 0\n  «at_most: tolerance",
        "VV348",
    ),
    _case("no limit", f"- {RULE}{LIMITED}", f"- «{RULE}  measure: loss[a]\n", "VV348"),
    _case(
        "tolerance of an inequality",
        "at_most: tolerance",
        "at_most: tolerance\n  «tolerance: 1",
        "VV349",
    ),
    _case("limit of a truth", "require: |", "«at_most: 3\n  require: |", "VV372"),
    _case(
        "two senses",
        "leximin: change[m]",
        "leximin: change[m]\n  «minimise: 1",
        "VV363",
    ),
    _case(
        "leximin of nobody",
        "for_each: {m: municipalities}\n  leximin",
        "«leximin",
        "VV374",
    ),
    _case("one minimum for many", "leximin:", "«minimise:", "VV373"),
    _case(
        "cost key over one set",
        "{s: services, m: municipalities}\n  weight",
        "«{s: services}\n  weight",
        "VV367",
    ),
    _case(
        "cost key that decides",
        "weight: base_share",
        "weight: «workplaces[s, m]",
        "VV343",
    ),
    _case(
        "unknown placeholder",
        'nb: "{s} flytter fra {m}."',
        'nb: «"{t} flytter fra {m}."',
        "VV369",
    ),
    _case("where that decides", "where: pinned[s, m]", "where: «host[s, m]", "VV343"),
    changed(
        RULES_FILE,
        "no rule that reads pins",
        "where: pinned[s, m]",
        "where: candidate[s, m]",
        "VV368",
        told_in=f"{SCENARIO_FILE}:{PINS}:1",
    ),
]
FORMULAS = [
    _formula("formula too long", "«" + "1 + " * 500 + "1 > 0", "VV301"),
    _formula("two thousand brackets", "«" + "(" * 2_000 + "1" + ")" * 2_000, "VV301"),
    _formula("brackets too deep", "(" * 40 + "«" + "(" * 60 + "1" + ")" * 100, "VV306"),
    _formula("letter that is not ASCII", "«å[s] > 0", "VV303"),
    _formula("letter that is not what it seems", "«ﬁt[s, m] > 0", "VV304"),
    _formula("text", "joint[s] == «'yes'", "VV304"),
    _formula("format string", "f«'{joint}'", "VV304"),
    _formula("dunder", "«joint[s].__class__ > 0", "VV312"),
    _formula("too many signs", "a != m or «" + "-" * 50 + "1 > 0", "VV305"),
    _formula(
        "too many terms", "1 > 0 and " * 99 + "1 > «0" + " and 1 > 0" * 50, "VV311"
    ),
    _formula("number with an exponent", "«1e9 > 0", "VV307"),
    _formula("number that is too large", "«9999999999 > 0", "VV308"),
    _formula("number that is too fine", "«0.12345678 > 0", "VV308"),
    _formula("single equals sign", "«joint[s] = 1", "VV309"),
    _formula("bracket not closed", "joint«[s", "VV310"),
    _formula("bracket not opened", "joint[s]«) or a != m", "VV310"),
    _formula("attribute", "«s.name > 0", "VV312"),
    _formula("lambda", "«lambda: 1", "VV312"),
    _formula("conditional", "«1 if joint[s] else 0", "VV312"),
    _formula("loose for", "«(x for x in services)", "VV312"),
    _formula("list", "«[x for x in services]", "VV312"),
    _formula("power", "«2 ** 3 > 0", "VV312"),
    _formula("assignment in a formula", "(«x := 1) > 0", "VV312"),
    _formula("true", "«True", "VV312"),
    _formula("index of a sum", "«sum(1 for x in services)[s] > 0", "VV313"),
    _formula("number as index", "joint[«0]", "VV314"),
    _formula("slice", "host[s, «m:]", "VV314"),
    _formula("membership", "«s in services", "VV315"),
    _formula("named argument", "«max(1, key=2) > 0", "VV316"),
    _formula("unknown function", "«summ(1 for x in services) > 0", "VV317", "sum"),
    _formula("import", "«__import__(s) > 0", "VV317"),
    _formula("implies of three", "«implies(joint[s], joint[s], joint[s])", "VV318"),
    _formula("sum of nothing", "«sum() > 0", "VV319"),
    _formula("count of nothing", "«count() > 0", "VV319"),
    _formula("abs over a set", "«abs(1 for x in services) > 0", "VV320"),
    _formula(
        "four loops",
        "«any(a != m" + "".join(f" for {x} in services" for x in "bcde") + ")",
        "VV321",
    ),
    _formula("loop over two names", "any(joint[x] for «x, y in services)", "VV322"),
    _formula("unknown name", "«joynt[s]", "VV330", "joint"),
    _formula("unknown index", "joint[«x]", "VV331"),
    _formula("index too few", "«host[s]", "VV332"),
    _formula("index of a parameter", "«tolerance[s] > 0", "VV332"),
    _formula("index of another set", "joint[«m]", "VV333"),
    _formula("FTE and minutes", "«workplaces[s, m] + minutes[a, m] > 0", "VV334"),
    _formula("FTE compared with kroner", "«workplaces[s, m] > pays[s, m]", "VV334"),
    _formula("decisions multiplied", "«host[s, m] * workplaces[s, m] > 0", "VV335"),
    _formula("measures multiplied", "«change[a] * change[m] > 0", "VV335"),
    _formula("division by a decision", "1 / «workplaces[s, m] > 0", "VV336"),
    _formula("if that decides", "any(a != m for x in services if «joint[x])", "VV337"),
    _formula("municipality as number", "«m + 1 > 0", "VV338"),
    _formula("number as truth", "«workplaces[s, m]", "VV339"),
    _formula("municipality compared with a service", "«m == s", "VV340"),
    _formula("municipalities in order", "«a < m", "VV340"),
    _formula("loop over a table", "any(joint[s] for «x in population)", "VV341"),
    _formula("variable used again", "any(a != m for «m in municipalities)", "VV342"),
    _formula("division by zero", "workplaces[s, m] / («1 - 1) > 0", "VV350"),
    _formula(
        "least of nothing",
        "«min(workplaces[x, m] for x in services if 1 > 2) > 0",
        "VV351",
    ),
    _formula("far too many cases", "«" + _nested_sums(5), "VV352"),
    _formula(
        "figures too large", "«1000000000 * 1000000000 * workplaces[s, m] > 0", "VV353"
    ),
]
RULE_FILES = [*KEYS, *NAMES, *FORMULAS]
