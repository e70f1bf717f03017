"""VV49x: the formats that a check is written in."""

from vvoptimize.errors.catalogue.entry import Entry, Phrase

ENTRIES: dict[str, Entry] = {
    "VV490": Entry(
        nb="bare ett format kan skrives til standard ut, ikke både {formats}",
        en="only one format can go to standard output, not {formats} together",
        hint_nb="gi de andre hver sin fil, som `--format junit=FIL`",
        hint_en="give each of the others a file, as `--format junit=FILE`",
        page_en="Two formats on one stream could be read by nobody. Name a file for "
        "all but one.",
    ),
    "VV491": Entry(
        nb="flere formater skal skrives til `{path}`",
        en="several formats are to be written to `{path}`",
        hint_nb="gi hvert format sin egen fil",
        hint_en="give each format a file of its own",
        page_en="The last format would replace the others. Name different files.",
    ),
    "VV492": Entry(
        nb="`--format {given}` mangler navnet på fila",
        en="`--format {given}` lacks the name of the file",
        hint_nb="skriv `--format {name}=FIL`; uten `=` går det til standard ut",
        hint_en="write `--format {name}=FILE`; without `=` it goes to standard output",
        page_en="After `=` comes the file to write. In a script, a variable may be "
        "empty.",
    ),
}

PHRASES: dict[str, Phrase] = {}
