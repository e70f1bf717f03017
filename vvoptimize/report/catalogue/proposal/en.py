"""English, of a proposed change."""

TEXTS = {
    # Files of a run
    "proposal.not_checked": "Not checked: {path}",
    "proposal.problem": "{code}: {message}",
    "proposal.problem_at": "{place}: {code}: {message}",
    "proposal.hint": "Hint: {hint}.",
    "proposal.head.files": "All files",
    "proposal.col.file": "File",
    "proposal.col.outcome": "Outcome",
    "proposal.outcome.0": "fine",
    "proposal.outcome.1": "broken",
    "proposal.outcome.2": "undecided",
    "proposal.outcome.problem": "not checked",
    # What it is held against
    "proposal.base": "Held against the base {base}: {name}. Rules, their numbers and"
    " waivers are those of the base.",
    "proposal.revision": "{name} ({commit})",
    "proposal.worse.one": "Stopped: {n} case of binding rules is broken, and in the"
    " base it was not, or by less ({rules})",
    "proposal.worse.many": "Stopped: {n} cases of binding rules are broken, and in the"
    " base they were not, or by less ({rules})",
    "proposal.no_worse": "No binding rule is broken that was not broken in the base, by"
    " as much or more",
    "proposal.excused.one": "{n} case is broken in both, and no worse than there",
    "proposal.excused.many": "{n} cases are broken in both, and no worse than there",
    # Cases
    "proposal.head.cases": "The cases of the rules, against the base",
    "proposal.col.rules": "Rules",
    "proposal.binding": "Binding",
    "proposal.others": "Others",
    "proposal.the_base": "the base",
    "proposal.change.new": "new",
    "proposal.change.worse": "worse",
    "proposal.change.same": "same",
    "proposal.change.better": "better",
    "proposal.change.fixed": "fixed",
    "proposal.change.gone": "gone",
    "proposal.change.undecided": "undecided",
    "proposal.case": "{change}: {clause} {rule}, {case}: {now}, against {was} in"
    " {base}{by}.",
    "proposal.stops": "Stops, {told}",
    "proposal.excused": "Broken there too, {told}",
    "proposal.by": "({by})",
    "proposal.state.holds": "met",
    "proposal.state.holds_by": "met with {amount} to spare",
    "proposal.state.holds_at": "met exactly",
    "proposal.state.broken": "broken",
    "proposal.state.broken_by": "short by {amount}",
    "proposal.state.waived": "waived",
    "proposal.state.waived_by": "waived, short by {amount}",
    "proposal.state.unknown": "unknown",
    "proposal.state.excepted": "excepted",
    "proposal.state.none": "no such case",
    "proposal.more.one": "And {n} more that differs.",
    "proposal.more.many": "And {n} more that differ.",
    "proposal.no_change": "No case differs.",
    # What is changed
    "proposal.head.facts": "What the proposal changes in the region",
    "proposal.moved": "Other hosts: {moved}.",
    "proposal.moved_one": "{service}: {now}, not {was}",
    "proposal.figure": "{figure}: {now}, not {was}.",
    "proposal.figures_more.one": "And {n} more figure.",
    "proposal.figures_more.many": "And {n} more figures.",
    "proposal.added": "New: {things}.",
    "proposal.removed": "Gone: {things}.",
    "proposal.things.municipalities": "municipality {name}",
    "proposal.things.services": "service {name}",
    "proposal.things.roads": "road {name}",
    "proposal.things.pins": "decision beforehand {name}",
    "proposal.no_facts": "Nothing: the same hosts and figures.",
    "proposal.head.texts": "Rules, numbers and waivers that it changes",
    "proposal.texts_do_not_count": "They do not count here: it is judged by those of"
    " the base.",
    "proposal.text.new": "New {what} {id}: {now}",
    "proposal.text.gone": "Gone, {what} {id}: {was}",
    "proposal.text.part": "{what} {id}, `{part}`: {now}, not {was}",
    "proposal.what.rule": "rule",
    "proposal.what.objective": "objective",
    "proposal.what.parameter": "number",
    "proposal.what.measure": "measure",
    "proposal.what.input": "input",
    "proposal.what.cost_key": "cost key",
    "proposal.what.set": "set",
    "proposal.what.waiver": "waiver",
    "proposal.let_through.one": "By its own rules {n} case would have been let"
    " through:",
    "proposal.let_through.many": "By its own rules {n} cases would have been let"
    " through:",
    "proposal.judged_otherwise.one": "Besides, they judge {n} case otherwise:",
    "proposal.judged_otherwise.many": "Besides, they judge {n} cases otherwise:",
    "proposal.own": "{clause} {rule}, {case}: {own} by its own, {base_verdict} by those"
    " of the base.",
    "proposal.let_through_note": "Let through by the proposal's own rules: {told}",
    "proposal.own_unbound": "not required any more",
    "proposal.own_same": "By its own rules every case is judged alike.",
    "proposal.idle": "Waiver of the base that does not count: {rule} ({case}), in force"
    " from {date} to {expires}.",
    # Who gains
    "proposal.head.gains": "Who gains and who loses, against the base",
    "proposal.col.workplaces": "FTE",
    "proposal.col.workplaces_more": "More",
    "proposal.col.pays": "Pays",
    "proposal.col.pays_more": "More to pay",
    "proposal.joined": "{name} (new)",
    "proposal.left": "{name} (gone)",
    "proposal.gains_note": "FTE by place of work, and NOK per year; more, or less, than"
    " in the base.",
    "proposal.head.objectives": "The objectives, against the base",
    "proposal.order.better": "{objective}: better.",
    "proposal.order.worse": "{objective}: worse.",
    "proposal.order.same": "{objective}: as good.",
    "proposal.order.undecided": "{objective}: undecided, for want of figures.",
    "proposal.order_leximin.better": "{objective}: leximin-better.",
    "proposal.order_leximin.worse": "{objective}: leximin-worse.",
    "proposal.order_leximin.same": "{objective}: leximin-equal.",
    "proposal.order_leximin.undecided": "{objective}: undecided, for want of figures.",
    "proposal.against": "{now} against {was}{by}.",
    "proposal.against_rank": "Rank {rank} from the worst off: {now} against {was}{by}.",
    "proposal.difference": "(difference {by})",
    "proposal.only_both": "Compared over those who are in both; not over {parties}.",
    # The optimum
    "proposal.head.optimum": "Beside the best there is",
    "proposal.search.proved": "The best by these rules and figures is proved.",
    "proposal.search.found": "The best found is not proved best: {why}.",
    "proposal.search.infeasible": "It is proved that no assignment keeps every binding"
    " rule.",
    "proposal.search.stopped": "No assignment was found that keeps every binding rule"
    " before the search was stopped.",
    "proposal.stop.time": "a limit on time came first",
    "proposal.stop.work": "the limit on work came first",
    "proposal.stop.interrupted": "it was interrupted",
    "proposal.stop.proved": "figures are missing",
    "proposal.is_best": "The proposal is as good at every stage.",
    "proposal.apart": "The proposal first differs in {stage}: {theirs} against {ours}"
    " in the best{by}. The order of the objectives lets that decide.",
    "proposal.apart_open": "Whether the proposal is as good in {stage} cannot be told,"
    " for want of figures.",
    "proposal.apart_too": "Besides, in {stage}: {theirs} against {ours}{by}.",
    "proposal.best_moved": "Other hosts in the best: {moved}.",
    "proposal.head.better": "Better for everybody",
    "proposal.better.yes": "There is an assignment that keeps the binding rules, and in"
    " which nobody has less and somebody more, by the objectives that compare parties."
    " Other hosts there: {moved}.",
    "proposal.better.no": "It is proved that there is none: whatever keeps the binding"
    " rules and gives somebody more takes from somebody, by the objectives that compare"
    " parties.",
    "proposal.better.stopped": "Not settled: the search was stopped before one was"
    " found or none was proved.",
    "proposal.better.unknown": "Cannot be told for want of figures: {figures}.",
    "proposal.better.nobody": "No objective compares parties.",
    "proposal.better.party": "{objective}, {who}: {better} against {proposal} ({by}).",
    # Watching
    "proposal.watch.start": "Watching {files}. Ctrl-C ends.",
    "proposal.watch.again": "{time}: {path}",
    "proposal.watch.base": "the check before",
}
