"""Markdown, read as GitHub reads it: by the parser that it publishes."""

import re
from html.parser import HTMLParser

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options
from hypothesis import given

from tests.report.gate.hostile import report_saying, texts
from tests.report.gate.region import gate
from vvoptimize.report.gate.markdown import LARGEST, escaped, render
from vvoptimize.report.gate.model import GateProblem
from vvoptimize.report.gate.safe import one_line
from vvoptimize.report.model import Words


def html(markdown):
    """Give the HTML, with tags let through that a safe reader would drop."""
    return cmarkgfm.github_flavored_markdown_to_html(
        markdown, options=Options.CMARK_OPT_UNSAFE
    )


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags = []
        self.texts = []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, tuple(attrs)))

    def handle_comment(self, data):
        self.tags.append(("!", data))

    def handle_data(self, data):
        self.texts.append(data)


def read(markdown):
    reader = _Reader()
    reader.feed(html(markdown))
    return reader


def rows(report):
    """Give the table as texts."""
    found = re.findall("<tr>(.*?)</tr>", html(render(report)), re.S)
    return [re.findall("<t[hd]>(.*?)</t[hd]>", row, re.S) for row in found]


def test_summary_begins_with_how_it_ends():
    assert render(gate()).startswith(
        "## vvoptimize check\n\n**Stopped: a binding rule is broken (exit code 1).**"
    )


def test_table_is_worst_first_with_the_line_of_each_value():
    assert [(row[0], row[1], row[3]) for row in rows(gate())] == [
        ("", "Rule", "Where"),
        ("❌", "Clause 5.6, no-loss", "proposals/region.yaml:33"),
        ("❌", "Clause 5.6, no-loss", "proposals/region.yaml:21"),
        ("⚠️", "Clause 5.5, all-host", "proposals/region.yaml:29"),
        ("⚠️", "Clause 5.5, all-host", "proposals/region.yaml:29"),
        ("ℹ️", "Clause 5.3, Network", "proposals/region.yaml:33"),
    ]


def test_counts_silent_rules_and_waivers_are_told():
    text = render(gate())

    assert "5 rules, 12 cases: 1 broken, 2 not met, 1 unknown" in text
    assert "1 rule has no case here: Clause 5.8, nothing-of-principle" in text
    assert "counts up to and with 31 December 2026" in text


def test_nothing_to_tell_is_said():
    report = gate(exit_code=0)
    (check,) = report.checks
    rules = tuple(rule for rule in check.rules if rule.id == "statutory-shared")

    text = render(report._replace(checks=(check._replace(rules=rules),)))

    assert text.endswith("Nothing is broken, unknown or waived.")


def many(number, text):
    problem = GateProblem("VV501", Words(text, text), None, None)
    return gate()._replace(problems=(problem,) * number)


@pytest.mark.parametrize("text", ["x" * 300, "å" * 300, "*" * 300])
def test_summary_is_never_too_large_and_counts_what_is_left_out(text):
    report = many(9_000, text)

    summary = render(report)

    left = 9_005 - (len(rows(report)) - 1)
    assert LARGEST - 3_000 < len(summary.encode()) <= LARGEST
    assert f"{left:,} more lines are left out" in summary


def test_long_name_hides_nothing_that_is_broken():
    text = render(report_saying("*" * 2_000_000))

    assert len(text.encode()) <= LARGEST
    assert text.count("❌") == 3


def test_many_files_leave_room_for_what_is_broken():
    report = gate()
    many_checks = report._replace(checks=report.checks * 3_000)

    text = render(many_checks)

    assert len(text.encode()) <= LARGEST
    assert text.count("\n| ❌ |") > 1_000
    assert "more lines are left out" in text


def test_both_languages_have_the_same_table():
    assert len(rows(gate(language="nb"))) == len(rows(gate()))


@given(texts)
def test_no_text_of_a_proposal_is_markup(text):
    found, usual = (read(render(report_saying(x))) for x in (text, "usual"))

    assert found.tags == usual.tags


@given(texts)
def test_no_text_of_a_proposal_names_people_issues_or_sites(text):
    found = read(render(report_saying(text)))

    told = " ".join(found.texts)
    assert not re.search(r"[@#]\w", told)
    assert not re.search(r"\w://|\bwww\.|\bgh-\d", told, re.I)


@given(texts)
def test_escaped_text_reads_as_it_was_but_for_what_parts_it(text):
    told = "".join(read(f"x{escaped(text)}x").texts).rstrip("\n")

    assert told.replace("\u200b", "") == f"x{one_line(text)}x"
