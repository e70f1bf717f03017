"""VV279 and VV297 to VV299: milestones of a plan in steps as files."""

from vvoptimize.errors.catalogue.entry import Entry, Phrase

ENTRIES: dict[str, Entry] = {
    "VV279": Entry(
        nb="milepeler kan ikke skrives til `{path}`: endelsen sier ikke hvilket format",
        en="milestones cannot be written to `{path}`: its ending tells no format",
        hint_nb="bruk en av endelsene {known}",
        hint_en="use one of the endings {known}",
        page_en="`.csv` is a table for a spreadsheet, `.ics` is for a calendar.",
    ),
    "VV297": Entry(
        nb="`{id}` har ingen milepeler å skrive til `{path}`: scenariet har ingen steg",
        en="`{id}` has no milestones to write to `{path}`: the scenario has no steps",
        hint_nb="utelat `--milestones`, eller skriv `steps` i scenariet",
        hint_en="leave `--milestones` out, or write `steps` in the scenario",
        page_en="Milestones are the steps of a plan. Nothing is written.",
    ),
    "VV298": Entry(
        nb="`--milestones` gjelder ett scenario alene, ikke flere filer eller "
        "sammen med `--base`, `--optimal` eller `--watch`",
        en="`--milestones` is for one scenario alone, not for several files or "
        "together with `--base`, `--optimal` or `--watch`",
        hint_nb="kontroller scenariet for seg for å få milepelene",
        hint_en="check the scenario by itself to get its milestones",
        page_en="One file of milestones has one plan. Nothing is written.",
    ),
    "VV299": Entry(
        nb="milepeler skal skrives til `{path}`, og det skal noe annet også",
        en="milestones are to be written to `{path}`, and so is something else",
        hint_nb="gi hver sin egen fil",
        hint_en="give each a file of its own",
        page_en="The last to be written would replace the other.",
    ),
}
PHRASES: dict[str, Phrase] = {}
