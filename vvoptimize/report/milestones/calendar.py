"""Milestones as an iCalendar file (RFC 5545): an event of a whole day for each step.

An event keeps its UID for as long as scenario and step keep their ids, so that a
calendar into which a later plan is read moves its events and has none of them twice.
Nothing in it comes from the clock.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.report.layout import safe
from vvoptimize.report.text.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vvoptimize.report.model import AssessmentPart, ScenarioPart
    from vvoptimize.report.model_steps import StepRow

OCTETS = 75  # of a line at most, without its end
_END = "\r\n"


def calendar(scenario: ScenarioPart, assessment: AssessmentPart, lang: str) -> str:
    """Write an event per step, also of those that have happened."""
    voice = Voice(lang, scenario)
    steps = () if assessment.plan is None else assessment.plan.steps
    title = voice.words(scenario.title)
    if assessment.name is not None:
        title = f"{title}: {voice.named(assessment.name, assessment.title)}"
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//vvoptimize//milestones//{lang.upper()}",
        "CALSCALE:GREGORIAN",
        f"NAME:{_text(title)}",
        f"X-WR-CALNAME:{_text(title)}",
    ]
    for step in steps:
        stamp = scenario.baseline or steps[0].date
        about = list(_description(voice, step, title))
        if assessment.broken:  # whoever reads a calendar sees no report beside it
            about.insert(-1, voice.say("milestones.broken"))
        lines += _event(voice, step, f"{scenario.id}.{step.step}", stamp, about)
    return "".join(_folded(line) + _END for line in [*lines, "END:VCALENDAR"])


def _event(
    voice: Voice, step: StepRow, id_: str, stamp: str, about: Sequence[str]
) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{id_}@vvoptimize"  # ids have no dots, so that it stands for one step
    yield f"DTSTAMP:{_day(stamp)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_day(step.date)}"
    yield f"SUMMARY;LANGUAGE={voice.lang}:{_text(_summary(voice, step))}"
    lines = "\n".join(map(safe, about))
    yield f"DESCRIPTION;LANGUAGE={voice.lang}:{_escaped(lines)}"
    yield f"STATUS:{'CONFIRMED' if step.taken else 'TENTATIVE'}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _summary(voice: Voice, step: StepRow) -> str:
    if not step.starts:
        return voice.say("milestones.none")
    services = [voice.service(one.service) for one in step.starts]
    return voice.count(
        len(services), "milestones.start", services=voice.joined(services)
    )


def _description(voice: Voice, step: StepRow, title: str) -> Iterator[str]:
    yield f"{title}. {voice.step_title(step.step)}."
    for one in step.starts:
        yield voice.say(
            "milestones.host",
            service=voice.service(one.service),
            host=voice.municipality(one.host),
        )
    yield voice.say("plan.taken" if step.taken else "milestones.planned")
    yield voice.say("councils")


def _day(date: str) -> str:
    return date.replace("-", "")


def _text(text: str) -> str:
    return _escaped(safe(text))


def _escaped(text: str) -> str:
    r"""Escape what has a meaning in a text.

    Examples
    --------
    >>> print(_escaped("one; two, three"))
    one\; two\, three
    """
    for character in "\\;,":
        text = text.replace(character, f"\\{character}")
    return text.replace("\n", r"\n")


def _folded(line: str) -> str:
    """Break a line that is too long; no character is parted."""
    lines, size = [""], 0
    for character in line:
        octets = len(character.encode())
        if size + octets > OCTETS:
            lines.append(" ")  # by which a reader knows the rest of a line
            size = 1
        lines[-1] += character
        size += octets
    return _END.join(lines)
