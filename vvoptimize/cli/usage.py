"""What is wrong with a command line, told as everything else that is wrong."""

from __future__ import annotations

import click

from vvoptimize.cli.options import DAY
from vvoptimize.errors import Problem, listed, suggest


def usage_problem(error: click.UsageError) -> Problem:
    """Give a complaint of click's in our own words."""
    match error:
        case click.NoSuchOption(option_name=name):
            return _problem(error, "VV530", name=name, **_near(error))
        case click.MissingParameter():
            return _problem(error, "VV532", parameter=_name(error))
        case click.BadParameter():
            return _bad_value(error)
        case click.BadOptionUsage(option_name=name):
            return _problem(error, "VV534", name=name)
        case _:
            return _problem(error, "VV536", detail=error.format_message())


def _near(error: click.NoSuchOption) -> dict[str, str]:
    """Find the option that was meant, among those of the command."""
    parameters = error.ctx.command.params if error.ctx else []
    names = [name for parameter in parameters for name in parameter.opts]
    options = [name for name in names if name.startswith("--")]
    near = suggest(error.option_name, options)
    return {} if near is None else {"suggestion": near}


def _bad_value(error: click.BadParameter) -> Problem:
    kind = error.param.type if error.param else None
    values = {"parameter": _name(error)}
    # Click does not keep the value apart from its own sentence about it.
    seen = error.message.partition(" is not ")[0].strip("'\"")
    match kind:
        case click.Choice(choices=choices):
            values |= {"wanted": "one_of", "allowed": listed(map(str, choices))}
        case click.IntRange(min=low, max=high):
            values |= {"wanted": "whole_from_to", "low": str(low), "high": str(high)}
        case click.FloatRange(min=low):
            values |= {"wanted": "above", "low": str(low)}
        case _ if kind is DAY:
            values |= {"wanted": "a_day"}
        case _:
            return _problem(error, "VV536", detail=error.format_message())
    return _problem(error, "VV533", seen=seen, **values)


def _name(error: click.BadParameter) -> str:
    parameter = error.param
    if isinstance(parameter, click.Option):
        return parameter.opts[-1]
    return parameter.make_metavar(error.ctx) if parameter and error.ctx else "?"


def _problem(error: click.UsageError, code: str, **values: str) -> Problem:
    command = error.ctx.command_path if error.ctx else "vvoptimize"
    return Problem(code, None, values | {"command": command})
