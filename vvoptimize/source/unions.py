"""Of the complaints about each alternative of a union, those that help.

Pydantic tries every alternative and tells what is wrong with each. Whoever wrote a
mapping is not helped by "must be a number"; whoever wrote something that fits none
wants to know all that could stand there.
"""

from collections.abc import Iterable, Sequence

from vvoptimize.source.loc import Located
from vvoptimize.source.tree import Path

# What each type error wants, as a phrase. Those with `vv_` are raised by our own
# validators, as PydanticCustomError(type, ...).
WANTED = {
    "int_type": "whole_number", "int_parsing": "whole_number",
    "int_from_float": "whole_number", "int_parsing_size": "whole_number",
    "float_type": "number", "float_parsing": "number", "finite_number": "number",
    "decimal_type": "number", "decimal_parsing": "number",
    "fraction_type": "number", "fraction_parsing": "number",
    "is_instance_of": "number", "vv_number": "number", "vv_figure": "figure",
    "string_type": "text", "bool_type": "truth", "bool_parsing": "truth",
    "dict_type": "mapping", "mapping_type": "mapping", "model_type": "mapping",
    "model_attributes_type": "mapping", "dataclass_type": "mapping",
    "frozen_dict_type": "mapping",
    "list_type": "list", "tuple_type": "list", "set_type": "list",
    "frozen_set_type": "list", "iterable_type": "list",
    "date_type": "date", "date_parsing": "date", "vv_date": "date",
    "date_from_datetime_parsing": "date", "date_from_datetime_inexact": "date",
    "none_required": "empty", "literal_error": "words", "enum": "words",
}  # fmt: skip

Group = Sequence[Located]


def choose(errors: Iterable[Located], level: int = 0) -> list[Group]:
    """Errors to be told, each a group: more than one if any of several was wanted.

    Parameters
    ----------
    level
        How many unions on the way have been decided already.
    """
    chosen: list[Group] = []
    unions: dict[Path, dict[str, list[Located]]] = {}
    for error in errors:
        if len(error.unions) <= level:
            chosen.append((error,))
        else:
            at, alternative = error.unions[level]
            unions.setdefault(at, {}).setdefault(alternative, []).append(error)
    for at, alternatives in unions.items():
        fitting = [one for one in alternatives.values() if not _misfit(one, at)]
        if fitting:
            fewest = min(len(errors) for errors in fitting)
            best = next(errors for errors in fitting if len(errors) == fewest)
            chosen += choose(best, level + 1)
        else:
            chosen.append([errors[0] for errors in alternatives.values()])
    return chosen


def wanted(group: Group) -> str:
    """The phrases for all that was wanted, joined with `|`."""
    names = list(dict.fromkeys(WANTED[error.type] for error in group))
    if "number" in names and "whole_number" in names:
        names.remove("whole_number")
    return "|".join(names)


def _misfit(errors: Iterable[Located], at: Path) -> bool:
    """Whether an alternative wanted something else altogether."""
    return any(one.path == at and one.type in WANTED for one in errors)
