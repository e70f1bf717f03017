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
    # Waivers
    "head.waivers": "Dispensasjoner",
    "verdict.word.waived": "dispensasjon",
    "verdict.waived.one": "{n} tilfelle er ikke oppfylt, men har dispensasjon",
    "verdict.waived.many": "{n} tilfeller er ikke oppfylt, men har dispensasjon",
    "verdict.holds_or_waived": (
        "Alle bindende regler som gjelder her, er oppfylt eller har dispensasjon"
    ),
    "rule.waived": "Dispensasjon {number}: {case}.",
    "rule.waived_by": "Dispensasjon {number}: {case}, mangler {shortfall}.",
    "rule.exceeds": "Det er {exceeds} mer enn dispensasjon {number} dekker.",
    "waiver.about": "{number}. Fra punkt {clause} {rule}, {case}.",
    "waiver.waived": "Mangler {shortfall}; dispensasjonen dekker {covers}.",
    "waiver.whole": "Kravet stilles ikke her så lenge dispensasjonen gjelder.",
    "waiver.covers": "Dekker et avvik på høyst {covers}.",
    "waiver.broken": (
        "Brutt: mangler {shortfall}, men dispensasjonen dekker bare {covers}. Det er"
        " {exceeds} for mye."
    ),
    "waiver.holds": "Trengs ikke: regelen er oppfylt der.",
    "waiver.excepted": "Trengs ikke: tilfellet er unntatt i avtalen.",
    "waiver.unknown": "Om den trengs og rekker, kan ikke avgjøres, for tall mangler.",
    "waiver.decision": (
        "Gitt av {who} {date}, sak {case}; gjelder til og med {expires}. Grunn:"
        " {reason}"
    ),
    "waiver.short": "Dispensasjon {number} rekker ikke til det.",
    # What a missing figure leaves open
    "unknown.figure": "Mangler: {figure}.",
    "unknown.line": "linje {line} i scenariet",
    "unknown.need": "Punkt {clause} {name}, {cases}:",
    "unknown.hosts": "kan stå uavgjort når {hosts}, ellers ikke.",
    "unknown.host": "{hosts} er vert for {service}",
    "or": "eller",
    "unknown.extent.always": "kan ikke avgjøres, hva som enn velges.",
    "unknown.extent.some": "kan ikke avgjøres ved noen valg, men ved andre.",
    "unknown.extent.open": (
        "om det gjelder alle valg, ble ikke klart før søket stoppet."
    ),
    "unknown.others.one": "I tillegg mangler {n} tall: {figures}.",
    "unknown.others.many": "I tillegg mangler {n} tall: {figures}.",
    "undecided.always": "(hva som enn velges)",
    "undecided.always_of": "({n} av dem hva som enn velges)",
    "saved.proved": "Bevist best for {id}",
    "saved.found": "Best som er funnet for {id}, ikke bevist",
}
