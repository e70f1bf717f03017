"""VV1xx: the text of a file, its YAML, and the types of its values."""

from vvoptimize.errors.catalogue.entry import Entry, Phrase

ENTRIES: dict[str, Entry] = {
    "VV100": Entry(
        nb="ukjent nøkkel `{key}` i {subject!}",
        en="unknown key `{key}` in {subject!}",
        hint_nb="nøklene som kan stå her, er {allowed}",
        hint_en="the keys that may stand here are {allowed}",
        page_en="A key is misspelt or stands in the wrong place. Correct or move it.",
    ),
    "VV101": Entry(
        nb="{subject!} må være {wanted!}, men er {got!}",
        en="{subject!} must be {wanted!}, got {got!}",
        page_en="A value has another type than is wanted. Write what is asked for.",
    ),
    "VV102": Entry(
        nb="{subject!} mangler nøkkelen `{key}`",
        en="{subject!} lacks the key `{key}`",
        hint_nb="legg til `{key}:` med en verdi",
        hint_en="add `{key}:` with a value",
        page_en="A key that is always needed is not there. Add it.",
    ),
    "VV103": Entry(
        nb="{subject!} må være en av {allowed}, men er {got!}",
        en="{subject!} must be one of {allowed}, got {got!}",
        page_en="Only certain words may stand here. Use one of those in the message.",
    ),
    "VV104": Entry(
        nb="fila er tom",
        en="the file is empty",
        hint_nb="`vvoptimize init MAPPE` lager filer å begynne med",
        hint_en="`vvoptimize init DIR` makes files to start from",
        page_en="The file has no contents, or comments only. Write something in it.",
    ),
    "VV105": Entry(
        nb="fila har mer enn {limit} YAML-deler, og leses ikke lenger",
        en="the file has more than {limit} YAML parts and is not read further",
        hint_nb="del opp fila",
        hint_en="split the file",
        page_en="The file is far larger than any real scenario. Split it.",
    ),
    "VV106": Entry(
        nb="lister og nøkler ligger mer enn {limit} nivåer inni hverandre",
        en="lists and mappings are nested more than {limit} levels deep",
        hint_nb="se etter klammer som ikke er lukket, eller innrykk som bare øker",
        hint_en="look for brackets that are not closed or indentation that only grows",
        page_en="Nesting deeper than a real file needs. Close brackets, mend indents.",
    ),
    "VV107": Entry(
        nb="fila er ikke UTF-8-tekst: byten {byte} kan ikke leses her",
        en="the file is not UTF-8 text: the byte {byte} cannot be read here",
        hint_nb="lagre fila på nytt med tegnkodingen UTF-8",
        hint_en="save the file again with the encoding UTF-8",
        page_en="The file is in another encoding, or is not text. Save it as UTF-8.",
    ),
    "VV108": Entry(
        nb="tegnet {character} er usynlig eller et styretegn og kan ikke brukes",
        en="the character {character} is invisible or a control character",
        hint_nb="slett tegnet; det kan ha fulgt med fra et annet dokument",
        hint_en="delete it; it may have come along from another document",
        page_en="Invisible characters can hide what a file says. Delete them.",
    ),
    "VV109": Entry(
        nb="en verdi kan ikke begynne med tegnet `{character}`",
        en="a value cannot start with the character `{character}`",
        hint_nb="sett teksten i anførselstegn",
        hint_en="put the text in quotes",
        page_en="YAML reserves some characters, such as @ and `. Quote the text.",
    ),
    "VV110": Entry(
        nb="dette kan ikke leses som YAML",
        en="this cannot be read as YAML",
        hint_nb="se etter innrykk som ikke stemmer, eller et manglende kolon, på denne "
        "linja eller den over",
        hint_en="look for uneven indentation or a missing colon, on this line or the "
        "one above",
        page_en="The text is not YAML. The fault is here or on the line above.",
    ),
    "VV111": Entry(
        nb="anførselstegnet som åpnes her, blir aldri lukket",
        en="the quote that opens here is never closed",
        hint_nb="sett inn anførselstegnet som mangler",
        hint_en="add the missing quote",
        page_en="A quoted text has no end. Add the closing quote.",
    ),
    "VV112": Entry(
        nb="tabulator kan ikke brukes som innrykk",
        en="a tab cannot be used for indentation",
        hint_nb="bruk mellomrom",
        hint_en="use spaces",
        page_en="YAML does not allow tabs before a value. Use spaces.",
    ),
    "VV113": Entry(
        nb="et kolon som ikke ventes her",
        en="a colon that is not expected here",
        hint_nb="sett tekst med kolon i anførselstegn, eller rett innrykket",
        hint_en="put a text with a colon in quotes, or mend the indentation",
        page_en="A text holds a colon and a space, or a line is indented wrongly.",
    ),
    "VV114": Entry(
        nb="klammen `{bracket}` fra linje {line} er ikke lukket riktig",
        en="the bracket `{bracket}` of line {line} is not closed properly",
        hint_nb="se etter et manglende komma eller en manglende sluttklamme",
        hint_en="look for a missing comma or closing bracket",
        page_en="A list or mapping in brackets is broken. Add a comma or a bracket.",
    ),
    "VV115": Entry(
        nb="ankere og henvisninger (`&{name}`, `*{name}`) kan ikke brukes",
        en="anchors and aliases (`&{name}`, `*{name}`) cannot be used",
        hint_nb="skriv verdien helt ut, eller sett teksten i anførselstegn",
        hint_en="write the value out in full, or put the text in quotes",
        page_en="A few aliases can stand for a billion values. Write the value out.",
    ),
    "VV116": Entry(
        nb="YAML-merker som `{tag}` kan ikke brukes",
        en="YAML tags such as `{tag}` cannot be used",
        hint_nb="fjern merket, eller sett teksten i anførselstegn",
        hint_en="remove the tag, or put the text in quotes",
        page_en="A tag asks the reader to build something else. Remove it.",
    ),
    "VV117": Entry(
        nb="sammenslåing med `<<` kan ikke brukes",
        en="merging with `<<` cannot be used",
        hint_nb="skriv nøklene helt ut",
        hint_en="write the keys out in full",
        page_en="Merge keys are not YAML 1.2. Write the keys out.",
    ),
    "VV118": Entry(
        nb="fila inneholder mer enn ett dokument",
        en="the file holds more than one document",
        hint_nb="fjern linja `---`, eller del opp fila",
        hint_en="remove the line `---`, or split the file",
        page_en="A line `---` starts a second document. Use one file for each.",
    ),
    "VV119": Entry(
        nb="nøkkelen `{key}` står to ganger; den første er på linje {first}",
        en="the key `{key}` stands twice; the first is on line {first}",
        hint_nb="fjern den ene, eller gi den et annet navn",
        hint_en="remove one of them, or rename it",
        page_en="The same key stands twice in one mapping. Remove or rename one.",
    ),
    "VV120": Entry(
        nb="nøkkelen `{key}` er ikke tekst",
        en="the key `{key}` is not text",
        hint_nb="sett nøkkelen i anførselstegn",
        hint_en="put the key in quotes",
        page_en="Keys are text, but this is a number, true, false or empty. Quote it.",
    ),
    "VV121": Entry(
        nb="en liste eller en gruppe av nøkler kan ikke selv være nøkkel",
        en="a list or a mapping cannot be a key",
        hint_nb="bruk tekst som nøkkel; sett tekst med `[` eller `{` i anførselstegn",
        hint_en="use text as the key; put a text with `[` or `{` in quotes",
        page_en="A key is written in brackets. Keys are text.",
    ),
    "VV122": Entry(
        nb="`{key}` kan ikke brukes som nøkkel i {subject!}",
        en="`{key}` cannot be used as a key in {subject!}",
        page_en="A name used as a key is not of the form that is wanted.",
    ),
    "VV123": Entry(
        nb="{subject!} kan ikke være {got!}",
        en="{subject!} cannot be {got!}",
        page_en="The value breaks a check that has no better message.",
    ),
    "VV124": Entry(
        nb="en formel må stå på én linje, eller i en blokk som begynner med `|`",
        en="a formula must stand on one line, or in a block that starts with `|`",
        hint_nb="skriv `|` etter kolonet og formelen rykket inn på linjene under",
        hint_en="write `|` after the colon and the formula indented on the lines below",
        page_en="Folded or escaped text has no exact columns. Use one line or `|`.",
    ),
    "VV125": Entry(
        nb="tallet {got} er for stort eller for lite",
        en="the number {got} is too large or too small",
        hint_nb="tall må være 0 eller ligge mellom 0.000001 og 1000000000000",
        hint_en="a number must be 0 or lie between 0.000001 and 1000000000000",
        page_en="Numbers outside 1e-6 to 1e12 are surely mistakes. Use another unit.",
    ),
    "VV126": Entry(
        nb="tallet {got} har mer enn 15 sifre",
        en="the number {got} has more than 15 digits",
        hint_nb="rund av tallet; er det tekst, sett det i anførselstegn",
        hint_en="round the number; if it is text, put it in quotes",
        page_en="More digits than any real figure has. Round it, or quote it if text.",
    ),
    "VV127": Entry(
        nb="{got} er ikke et tall som kan brukes",
        en="{got} is not a number that can be used",
        hint_nb="skriv et vanlig tall, eller `unknown` om det er ukjent",
        hint_en="write an ordinary number, or `unknown` if it is not known",
        page_en="Infinity and not-a-number have no meaning here.",
    ),
    "VV130": Entry(
        nb="{subject!} må være større enn {limit}, men er {got!}",
        en="{subject!} must be greater than {limit}, got {got!}",
        page_en="The number is too small.",
    ),
    "VV131": Entry(
        nb="{subject!} må være minst {limit}, men er {got!}",
        en="{subject!} must be at least {limit}, got {got!}",
        page_en="The number is too small.",
    ),
    "VV132": Entry(
        nb="{subject!} må være mindre enn {limit}, men er {got!}",
        en="{subject!} must be less than {limit}, got {got!}",
        page_en="The number is too large.",
    ),
    "VV133": Entry(
        nb="{subject!} kan være høyst {limit}, men er {got!}",
        en="{subject!} must be at most {limit}, got {got!}",
        page_en="The number is too large.",
    ),
    "VV134": Entry(
        nb="{subject!} må være et multiplum av {limit}, men er {got!}",
        en="{subject!} must be a multiple of {limit}, got {got!}",
        page_en="The number does not fit the step.",
    ),
    "VV135": Entry(
        nb="{subject!} må ha minst {limit} elementer",
        en="{subject!} must have at least {limit} items",
        page_en="The list or mapping is too short.",
    ),
    "VV136": Entry(
        nb="{subject!} kan ha høyst {limit} elementer",
        en="{subject!} must have at most {limit} items",
        hint_nb="ta bort noen av dem",
        hint_en="remove some of them",
        page_en="The list or mapping is too long.",
    ),
    "VV137": Entry(
        nb="{subject!} må ha minst {limit} tegn, men er {got!}",
        en="{subject!} must have at least {limit} characters, got {got!}",
        page_en="The text is too short, often empty.",
    ),
    "VV138": Entry(
        nb="{subject!} kan ha høyst {limit} tegn",
        en="{subject!} must have at most {limit} characters",
        page_en="The text is too long.",
    ),
    "VV139": Entry(
        nb="{subject!} er {got!}, som ikke har riktig form",
        en="{subject!} is {got!}, which is not of the right form",
        hint_nb="formen er `{limit}`",
        hint_en="the form is `{limit}`",
        page_en="The text does not have the form that is wanted, such as an id's.",
    ),
    "VV140": Entry(
        nb="{subject!} kan ha høyst {limit} desimaler, men er {got!}",
        en="{subject!} must have at most {limit} decimals, got {got!}",
        page_en="The number has too many decimals.",
    ),
    "VV141": Entry(
        nb="{subject!} kan ha høyst {limit} sifre, men er {got!}",
        en="{subject!} must have at most {limit} digits, got {got!}",
        page_en="The number has too many digits.",
    ),
    "VV142": Entry(
        nb="{subject!} kan ikke være tom",
        en="{subject!} must not be empty",
        hint_nb="skriv noe, eller ta bort nøkkelen",
        hint_en="write something, or remove the key",
        page_en="A text, list or mapping needs contents.",
    ),
    "VV143": Entry(
        nb="{subject!} må ha en tekst for `nb` eller `en`",
        en="{subject!} must have a text for `nb` or `en`",
        page_en="A text for people is given in at least one of the two languages.",
    ),
}

PHRASES: dict[str, Phrase] = {
    "whole_file": Phrase(nb="fila", en="the file"),
    "field": Phrase(nb="`{field}`", en="`{field}`"),
    "list_item": Phrase(nb="`{field}` nr. {number}", en="item {number} of `{field}`"),
    "whole_number": Phrase(nb="et helt tall", en="a whole number"),
    "number": Phrase(nb="et tall", en="a number"),
    "text": Phrase(nb="tekst", en="text"),
    "truth": Phrase(nb="`true` eller `false`", en="`true` or `false`"),
    "mapping": Phrase(nb="en gruppe av nøkler med verdier", en="a mapping of keys"),
    "list": Phrase(nb="en liste", en="a list"),
    "date": Phrase(nb="en dato som 2022-01-31", en="a date such as 2022-01-31"),
    "empty": Phrase(nb="tom", en="empty"),
    "words": Phrase(nb="{allowed}", en="{allowed}"),
    "figure": Phrase(
        nb="et tall, `unknown` eller nøkler med `value`",
        en="a number, `unknown` or a mapping with `value`",
    ),
    "nothing": Phrase(nb="tom", en="nothing"),
    "a_truth_value": Phrase(nb="sannhetsverdien {shown}", en="the truth value {shown}"),
    "the_number": Phrase(nb="tallet {shown}", en="the number {shown}"),
    "the_text": Phrase(nb="teksten «{shown}»", en='the text "{shown}"'),
    "a_list": Phrase(nb="en liste", en="a list"),
    "a_mapping": Phrase(nb="en gruppe av nøkler", en="a mapping"),
    "remove_quotes": Phrase(nb="fjern anførselstegnene", en="remove the quotes"),
    "use_quotes": Phrase(
        nb="sett anførselstegn rundt verdien", en="put quotes around the value"
    ),
    "use_point": Phrase(
        nb="bruk punktum som desimaltegn: 0.5", en="use a decimal point: 0.5"
    ),
    "no_grouping": Phrase(
        nb="skriv tallet uten mellomrom eller andre tusenskiller: 1000",
        en="write the number without spaces or other separators: 1000",
    ),
    "no_leading_zeroes": Phrase(
        nb="fjern nullene foran tallet", en="remove the zeroes in front"
    ),
    "use_true_false": Phrase(
        nb="skriv `true` eller `false` uten anførselstegn",
        en="write `true` or `false` without quotes",
    ),
    "comma_in_braces": Phrase(
        nb="bruk punktum som desimaltegn (0.5), eller sett nøkkelen i anførselstegn",
        en="use a decimal point (0.5), or put the key in quotes",
    ),
    "id_form": Phrase(
        nb="en id begynner med a-z og har bare a-z, 0-9, `_` og `-`",
        en="an id starts with a-z and has only a-z, 0-9, `_` and `-`",
    ),
    "four_digits": Phrase(
        nb="skriv fire sifre, som 0301", en="write four digits, such as 0301"
    ),
    "make_list": Phrase(
        nb="sett verdien i hakeparenteser: [verdi]",
        en="put the value in square brackets: [value]",
    ),
}
