"""Digits as small as can be, the first before the second."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cpsat.models import affine, all_atoms, atoms, model, not_negative, objective
from tests.cpsat.reference import assignments, truth_of, value_of
from vvoptimize.cpsat.form import Form
from vvoptimize.cpsat.search import search
from vvoptimize.cpsat.tie_break import CHUNK, digit_of, pack
from vvoptimize.ruleset.ground import Affine, Unknown
from vvoptimize.ruleset.instances import TieBreak
from vvoptimize.ruleset.rules import Sense
from vvoptimize.solution.stages import Limits, Outcome, Stop

UPPERS = [1, 1, 2, 3]
DIGITS = st.builds(
    affine,
    st.dictionaries(
        st.integers(0, 3),
        st.sampled_from([-2, -1, 1, 3, 2**39, Fraction(1, 2), Fraction(-5, 3)]),
        max_size=3,
    ),
    st.sampled_from([0, -4, Fraction(1, 7)]),
)


@settings(max_examples=60)
@given(st.lists(DIGITS, max_size=4), st.lists(DIGITS, max_size=3), DIGITS)
def test_the_answer_is_the_first_of_all_in_the_published_order(first, second, limit):
    rule = not_negative(limit)
    allowed = [v for v in assignments(atoms(*UPPERS)) if truth_of(rule, v)]
    ties = [TieBreak("a", tuple(first)), TieBreak("b", tuple(second)), all_atoms(4)]

    result = search(model(UPPERS, [rule], tie_breaks=ties), Limits())

    def order(values):
        return [value_of(digit, values) for digit in first + second], values

    assert result.values == (min(allowed, key=order) if allowed else None)


def test_many_digits_take_few_solves():
    # 200 atoms are five chunks; the fewest that satisfy the rule are the last ones.
    rule = not_negative(Affine(dict.fromkeys(range(200), 1), -90))

    result = search(model([1] * 200, [rule]), Limits())

    assert result.values == (0,) * 110 + (1,) * 90
    assert result.stages[-1].outcome is Outcome.OPTIMAL
    assert result.stages[-1].solves <= 5 + 3


def test_a_single_digit_is_reported_with_its_unit():
    ties = [TieBreak("moved", (affine({0: Fraction(3, 2), 1: -1}, 2),), "FTE")]

    stage = search(model([1, 1], tie_breaks=ties), Limits()).stages[-1]

    assert (stage.value, stage.bound, stage.unit) == (1, 1, "FTE")


def test_a_missing_figure_has_no_say_in_a_tie_break():
    digit = Affine({0: -1}, 0, (Unknown(0, ("rent",)),))

    result = search(model([1], tie_breaks=[TieBreak("a", (digit,))]), Limits())

    assert result.values == (1,)
    assert result.outcome is Outcome.OPTIMAL


def test_chunks_stay_small_and_digits_of_one_value_drop_out():
    digits = [Form({n: 1}, 0, 1, 0, 2**13 - 1) for n in range(7)]
    constant = Form({}, 0, 1, 0, 0)

    chunks = pack([constant, *digits[:3], constant, *digits[3:]])

    assert [len(chunk.digits) for chunk in chunks] == [3, 3, 1]
    assert all(chunk.number.high < CHUNK for chunk in chunks)
    assert dict(chunks[0].number.terms) == {0: 2**26, 1: 2**13, 2: 1}


def test_a_digit_counts_from_zero_on_its_own_grid():
    digit = digit_of(Form({0: 6, 1: -4}, 7, 10, 3, 13))

    assert dict(digit.terms) == {0: 3, 1: -2}
    assert (digit.constant, digit.low, digit.high) == (2, 0, 5)


def test_a_limit_inside_a_tie_break_is_told():
    goal = objective(Sense.MAXIMISE, Affine({0: 1}))
    rules = [
        not_negative(
            Affine(
                {n: (7 * n * k) % 29 - 14 for n in range(60) if (7 * n * k) % 29 != 14},
                -3,
            )
        )
        for k in range(1, 12)
    ]
    ground = model([1] * 60, rules, objectives=[goal])
    full = search(ground, Limits())

    result = search(ground, Limits(work=full.statistics.work * 0.6))

    assert full.outcome is Outcome.OPTIMAL
    assert (result.outcome, result.stop) == (Outcome.FEASIBLE, Stop.WORK)
    assert result.stages[-1].outcome is Outcome.FEASIBLE
