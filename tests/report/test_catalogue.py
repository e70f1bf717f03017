"""Both languages say the same: same keys, same placeholders, and nothing unused."""

import re
from pathlib import Path

import pytest

import vvoptimize.report
from tests.evaluation.test_steps import judged
from tests.report.example import assessed
from vvoptimize.authoring.cases import Reading
from vvoptimize.authoring.lint.page import Severity
from vvoptimize.authoring.prove import Can
from vvoptimize.authoring.trace import Found
from vvoptimize.evaluation.verdicts import Verdict
from vvoptimize.explanation.members.exit import Search
from vvoptimize.explanation.one_service import Obstacle
from vvoptimize.explanation.proposal.changes import Change
from vvoptimize.explanation.proposal.fair import Order
from vvoptimize.explanation.proposal.optimum import ForAll
from vvoptimize.explanation.proposal.optimum import Search as OptimumSearch
from vvoptimize.report.catalogue import CATALOGUES, joined, rarer
from vvoptimize.report.text.authoring.cases import COUNTS
from vvoptimize.ruleset.rule_entries import RELATIONS
from vvoptimize.ruleset.rules import Authority, RuleKind, Sense
from vvoptimize.ruleset.template import placeholders
from vvoptimize.scenario.adoption import Status
from vvoptimize.scenario.figure import Quality
from vvoptimize.scenario.shares import JointPart
from vvoptimize.solution.doubts import Extent
from vvoptimize.solution.stages import Outcome, StageKind, Stop

# How a case compares with the same case of a base.
CHANGES = ("new", "worse", "same", "better", "fixed", "gone", "undecided")
STATES = ("holds", "broken", "waived", "unknown", "excepted")
WHAT = (
    "rule",
    "objective",
    "parameter",
    "measure",
    "input",
    "cost_key",
    "set",
    "waiver",
)
THINGS = ("municipalities", "services", "roads", "steps", "pins")
COLUMNS = ("file", "outcome", "workplaces", "workplaces_more", "pays", "pays_more")
ROLES = ("where", "formula", "limit", "tolerance")

NB, EN = (CATALOGUES[lang] | rarer(lang) for lang in ("nb", "en"))

TIE_BREAKS = [
    "fewest-change-employer",
    "first-hosts",
    "first-starts",
    "fewest-change-workplace",
    "first-of-the-rest",
]

# Built into a key at run time: one for each member of a closed set.
BUILT = {
    *(f"verdict.word.{verdict}" for verdict in Verdict),
    *(f"kind.{kind}" for kind in (*RuleKind, *Sense, "cost_key")),
    *(f"authority.{authority}" for authority in Authority),
    *(f"quality.{quality}.{form}" for quality in Quality for form in ("one", "many")),
    *(f"status.{status}" for status in Status),
    *(f"waiver.{verdict}" for verdict in Verdict if verdict != "not_applicable"),
    *(f"unknown.extent.{extent}" for extent in Extent),
    "waiver.covers",
    "waiver.whole",
    *(f"proof.{outcome}" for outcome in Outcome),
    *(f"stop.{stop}" for stop in Stop),
    *(f"relation.{relation}" for relation in RELATIONS),
    *(f"month.{month}" for month in range(1, 13)),
    *(f"other.tie.{tie_break}" for tie_break in TIE_BREAKS),
    *(f"test.reading.{reading}" for reading in Reading),
    *(f"test.{at}.{role}" for at in ("role", "in") for role in ROLES),
    *(f"test.col.{count}" for count in COUNTS),
    *(f"prove.can.{can}" for can in Can),
    *(f"prove.cases.{can}" for can in Can if can is not Can.BOTH),
    *(f"prove.stop.{stop}" for stop in Stop if stop is not Stop.PROVED),
    *("prove.possible", "prove.impossible"),
    *(f"lint.{severity}" for severity in Severity),
    *(f"trace.{found}" for found in Found if found is not Found.HERE),
    *(f"members.{part}" for part in JointPart),
    *(f"members.cell.{search}" for search in Search),
    *(f"gate.{verdict}" for verdict in ("holds", "unknown", "excepted", "gone")),
    *(f"gate.{verdict}_by" for verdict in ("holds", "waived")),
    *("gate.waived", "gate.holds_exactly", "verdict.word.gone"),
    *(f"gate.change.{change}" for change in CHANGES),
    *(f"gate.change.{change}_by" for change in ("worse", "better")),
    *(f"gate.exit.{code}" for code in (0, 1, 2)),
    *(f"changes.obstacle.{obstacle}" for obstacle in Obstacle),
    *("other.tie.first-starts", "changes.proved.one", "changes.proved.many"),
    "members.search.not_asked",
    "members.search.stopped",
    "members.ended",
    "members.hostless",
    *(f"proposal.change.{change}" for change in Change),
    *(f"proposal.state.{verdict}" for verdict in Verdict if verdict in STATES),
    *(f"proposal.state.{verdict}_by" for verdict in ("holds", "broken", "waived")),
    "proposal.state.holds_at",
    *(f"proposal.order.{order}" for order in Order),
    *(f"proposal.order_leximin.{order}" for order in Order),
    *(f"proposal.search.{found}" for found in OptimumSearch),
    *(f"proposal.stop.{stop}" for stop in Stop),
    *(f"proposal.better.{answer}" for answer in ForAll),
    *(f"proposal.what.{what}" for what in WHAT),
    *(f"proposal.things.{things}" for things in THINGS),
    *(f"proposal.{key}" for key in ("added", "removed")),
    *(f"proposal.outcome.{code}" for code in ("0", "1", "2", "problem")),
    *(f"proposal.col.{column}" for column in COLUMNS),
    *(f"changes.obstacle.{obstacle}" for obstacle in Obstacle),
    *(f"plan.limit.{limit}" for limit in ("services", "staff", "effort")),
    *(f"plan.{state}" for state in ("today", "starts", "shared")),
    *(f"over.{over}" for over in ("worst_step", "mean", "end", "each_step")),
    *(f"delivery.{delivery}" for delivery in ("central", "network", "unshared")),
}


def source():
    """Return the code of the reports, without the catalogues."""
    folder = Path(vvoptimize.report.__file__).parent
    files = [path for path in folder.rglob("*.py") if path.stem not in CATALOGUES]
    return "\n".join(path.read_text("utf-8") for path in files)


def test_both_languages_have_the_same_keys_in_the_same_order():
    assert list(NB) == list(EN)


@pytest.mark.parametrize("key", NB)
def test_both_languages_have_the_same_placeholders(key):
    assert set(placeholders(NB[key])) == set(placeholders(EN[key]))


@pytest.mark.parametrize("key", sorted(BUILT))
def test_every_member_of_a_closed_set_has_a_text(key):
    assert key in NB


def test_every_key_with_a_form_for_one_has_a_form_for_many():
    assert {k[:-4] for k in NB if k.endswith(".one")} == {
        k[:-5] for k in NB if k.endswith(".many") and not k.startswith("unit.")
    }


def test_every_key_is_used():
    code = source()
    built = ("unit.", "figure.", "stage.", "col.", "outcome.", "say.")
    unused = [
        key
        for key in NB
        if key not in BUILT
        and not key.startswith(built)
        and f'"{re.sub("[.](one|many)$", "", key)}"' not in code
    ]

    assert unused == []


def test_every_kind_of_stage_without_a_clause_has_a_name():
    named = {key.partition(".")[2] for key in NB if key.startswith("stage.")}

    assert {StageKind.REQUIRE, StageKind.DECIDED, StageKind.TIE_BREAK} <= named


def test_every_tie_break_of_a_model_has_a_name():
    plan, whole = (one.grounding.model.tie_breaks for one in (judged(), assessed()))

    assert [tie_break.tie_break_id for tie_break in plan] == TIE_BREAKS
    assert {tie_break.tie_break_id for tie_break in whole} < set(TIE_BREAKS)


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_texts_are_on_one_line_without_spaces_around(lang):
    told = (CATALOGUES[lang] | rarer(lang)).values()

    assert [text for text in told if text != " ".join(text.split(" ")).strip()] == []


@pytest.mark.parametrize(
    ("parts", "told"),
    [(["a"], "a"), (["a", "b"], "a og b"), (["a", "b", "c"], "a, b og c")],
)
def test_list_is_joined_as_running_text(parts, told):
    assert joined("nb", parts) == told
