"""VV43x to VV45x: what those who write rules are told, apart from the formulas."""

from vvoptimize.errors.catalogue.entry import Entry, Phrase

ENTRIES: dict[str, Entry] = {
    "VV430": Entry(
        nb="punkt `{clause}` er ført opp som ikke kodet, men `{rule}` koder det",
        en="clause `{clause}` is listed as not encoded, but `{rule}` encodes it",
        hint_nb="fjern oppføringen, eller si med `part` hvilken del den gjelder",
        hint_en="remove the entry, or say with `part` which part it is about",
        page_en="A clause is encoded or not. Where only a part is, name the other "
        "with `part`.",
    ),
    "VV431": Entry(
        nb=(
            "en del av punkt `{clause}` er ført opp som ikke kodet, men ingen regel "
            "koder resten"
        ),
        en=(
            "a part of clause `{clause}` is listed as not encoded, but no rule encodes "
            "the rest"
        ),
        hint_nb="fjern `part`, eller skriv en regel for resten",
        hint_en="remove `part`, or write a rule for the rest",
        page_en="With `part` the rest of the clause has to be encoded in the file.",
    ),
    "VV432": Entry(
        nb="punkt `{clause}` er ført opp som ikke kodet to ganger; først i {first}",
        en="clause `{clause}` is listed as not encoded twice; first at {first}",
        hint_nb="slå oppføringene sammen, eller skill dem med `part`",
        hint_en="join the entries, or tell them apart with `part`",
        page_en="A clause, or a part of one, has one entry with one reason.",
    ),
    "VV433": Entry(
        nb="ingen linje i `{path}` begynner med nummeret til et punkt",
        en="no line of `{path}` starts with the number of a clause",
        hint_nb="punkter begynner med et nummer, som `5.` eller `5.6`, og stor bokstav",
        hint_en="clauses start with a number, as `5.` or `5.6`, and a capital letter",
        page_en="The agreement's text is split by its own numbering. Give it as text, "
        "with each clause on a line of its own.",
    ),
    "VV434": Entry(
        nb="det finnes ingen regel, noe mål eller noen kostnadsnøkkel `{name}`",
        en="there is no rule, objective or cost key `{name}`",
        hint_nb="der er {known}",
        hint_en="there are {known}",
        page_en="The id is misspelt, or belongs to a file that was not given.",
    ),
    "VV435": Entry(
        nb="det finnes ikke noe funn `{name}`",
        en="there is no finding `{name}`",
        hint_nb="funnene er {known}",
        hint_en="the findings are {known}",
        page_en="The code is not one of a finding of `rules lint`: see `lint.md`.",
    ),
    "VV436": Entry(
        nb=(
            "for {at} er regelen {seen!} med avstand {margin}, men løseren leser den "
            "som {other!} med avstand {amount}"
        ),
        en=(
            "for {at} the rule is {seen!} by {margin}, but the solver reads it as "
            "{other!} by {amount}"
        ),
        hint_nb="dette er en feil i programmet; meld den med regelen og tilfellet",
        hint_en="this is a fault in the program; report it with the rule and the case",
        page_en="The two readings of a rule differ in one of its cases, which is a "
        "fault in this program.",
    ),
    "VV437": Entry(
        nb="ingen regel har tilfeller under `tests`, så ingenting er prøvd",
        en="no rule has cases under `tests`, so nothing was tested",
        hint_nb="skriv for hver regel et tilfelle som holder, ett som brytes og ett "
        "på grensen",
        hint_en="write for each rule a case that holds, one that is broken and one on "
        "the limit",
        page_en="A test run without any case is not a pass. Write cases.",
    ),
}

PHRASES: dict[str, Phrase] = {
    "lint_true": Phrase(nb="sant", en="true"),
    "lint_false": Phrase(nb="usant", en="false"),
    "lint_bokmal": Phrase(nb="bokmål", en="Norwegian"),
    "lint_english": Phrase(nb="engelsk", en="English"),
}
