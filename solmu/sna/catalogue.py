"""The only place where measures and comparisons make themselves known, for forms, commands and pages to list."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal, TypeVar, get_args, get_type_hints

Level = Literal["network", "actor", "tie", "group"]
Family = Literal["many", "change", "inference", "what_if"]
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


@dataclass(frozen=True, slots=True)
class Comparison:
    """A figure that one snapshot alone does not give.

    Attributes:
        name: The function's name.
        family: What is held against what: ``many`` layers or kinds of actor against each other, a
            network against itself at another time (``change``), against chance (``inference``), or
            against what it would be (``what_if``).
        function: Takes one snapshot or several.
        parameters: What else it may be asked with.
    """

    name: str
    family: Family
    function: Callable[..., Any]
    parameters: tuple[Parameter, ...] = ()


_known: dict[str, Measure] = {}
_compared: dict[str, Comparison] = {}
MEASURES: Mapping[str, Measure] = MappingProxyType(_known)
COMPARISONS: Mapping[str, Comparison] = MappingProxyType(_compared)


def measure(level: Level) -> Callable[[Function], Function]:
    """Make a function known as a measure of ``level``; the function itself stays as it is."""

    def known(function: Function) -> Function:
        name = _new(function)
        _known[name] = Measure(name, level, function, _parameters(function))
        return function

    return known


def comparison(family: Family) -> Callable[[Function], Function]:
    """Make a function known as a comparison of ``family``; the function itself stays as it is."""

    def known(function: Function) -> Function:
        name = _new(function)
        _compared[name] = Comparison(name, family, function, _parameters(function))
        return function

    return known


def _new(function: Callable[..., Any]) -> str:
    """Return the function's name, which nobody has yet."""
    name = function.__name__
    if name in _known or name in _compared:
        message = f"two measures are called {name}"
        raise ValueError(message)
    return name


def _parameters(function: Callable[..., Any]) -> tuple[Parameter, ...]:
    """Read from the function's own signature what it may be asked with besides the snapshots."""
    hints = get_type_hints(function)
    _, *rest = inspect.signature(function).parameters.values()
    return tuple(
        Parameter(
            each.name,
            each.default,
            tuple(choice for choice in get_args(hints[each.name]) if isinstance(choice, str)),
        )
        for each in rest
        if each.default is not each.empty and not callable(each.default)
    )
