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
    # Waivers
    "head.waivers": "Waivers",
    "verdict.word.waived": "waived",
    "verdict.waived.one": "{n} case is not kept, but has a waiver",
    "verdict.waived.many": "{n} cases are not kept, but have waivers",
    "verdict.holds_or_waived": (
        "Every binding rule that applies here is kept or waived"
    ),
    "rule.waived": "Waiver {number}: {case}.",
    "rule.waived_by": "Waiver {number}: {case}, short by {shortfall}.",
    "rule.exceeds": "That is {exceeds} more than waiver {number} covers.",
    "waiver.about": "{number}. From clause {clause} {rule}, {case}.",
    "waiver.waived": "Short by {shortfall}; the waiver covers {covers}.",
    "waiver.whole": "It is not asked for here as long as the waiver counts.",
    "waiver.covers": "Covers a shortfall of {covers} at most.",
    "waiver.broken": (
        "Broken: short by {shortfall}, but the waiver covers only {covers}. That is"
        " {exceeds} too much."
    ),
    "waiver.holds": "Not needed: the rule is kept there.",
    "waiver.excepted": "Not needed: the agreement itself excepts the case.",
    "waiver.unknown": (
        "Whether it is needed and is enough cannot be decided, for want of figures."
    ),
    "waiver.decision": (
        "Given by {who}, {date}, case {case}; counts up to and with {expires}. Reason:"
        " {reason}"
    ),
    "waiver.short": "Waiver {number} does not cover that.",
    # What a missing figure leaves open
    "unknown.figure": "Missing: {figure}.",
    "unknown.line": "line {line} of the scenario",
    "unknown.need": "Clause {clause} {name}, {cases}:",
    "unknown.hosts": "may stay open when {hosts}, and not otherwise.",
    "unknown.host": "{hosts} hosts {service}",
    "or": "or",
    "unknown.extent.always": "cannot be decided, whatever is chosen.",
    "unknown.extent.some": "cannot be decided with some choices, but with others.",
    "unknown.extent.open": (
        "whether that goes for every choice was not settled before the search stopped."
    ),
    "unknown.others.one": "Besides, {n} figure is missing: {figures}.",
    "unknown.others.many": "Besides, {n} figures are missing: {figures}.",
    "undecided.always": "(whatever is chosen)",
    "undecided.always_of": "({n} of them whatever is chosen)",
    "saved.proved": "Proved best for {id}",
    "saved.found": "Best found for {id}, not proved",
}
