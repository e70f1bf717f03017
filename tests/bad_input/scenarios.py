"""Broken scenario files, each one change away from a valid one."""

from tests.bad_input.base import SCENARIO_FILE, Case, changed

LONG = "a" * 100_000
NETWORK = """\
web: beta}
    delivery: {care: network}
    workplaces:
      care: {alfa: 2, beta: 1}
"""


def _case(
    name: str, old: str, new: str, code: str, suggestion: str | None = None
) -> Case:
    return changed(SCENARIO_FILE, name, old, new, code, suggestion)


TYPES = [
    _case("word for a number", "population: 300", "population: «many", "VV101"),
    _case("truth for a number", "km: 30\n", "km: «true\n", "VV101"),
    _case("quoted number", "population: 300", 'population: «"300"', "VV101"),
    _case("decimal comma", "minutes: 30\n", "minutes: «30,5\n", "VV101"),
    _case("spaces in a number", "cost_after: 180", "cost_after: «1 180", "VV101"),
    _case("list for a number", "total_after: 3\n", "total_after: «[3]\n", "VV101"),
    _case("number for a text", "name: Planning", "name: «7", "VV101"),
    _case("mapping for a list", "forms: [host-form]", "forms: «{a: b}", "VV101"),
    _case("word for a truth", "unshared: true", "unshared: «yes", "VV101"),
    _case("number for a date", "2022-01-01", "«2022", "VV101"),
    _case("month thirteen", "2022-01-01", "«2022-13-01", "VV101"),
    _case("nothing after a colon", "name: Planning", "name:«", "VV101"),
    _case("no municipality", "municipalities:\n", "municipalities: «[]\nx:\n", "VV142"),
    _case("number of three digits", "number: 5628", "number: «562", "VV139"),
    _case(
        "other version", "vvoptimize/scenario/v1", "«vvoptimize/scenario/v2", "VV103"
    ),
    _case("other language", "language: en", "language: «de", "VV103"),
    _case("unknown flag", "[statutory, ", "[«statuory, ", "VV103", "statutory"),
    _case("unknown delivery", "delivery: either", "delivery: «spread", "VV103"),
    _case("unknown quality", "quality: derived", "quality: «guess", "VV103"),
]
KEYS = [
    _case("place without name", "{id: betaby, name: Betaby}", "«{id: betaby}", "VV102"),
    _case("no schema", "schema: vvoptimize/scenario/v1\n", "«", "VV102"),
    _case(
        "misspelt section",
        "services:\n- id: plan",
        "«service:\n- id: plan",
        "VV100",
        "services",
    ),
    _case("misspelt key", "baseline:", "«basline:", "VV100", "baseline"),
    _case("misspelt key below", "  category:", "  «categori:", "VV100", "category"),
    _case("key of another part", "place: alfaby", "«km: 3", "VV100"),
    _case("key twice", "language: en\n", "language: en\n«id: other\n", "VV119"),
    _case(
        "key twice in braces",
        "beta: 50, gamma: 50}\n  c",
        "beta: 50, «beta: 50}\n  c",
        "VV119",
    ),
    _case(
        "municipality twice in a table", "{alfa: -1,", "{alfa: -1, «alfa: 2,", "VV119"
    ),
    _case("number as key", "inputs:\n", "inputs:\n  «3: 4\n", "VV120"),
    _case("list as key", "inputs:\n", "inputs:\n  «[a]: 4\n", "VV121"),
]
NAMES = [
    _case("municipality twice", "{id: beta, name: B", "{id: «alfa, name: B", "VV201"),
    _case("service twice", "- id: web", "- id: «plan", "VV201"),
    _case("task twice", "{id: desk", "{id: «maps", "VV201"),
    _case("capital letter in an id", "id: region", "id: «Region", "VV218"),
    _case(
        "unknown service pinned", "{service: web,", "{service: «wep,", "VV202", "web"
    ),
    _case("unknown place", "place: betaby", "place: «betabi", "VV203", "betaby"),
    _case("road to nowhere", "to: betaby", "to: «betabi", "VV203", "betaby"),
    _case("unknown candidate", "[beta, gamma]", "[beta, «gama]", "VV204", "gamma"),
    _case("unknown participant", "[alfa, beta]", "[alfa, «bta]", "VV204", "beta"),
    _case(
        "unknown key of a table",
        "presence: {beta",
        "presence: {«betta",
        "VV204",
        "beta",
    ),
    _case(
        "unknown source",
        "decided, source: register",
        "decided, source: «registry",
        "VV205",
        "register",
    ),
    _case("unknown task placed", "{plan: {desk:", "{plan: {«dsk:", "VV206", "desk"),
    _case(
        "unlawful form",
        "{plan: board-form}",
        "{plan: «bord-form}",
        "VV207",
        "board-form",
    ),
    _case("participant twice", "[alfa, beta]", "[alfa, beta, «alfa]", "VV208"),
    _case("rules named twice", "[rules.yaml]", "[rules.yaml, «rules.yaml]", "VV208"),
    changed(
        SCENARIO_FILE,
        "no rules named",
        "rules: [rules.yaml]\n",
        "",
        "VV404",
        told_in=f"{SCENARIO_FILE}:1:1",
    ),
    _case("rules that are not there", "[rules.yaml]", "[«rulez.yaml]", "VV501"),
    _case(
        "unknown parameter",
        "  tolerance: 1.5",
        "  «tolerence: 1.5",
        "VV358",
        "tolerance",
    ),
    _case("override out of range", "tolerance: 1.5", "tolerance: «10.5", "VV357"),
    _case("unknown input", "  rate: 0.25", "  «rat: 0.25", "VV361", "rate"),
    _case("input of too few levels", "rate: 0.25", "rate: {«alfa: 1}", "VV362"),
    _case(
        "unknown element of an input",
        "demand: {alfa:",
        "demand: {«alpha:",
        "VV364",
        "alfa",
    ),
]
AGREEMENT = [
    _case(
        "municipality without place",
        '{id: beta, name: Beta, number: "0301", place: betaby,',
        "«{id: beta, name: Beta,",
        "VV209",
    ),
    _case("road to where it comes from", "to: gammaby\n", "to: «junction\n", "VV210"),
    _case(
        "place that no road reaches",
        "- {id: junction",
        "- {id: «far, name: Far}\n- {id: junction",
        "VV211",
    ),
    _case(
        "pass with two numbers of closures",
        "{name: Gammafjell",
        "«{name: Betafjell",
        "VV212",
    ),
    _case(
        "candidate that takes no part", "{among: [alfa]", "{among: [«gamma]", "VV213"
    ),
    _case("tasks above the total", "total_after: 4", "total_after: «1", "VV214"),
    _case(
        "pinned where it may not be",
        "host: gamma, reason",
        "host: «alfa, reason",
        "VV215",
    ),
    _case(
        "pinned twice",
        "pins:\n- {service: web",
        "pins:\n- {service: web, host: gamma, reason: x}\n- {service: «web",
        "VV216",
    ),
    _case(
        "text in no language",
        "title: {nb: Regionen, en: The region}",
        "title: «{}",
        "VV217",
    ),
    _case("low above high", "low: 15", "low: «30", "VV220"),
    _case(
        "value above high",
        "{value: 20, quality: assumed",
        "{value: «30, quality: assumed",
        "VV220",
    ),
    _case("staff below zero", "total_after: 2.5", "total_after: «-2.5", "VV221"),
    _case(
        "assumed without reason",
        "{value: 20, quality: assumed, low: 15, high: 25, reason: a guess}",
        "{value: 20, quality: «assumed, low: 15, high: 25}",
        "VV222",
    ),
    _case(
        "assumed without range",
        "quality: derived",
        "quality: «assumed, reason: x",
        "VV222",
    ),
    _case(
        "official without source",
        "quality: official, source: register",
        "quality: «official",
        "VV223",
    ),
    _case("people in FTE", "unit: person", "unit: «FTE", "VV224"),
]
ASSIGNMENTS = [
    _case(
        "service forgotten",
        "hosts: {plan: alfa, web: gamma}\n    unshared: [care]\n",
        "«hosts: {plan: alfa, web: gamma}\n",
        "VV230",
    ),
    _case("hosted and unshared", "unshared: [care]", "unshared: [care, «web]", "VV231"),
    _case(
        "service forgotten where none is unshared",
        "hosts: {plan: beta, care",
        "«hosts: {care",
        "VV230",
    ),
    _case(
        "unshared that may not be",
        "unshared: [care]",
        "unshared: [care, «plan]",
        "VV232",
    ),
    _case(
        "form of what is unshared",
        "forms: {plan: b",
        "forms: {«care: host-form, plan: b",
        "VV233",
    ),
    _case(
        "delivery not allowed",
        "delivery: {care",
        "delivery: {web: «central, care",
        "VV235",
    ),
    _case(
        "network without workplaces",
        NETWORK + "      web: {beta: 2.5}\n",
        "«" + NETWORK,
        "VV236",
    ),
    _case("workplaces that do not sum", "web: {beta: 2.5}", "«web: {beta: 2}", "VV237"),
    _case(
        "payments that do not sum",
        "pays: {plan: {alfa: 80",
        "pays: {«plan: {alfa: 90",
        "VV239",
    ),
]
NUMBERS = [
    _case("far too large", "km: 40.5", "km: «1e308", "VV125"),
    _case("far too small", "km: 40.5", "km: «1e-300", "VV125"),
    _case("exponent beyond all", "km: 40.5", "km: «1e999999999", "VV125"),
    _case("too many digits", "km: 40.5", "km: «" + "9" * 5_000, "VV126"),
    _case("not a number", "km: 40.5", "km: «.nan", "VV127"),
    _case("infinite", "km: 40.5", "km: «-.inf", "VV127"),
]
YAML = [
    _case("tab for indentation", "  category:", "«\tcategory:", "VV112"),
    _case("quote never closed", "title: As adopted", 'title: «"As adopted', "VV111"),
    _case("anchor on itself", "rate: 0.25", "rate: «&a [1, *a]", "VV115"),
    _case(
        "tag",
        "title: As adopted",
        "title: «!!python/object/apply:os.system [ls]",
        "VV116",
    ),
    _case("merge key", "  rate: 0.25", "  «<<: {rate: 1}", "VV117"),
    _case("second document", "pins:\n", "«---\npins:\n", "VV118"),
    _case("colon in a text", "title: As adopted", "title: As adopted«: today", "VV113"),
    _case(
        "bracket never closed",
        "forms: [host-form]\n- id",
        "forms: [host-form\n- id«",
        "VV114",
    ),
    _case("at sign", "title: As adopted", "title: «@adopted", "VV109"),
    _case("uneven indentation", "  category:", " «category:", "VV110"),
    _case("control character", "title: As adopted", "title: As «\x07adopted", "VV108"),
    _case(
        "text that runs backwards",
        "title: As adopted",
        "title: As «\u202eadopted",
        "VV108",
    ),
    _case("NUL", "title: As adopted", "title: As «\x00adopted", "VV108"),
    _case(
        "one very long line", "title: As adopted", f"title: {LONG}«: {LONG}", "VV113"
    ),
    _case(
        "forty levels",
        "title: As adopted",
        "title: " + "[" * 29 + "«" + "[" * 11,
        "VV106",
    ),
]
SCENARIOS = [*TYPES, *KEYS, *NAMES, *AGREEMENT, *ASSIGNMENTS, *NUMBERS, *YAML]
