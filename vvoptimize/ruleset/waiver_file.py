"""A file of waivers as YAML gives it: shapes and types."""

from typing import Literal

from pydantic import Field

from vvoptimize.ruleset.file import RuleId
from vvoptimize.scenario.exact import ExactNumber
from vvoptimize.scenario.parts import Day, Line, Part, Text


class WaiverEntry(Part):
    """A decision that one case of a rule need not be kept, or not wholly."""

    rule: RuleId = Field(description="id of a rule that is required")
    at: dict[str, Line] = Field(
        {}, description="which case: an element for each index variable of the rule"
    )
    reason: Text
    decided_by: Text = Field(description="who decided it")
    case: Line = Field(description="the case in which it was decided")
    date: Day = Field(description="when it was decided")
    expires: Day = Field(description="the last day on which it counts")
    covers: ExactNumber | None = Field(
        None,
        description="the largest shortfall it covers, in the rule's unit; left out "
        "where the rule has no amount",
    )


class WaiversFile(Part):
    """A whole file of waivers."""

    schema_: Literal["vvoptimize/waivers/v1"] = Field(alias="schema")
    title: Text | None = None
    waivers: tuple[WaiverEntry, ...] = ()
