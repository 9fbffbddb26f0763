"""The only place that lays aims out for their page: then and now, and what is still open to choose."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from solmu.journey.models import Aim, Possibility, Review
from solmu.journey.queries.figures import figure_said
from solmu.journey.rules import POSSIBILITIES, Timing, in_order_of_review, timing


@dataclass(frozen=True, slots=True)
class Looked:
    """One review with its figure as it is written."""

    review: Review
    figure: str


@dataclass(frozen=True, slots=True)
class Laid:
    """One aim as the page shows it: where its review stands, its figure then, and the reviews since."""

    aim: Aim
    timing: Timing
    figure: str
    reviews: Sequence[Looked]


def laid_out(aims: Iterable[Aim], *, on: date) -> list[Laid]:
    """Lay aims out, those whose review is over its day first."""
    return [
        Laid(
            aim=aim,
            timing=timing(aim, on=on),
            figure=figure_said(aim.figure, aim.value),
            reviews=[
                Looked(one, figure_said(aim.figure, one.value))
                for one in reversed(aim.reviews.all())
            ],
        )
        for aim in in_order_of_review(aims, on=on)
    ]


def not_chosen(aims: Iterable[Aim]) -> list[Possibility]:
    """Return the possibilities of the seven that no aim that goes on has taken up."""
    taken = {aim.possibility for aim in aims if not aim.ended}
    return [Possibility(one) for one in POSSIBILITIES if one not in taken]
