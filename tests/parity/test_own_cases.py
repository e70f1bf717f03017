"""Each rule's own test cases: both readings judge them alike, in every rules file."""

from __future__ import annotations

import pytest

from tests.parity.readings import Readings
from vvoptimize.data import data_folder
from vvoptimize.ruleset.cases import case_model
from vvoptimize.ruleset.reading import read_rules

FILES = sorted(str(path) for path in data_folder("rules").glob("*.yaml"))


@pytest.mark.parametrize("path", FILES)
def test_both_readings_agree_on_every_case_of_every_rule(path):
    rule_set = read_rules([path])

    judged = {rule.rule_id: 0 for rule in rule_set.rules}
    for rule in rule_set.rules:
        for case in rule.cases:
            unrolled = case_model(rule, case, rule_set)
            assert Readings(unrolled.model).differences(unrolled.values) == 0
            judged[rule.rule_id] += len(unrolled.model.instances)

    assert [rule_id for rule_id, verdicts in judged.items() if not verdicts] == []
