"""A report in which everything that people write is replaced by something nasty."""

from functools import cache

from hypothesis import strategies as st

from tests.report.gate.region import gate
from vvoptimize.report.gate.model import GateNote, GateProblem
from vvoptimize.report.model import Words
from vvoptimize.source import Place

# What some format, or some reader of it, would obey.
NASTY = (
    "::error file=x,line=1::pwned",
    "\n::set-output name=x::y",
    "\r::add-mask::x",
    "##[error]x",
    "##vso[task.setvariable]x",
    "##teamcity[x]",
    "%0A::error::x",
    "<script>alert(1)</script>",
    "<!-- --><img src=x onerror=y>",
    "]]>",
    "<![CDATA[x]]>",
    "&lt;b&gt;",
    "&#60;",
    "](javascript:x)",
    "[x](https://evil.example)",
    "![x](//evil.example/y.png)",
    "<https://evil.example>",
    "https://evil.example",
    "http://x",
    "www.evil.example",
    "someone@evil.example",
    "@someone",
    "#12",
    "x/y#3",
    "GH-4",
    "| a | b |",
    "`code`",
    "```\nx\n```",
    "$x$",
    "$$\nx\n$$",
    "**b** _i_ ~~s~~",
    "# h",
    "\n# h\n",
    "\n\n---\n",
    "- x",
    "=HYPERLINK(1)",
    "+1",
    "{0} {x}",
    "\\",
    "\\#",
    " # SKIP x",
    " # TODO x",
    "\nnot ok 1",
    "\nBail out!",
    "\n  ...\n",
    "\n  ---\n",
    "1..0",
    '"',
    "'",
    ",",
    ":",
    "\x00",
    "\x1b[31m",
    "\x1b]8;;https://evil.example\x07",
    "\u202e",
    "\u2028",
    "\u200b",
    "\ufffe",
    "\uffff",
    "\ud800",
    "\U0001f600",
    "",
    "   ",
)

texts = st.lists(
    st.sampled_from(NASTY) | st.text(max_size=8), min_size=1, max_size=5
).map("".join)


def report_saying(text: str):
    """Give a report of a case of every verdict in which people wrote this."""
    said = Words(text, text)
    report = _usual()
    (check,) = report.checks
    scenario = check.scenario._replace(
        title=said,
        municipalities=tuple(
            m._replace(name=said) for m in check.scenario.municipalities
        ),
        services=tuple(s._replace(name=said) for s in check.scenario.services),
    )
    waivers = tuple(_waiver(one, said, text) for one in check.waivers)
    rules = tuple(_rule(rule, said, text) for rule in check.rules)
    place = Place(text, 3, 1, 3, 9)
    problem = GateProblem("VV101", said, said, place)
    note = GateNote("warning", said, place)
    check = check._replace(
        scenario=scenario,
        assignment=text,
        title=said,
        rules=rules,
        waivers=waivers,
        notes=(note,),
    )
    return report._replace(checks=(check,), problems=(problem,))


_usual = cache(gate)


def _rule(rule, said, text):
    cases = tuple(
        case._replace(
            message=None if case.message is None else said,
            waiver=None if case.waiver is None else _waiver(case.waiver, said, text),
            exception=None
            if case.exception is None
            else case.exception._replace(clause=text, reading=said),
            missing=tuple(text for _ in case.missing),
        )
        for case in rule.cases
    )
    return rule._replace(clause=text, quote=text, label=said, reading=said, cases=cases)


def _waiver(waiver, said, text):
    return waiver._replace(label=said, reason=said, decided_by=said, case=text)
