"""L6xx: rules that could be written so that they say more."""

from vvoptimize.authoring.lint.page import Page, Severity

PAGES: dict[str, Page] = {
    "L601": Page(
        Severity.NOTE,
        nb=(
            "regelen {rule} sammenlikner to tall og kunne hatt `measure` og "
            "`{relation}`"
        ),
        en=(
            "the rule {rule} compares two numbers: it could have `measure` and "
            "`{relation}`"
        ),
        avoid="  require: workplaces_now[m] >= least_kept_share * workplaces_before[m]",
        prefer=(
            "  measure: workplaces_now[m]\n"
            "  at_least: least_kept_share * workplaces_before[m]"
        ),
        why_nb=(
            "Et måltall med en grense kan vises: meldingen kan si `{value}` og "
            "`{limit}`, og regellista sier hva som måles."
        ),
        why_en=(
            "A measure with a limit can be shown: the message can say `{value}` and "
            "`{limit}`, and the list of rules tells what is measured."
        ),
    ),
    "L602": Page(
        Severity.WARNING,
        nb="ønsket {rule} er bare sant eller usant og har ikke noe omfang",
        en="the wish {rule} is only true or false and has no amount",
        avoid="  require: not joint[s] or any(host[s, m] for m in municipalities)",
        prefer=(
            "  measure: count(host[s, m] for m in municipalities)\n  at_least: joint[s]"
        ),
        why_nb=(
            "Et ønske som ikke nås, skal komme så nær som mulig. Uten et omfang er "
            "litt for lite like galt som ingenting, og løseren prøver ikke å komme "
            "nærmere. Et enkelt ja eller nei, som `implies(joint[s], network[s])`, er "
            "unntatt."
        ),
        why_en=(
            "A wish that is not met should come as near as it can. Without an amount, "
            "a little too few is as bad as none, and the solver does not try to come "
            "nearer. A single yes or no, as `implies(joint[s], network[s])`, is "
            "excepted."
        ),
    ),
}
