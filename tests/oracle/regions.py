"""Small made-up regions as YAML texts, and their plain numbers for brute force."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from hypothesis import strategies as st

import vvoptimize

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vvoptimize.ruleset.rules import RuleSet


@dataclass(frozen=True)
class Region:
    """FTE today by [service][municipality], and FTE after by service, in tenths."""

    today: tuple[tuple[int, ...], ...]
    after: tuple[int, ...]

    @property
    def municipalities(self) -> list[str]:
        return [f"m{i}" for i in range(len(self.today[0]))]

    @property
    def services(self) -> list[str]:
        return [f"s{i}" for i in range(len(self.today))]

    def scenario(self) -> vvoptimize.ScenarioFile:
        return vvoptimize.parse_scenario(self.text(), "region.yaml")

    def text(self) -> str:
        lines = ["schema: vvoptimize/scenario/v1", "id: region", "title: Region"]
        lines += ["municipalities:"]
        lines += [f"- {{id: {m}, name: {m.upper()}}}" for m in self.municipalities]
        lines += ["services:"]
        for s, today, after in zip(self.services, self.today, self.after, strict=True):
            lines += [
                f"- id: {s}",
                f"  name: {s.upper()}",
                f"  total_after: {tenths(after)}",
            ]
            pairs = zip(self.municipalities, today, strict=True)
            table = ", ".join(f"{m}: {tenths(fte)}" for m, fte in pairs)
            lines += [f"  workplaces_today: {{{table}}}"]
        return "\n".join(lines)

    def change(self, hosts: Sequence[int]) -> list[Fraction]:
        """Change in FTE of each municipality when service i is hosted by hosts[i]."""
        change = [
            Fraction(-sum(column), 10) for column in zip(*self.today, strict=True)
        ]
        for service, host in enumerate(hosts):
            change[host] += Fraction(self.after[service], 10)
        return change


def tenths(number: int) -> str:
    return f"{number // 10}.{number % 10}"


@st.composite
def regions(draw: st.DrawFn) -> Region:
    municipalities = draw(st.integers(2, 4))
    services = draw(st.integers(2, 4))
    fte = st.integers(0, 60)
    row = st.tuples(*[fte] * municipalities)
    return Region(
        draw(st.tuples(*[row] * services)),
        draw(st.tuples(*[st.integers(1, 120)] * services)),
    )


def rules(*, most: int, step: str) -> RuleSet:
    """A host limit, a wish that nobody loses, and two objectives."""
    cited = 'clause: "1", reading: {nb: x, en: x}'
    return vvoptimize.parse_rules(
        f"""
schema: vvoptimize/rules/v1
parameters:
  step: {{unit: FTE, value: {step}, range: [0, 100], status: proposed, label: step}}
measures:
  change:
    for_each: {{m: municipalities}}
    unit: FTE
    expr: sum(workplaces[s, m] - workplaces_today[s, m] for s in services)
rules:
- {{id: host-limit, {cited}, authority: agreement, kind: require,
   for_each: {{m: municipalities}}, measure: "count(host[s, m] for s in services)",
   at_most: {most}}}
- {{id: no-loss, {cited}, authority: agreement, kind: prefer,
   for_each: {{m: municipalities}}, measure: "change[m]", at_least: 0}}
objectives:
- {{id: fair, {cited}, for_each: {{m: municipalities}}, leximin: "change[m]",
   step: step}}
- {{id: even, {cited}, minimise: "max(change[m] for m in municipalities)"}}
"""
    )
