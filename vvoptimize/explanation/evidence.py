"""What the answer owes to assumptions: figures by quality.

Thresholds by who set them.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from vvoptimize.classes import NamedTuple
from vvoptimize.ruleset.rules import Objective, Rule, RuleKind
from vvoptimize.scenario.adoption import Status
from vvoptimize.scenario.figure import FoundedFigure, Quality

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import TypeAlias

    from vvoptimize.evaluation.verdicts import Evaluation
    from vvoptimize.ruleset.grounding import Grounding
    from vvoptimize.ruleset.parameters import Parameter
    from vvoptimize.source.tree import Path

    _Alike: TypeAlias = tuple[frozenset[str], bool]

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


def evidence_of(grounding: Grounding, evaluation: Evaluation | None = None) -> Evidence:
    """Collect what rules, objectives and figures of a scenario rest on.

    Parameters
    ----------
    evaluation
        Of an assignment, where one is judged: it knows which rules apply here, and to
        ask the grounding would be to unroll them.
    """
    figures = list(grounding.scenario.figures())
    parameters = grounding.rule_set.parameters.values()
    principles: tuple[Rule | Objective, ...] = (
        *grounding.rule_set.rules,
        *grounding.rule_set.objectives,
    )
    counts = _by_keys(figures, frozenset().union(*map(keys_read, principles)))
    rests_on = tuple(_rests_on(p, counts, grounding) for p in principles)
    binding = _binding(grounding) if evaluation is None else _applied(evaluation)
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


def _applied(evaluation: Evaluation) -> frozenset[str]:
    judged = evaluation.of_kind(RuleKind.REQUIRE)
    return frozenset(verdict.rule.rule_id for verdict in judged if verdict.instances)


def _by_keys(
    figures: Iterable[tuple[Path, FoundedFigure]], keys: frozenset[str]
) -> Counter[_Alike]:
    """Count figures that have the same of some keys in their path, assumed ones apart.

    There are thousands of figures, and a few kinds of them.
    """
    return Counter(
        (keys.intersection(map(str, path)), figure.quality is Quality.ASSUMED)
        for path, figure in figures
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
    figures: Counter[_Alike],
    grounding: Grounding,
) -> RuleEvidence:
    keys = keys_read(principle)
    read = [one for one in figures if not keys.isdisjoint(one[0])]
    parameters = grounding.rule_set.parameters
    return RuleEvidence(
        principle.rule_id if isinstance(principle, Rule) else principle.objective_id,
        sum(figures[one] for one in read if one[1]),
        sum(figures[one] for one in read),
        tuple(
            name
            for name in grounding.rule_set.rests_on(principle)
            if parameters[name].status is Status.PROPOSED
        ),
    )
