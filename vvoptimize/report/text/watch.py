"""What changed between two checks of a file, as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vvoptimize.explanation.proposal.changes import case_changes
from vvoptimize.report.layout import Page
from vvoptimize.report.proposal import assessment_of, case_rows, proposal_report
from vvoptimize.report.text.against import write_changes
from vvoptimize.report.text.paint import painted, plain
from vvoptimize.report.text.proposal import write_outcome
from vvoptimize.report.text.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vvoptimize.explanation.proposal.checked import Checked


def start_text(
    files: Sequence[str], lang: str, *, width: int | None, color: bool
) -> str:
    """Tell which files are watched."""
    page, voice = Page(width), Voice(lang, None)
    told = voice.some(sorted(files))
    page.text(voice.say("proposal.watch.start", files=told), style="quiet")
    return page.rendered(painted() if color else plain)


def change_text(
    before: Checked | None,
    now: Checked,
    time: str,
    *,
    lang: str,
    width: int | None,
    color: bool,
) -> str:
    """Tell what a save has changed.

    Parameters
    ----------
    before
        The last check that could judge the file; None where there was none.
    time
        Of day.
    """
    page, (part,) = Page(width), proposal_report([now]).files
    check = part.check
    voice = Voice(lang, None if check is None else check.scenario)
    page.title(voice.say("proposal.watch.again", time=time, path=now.path))
    if check is None or now.assessed is None:  # why is told as every error is
        page.text(voice.say("proposal.not_checked", path=now.path), style="broken")
        return page.rendered(painted() if color else plain)
    write_outcome(page, voice, check, part.base)
    if before is not None and before.assessed is not None:
        changes = case_changes(before.assessed.evaluation, now.assessed.evaluation)
        earlier = assessment_of(before.assessed)
        rows = case_rows(changes, earlier, check.assessment, lambda _: (False, False))
        write_changes(page, voice, rows, voice.say("proposal.watch.base"))
    return page.rendered(painted() if color else plain)
