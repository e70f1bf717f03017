"""What a rule comes to over all its cases."""

from fractions import Fraction

import pytest

from tests.evaluation.worlds import only
from vvoptimize.evaluation.verdicts import RuleVerdict, Verdict

CASE = only(
    "for_each: {s: services}, require: 'joint[s]'", "services: [x], joint: {x: 1}"
)
RULE = CASE.rule
JUDGED = [
    (Verdict.HOLDS, 4),
    (Verdict.BROKEN, -2),
    (Verdict.UNKNOWN, None),
    (Verdict.BROKEN, Fraction(-5, 2)),
    (Verdict.BROKEN, Fraction(-5, 2)),
    (Verdict.HOLDS, 0),
    (Verdict.BROKEN, None),
]


def instances(pairs):
    """Give one case per pair of verdict and margin."""
    return tuple(
        CASE._replace(at=(("m", str(number)),), verdict=verdict, margin=margin)
        for number, (verdict, margin) in enumerate(pairs)
    )


def test_verdicts_are_counted_as_one_would():
    verdict = RuleVerdict(RULE, instances(JUDGED))

    assert [verdict.count(one) for one in Verdict] == [2, 4, 1, 0, 0, 0]
    assert verdict.verdict is Verdict.BROKEN
    assert verdict.tightest is verdict.instances[3]
    assert [*verdict.judged(Verdict.UNKNOWN)] == [verdict.instances[2]]


@pytest.mark.parametrize(
    ("pairs", "tightest"),
    [
        ([(Verdict.HOLDS, 4), (Verdict.HOLDS, 1), (Verdict.HOLDS, 1)], 1),
        ([(Verdict.HOLDS, None)], None),  # no case is nearer its limit than others
        ([(Verdict.HOLDS, 1), (Verdict.WAIVED, None), (Verdict.WAIVED, None)], 1),
        ([], None),
    ],
)
def test_the_tightest_is_the_first_of_the_nearest(pairs, tightest):
    verdict = RuleVerdict(RULE, instances(pairs))

    expected = None if tightest is None else verdict.instances[tightest]
    assert verdict.tightest is expected
