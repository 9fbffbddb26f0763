"""The only place that reads who works with whom as a grid: its actors, its squares, what has been gone through."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from solmu.mapping.queries.choices import Choice, actor_choices
from solmu.networks.models import Network
from solmu.registry.models import Asked, Claim, Perspective, Sector, Tie
from solmu.registry.queries import claims_touching

# More squares than this are neither drawn nor read by anybody.
MOST_SQUARES = 2600
_KINDS: Mapping[str, tuple[str, ...]] = {
    "organisation": ("organisation",),
    "unit": ("organisation", "unit", "group"),
    "person": ("organisation", "unit", "group", "person"),
}
_SECTORS = [*Sector.values, ""]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """What holds between two actors; ``heard`` tells that others say so and one has not spoken oneself."""

    forward: bool = False
    back: bool = False
    heard: bool = False

    @property
    def turned(self) -> Ways:
        """The same seen from the other end."""
        return Ways(forward=self.back, back=self.forward, heard=self.heard)


NOTHING = Ways()


@dataclass(frozen=True, slots=True, kw_only=True)
class Square:
    """One square as it is shown: ``row`` is in touch with ``column``, or is not, or nobody knows."""

    column: Choice
    state: str
    heard: bool
    ticked: bool
    own: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One actor's line of the grid; a square is None where the actor meets itself."""

    actor: Choice
    squares: tuple[Square | None, ...]
    asked: bool

    @property
    def ticks(self) -> int:
        """How many the actor is in touch with in this reading."""
        return sum(square.ticked for square in self.squares if square)


@dataclass(frozen=True, slots=True)
class Pairs:
    """All that is said between some actors in one reading, and whose ties were gone through."""

    between: Mapping[tuple[int, int], Ways]
    asked: frozenset[int]
    decides: bool

    def ways(self, one: int, other: int) -> Ways:
        """Return what holds, seen from ``one``."""
        if one < other:
            return self.between.get((one, other), NOTHING)
        return self.between.get((other, one), NOTHING).turned

    def own_ways(self, one: int, other: int) -> Ways:
        """Return what one's own press begins from: a coordinator's from the map, a member's from own words."""
        ways = self.ways(one, other)
        return NOTHING if ways.heard and not self.decides else ways

    def square(self, row: int, column: Choice) -> Square:
        """Return a square as it is shown; a blank one is "none" once its row has been gone through."""
        ways = self.ways(row, column.pk)
        state = {(1, 1): "both", (1, 0): "out", (0, 1): "in"}.get((ways.forward, ways.back), "")
        blank = "none" if row in self.asked else "unknown"
        # A coordinator's grid is the map itself; to a member others' words are only a hint.
        own = self.own_ways(row, column.pk)
        return Square(
            column=column,
            state=state or blank,
            heard=ways.heard,
            ticked=own.forward,
            own={(1, 1): "both", (1, 0): "out", (0, 1): "in"}.get((own.forward, own.back), ""),
        )


def grid_actors(network: Network, who: str = "") -> list[Choice]:
    """Return the actors of the grid, sector by sector and by name; unasked, the first level that has two."""
    choices = sorted(actor_choices(network), key=lambda one: _SECTORS.index(one.sector))
    chosen: list[Choice] = []
    for level in (who,) if who in _KINDS else _KINDS:
        chosen = [one for one in choices if one.kind in _KINDS[level]]
        if len(chosen) > 1:
            break
    return chosen


def of_sector(actors: Iterable[Choice], sector: str) -> list[Choice]:
    """Return the actors of a sector, or all of them."""
    return [one for one in actors if not sector or one.sector == sector]


def read_pairs(
    network: Network, own: Perspective | None, actors: Collection[int], *, decides: bool
) -> Pairs:
    """Read what one said oneself of the ties between ``actors``, and what others say of the rest."""
    said: dict[tuple[int, int], Ways] = {}
    claims = claims_touching(network, actors).filter(perspective=own) if own else ()
    for claim in claims:
        ends = (claim.source_actor, claim.target_actor)
        both = claim.direction == Claim.Direction.BOTH
        exists = claim.status == Claim.Status.EXISTING
        if ends[0] == ends[1]:
            continue
        _add(said, *ends, forward=exists, back=exists and both, heard=False)
    heard: dict[tuple[int, int], Ways] = {}
    ties = Tie.objects.filter(
        network=network, source__in=actors, target__in=actors, status=Claim.Status.EXISTING
    )
    for source, target in ties.values_list("source_id", "target_id").distinct():
        _add(heard, source, target, forward=True, back=False, heard=True)
    asked = Asked.objects.filter(perspective=own).exclude(answered_at=None) if own else None
    return Pairs(
        between={**heard, **said},
        asked=frozenset(asked.values_list("actor_id", flat=True) if asked is not None else ()),
        decides=decides,
    )


def grid_rows(rows: Sequence[Choice], columns: Sequence[Choice], pairs: Pairs) -> list[Row]:
    """Return the lines of the grid."""
    return [
        Row(
            actor=actor,
            squares=tuple(
                None if column.pk == actor.pk else pairs.square(actor.pk, column)
                for column in columns
            ),
            asked=actor.pk in pairs.asked,
        )
        for actor in rows
    ]


def gone_through(actors: Iterable[Choice], pairs: Pairs) -> int:
    """Count the actors whose ties have been gone through."""
    return sum(one.pk in pairs.asked for one in actors)


def sectors_of(actors: Iterable[Choice]) -> list[str]:
    """Return the sectors that the actors have, in their order."""
    return sorted(Counter(one.sector for one in actors), key=_SECTORS.index)


def _add(
    pairs: dict[tuple[int, int], Ways],
    source: int,
    target: int,
    *,
    forward: bool,
    back: bool,
    heard: bool,
) -> None:
    if source > target:
        source, target, forward, back = target, source, back, forward
    known = pairs.get((source, target), NOTHING)
    pairs[source, target] = Ways(
        forward=known.forward or forward, back=known.back or back, heard=heard
    )
