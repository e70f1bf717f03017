"""Broken assignment files, as `check --assignment FILE` reads them."""

from tests.bad_input.base import PROPOSAL_FILE, Case, changed


def _case(
    name: str, old: str, new: str, code: str, suggestion: str | None = None
) -> Case:
    return changed(PROPOSAL_FILE, name, old, new, code, suggestion)


NETWORK = """\
web: gamma}
tasks: {plan: {desk: beta}}
delivery: {care: network}
workplaces:
"""
WORKPLACES = """\
  care: {alfa: 1, beta: 2}
  web: {alfa: 1, gamma: 1.5}
"""

PROPOSALS = [
    _case("host of a number", "web: gamma}\n", "web: «3}\n", "VV101"),
    _case("misspelt key", "tasks:", "«task:", "VV100", "tasks"),
    _case("service twice", "web: gamma}\n", "web: gamma, «web: beta}\n", "VV119"),
    _case("unknown service", "web: gamma}\n", "«wep: gamma}\n", "VV202", "web"),
    _case("unknown host", "web: gamma}\n", "web: «gama}\n", "VV204", "gamma"),
    _case("unknown task", "{desk: beta}", "{«dask: beta}", "VV206", "desk"),
    _case("unlawful form", "board-form", "«bord-form", "VV207", "board-form"),
    _case("host that takes no part", "care: alfa,", "care: «gamma,", "VV213"),
    _case("host that is no candidate", "web: gamma}\n", "web: «alfa}\n", "VV215"),
    _case("staff below zero", "{alfa: 1, beta: 2}", "{alfa: «-1, beta: 4}", "VV221"),
    _case(
        "service forgotten",
        "hosts: {plan: alfa, care: alfa,",
        "«hosts: {plan: alfa,",
        "VV230",
    ),
    _case("unshared that may not be", "tasks:", "unshared: [«web]\ntasks:", "VV232"),
    _case(
        "delivery not allowed",
        "{care: network}",
        "{care: network, plan: «network}",
        "VV235",
    ),
    _case(
        "network without workplaces",
        NETWORK + WORKPLACES,
        f"«{NETWORK}  care: {{alfa: 1, beta: 2}}\n",
        "VV236",
    ),
    _case(
        "workplaces that do not sum", "  web: {alfa: 1,", "  «web: {alfa: 3,", "VV237"
    ),
    _case(
        "payments that do not sum",
        "pays: {plan: {alfa: 80",
        "pays: {«plan: {alfa: 81",
        "VV239",
    ),
    _case("unknown key", "title:", "«sourse: x\ntitle:", "VV100", "source"),
    _case("text for a share", "gamma: 1.5", "gamma: «half", "VV101"),
]
