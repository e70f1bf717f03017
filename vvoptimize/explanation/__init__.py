"""Why the answer is what it is: typed data, before it is text in any language."""

from vvoptimize.explanation.compare import (
    Comparison,
    PartyDifference,
    StageDifference,
    compare_with,
)
from vvoptimize.explanation.conflict import ConflictMember, members_of
from vvoptimize.explanation.evidence import Evidence, RuleEvidence, evidence_of

__all__ = [
    "Comparison",
    "ConflictMember",
    "Evidence",
    "PartyDifference",
    "RuleEvidence",
    "StageDifference",
    "compare_with",
    "evidence_of",
    "members_of",
]
