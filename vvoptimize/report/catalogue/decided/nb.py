"""Bokmål."""

TEXTS = {
    # Numbers that somebody has set
    "head.warnings": "Advarsler",
    "verdict.proposed.one": (
        "{n} av {all} bindende regler hviler på tall som er foreslått, men ikke"
        " vedtatt."
    ),
    "verdict.proposed.many": (
        "{n} av {all} bindende regler hviler på tall som er foreslått, men ikke"
        " vedtatt."
    ),
    "parameters.set_by": (
        "Der ikke annet er sagt, er det partene i avtalen som setter tallene."
    ),
    "parameter.authority": "Settes etter {authority}.",
    "parameter.since": "Fra {date}: {value}.",
    "parameter.adopted_by": "Vedtatt av {who} {date}, sak {case}.",
    "parameter.proposed_by": "Foreslått av {who}.",
    # Exceptions that the agreement itself makes
    "verdict.word.excepted": "unntatt",
    "rule.excepted.one": (
        "{n} tilfelle er unntatt etter punkt {clause} ({cases}): {reading}"
    ),
    "rule.excepted.many": (
        "{n} tilfeller er unntatt etter punkt {clause} ({cases}): {reading}"
    ),
    "rules.exception": "Unntak etter punkt {clause}: {reading} Gjelder der: {where}",
    "rules.excepted.one": "({n} tilfelle i dette scenariet)",
    "rules.excepted.many": "({n} tilfeller i dette scenariet)",
}
