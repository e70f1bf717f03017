"""Speaking of one scenario in one language: names, cases, amounts and figures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vvoptimize.report import numbers
from vvoptimize.report.catalogue import joined, say, word
from vvoptimize.report.rows import Made
from vvoptimize.ruleset.instances import STEPS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vvoptimize.report.model import Element, ScenarioPart, StepName, Words
    from vvoptimize.report.model_evidence import NeedRow
    from vvoptimize.report.model_files import InputRow
    from vvoptimize.report.model_rules import InstanceRow
    from vvoptimize.scenario.exact import Exact

LISTED = 8

_ROAD = re.compile(r"roads (.+?)(?:\.(\w+))?$")
_KEY = re.compile(r"cost_keys for (.+)$")


class Voice:
    """A language, and the names that a scenario gives."""

    def __init__(self, lang: str, scenario: ScenarioPart | None) -> None:
        self.lang = lang
        services = () if scenario is None else scenario.services
        municipalities = () if scenario is None else scenario.municipalities
        places = () if scenario is None else scenario.places
        self.passes = () if scenario is None else scenario.passes
        self._places = {p.id: p.name.get(lang) for p in places}
        self._services = {s.id: s.name.get(lang) for s in services}
        self._municipalities = {m.id: m.name.get(lang) for m in municipalities}
        tasks = () if scenario is None else scenario.tasks
        self._tasks = {(task.service, task.id): task.name.get(lang) for task in tasks}
        forms = () if scenario is None else scenario.forms
        self._forms = {form.id: form.name.get(lang) for form in forms}
        self._own = {
            (declared.id, element.id): element.name.get(lang)
            for declared in (() if scenario is None else scenario.sets)
            for element in declared.elements
        }
        steps = () if scenario is None else scenario.steps
        self._steps = {step.id: step for step in steps}
        inputs = () if scenario is None else scenario.inputs
        self._inputs = {given.id: given for given in inputs}

    def say(self, key: str, **values: str) -> str:
        """Give a text of the catalogue."""
        return say(self.lang, key, **values)

    def word(self, key: str) -> str | None:
        """Give a text of the catalogue that need not be there."""
        return word(self.lang, key)

    def count(self, number_of: int, key: str, **values: str) -> str:
        """Give the text for one or for many."""
        return numbers.count(number_of, key, self.lang, **values)

    def number(self, value: int) -> str:
        """Write a whole number."""
        return numbers.number(value, self.lang)

    def amount(
        self, value: Exact | None, unit: str | None, *, signed: bool = False
    ) -> str:
        """Write a number with its unit."""
        return numbers.amount(value, unit, self.lang, signed=signed)

    def bare(self, value: Exact | None, unit: str, *, signed: bool = False) -> str:
        """Write a number of a list whose unit is told once."""
        return numbers.bare(value, unit, self.lang, signed=signed)

    def unit_name(self, unit: str) -> str:
        """Give a unit's name; empty for a plain number."""
        return numbers.unit_name(unit, self.lang)

    def column(
        self, values: Sequence[Exact | None], unit: str, *, signed: bool = False
    ) -> list[str]:
        """Write the numbers of a column."""
        return numbers.column(values, self.lang, unit, signed=signed)

    def words(self, words: Words) -> str:
        """Give a text of the files."""
        return words.get(self.lang)

    def named(self, id_: str | None, title: Words | None) -> str:
        """Give what a named thing is called, with its id."""
        if title is None:
            return id_ or "-"
        told = self.words(title)
        return told if id_ is None else self.say("titled", title=told, name=id_)

    def called(self, id_: str, label: Words | None) -> str:
        """Give what an objective or a stage is called, in quotation marks."""
        return self.say("quote", quote=id_ if label is None else self.words(label))

    def service(self, id_: str) -> str:
        """Give a service's name."""
        return self._services.get(id_, id_)

    def municipality(self, id_: str | None) -> str:
        """Give a municipality's name; None is a service that is not shared."""
        if id_ is None:
            return self.say("unshared")
        return self._municipalities.get(id_, id_)

    def form(self, id_: str) -> str:
        """Give what a legal form is called."""
        return self._forms.get(id_, id_)

    def case(self, at: tuple[Element, ...]) -> str:
        """Name the case of a rule, or a party."""
        told = [self._element(x.set, x.id) for x in at if x.set != STEPS]
        case = ", ".join(told) if told else self.say("rule.everywhere")
        for step in at:
            if step.set == STEPS:  # one at most, of a scenario with steps
                case = self.say("step.case", case=case, when=self.at_step(step.id))
        return case

    def valued(self, at: tuple[Element, ...], value: str) -> str:
        """Give a case with its value; a year and a number must not run together."""
        between = ": " if any(x.set == STEPS for x in at) else " "
        return f"{self.case(at)}{between}{value}"

    def at_step(self, id_: str) -> str:
        """Tell when a step is: `in January 2027`, and its name if that says more."""
        step = self._steps.get(id_)
        if step is None:  # of another scenario, beside which this one is held
            return self.say("step.at", step=id_)
        when, date = self._day(step), self.date(step.date)
        if step.date.endswith("-01"):
            told = self.say("step.in", month=when)
        else:
            told = self.say("step.on", date=date)
        name = self.step_title(id_)
        if name.casefold() == when.casefold():
            return told
        return self.say("step.named", when=told, name=name)

    def step_name(self, id_: str) -> str:
        """Give what a file calls a step: its name, or its id where it has none."""
        name = self._steps[id_].name
        return id_ if name is None else self.words(name)

    def step_title(self, id_: str) -> str:
        """Give a step's name, or its day in words where it has none."""
        step = self._steps[id_]
        return self._day(step) if step.name is None else self.words(step.name)

    def _day(self, step: StepName) -> str:
        """Write a step's day in words; of the first in a month, the month."""
        return self.date(step.date.removesuffix("-01"))

    def _element(self, set_name: str, id_: str) -> str:
        if set_name == "services":
            return self.service(id_)
        if set_name == "municipalities":
            return self.municipality(id_)
        if set_name == "forms":
            return self.form(id_)
        return self._own.get((set_name, id_), id_)

    def some(
        self, parts: Sequence[str], separator: str = ", ", most: int = LISTED
    ) -> str:
        """List texts; of many only the first, and how many more there are."""
        if len(parts) <= most + 1:
            return separator.join(parts)
        more = self.say("more", n=self.number(len(parts) - most))
        return f"{separator.join(parts[:most])} {more}"

    def cases(self, cases: Sequence[InstanceRow | NeedRow], most: int) -> str:
        """List cases; of many only the first, and how many more there are."""
        return self.some(Made(lambda case: self.case(case.at), cases), "; ", most)

    def joined(self, parts: Sequence[str]) -> str:
        """List texts as running text."""
        return joined(self.lang, list(parts))

    def clause(self, clause: str) -> str:
        """Name a clause; one that does not start with its number names itself."""
        if not _is_numbered(clause):
            return clause
        return self.say("clause", clause=clause)

    def clauses(self, clauses: Sequence[str], most: int) -> str:
        """Name several clauses: the word once, and their numbers as running text."""
        numbered = [clause for clause in clauses if _is_numbered(clause)]
        others = [clause for clause in clauses if not _is_numbered(clause)]
        if not numbered:
            return self._few(others, most)
        told = self._few(numbered, most)
        first = self.count(len(numbered), "clauses", clauses=told)
        return self._few([first, *others], most)

    def _few(self, parts: Sequence[str], most: int) -> str:
        few = len(parts) <= most + 1
        return self.joined(parts) if few else self.some(parts, most=most)

    def date(self, day: str) -> str:
        """Write a date, given as `2022-01-31`, `2022-01` or `2022`, in words."""
        year, *rest = day.split("-")
        if not rest:
            return year
        month = self.say(f"month.{int(rest[0])}")
        if len(rest) == 1:
            return self.say("about.month", month=month, year=year)
        return self.say("about.date", day=str(int(rest[1])), month=month, year=year)

    def relation(self, limit: str) -> str:
        """Write a limit that has its relation in front, as `at_least: 0`, in words."""
        relation, _, rest = limit.partition(": ")
        value, _, tolerance = rest.partition("; tolerance: ")
        told = self.say(f"relation.{relation}", limit=value)
        if not tolerance:
            return told
        return self.say("rules.tolerance", limit=told, tolerance=tolerance)

    def figures(self, paths: Sequence[str], most: int = LISTED) -> str:
        """Name figures by their paths in the scenario."""
        return self.some(Made(self.figure, paths), "; ", most)

    def figure(self, path: str) -> str:
        """Name a figure; one of an unforeseen kind is called by its path."""
        if key := _KEY.fullmatch(path):
            return self._figure("cost_keys", [self.service(key[1])]) or path
        if road := _ROAD.fullmatch(path):
            return self._figure(road[2] or "roads", [self._ends(road[1])]) or path
        match path.split("."):
            case ["municipalities", m, key_]:
                return self._figure(key_, [self.municipality(m)]) or path
            case ["services", s, "tasks", task, _]:
                names = [self.service(s), self._tasks.get((s, task), task)]
                return self._figure("tasks", names) or path
            case ["services", s, key_, *rest]:
                names = [self.service(s), *(self.municipality(m) for m in rest[:1])]
                return self._figure(key_, names) or path
            case ["roads", road_, *_, key_]:
                return self._figure(key_, [self._ends(road_)]) or path
            case ["inputs", name, *ids] if name in self._inputs:
                return self._input(self._inputs[name], ids) or path
            case _:
                return path

    def _figure(self, key: str, names: list[str]) -> str | None:
        label = self.word(f"figure.{key}")
        return None if label is None else f"{label} ({', '.join(names)})"

    def _input(self, given: InputRow, ids: list[str]) -> str | None:
        """Name a figure that rules ask for by its own label."""
        if given.label is None or len(ids) != len(given.sets):
            return None
        label = self.words(given.label)
        names = [self._element(*one) for one in zip(given.sets, ids, strict=True)]
        return f"{label} ({', '.join(names)})" if names else label

    def _ends(self, road: str) -> str:
        """Name the two ends of a way; ids may have hyphens in them."""
        for hyphen in re.finditer("-", road):
            ends = (road[: hyphen.start()], road[hyphen.end() :])
            for names in (self._municipalities, self._places):
                if all(end in names for end in ends):
                    return ", ".join(names[end] for end in ends)
        return road


def _is_numbered(clause: str) -> bool:
    """Tell the number of a clause, as `5.6`, from a paragraph of a named law."""
    return clause[:1].isdigit()
