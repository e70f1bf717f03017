"""What machine formats are written from: checked assignments, case by case.

Plain data, the same whatever the format. Every number is one that a report may tell:
what is withheld there is withheld here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.classes import NamedTuple

if TYPE_CHECKING:
    from vvoptimize.report.model import Element, ScenarioPart, Words
    from vvoptimize.report.model_evidence import WaiverRow
    from vvoptimize.report.model_files import LawRow
    from vvoptimize.report.model_rules import ExceptionRow
    from vvoptimize.scenario.exact import Exact
    from vvoptimize.source import Place


class Change(NamedTuple):
    """How a case compares with the same case in the base.

    Attributes
    ----------
    kind
        `new`, `worse`, `same`, `better`, `fixed`, `gone`, or `undecided` where figures
        are lacking here or there.
    base_verdict, base_margin
        As judged in the base; None where the base has no such case, or no amount.
    by
        How much margin is lost (below zero) or won; None where there is no amount.
    excused
        Broken, and stops nothing, for it is no worse than in the base.
    """

    kind: str
    base_verdict: str | None
    base_margin: Exact | None
    by: Exact | None
    excused: bool = False


class GateCase(NamedTuple):
    """One case of a rule.

    Attributes
    ----------
    at
        Which case.
    verdict
        `holds`, `broken`, `unknown`, `waived` or `excepted`; `gone` of a case that only
        the base has.
    margin
        Distance to the limit in the rule's unit: slack at or above zero, shortfall
        below; None where there is no amount, or none that may be told.
    value, limit
        What was compared with what, for a rule that limits a measure.
    missing
        Figures for lack of which the verdict is unknown.
    message
        What the rule says when it is broken.
    waiver
        The one there is for it, needed or not.
    exceeds
        How much more it falls short than its waiver covers.
    exception
        What of the agreement excepts it.
    place
        The value that it hangs on, in the file that proposes it; None where it is gone,
        and where there is nothing to say of it: it holds, as it did.
    change
        Against a base; None where there is none.
    """

    at: tuple[Element, ...]
    verdict: str
    margin: Exact | None
    value: Exact | None
    limit: Exact | None
    missing: tuple[str, ...]
    message: Words | None
    withheld: bool
    waiver: WaiverRow | None
    exceeds: Exact | None
    exception: ExceptionRow | None
    place: Place | None
    change: Change | None = None


class GateRule(NamedTuple):
    """A rule with its cases, in the order of the scenario; excepted ones come last.

    Attributes
    ----------
    authority
        `law`, `agreement` or `advice`.
    kind
        `require`, `prefer` or `report`.
    binding
        Whether a broken case of it stops a proposal.
    verdict
        Over all cases, as of a report; `not_applicable` where it has none.
    proposed
        How many of the numbers that it rests on nobody has adopted.
    place
        Where its text begins.
    """

    id: str
    clause: str
    quote: str | None
    label: Words | None
    reading: Words
    law: LawRow | None
    authority: str
    kind: str
    binding: bool
    unit: str | None
    verdict: str
    proposed: int
    place: Place
    cases: tuple[GateCase, ...]


class GateNote(NamedTuple):
    """Something else to be told of a check.

    Attributes
    ----------
    level
        `error`, `warning` or `note`.
    """

    level: str
    text: Words
    place: Place | None


class GateCheck(NamedTuple):
    """One assignment of one scenario, judged.

    Attributes
    ----------
    path
        Of the scenario file.
    scenario
        What things are called.
    assignment, title
        Its name, or its file, and what people call it.
    language
        In which to tell it: `nb` or `en`.
    rules
        In file order.
    waivers
        In the order of their files.
    """

    path: str
    scenario: ScenarioPart
    assignment: str | None
    title: Words | None
    language: str
    place: Place
    rules: tuple[GateRule, ...]
    waivers: tuple[WaiverRow, ...]
    notes: tuple[GateNote, ...] = ()


class GateProblem(NamedTuple):
    """Why a file could not be checked: an error's code, text, hint and place."""

    code: str
    message: Words
    hint: Words | None
    place: Place | None


class GateReport(NamedTuple):
    """All that one run checked.

    Attributes
    ----------
    language
        Of what is told of the run as a whole.
    exit_code
        With which the run ends; formats tell it, and never change it.
    """

    language: str
    checks: tuple[GateCheck, ...]
    problems: tuple[GateProblem, ...]
    exit_code: int
