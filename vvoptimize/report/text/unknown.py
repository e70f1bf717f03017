"""What is unknown: rules that lack figures, and what each figure leaves open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.report.text.verdict import FEW, stage_name
from vvoptimize.report.text.voice import LISTED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vvoptimize.report.layout import Page
    from vvoptimize.report.model import AssessmentPart
    from vvoptimize.report.model_evidence import EvidencePart, NeedRow, UnknownRow
    from vvoptimize.report.model_rules import RuleRow
    from vvoptimize.report.model_search import StageRow
    from vvoptimize.report.text.voice import Voice
    from vvoptimize.report.unknown import UnknownRows

INDENT = 2


def write_unknown(
    page: Page,
    voice: Voice,
    part: AssessmentPart,
    evidence: EvidencePart,
    unknown: UnknownRows,
    stages: Sequence[StageRow] = (),
) -> None:
    """Write what is unknown, assumed or undecided, plainly."""
    page.heading(voice.say("head.unknown"))
    open_ = [rule for rule in part.rules if rule.unknown]
    rules = [rule for rule in open_ if rule.kind != "report"]
    shown = [f"{rule.clause} {rule.id}" for rule in open_ if rule.kind == "report"]
    lacking = [stage for stage in stages if stage.missing and stage.kind != "prefer"]
    for rule in rules:
        page.item(_rule(voice, rule), style="unknown")
    for stage in lacking:
        figures = voice.figures(stage.missing, FEW)
        name = stage_name(voice, stage)
        page.item(
            voice.say("unknown.stage", stage=name, figures=figures), style="unknown"
        )
    if shown:
        told = voice.count(len(shown), "unknown.shown", rules="; ".join(shown))
        page.item(told, style="unknown")
    if not open_ and not lacking:
        page.text(
            voice.say("unknown.decided" if evidence.missing else "unknown.nothing")
        )
    # Rules that only show numbers decide nothing; what they lack is listed below.
    deciding = unknown.deciding[:LISTED]
    for row in deciding:
        _write_figure(page, voice, row)
    named = {row.path for row in deciding}
    others = [path for path in evidence.missing if path not in named]
    if others:
        key = "unknown.others" if named else "unknown.figures"
        page.item(voice.count(len(others), key, figures=voice.figures(others)))
    if evidence.assumed:
        page.text(voice.say("evidence.assumed"))


def _rule(voice: Voice, rule: RuleRow) -> str:
    cases = rule.instances.judged("unknown")
    return voice.say(
        "unknown.rule",
        rule=f"{voice.clause(rule.clause)} {rule.id}",
        cases=voice.number(rule.unknown),
        all=voice.number(rule.cases),
        at=voice.cases(cases, FEW),
        figures=voice.figures(cases.missing, FEW),
    )


def _write_figure(page: Page, voice: Voice, row: UnknownRow) -> None:
    """Write where a figure is missing, and all that it leaves open."""
    figure = voice.figure(row.path)
    place = [row.path] if figure != row.path else []  # one without a label has its path
    if row.line is not None:
        place.append(voice.say("unknown.line", line=voice.number(row.line)))
    told = f"{figure} ({', '.join(place)})" if place else figure
    page.item(voice.say("unknown.figure", figure=told))
    if row.needs[0].extent is None:  # of none, then: the rules above have told it
        return
    for needs in _alike(row.needs):
        page.item(_need(voice, needs), INDENT)


def _alike(needs: Sequence[NeedRow]) -> list[list[NeedRow]]:
    """Gather the cases of one rule that are told alike."""
    groups: dict[tuple[object, ...], list[NeedRow]] = {}
    for need in needs:
        groups.setdefault((need.id, need.extent, need.hosts), []).append(need)
    return list(groups.values())


def _need(voice: Voice, needs: list[NeedRow]) -> str:
    first = needs[0]
    cases = voice.cases(needs, FEW)
    name = voice.named(first.id, first.label)
    what = voice.say("unknown.need", clause=first.clause, name=name, cases=cases)
    return f"{what} {_extent(voice, first)}"


def _extent(voice: Voice, need: NeedRow) -> str:
    """Tell whether another choice would do without the figure."""
    if not need.hosts:
        return voice.say(f"unknown.extent.{need.extent}")
    by_service: dict[str, list[str]] = {}
    for host in need.hosts:
        name = voice.municipality(host.municipality)
        by_service.setdefault(host.service, []).append(name)
    either = "".join([" ", voice.say("or"), " "])
    hosts = [
        voice.say(
            "unknown.host",
            hosts=either.join(names) if len(names) <= FEW else voice.some(names),
            service=voice.service(service),
        )
        for service, names in by_service.items()
    ]
    return voice.say("unknown.hosts", hosts=voice.joined(hosts))
