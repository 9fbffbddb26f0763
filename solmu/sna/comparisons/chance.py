"""The only place for drawing by chance: in pieces that may run anywhere and come to the same answer."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

import numpy as np

from solmu.sna.result import Undefined

RUNS_A_PIECE = 50
Given = TypeVar("Given")
Found = TypeVar("Found")


class Each(Protocol):
    """Does a task for each of several pieces and returns what it found in their order.

    ``map`` of an executor is one; so is anything that sends the pieces to other machines. Task and
    pieces can be pickled.
    """

    def __call__(
        self, task: Callable[[Given], Found], pieces: Iterable[Given], /
    ) -> Iterable[Found]:
        """Do the task for each piece."""


def in_turn(task: Callable[[Given], Found], pieces: Iterable[Given]) -> Iterable[Found]:
    """Do a task for one piece after another, here."""
    return map(task, pieces)


@dataclass(frozen=True, slots=True)
class Piece:
    """Some of the runs, with random numbers of their own.

    Attributes:
        seed: Where this piece's random numbers begin.
        runs: How many runs it does.
    """

    seed: np.random.SeedSequence
    runs: int

    def dice(self) -> np.random.Generator:
        """Return the piece's random numbers, from their beginning."""
        return np.random.default_rng(self.seed)


def pieces_of(runs: int, seed: int) -> list[Piece]:
    """Divide runs into pieces of a fixed size, so that the answer does not depend on who does them.

    >>> [piece.runs for piece in pieces_of(120, seed=1)]
    [50, 50, 20]
    """
    if runs < 1:
        message = "chance needs at least one run"
        raise ValueError(message)
    sizes = [min(RUNS_A_PIECE, runs - done) for done in range(0, runs, RUNS_A_PIECE)]
    seeds = np.random.SeedSequence(seed).spawn(len(sizes))
    return [Piece(own, size) for own, size in zip(seeds, sizes, strict=True)]


@dataclass(frozen=True, slots=True)
class Chance:
    """A figure beside the figures that chance gave.

    Attributes:
        observed: The figure.
        mean: The mean by chance.
        spread: The standard deviation by chance (n − 1); 0 after a single run.
        as_high: How many runs were at least as high.
        as_low: How many runs were at most as high.
        runs: How many runs there were that gave a figure.
        undefined: How many gave none; they are in no other number here.
    """

    observed: float
    mean: float
    spread: float
    as_high: int
    as_low: int
    runs: int
    undefined: int = 0

    @property
    def p_high(self) -> float:
        """How likely chance alone is this high: the runs as high, and this one, among all of them.

        It is never 0: a thousand runs cannot show less than one in a thousand.

        >>> Chance(0.4, 0.1, 0.05, as_high=0, as_low=99, runs=99).p_high
        0.01
        """
        return (self.as_high + 1) / (self.runs + 1)

    @property
    def p_low(self) -> float:
        """How likely chance alone is this low."""
        return (self.as_low + 1) / (self.runs + 1)

    @property
    def z(self) -> float | Undefined:
        """How many standard deviations the figure lies above the mean.

        >>> Chance(0.5, 0.5, 0.0, as_high=9, as_low=9, runs=9).z
        Undefined(reason='no_variance')
        """
        return (
            (self.observed - self.mean) / self.spread if self.spread else Undefined("no_variance")
        )


def beside(observed: float, drawn: Sequence[float | Undefined]) -> Chance | Undefined:
    """Hold a figure against those that chance gave.

    Returns:
        Undefined, with the reason of the first, when no run gave a figure.

    >>> beside(2, [1, 2, 3])
    Chance(observed=2, mean=2.0, spread=1.0, as_high=2, as_low=2, runs=3, undefined=0)
    """
    figures = [figure for figure in drawn if not isinstance(figure, Undefined)]
    if not figures:
        return next(figure for figure in drawn if isinstance(figure, Undefined))
    mean = math.fsum(figures) / len(figures)
    squares = math.fsum((figure - mean) ** 2 for figure in figures)
    near = 1e-12 * max(1.0, abs(observed))  # the same figure, added up in another order
    return Chance(
        observed=observed,
        mean=mean,
        spread=math.sqrt(squares / (len(figures) - 1)) if len(figures) > 1 else 0.0,
        as_high=sum(figure >= observed - near for figure in figures),
        as_low=sum(figure <= observed + near for figure in figures),
        runs=len(figures),
        undefined=len(drawn) - len(figures),
    )
