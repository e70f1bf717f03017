"""Options on how long, and how, to search."""

from __future__ import annotations

from collections.abc import Callable
from math import isfinite
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from vvoptimize.cli.texts import Texts

F = TypeVar("F", bound=Callable[..., Any])


def limit_options(words: Texts) -> Callable[[F], F]:
    """Take limits on time and work, threads and seed."""

    def decorate(function: F) -> F:
        for option in (
            _number("--seed", click.IntRange(0, 2**31 - 1), words.seed, default=0),
            _number("--workers", click.IntRange(1, 256), words.workers, default=1),
            _number("--work", _Positive(), words.work),
            _number("--seconds", _Positive(), words.seconds),
        ):
            function = option(function)
        return function

    return decorate


class _Positive(click.FloatRange):
    def __init__(self) -> None:
        super().__init__(min=0, min_open=True)

    def convert(
        self,
        value: Any,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> float:
        number: float = super().convert(value, param, ctx)
        if not isfinite(number):
            self.fail(f"{value} is not a number", param, ctx)
        return number


def _number(
    name: str, kind: click.ParamType[Any], text: str, default: int | None = None
) -> Callable[[F], F]:
    return click.option(name, type=kind, metavar="N", default=default, help=text)
