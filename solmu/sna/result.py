"""The only place that says how a measure answers when there is no figure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeVar

Reason = Literal[
    "too_few_actors",
    "no_ties",
    "undirected",
    "none_reachable",
    "no_route_without",
    "not_asked",
    "no_pair",
    "no_two_path",
    "no_variance",
    "out_of_reach",
    "no_group",
    "no_single_answer",
    "negative_strength",
    "no_strength",
    "too_large",
]
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Undefined:
    """Stands where a figure would be, and says why there is none.

    It is never 0 and never NaN, and it cannot be reckoned with: a caller has to look first.

    Attributes:
        reason: ``too_few_actors`` (fewer than the definition needs), ``no_ties``, ``undirected``
            (asked of directions in a network that has none), ``none_reachable`` (no actor reaches
            another), ``no_route_without`` (no route that the actor could be on), ``not_asked`` (the
            actor was not asked about its ties, so they are unknown, not absent), ``no_pair`` (the
            groups hold no pair of actors), ``no_two_path`` (nobody has two ties one after the other),
            ``no_variance`` (all are alike, so nothing can go together with anything), ``out_of_reach``
            (the actor does not reach everybody), ``no_group`` (the actor's group, or everybody's, is not
            stated), ``no_single_answer`` (several answers are equally right), ``negative_strength`` and
            ``no_strength`` (ties weaker than nothing, or all as weak as nothing), ``too_large`` (it would
            take longer than anybody waits).
    """

    reason: Reason


def value_or_none(figure: Value | Undefined) -> Value | None:
    """Return the figure itself, or None when there is none.

    >>> value_or_none(0.5), value_or_none(Undefined("no_ties"))
    (0.5, None)
    """
    return None if isinstance(figure, Undefined) else figure
