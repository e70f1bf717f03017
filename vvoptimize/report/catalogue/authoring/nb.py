"""Bokmål."""

TEXTS = {
    # Trace
    "trace.title": "Reglene mot teksten i {agreement}",
    "trace.quotes.one": "{found} av {n} sitat står der regelen sier.",
    "trace.quotes.many": "{found} av {n} sitater står der regelen sier.",
    "trace.no_quote": "Uten sitat: {ids}.",
    "trace.other_text": "Følger av lov, som ikke står i avtalen: {ids}.",
    "trace.unaccounted.one": "{n} av {all} punkter har verken regel eller begrunnelse.",
    "trace.unaccounted.many": "{n} av {all} punkter har verken regel eller"
    " begrunnelse.",
    "trace.all_accounted": "Alle {all} punkter har en regel eller en begrunnelse.",
    "trace.nowhere": "{id}: sitatet ({clause}) står ikke i teksten.",
    "trace.elsewhere": "{id}: sitatet står ikke i {clause}, men i {found_in} på linje"
    " {line}.",
    "trace.no_clause": "{id}: teksten har ikke {clause}.",
    "trace.reason_no_clause": "Begrunnelsen gjelder {clause}, som teksten ikke har.",
    "head.quotes": "Sitater som ikke står der reglene sier",
    "head.unaccounted": "Punkter uten regel og uten begrunnelse",
    "head.not_encoded": "Punkter som ikke er kodet, og hvorfor",
    # Lint
    "lint.warning": "advarsel",
    "lint.note": "merknad",
    "lint.warnings.one": "{n} advarsel",
    "lint.warnings.many": "{n} advarsler",
    "lint.notes.one": "{n} merknad",
    "lint.notes.many": "{n} merknader",
    "lint.clean": "Ingenting å si på {files}.",
    "lint.found": "{warnings} og {notes} om {files}.",
    "lint.explain": "Hva et funn betyr: vvoptimize rules lint --explain {code}",
    "lint.avoid": "Unngå:",
    "lint.prefer": "Bruk heller:",
}
