"""English."""

TEXTS = {
    # Trace
    "trace.title": "The rules against the text of {agreement}",
    "trace.quotes.one": "{found} of {n} quote stands where the rule says.",
    "trace.quotes.many": "{found} of {n} quotes stand where the rules say.",
    "trace.no_quote": "Without a quote: {ids}.",
    "trace.other_text": "Follow from the law, which is not in the agreement: {ids}.",
    "trace.unaccounted.one": "{n} of {all} clauses has neither a rule nor a reason.",
    "trace.unaccounted.many": "{n} of {all} clauses have neither a rule nor a reason.",
    "trace.all_accounted": "All {all} clauses have a rule or a reason.",
    "trace.nowhere": "{id}: the quote ({clause}) is not in the text.",
    "trace.elsewhere": "{id}: the quote is not in {clause}, but in {found_in} on line"
    " {line}.",
    "trace.no_clause": "{id}: the text has no {clause}.",
    "trace.reason_no_clause": "The reason is for {clause}, which the text does not"
    " have.",
    "head.quotes": "Quotes that are not where the rules say",
    "head.unaccounted": "Clauses without a rule and without a reason",
    "head.not_encoded": "Clauses that are not encoded, and why",
    # Lint
    "lint.warning": "warning",
    "lint.note": "note",
    "lint.warnings.one": "{n} warning",
    "lint.warnings.many": "{n} warnings",
    "lint.notes.one": "{n} note",
    "lint.notes.many": "{n} notes",
    "lint.clean": "Nothing to say of {files}.",
    "lint.found": "{warnings} and {notes} on {files}.",
    "lint.explain": "What a finding means: vvoptimize rules lint --explain {code}",
    "lint.avoid": "Avoid:",
    "lint.prefer": "Prefer:",
}
