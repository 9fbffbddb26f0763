"""The only place where measures make themselves known, so that a form or a command can list them."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal, TypeVar, get_args, get_type_hints

Level = Literal["network", "actor", "tie", "group"]
Function = TypeVar("Function", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a measure may be asked with: its name, what it is unless said, and the choices if few."""

    name: str
    default: object
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure: one function of a snapshot.

    Attributes:
        name: The function's name, and the key of its figure.
        level: What gets a figure: the ``network``, each ``actor``, each ``tie`` or each pair of
            ``group`` values.
        function: Takes the snapshot and, by name, the parameters.
        parameters: What else it may be asked with.
    """

    name: str
    level: Level
    function: Callable[..., Any]
    parameters: tuple[Parameter, ...] = ()


_known: dict[str, Measure] = {}
MEASURES: Mapping[str, Measure] = MappingProxyType(_known)


def measure(level: Level) -> Callable[[Function], Function]:
    """Make a function known as a measure of ``level``; the function itself stays as it is."""

    def known(function: Function) -> Function:
        name = function.__name__
        if name in _known:
            message = f"two measures are called {name}"
            raise ValueError(message)
        _known[name] = Measure(name, level, function, _parameters(function))
        return function

    return known


def _parameters(function: Callable[..., Any]) -> tuple[Parameter, ...]:
    """Read the parameters after the snapshot from the function's own signature."""
    hints = get_type_hints(function)
    _, *rest = inspect.signature(function).parameters.values()
    return tuple(
        Parameter(
            each.name,
            each.default,
            tuple(choice for choice in get_args(hints[each.name]) if isinstance(choice, str)),
        )
        for each in rest
    )
