"""The only place that takes actors away from a network, or adds a tie, and says what becomes of it."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from solmu.sna.catalogue import comparison
from solmu.sna.comparisons.side_by_side import Shift, side_by_side
from solmu.sna.measures.parts import component, parts
from solmu.sna.measures.position import betweenness
from solmu.sna.result import Undefined
from solmu.sna.snapshot import Snapshot
from solmu.sna.walk import Part

FIGURES = ("size", "ties", "density", "components", "fragmentation", "average_distance")


@dataclass(frozen=True, slots=True)
class WhatIf:
    """A network as it is and as it would be; every index counts in the network as it is.

    Attributes:
        before: The network as it is.
        after: The network as it would be.
        left: For each actor of ``after`` its index in ``before``.
        figures: Measures of the whole network before and after: size, ties, density, components,
            fragmentation and average distance unless others were asked for.
        largest: Share of the actors who are in the largest part, before and after.
        lost: The ties that would go, as indices among the ties of ``before``.
        gained: The ties that would come, as pairs of actors.
        cut_off: The parts that would lose their way to the rest of the part they are in, larger first.
        joined: The parts that would find a way to each other, the larger first.
    """

    before: Snapshot
    after: Snapshot
    left: tuple[int, ...]
    figures: tuple[Shift, ...]
    largest: Shift
    lost: tuple[int, ...] = ()
    gained: tuple[tuple[int, int], ...] = ()
    cut_off: tuple[Part, ...] = ()
    joined: tuple[Part, ...] = ()

    def loads(self) -> list[tuple[int, float, float]]:
        """Return for each actor left its betweenness before and after, the largest growth first.

        It is reckoned only when asked for: it takes longer than all the rest.

        >>> from solmu.sna.sketch import sketch
        >>> square = sketch("a-b b-c c-d d-a")
        >>> without(square, [1]).loads()
        [(3, 0.5, 1.0), (0, 0.5, 0.0), (2, 0.5, 0.0)]
        """
        before, after = betweenness(self.before), betweenness(self.after)
        both = [(old, before[old], after[new]) for new, old in enumerate(self.left)]
        return sorted(both, key=lambda load: (load[1] - load[2], load[0]))


@comparison("what_if")
def without(snapshot: Snapshot, actors: Iterable[int], measures: Sequence[str] = FIGURES) -> WhatIf:
    """Say what is left when actors go, and who loses the way to the others.

    In a meeting: "if the outreach team's contact changes, five actors lose the network." Asked early it
    is a plan for holidays and successors, not a judgement on whoever holds the ties.

    Definition: the network among the other actors, measured as it is. Cut off are, of each part that
    somebody leaves, the pieces it falls into except the largest (of equal ones, except the one whose
    first actor comes first). Ties count either way for parts; average distance follows the arcs.
    ``measures`` names measures of the whole network from the catalogue. Above ten thousand actors leave
    average distance out: it takes minutes, all the rest seconds.

    Edge cases: taking nobody changes nothing; taking everybody leaves an empty network, whose figures
    are undefined. The largest share is undefined without actors.

    Source: Borgatti 2006, Computational & Mathematical Organization Theory 12, 21–34.

    >>> from solmu.sna.sketch import sketch
    >>> seen = without(sketch("kela>ohjaamo lukio>ohjaamo lukio=amis"), [1])
    >>> seen.cut_off, seen.largest
    (((0,),), Shift(name='largest', before=1.0, after=0.6666666666666666))
    """
    gone = set(actors)
    left = tuple(actor for actor in range(snapshot.n) if actor not in gone)
    after = snapshot.among(left)
    ends = enumerate(snapshot.pairs())
    return WhatIf(
        before=snapshot,
        after=after,
        left=left,
        figures=side_by_side(snapshot, after, measures),
        largest=_largest(snapshot, after),
        lost=tuple(tie for tie, (a, b) in ends if a in gone or b in gone),
        cut_off=_cut_off(snapshot, after, left),
    )


@comparison("what_if")
def with_tie(
    snapshot: Snapshot,
    source: int,
    target: int,
    strength: float | None = None,
    both_ways: bool = True,
    measures: Sequence[str] = FIGURES,
) -> WhatIf:
    """Say what becomes of the network when two actors tie a tie.

    In a meeting: "what if these two met?" A tie that joins two parts shows at once; one inside a part
    makes ways shorter and takes load off those in between.

    Definition: the network with the tie added, both ways unless said otherwise, measured as it is;
    ``measures`` as in `without`.

    Edge cases: what is there already is not added again. A tie without strength counts as 1 where
    others have one. An actor cannot be tied to itself: that is refused.

    Source: the counterpart of `without`; Borgatti 2006, 21–34.

    >>> from solmu.sna.sketch import sketch
    >>> seen = with_tie(sketch("kela=te lukio=amis ohjaamo"), 0, 2)
    >>> seen.joined, seen.gained, seen.largest.after
    (((0, 1), (2, 3)), ((0, 2), (2, 0)), 0.8)
    """
    if source == target:
        message = "a tie needs two actors"
        raise ValueError(message)
    there = set(snapshot.pairs())
    if not snapshot.directed:
        there |= {(b, a) for a, b in there}
    ways = [(source, target), (target, source)]
    wanted = ways if snapshot.directed and both_ways else ways[:1]
    gained = tuple(way for way in wanted if way not in there)
    after = _with(snapshot, gained, strength)
    number = component(snapshot)
    found = parts(snapshot)
    apart = sorted({number[source], number[target]})
    return WhatIf(
        before=snapshot,
        after=after,
        left=tuple(range(snapshot.n)),
        figures=side_by_side(snapshot, after, measures),
        largest=_largest(snapshot, after),
        gained=gained,
        joined=tuple(found[part] for part in apart) if len(apart) == 2 else (),
    )


def _with(
    snapshot: Snapshot, gained: Sequence[tuple[int, int]], strength: float | None
) -> Snapshot:
    """Add ties; where strengths are stated an unstated one counts as 1."""
    weight = snapshot.weight
    if weight is None and strength is not None:
        weight = [1.0] * snapshot.m
    return replace(
        snapshot,
        source=array("q", [*snapshot.source, *(a for a, _ in gained)]),
        target=array("q", [*snapshot.target, *(b for _, b in gained)]),
        weight=None
        if weight is None
        else array("d", [*weight, *[1.0 if strength is None else strength] * len(gained)]),
    )


def _largest(before: Snapshot, after: Snapshot) -> Shift:
    return Shift("largest", _share(before), _share(after))


def _share(snapshot: Snapshot) -> float | Undefined:
    """Return the share of the actors in the largest part."""
    if not snapshot.n:
        return Undefined("too_few_actors")
    return len(parts(snapshot)[0]) / snapshot.n


def _cut_off(before: Snapshot, after: Snapshot, left: Sequence[int]) -> tuple[Part, ...]:
    """List the pieces that were together with a larger piece and no longer are."""
    number = component(before)
    kept: set[int] = set()
    lost = []
    for part in parts(after):
        piece = tuple(left[actor] for actor in part)
        whole = number[piece[0]]
        if whole in kept:
            lost.append(piece)
        kept.add(whole)
    return tuple(lost)
