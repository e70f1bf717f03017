"""Parameters: numbers that somebody has set, each from some day on."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from vvoptimize.classes import record

if TYPE_CHECKING:
    from vvoptimize.ruleset.rules import Authority
    from vvoptimize.ruleset.units import Unit
    from vvoptimize.scenario.adoption import Adoption, Status
    from vvoptimize.scenario.exact import Exact
    from vvoptimize.scenario.parts import Text


@record
class Setting:
    """One value of a parameter.

    Attributes
    ----------
    since
        The day from which it is in force; None for always.
    adoption
        Whether it is adopted, and who set it.
    """

    value: Exact
    since: str | None
    adoption: Adoption

    def is_in_force(self, day: str) -> bool:
        """Tell whether it has come into force by a day."""
        return self.since is None or _day(self.since) <= _day(day)


@record
class Parameter:
    """A number that somebody has set.

    Attributes
    ----------
    low, high
        What it may be set to.
    authority
        Who can set it.
    settings
        The rule file's own values, in order of time.
    setting
        The one that counts: in force for the scenario, or its own; for rule files
        alone the last.
    overridden
        The rule file's own, when the scenario sets another; else None. Where none of
        several is in force, the first.
    reason
        Why the scenario sets another.
    """

    parameter_id: str
    unit: Unit
    low: Exact
    high: Exact
    authority: Authority
    label: Text
    settings: tuple[Setting, ...]
    setting: Setting
    overridden: Setting | None = None
    reason: Text | None = None

    @property
    def value(self) -> Exact:
        """The number that counts."""
        return self.setting.value

    @property
    def status(self) -> Status:
        """Whether it is adopted."""
        return self.setting.adoption.status

    @property
    def is_dated(self) -> bool:
        """Whether what counts depends on the day."""
        return self.settings[0].since is not None

    def on(self, day: str) -> Setting | None:
        """Give the rule file's setting in force on a day; None when none is yet."""
        in_force = [setting for setting in self.settings if setting.is_in_force(day)]
        return in_force[-1] if in_force else None


def _day(text: str) -> date:
    return date.fromisoformat(text)
