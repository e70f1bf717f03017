"""How one case compares with the same case of a base, and whether it blocks."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from vvoptimize.evaluation.verdicts import Evaluation, InstanceVerdict, Verdict
from vvoptimize.explanation.proposal.changes import Change, case_changes
from vvoptimize.ruleset.rules import RuleKind

AT = (("m", "askvik"),)
HOLDS, BROKEN, WAIVED = Verdict.HOLDS, Verdict.BROKEN, Verdict.WAIVED
UNKNOWN, EXCEPTED = Verdict.UNKNOWN, Verdict.EXCEPTED


def side(kind, verdict, margin) -> Any:
    """Give an evaluation of one rule with one case, or with none."""
    rule: Any = SimpleNamespace(rule_id="rule", kind=kind)
    instance: Any = SimpleNamespace(rule=rule, at=AT)
    excepted = (instance,) if verdict is EXCEPTED else ()
    is_judged = verdict not in (None, EXCEPTED)
    case = InstanceVerdict(rule, AT, verdict, margin, None, None)
    judged: Any = SimpleNamespace(
        rule=rule, instances=(case,) if is_judged else (), excepted=excepted
    )
    return Evaluation((judged,), ())


# What was, what is, and what follows for a rule that binds.
TABLE = [
    (HOLDS, 1, HOLDS, 1, Change.SAME, False),
    (HOLDS, 1, HOLDS, 0, Change.WORSE, False),
    (HOLDS, 0, HOLDS, 1, Change.BETTER, False),
    (HOLDS, None, HOLDS, None, Change.SAME, False),
    (HOLDS, 0, BROKEN, -1, Change.WORSE, True),
    (HOLDS, None, BROKEN, None, Change.WORSE, True),
    (HOLDS, 1, WAIVED, -1, Change.WORSE, False),
    (WAIVED, -1, WAIVED, -2, Change.WORSE, False),
    (WAIVED, -1, WAIVED, -1, Change.SAME, False),
    (WAIVED, -1, BROKEN, -3, Change.WORSE, True),
    (WAIVED, -1, HOLDS, 0, Change.BETTER, False),
    (BROKEN, -1, BROKEN, -1, Change.SAME, False),
    (BROKEN, -1, BROKEN, -2, Change.WORSE, True),
    (BROKEN, -2, BROKEN, -1, Change.BETTER, False),
    (BROKEN, None, BROKEN, None, Change.SAME, False),
    (BROKEN, None, BROKEN, -1, Change.UNDECIDED, True),
    (BROKEN, -1, BROKEN, None, Change.UNDECIDED, True),
    (BROKEN, -1, HOLDS, 0, Change.FIXED, False),
    (BROKEN, -1, WAIVED, -1, Change.FIXED, False),
    (BROKEN, -1, UNKNOWN, None, Change.UNDECIDED, False),
    (UNKNOWN, None, BROKEN, -1, Change.UNDECIDED, True),
    (UNKNOWN, None, HOLDS, 1, Change.UNDECIDED, False),
    (UNKNOWN, None, UNKNOWN, None, Change.UNDECIDED, False),
    (None, None, HOLDS, 1, Change.NEW, False),
    (None, None, BROKEN, -1, Change.NEW, True),
    (EXCEPTED, None, BROKEN, -1, Change.NEW, True),
    (BROKEN, -1, None, None, Change.GONE, False),
    (BROKEN, -1, EXCEPTED, None, Change.GONE, False),
]


@pytest.mark.parametrize(("was", "before", "is_", "after", "change", "blocks"), TABLE)
def test_a_case_blocks_only_where_it_is_broken_as_it_was_not_before(
    was, before, is_, after, change, blocks
):
    base = side(RuleKind.REQUIRE, was, before)
    (found,) = case_changes(base, side(RuleKind.REQUIRE, is_, after))

    assert (found.change, found.blocks) == (change, blocks)
    assert found.excused is (is_ is BROKEN and not blocks)
    assert (found.was, found.is_) == (was, is_)


@pytest.mark.parametrize("kind", [RuleKind.PREFER, RuleKind.REPORT])
@pytest.mark.parametrize(("was", "before", "is_", "after", "change", "_blocks"), TABLE)
def test_what_is_not_required_never_blocks(
    kind, was, before, is_, after, change, _blocks
):
    (found,) = case_changes(side(kind, was, before), side(kind, is_, after))

    assert (found.change, found.blocks, found.excused) == (change, False, False)


def test_a_case_that_is_excepted_here_and_there_is_no_case():
    base = side(RuleKind.REQUIRE, EXCEPTED, None)

    assert case_changes(base, side(RuleKind.REQUIRE, EXCEPTED, None)) == ()
