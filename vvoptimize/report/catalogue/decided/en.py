"""English."""

TEXTS = {
    # Numbers that somebody has set
    "head.warnings": "Warnings",
    "verdict.proposed.one": (
        "{n} of {all} binding rules rests on numbers that are proposed and not adopted."
    ),
    "verdict.proposed.many": (
        "{n} of {all} binding rules rest on numbers that are proposed and not adopted."
    ),
    "parameters.set_by": (
        "Unless said otherwise, the parties to the agreement set the numbers."
    ),
    "parameter.authority": "Set by {authority}.",
    "parameter.since": "From {date}: {value}.",
    "parameter.adopted_by": "Adopted by {who}, {date}, case {case}.",
    "parameter.proposed_by": "Proposed by {who}.",
    # Exceptions that the agreement itself makes
    "verdict.word.excepted": "excepted",
    "rule.excepted.one": "{n} case is excepted by clause {clause} ({cases}): {reading}",
    "rule.excepted.many": (
        "{n} cases are excepted by clause {clause} ({cases}): {reading}"
    ),
    "rules.exception": "Exception by clause {clause}: {reading} Where: {where}",
    "rules.excepted.one": "({n} case in this scenario)",
    "rules.excepted.many": "({n} cases in this scenario)",
}
