"""VV470 to VV484: a proposal, what it is compared with, and where that stands."""

from vvoptimize.errors.catalogue.entry import Entry, Phrase

ENTRIES: dict[str, Entry] = {
    "VV470": Entry(
        nb="finner ikke programmet `git`, som trengs for å lese en revisjon",
        en="there is no program `git`, which it takes to read a revision",
        hint_nb="installer git, eller oppgi en fil med `--base FIL`",
        hint_en="install git, or name a file with `--base FILE`",
        page_en="A base that is no file is a revision, and git reads it.",
    ),
    "VV471": Entry(
        nb="`{path}` ligger ikke i noe git-repositorium som kan leses: {reason}",
        en="`{path}` is in no git repository that can be read: {reason}",
        hint_nb="kjør i repositoriet, eller oppgi en fil med `--base FIL`",
        hint_en="run it in the repository, or name a file with `--base FILE`",
        page_en="A base that is no file is a revision of the repository that holds the "
        "scenario.",
    ),
    "VV472": Entry(
        nb="`{name}` er verken en fil eller en revisjon i repositoriet",
        en="`{name}` is neither a file nor a revision of the repository",
        hint_nb="hent den først: en grunn klone mangler andre grener "
        "(`git fetch origin main`, så `--base origin/main`)",
        hint_en="fetch it first: a shallow clone lacks other branches "
        "(`git fetch origin main`, then `--base origin/main`)",
        page_en="The base is misspelt, or not in this clone. Fetch it.",
    ),
    "VV473": Entry(
        nb="revisjonen har ingen fil `{path}`",
        en="the revision has no file `{path}`",
        hint_nb="en ny fil har ikke noe å sammenlignes med: kjør den uten --base, "
        "eller oppgi en fil med `--base FIL`",
        hint_en="a new file has nothing to be compared with: check it without --base, "
        "or name a file with `--base FILE`",
        page_en="The file is new or has moved since the base. A scenario without a "
        "base is checked without `--base`.",
    ),
    "VV474": Entry(
        nb="`{path}` er ingen vanlig fil i revisjonen",
        en="`{path}` is no plain file in the revision",
        hint_nb="mapper, lenker og submoduler kan ikke leses; oppgi en fil med "
        "`--base FIL`",
        hint_en="folders, links and submodules cannot be read; name a file with "
        "`--base FILE`",
        page_en="What stands there in the revision is a folder, a link or a submodule.",
    ),
    "VV475": Entry(
        nb="`{path}` ligger utenfor repositoriet i `{top}`",
        en="`{path}` is outside of the repository in `{top}`",
        hint_nb="legg fila i repositoriet, eller oppgi en fil med `--base FIL`",
        hint_en="put the file into the repository, or name a file with `--base FILE`",
        page_en="A revision has only what is in its repository. Rules that a scenario "
        "names from elsewhere cannot be read as they were.",
    ),
    "VV476": Entry(
        nb="git ga opp: {reason}",
        en="git gave up: {reason}",
        hint_nb="kjør `git fsck`, eller oppgi en fil med `--base FIL`",
        hint_en="run `git fsck`, or name a file with `--base FILE`",
        page_en="The repository is damaged, or parts of it are not in this clone.",
    ),
    "VV477": Entry(
        nb="det det sammenlignes med, har ingen fordeling `{name}`; det har {known}",
        en="the base has no assignment `{name}`; it has {known}",
        hint_nb="velg hvilken med --base-assignment",
        hint_en="choose which with --base-assignment",
        page_en="The assignment is new. Say with `--base-assignment` which one of the "
        "base it would replace.",
    ),
    "VV478": Entry(
        nb="{given} kan ikke brukes sammen med --base",
        en="{given} cannot be used together with --base",
        hint_nb="regler og dispensasjoner er de som grunnlaget selv nevner",
        hint_en="rules and waivers are those that the base itself names",
        page_en="A proposal is judged by the base's rules and waivers, so that it "
        "cannot loosen the rule it breaks.",
    ),
    "VV479": Entry(
        nb="ett grunnlag er oppgitt som fil, men {number} scenarier skal prøves",
        en="the base is one file, but there are {number} scenarios to check",
        hint_nb="prøv ett om gangen, eller oppgi en revisjon",
        hint_en="check them one by one, or name a revision",
        page_en="A file can be the base of one scenario. A revision has one for each.",
    ),
    "VV480": Entry(
        nb="mappa `{path}` har ingen scenariofil",
        en="the folder `{path}` has no scenario file",
        hint_nb="en slik fil begynner med `schema: vvoptimize/scenario/v1`, og navnet "
        "slutter på .yaml eller .yml",
        hint_en="such a file begins with `schema: vvoptimize/scenario/v1`, and its "
        "name ends with .yaml or .yml",
        page_en="A check that matched no file would pass in silence. Correct the path.",
    ),
    "VV481": Entry(
        nb="{given} virker bare sammen med {needs}",
        en="{given} counts only together with {needs}",
        hint_nb="legg til {needs}, eller ta det bort",
        hint_en="add {needs}, or leave it out",
        page_en="An option that would do nothing is refused.",
    ),
    "VV482": Entry(
        nb="{what} kommer fra standard inn, og kan ikke {wanted!}",
        en="{what} comes from standard input, and cannot {wanted!}",
        hint_nb="oppgi en fil",
        hint_en="name a file",
        page_en="What is read from standard input has no place, and is read only once.",
    ),
    "VV483": Entry(
        nb="{given} kan ikke brukes sammen med --watch",
        en="{given} cannot be used together with --watch",
        hint_nb="--watch viser tekst, på skjermen",
        hint_en="--watch shows text, on the screen",
        page_en="Watching is for people who edit. Leave the option out.",
    ),
}

PHRASES: dict[str, Phrase] = {
    "compared": Phrase(
        nb="sammenlignes med en revisjon", en="be compared with a revision"
    ),
    "watched": Phrase(nb="holdes øye med", en="be watched"),
    "read_again": Phrase(nb="leses to ganger", en="be read twice"),
}
