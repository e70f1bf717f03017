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
        page_en="The output file cannot be written. Nothing was left behind "
        "half-written.",
    ),
    "VV512": Entry(
        nb="disse filene finnes fra før: {files}",
        en="these files are there already: {files}",
        hint_nb="velg en tom mappe; ingenting er skrevet over",
        hint_en="choose an empty folder; nothing was overwritten",
        page_en="`init` never overwrites. Choose another folder, or move the files.",
    ),
    "VV513": Entry(
        nb="kan ikke skrive til standard ut: {reason}",
        en="cannot write to standard output: {reason}",
        hint_nb="skriv til en fil et annet sted med --output",
        hint_en="write to a file elsewhere with --output",
        page_en="What is printed cannot be written, often since a disk is full.",
    ),
    "VV514": Entry(
        nb="fordelingen skal lagres i `{path}`, som også leses eller skrives til noe "
        "annet",
        en="the assignment is to be saved in `{path}`, which is read too, or written "
        "for something else",
        hint_nb="gi --save en egen fil",
        hint_en="give --save a file of its own",
        page_en="One of the two would be lost. Nothing is written.",
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
        page_en="There is nothing to check. Add an assignment to the scenario or name "
        "a file.",
    ),
    "VV530": Entry(
        nb="det finnes ikke noe valg `{name}`",
        en="there is no option `{name}`",
        hint_nb="se `{command} --help`",
        hint_en="see `{command} --help`",
        page_en="An option is misspelt, or belongs to another command. Correct it.",
    ),
    "VV531": Entry(
        nb="det finnes ingen kommando `{name}`",
        en="there is no command `{name}`",
        hint_nb="kommandoene er {known}",
        hint_en="the commands are {known}",
        page_en="The first word is not a command. Use one of those in the hint.",
    ),
    "VV532": Entry(
        nb="`{parameter}` mangler",
        en="`{parameter}` is missing",
        hint_nb="se `{command} --help`",
        hint_en="see `{command} --help`",
        page_en="The command needs one more argument. Its help tells which.",
    ),
    "VV533": Entry(
        nb="`{parameter}` må være {wanted!}, men er «{seen}»",
        en='`{parameter}` must be {wanted!}, got "{seen}"',
        hint_nb="se `{command} --help`",
        hint_en="see `{command} --help`",
        page_en="The value of an option or argument is not one that it can have.",
    ),
    "VV534": Entry(
        nb="`{name}` mangler en verdi, eller har en der det ikke skal være noen",
        en="`{name}` lacks a value, or has one where there should be none",
        hint_nb="se `{command} --help`",
        hint_en="see `{command} --help`",
        page_en="Some options are followed by a value and some are not.",
    ),
    "VV535": Entry(
        nb="for mange argumenter: {arguments}",
        en="too many arguments: {arguments}",
        hint_nb="et navn med mellomrom må stå i anførselstegn",
        hint_en="a name with spaces must be quoted",
        page_en="The command takes fewer arguments. Remove those in the message.",
    ),
    "VV536": Entry(
        nb="kommandolinja kan ikke brukes: {detail}",
        en="the command line cannot be used: {detail}",
        hint_nb="se `{command} --help`",
        hint_en="see `{command} --help`",
        page_en="The command line is wrong in another way, told in the message.",
    ),
}

PHRASES: dict[str, Phrase] = {
    "one_of": Phrase(nb="en av {allowed}", en="one of {allowed}"),
    "whole_from_to": Phrase(
        nb="et helt tall fra {low} til {high}", en="a whole number from {low} to {high}"
    ),
    "a_day": Phrase(nb="en dag, som 2026-01-31", en="a day, as 2026-01-31"),
    "above": Phrase(nb="et tall over {low}", en="a number above {low}"),
}
