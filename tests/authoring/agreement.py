"""A made-up agreement, and rules that quote it."""

AGREEMENT = """\
 Agreement on many things

1. Parties
The parties are three municipalities, as they were on
12. May 2020, and
12 others.

2. Purpose
The purpose is better services.

2.1 Services shall be near those who use
them, and water-
ways shall be open to IKT-
systems for vann-
og avløp.
2.2 Costs are shared «fairly» – by all.

3. Principles

3.1 Nobody grows at the expense of the others.

3.2 Nobody
hosts everything.
4. Entry
"""

RULES = """\
schema: vvoptimize/rules/v1
rules:
- id: near
  clause: "2.1"
  quote: {quote}
  reading: anything
  authority: {authority}
  kind: require
  require: 1 == 1
{more}
"""


def rules_text(quote: str, more: str = "", authority: str = "agreement") -> str:
    return RULES.format(quote=quote, more=more, authority=authority)
