"""What was seen in place of what was wanted, and the usual way to mend it."""

import re
from decimal import Decimal

from vvoptimize.errors import shown
from vvoptimize.source.scalars import resolve
from vvoptimize.source.tree import Value

_COMMA = re.compile(r"[-+]?[0-9 ]+,[0-9]+")
_GROUPED = re.compile(r"[-+]?[0-9]{1,3}([ _'’\u00a0\u202f.][0-9]{3})+(\.[0-9]+)?")
_ZEROES = re.compile(r"[-+]?0[0-9]+(\.[0-9]+)?")
_TRUTH = frozenset({"yes", "no", "ja", "nei", "on", "off", "y", "n", "sant", "usant"})


def saw(value: Value) -> dict[str, str]:
    """Values that describe what stands in the file: the text "2800", a list."""
    if value is None:
        return {"got": "nothing"}
    if isinstance(value, bool):
        return {"got": "a_truth_value", "shown": "true" if value else "false"}
    if isinstance(value, int | Decimal):
        return {"got": "the_number", "shown": shown(str(value))}
    if isinstance(value, str):
        return {"got": "the_text", "shown": shown(value)}
    return {"got": "a_mapping" if isinstance(value, dict) else "a_list"}


def mend(value: Value, wanted: str, *, quoted: bool) -> dict[str, str]:
    """The hint for a value of the wrong type, if there is a usual one."""
    kinds = set(wanted.split("|"))
    if isinstance(value, str):
        name = _mend_text(value, kinds, quoted)
    elif value is None:
        name = None
    elif "text" in kinds and not isinstance(value, dict | tuple):
        name = "use_quotes"
    else:
        name = "make_list" if "list" in kinds else None
    return {} if name is None else {"hint": name}


def _mend_text(text: str, kinds: set[str], quoted: bool) -> str | None:
    if kinds & {"whole_number", "number", "figure"}:
        return _mend_number(text.strip(), quoted)
    if "truth" in kinds:
        return "use_true_false" if text.lower() in _TRUTH | {"true", "false"} else None
    return "make_list" if "list" in kinds else None


def _mend_number(text: str, quoted: bool) -> str | None:
    if quoted and isinstance(resolve(text), int | Decimal):
        return "remove_quotes"
    if _COMMA.fullmatch(text):
        return "use_point"
    if _GROUPED.fullmatch(text):
        return "no_grouping"
    return "no_leading_zeroes" if _ZEROES.fullmatch(text) else None
