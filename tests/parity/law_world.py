"""A region in which every rule of the law pack has cases: inputs by chance."""

from __future__ import annotations

import random
from itertools import product
from typing import TYPE_CHECKING

import yaml

from tests.meaning.law_world import pack
from vvoptimize.ruleset.grounding import Grounding, ground
from vvoptimize.scenario.reading import parse_scenario

if TYPE_CHECKING:
    from vvoptimize.ruleset.rules import Input, RuleSet

MUNICIPALITIES = ("alfa", "beta")
FLAGS = ("statutory", "public_authority", "principle")
FORMS = (
    ("host-administrative", "host-board"),
    ("host-board", "ko", "ipr"),
    ("iks", "ko", "own-form"),
    ("ipr",),
    (),
)
ALL_FORMS = tuple(dict.fromkeys(form for forms in FORMS for form in forms))


def world(seed: int) -> Grounding:
    """Unroll the pack over services of every form, with figures by chance."""
    chance, rules = random.Random(seed), pack()
    services = [service(number, forms) for number, forms in enumerate(FORMS)]
    scenario = {
        "schema": "vvoptimize/scenario/v1",
        "id": "by-chance",
        "title": "By chance",
        "baseline": "2031-01-01",
        "municipalities": [{"id": m, "name": m} for m in MUNICIPALITIES],
        "services": services,
        "inputs": {
            name: figures(given, rules, chance) for name, given in rules.inputs.items()
        },
    }
    text = yaml.safe_dump(scenario, sort_keys=False)
    return ground(rules, parse_scenario(text, "by-chance.yaml"))


def service(number: int, forms: tuple[str, ...]) -> dict[str, object]:
    """Give one service; the first is the whole of the law's concern."""
    return {
        "id": f"s{number}",
        "name": f"Service {number}",
        "flags": list(FLAGS[: 3 - number % 3]),
        "may_stay_unshared": True,
        **({"forms": list(forms)} if forms else {}),
        "participants": list(MUNICIPALITIES[: 2 - (number == 3)]),
    }


def figures(given: Input, rules: RuleSet, chance: random.Random) -> object:
    """Give values for all that the pack does not know itself, some of them unknown."""
    sets = {
        "services": tuple(f"s{number}" for number in range(len(FORMS))),
        "municipalities": MUNICIPALITIES,
        "forms": ALL_FORMS,
        **{name: tuple(one.elements) for name, one in rules.sets.items()},
    }
    table: dict[str, object] = {}
    for index in product(*(sets[name] for name in given.index)):
        if index in given.known:
            continue
        *path, last = index
        row = table
        for key in path:
            row = row.setdefault(key, {})  # type: ignore[assignment]
        row[last] = figure(given, chance)
    return table


def figure(given: Input, chance: random.Random) -> object:
    """Give a value near the limits of the law, or none."""
    if given.unit is None:
        return chance.choice((0, 1, 1, "unknown"))
    if given.input_id == "liability_share":
        return chance.choice((0.5, 0.5, 0.4, "unknown"))
    return chance.choice((0, 1, 2, 6, 8, 12, "unknown"))
