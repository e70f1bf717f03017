"""VV5xx: how the program is used, and the files it is given."""

from vvoptimize.errors.catalogue.entry import Entry, Phrase

ENTRIES: dict[str, Entry] = {
    "VV501": Entry(
        nb="finner ikke fila `{path}`",
        en="there is no file `{path}`",
        hint_nb="sjekk navnet og mappa",
        hint_en="check the name and the folder",
        page_en="The file is not there. Check its name and the folder you are in.",
    ),
    "VV502": Entry(
        nb="`{path}` er en mappe, ikke en fil",
        en="`{path}` is a folder, not a file",
        hint_nb="oppgi en fil i mappa",
        hint_en="name a file in the folder",
        page_en="A folder was named where a file is wanted. Name a file.",
    ),
    "VV503": Entry(
        nb="mangler tilgang til å lese `{path}`",
        en="no permission to read `{path}`",
        page_en="The file may not be read by you. Ask for access, or copy it.",
    ),
    "VV504": Entry(
        nb="kan ikke lese `{path}`",
        en="cannot read `{path}`",
        page_en="The file system refuses. Copy the file to another place.",
    ),
    "VV505": Entry(
        nb="`{path}` er større enn {limit} byte",
        en="`{path}` is larger than {limit} bytes",
        hint_nb="del opp fila",
        hint_en="split the file",
        page_en="The file is far larger than any real scenario. Split it.",
    ),
    "VV511": Entry(
        nb="kan ikke skrive `{path}`: {reason}",
        en="cannot write `{path}`: {reason}",
        hint_nb="sjekk at mappa finnes og at du kan skrive i den",
        hint_en="check that the folder exists and that you may write in it",
        page_en="The output file cannot be written. Nothing was left behind half-written.",
    ),
    "VV512": Entry(
        nb="disse filene finnes fra før: {files}",
        en="these files are there already: {files}",
        hint_nb="velg en tom mappe; ingenting er skrevet over",
        hint_en="choose an empty folder; nothing was overwritten",
        page_en="`init` never overwrites. Choose another folder, or move the files.",
    ),
    "VV521": Entry(
        nb="scenariet har flere fordelinger: {names}",
        en="the scenario has several assignments: {names}",
        hint_nb="velg en med --assignment",
        hint_en="choose one with --assignment",
        page_en="Which assignment is meant is not clear. Name it with --assignment.",
    ),
    "VV522": Entry(
        nb="scenariet har ingen navngitt fordeling",
        en="the scenario has no named assignment",
        hint_nb="oppgi en fil med --assignment, eller legg en til under `assignments`",
        hint_en="name a file with --assignment, or add one under `assignments`",
        page_en="There is nothing to check. Add an assignment to the scenario or name a file.",
    ),
}

PHRASES: dict[str, Phrase] = {}
