"""VV241 to VV247: numbers that somebody sets, in rule files and in scenarios."""

from vvoptimize.errors.catalogue.entry import Entry, Phrase

ENTRIES: dict[str, Entry] = {
    "VV241": Entry(
        nb="tallet er vedtatt (`adopted`), men mangler {missing}",
        en="the number is `adopted`, but lacks {missing}",
        hint_nb="skriv hvem som vedtok det, i hvilken sak og når; er det ikke vedtatt, "
        "er det `proposed`",
        hint_en="write who adopted it, in which case and when; what is not adopted is "
        "`proposed`",
        page_en="An adopted number tells `set_by`, `case` and `date`. Add them.",
    ),
    "VV242": Entry(
        nb="`{key}` hører til et vedtak, men tallet er bare foreslått (`proposed`)",
        en="`{key}` belongs to an adoption, but the number is only `proposed`",
        hint_nb="fjern nøkkelen, eller skriv `status: adopted`; den som foreslår, kan "
        "stå i `set_by`",
        hint_en="remove the key, or write `status: adopted`; who proposes it may stand "
        "in `set_by`",
        page_en="A proposed number has neither case nor date. Remove them.",
    ),
    "VV243": Entry(
        nb="en parameter har én av {wanted}, men her er {seen!}",
        en="a parameter has one of {wanted}, but here there is {seen!}",
        hint_nb="`value` er ett tall; `values` er tall som gjelder fra hver sin dag",
        hint_en="`value` is one number; `values` are numbers, each from a day on",
        page_en="A parameter has one value or a list of dated ones.",
    ),
    "VV244": Entry(
        nb="`{key}` hører til hver verdi når parameteren har `values`",
        en="`{key}` belongs to each value when the parameter has `values`",
        hint_nb="flytt nøkkelen inn i `values`",
        hint_en="move the key into `values`",
        page_en="Dated values are each adopted or proposed. Move the key to them.",
    ),
    "VV245": Entry(
        nb="`from: {day}` kommer ikke etter {previous}, som står foran",
        en="`from: {day}` does not come after {previous}, which stands before it",
        hint_nb="skriv verdiene i rekkefølge etter dag, hver dag én gang",
        hint_en="write the values in order of day, each day once",
        page_en="Dated values stand in order of time. Sort them.",
    ),
    "VV246": Entry(
        nb="parameteren `{name}` har verdier for hver sin tid, men scenariet har ingen "
        "`baseline`",
        en="the parameter `{name}` has dated values, but the scenario has no "
        "`baseline`",
        hint_nb="skriv dagen som scenariet gjelder, som `baseline: 2026-01-01`",
        hint_en="write the day that the scenario is about, as `baseline: 2026-01-01`",
        page_en="Without a day it is not known which value is in force. Add one.",
    ),
    "VV247": Entry(
        nb="ingen verdi av parameteren `{name}` gjelder {day}; den første gjelder fra "
        "{first}",
        en="no value of the parameter `{name}` is in force on {day}; the first is from "
        "{first}",
        hint_nb="før opp en tidligere verdi, eller sett parameteren i scenariet",
        hint_en="add an earlier value, or set the parameter in the scenario",
        page_en="The scenario's day is before any value. Add an earlier one.",
    ),
}

PHRASES: dict[str, Phrase] = {}
