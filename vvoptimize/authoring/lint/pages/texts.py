"""L5xx: texts that a reader of reports will miss."""

from vvoptimize.authoring.lint.page import Page, Severity

_LABEL = "  label: {nb: Nok blir igjen, en: Enough stays}\n"
_MESSAGE = (
    '  message: {nb: "{m} sitter igjen med {value}.", en: "{m} is left with {value}."}'
)

PAGES: dict[str, Page] = {
    "L501": Page(
        Severity.WARNING,
        nb="teksten mangler på {language!}",
        en="the text is missing in {language!}",
        avoid="title: {nb: Et eksempel}",
        prefer="title: {nb: Et eksempel, en: An example}",
        why_nb=(
            "Rapportene finnes på bokmål og engelsk. En tekst på bare ett språk står "
            "midt i det andre. Én streng for begge går an når den er ett ord, som et "
            "navn."
        ),
        why_en=(
            "Reports are in bokmål and English. A text in one language only stands in "
            "the middle of the other. One string for both will do when it is one word, "
            "as a name."
        ),
    ),
    "L502": Page(
        Severity.WARNING,
        nb="regelen {rule} har ingen `message`",
        en="the rule {rule} has no `message`",
        avoid="  at_least: least_kept_share * workplaces_before[m]\n  tests:",
        prefer=(
            f"  at_least: least_kept_share * workplaces_before[m]\n{_MESSAGE}\n  tests:"
        ),
        why_nb="Uten den sier rapporten at regelen er brutt, men ikke hva som er galt.",
        why_en=(
            "Without it a report says that the rule is broken, but not what is wrong."
        ),
    ),
    "L503": Page(
        Severity.WARNING,
        nb="{name} har ingen `label`",
        en="{name} has no `label`",
        avoid="- id: enough-stays\n",
        prefer=f"- id: enough-stays\n{_LABEL}",
        why_nb="Uten den kaller rapporten det ved id-en, som leseren ikke kjenner.",
        why_en=(
            "Without it a report calls it by its id, which the reader does not know."
        ),
    ),
    "L504": Page(
        Severity.WARNING,
        nb="meldingen nevner ikke {variables}",
        en="the message does not mention {variables}",
        avoid='message: {nb: "Noen mister for mye.", en: "Somebody loses too much."}',
        prefer='message: {nb: "{m} mister for mye.", en: "{m} loses too much."}',
        why_nb=(
            "Regelen har ett tilfelle for hver. En melding som ikke sier hvem den "
            "gjelder, er lik for alle."
        ),
        why_en=(
            "The rule has a case for each. A message that does not say whom it is "
            "about is the same for all."
        ),
    ),
    "L505": Page(
        Severity.WARNING,
        nb="bare ett av språkene i meldingen nevner {names}",
        en="only one of the languages of the message mentions {names}",
        avoid=(
            'message: {nb: "{m} mister for mye: {value}.", en: "{m} loses too much."}'
        ),
        prefer='message: {nb: "{m} mister for mye.", en: "{m} loses too much."}',
        why_nb="De som leser på det andre språket, får vite mindre.",
        why_en="Those who read the other language are told less.",
    ),
}
