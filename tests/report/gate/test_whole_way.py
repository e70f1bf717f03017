"""The whole way: what is nasty in the files themselves is text in every format."""

import json

import pytest

from tests.report.gate import test_github, test_gitlab, test_junit, test_markdown
from tests.report.gate.hostile import NASTY
from tests.report.gate.region import RULES, SCENARIO, WAIVERS, gate, judged
from tests.report.gate.test_sarif import run_of
from tests.report.gate.test_tap import read as read_tap
from vvoptimize.errors import InputError
from vvoptimize.report.gate import github, gitlab, junit, markdown


def report_on(text):
    """Judge files in which people wrote this wherever they may; None if refused."""
    said = json.dumps(text)  # a text in JSON is one in YAML
    replaced = {
        SCENARIO: ("A region", "Alfa", "Bêta", "Planning", "Care", "Chosen"),
        RULES: (
            "Network",
            "At least so many FTE",
            "ansatte i alle kommuner",
            "Not here",
        ),
        WAIVERS: ("The post is advertised", "The council", "12/26"),
    }
    files = []
    for file, texts in replaced.items():
        for old in texts:
            assert old in file
            file = file.replace(old, said)
        files.append(file)
    try:
        return gate(judged(*files))
    except InputError:
        return None


def shape(report):
    """Give what must not depend on what people write."""
    return {
        "github": [name for name, _, _ in test_github.commands(github.render(report))],
        "gitlab": [r["severity"] for r in test_gitlab.read(gitlab.render(report))],
        "junit": test_junit.skeleton(junit.render(report)),
        "markdown": test_markdown.read(markdown.render(report)).tags,
        "sarif": [result["level"] for result in run_of(report)["results"]],
        "tap": [(t.ok, t.skip, t.todo) for t in read_tap(report)],
    }


USUAL = shape(report_on("usual"))
READ = [text for text in NASTY if report_on(text) is not None]


def test_most_of_it_may_stand_in_a_file():
    assert len(READ) > len(NASTY) / 2


@pytest.mark.parametrize("text", READ)
def test_no_file_makes_a_format_say_more_than_it_does(text):
    assert shape(report_on(text)) == USUAL
