"""JSON Schema of rules files, for editors."""

from __future__ import annotations

from vvoptimize.ruleset.file import RulesFile
from vvoptimize.ruleset.waiver_file import WaiversFile
from vvoptimize.scenario.schema import schema_of


def rules_schema() -> dict[str, object]:
    """Give the JSON Schema of a rules file; only reading one checks its formulas."""
    return schema_of(RulesFile, "vvoptimize rules")


def waivers_schema() -> dict[str, object]:
    """Give the JSON Schema of a file of waivers; only rules tell whether they fit."""
    return schema_of(WaiversFile, "vvoptimize waivers")
