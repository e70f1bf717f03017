"""What the answer owes to assumptions: figures by quality.

Thresholds by who set them.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from vvoptimize.ruleset.rules import Objective, Rule, RuleKind
from vvoptimize.scenario.adoption import Status
from vvoptimize.scenario.figure import FoundedFigure, Quality

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from vvoptimize.ruleset.grounding import Grounding
    from vvoptimize.ruleset.parameters import Parameter
    from vvoptimize.source.tree import Path

# Which keys of a scenario each table of formulas rests on. A table that is not named
# here has
# the name of its key.
_KEYS: Mapping[str, tuple[str, ...]] = {
    "minutes": ("roads",),
    "km": ("roads",),
    "separated": ("roads",),
    "pays_today": ("cost_today",),
    "pays": ("cost_after", "cost_today", "cost_ramp"),
    "joint_cost": ("cost_after", "cost_ramp"),
    "changes_employer": ("total_after", "employed_today", "workplaces_today"),
    "services_limit": ("limits",),
    "staff_limit": ("limits",),
    "effort_limit": ("limits",),
    "staff_after": ("total_after",),
    "workplaces": ("total_after", "tasks", "workplaces_today"),
    "employed": ("total_after", "employed_today", "workplaces_today"),
    "employed_today": ("employed_today", "workplaces_today"),
    "presence_wished": ("presence",),
}


class RuleEvidence(NamedTuple):
    """What a rule or an objective rests on.

    Attributes
    ----------
    assumed
        How many assumed figures it may read, of `figures` in all.
    proposed
        Parameters it rests on that nobody has adopted.
    """

    principle_id: str
    assumed: int
    figures: int
    proposed: tuple[str, ...]


class Evidence(NamedTuple):
    """What an answer rests on.

    Attributes
    ----------
    qualities
        How many figures of each quality, known ones only.
    unknown, assumed
        Path in the scenario file and figure.
    proposed
        Parameters that nobody has adopted.
    overridden
        Parameters for which the scenario sets another value.
    binding_on_proposed
        Required rules that apply here and rest on a number that nobody has adopted.
    """

    qualities: Mapping[Quality, int]
    unknown: tuple[tuple[Path, FoundedFigure], ...]
    assumed: tuple[tuple[Path, FoundedFigure], ...]
    proposed: tuple[Parameter, ...]
    overridden: tuple[Parameter, ...]
    principles: tuple[RuleEvidence, ...]
    binding_on_proposed: tuple[RuleEvidence, ...]


def evidence_of(grounding: Grounding) -> Evidence:
    """Collect what rules, objectives and figures of a scenario rest on."""
    figures = list(grounding.scenario.figures())
    parameters = grounding.rule_set.parameters.values()
    principles: tuple[Rule | Objective, ...] = (
        *grounding.rule_set.rules,
        *grounding.rule_set.objectives,
    )
    keyed = [(frozenset(map(str, path)), figure) for path, figure in figures]
    rests_on = tuple(_rests_on(p, keyed, grounding) for p in principles)
    binding = _binding(grounding)
    return Evidence(
        qualities=_counted(figure for _, figure in figures if figure.value is not None),
        unknown=tuple(
            (path, figure) for path, figure in figures if figure.value is None
        ),
        assumed=tuple(
            (path, figure)
            for path, figure in figures
            if figure.quality is Quality.ASSUMED
        ),
        proposed=tuple(p for p in parameters if p.status is Status.PROPOSED),
        overridden=tuple(p for p in parameters if p.overridden is not None),
        principles=rests_on,
        binding_on_proposed=tuple(
            row for row in rests_on if row.principle_id in binding and row.proposed
        ),
    )


def _binding(grounding: Grounding) -> frozenset[str]:
    """Give the ids of the required rules that some case falls under."""
    return frozenset(
        instance.rule.rule_id
        for instance in grounding.model.instances
        if instance.rule.kind is RuleKind.REQUIRE
    )


def _counted(figures: Iterable[FoundedFigure]) -> Mapping[Quality, int]:
    counts = Counter(figure.quality for figure in figures)
    return {quality: counts[quality] for quality in Quality if counts[quality]}


def keys_read(principle: Rule | Objective) -> frozenset[str]:
    """Give the keys of a scenario whose figures a principle may read."""
    return frozenset(
        key for name in principle.reads for key in _KEYS.get(name, (name,))
    )


def _rests_on(
    principle: Rule | Objective,
    figures: list[tuple[frozenset[str], FoundedFigure]],
    grounding: Grounding,
) -> RuleEvidence:
    keys = keys_read(principle)
    read = [figure for parts, figure in figures if not keys.isdisjoint(parts)]
    parameters = grounding.rule_set.parameters
    return RuleEvidence(
        principle.rule_id if isinstance(principle, Rule) else principle.objective_id,
        sum(figure.quality is Quality.ASSUMED for figure in read),
        len(read),
        tuple(
            name
            for name in grounding.rule_set.rests_on(principle)
            if parameters[name].status is Status.PROPOSED
        ),
    )
