"""The only place that tells what became of a network between two times, or over several."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from solmu.sna.catalogue import comparison
from solmu.sna.comparisons.side_by_side import Shift, of_the_whole, side_by_side
from solmu.sna.result import Undefined
from solmu.sna.snapshot import Snapshot

Tie: TypeAlias = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Change:
    """What is different, by the actors' identifiers; an undirected tie has its smaller identifier first.

    Attributes:
        came: The actors that are there only after.
        gone: The actors that were there only before.
        stayed: The actors that are there both times.
        new: Ties between actors who stayed that are there only after.
        ended: Ties between actors who stayed that were there only before.
        kept: Ties that are there both times.
        brought: Ties that are there only after, with an actor that came.
        taken: Ties that were there only before, with an actor that is gone.
        unknown: Ties between actors who stayed of which one time says nothing, for whoever would have
            told was not asked. They are neither new nor ended nor kept.
        figures: Measures of the whole network, before and after.
    """

    came: tuple[str, ...]
    gone: tuple[str, ...]
    stayed: tuple[str, ...]
    new: tuple[Tie, ...]
    ended: tuple[Tie, ...]
    kept: tuple[Tie, ...]
    brought: tuple[Tie, ...]
    taken: tuple[Tie, ...]
    unknown: tuple[Tie, ...]
    figures: tuple[Shift, ...]

    @property
    def stability(self) -> float | Undefined:
        """Share of the ties between those who stayed that are there both times."""
        every = len(self.kept) + len(self.new) + len(self.ended)
        return len(self.kept) / every if every else Undefined("no_ties")


@comparison("change")
def change(before: Snapshot, after: Snapshot, measures: Sequence[str] = ()) -> Change:
    """Tell who came and went, which ties are new, ended and kept, and every figure before and after.

    In a meeting: "seven ties are new since the autumn workshop, two have ended, and four of the new ones
    came with the vocational school." It lets the room put a story to each line.

    Definition: actors and ties are the same when their identifiers are. Ties are compared among the
    actors who are in both networks; what came or went with an actor stands apart. When one of the
    networks is directed, an undirected tie of the other is one each way. ``measures`` names measures of
    the whole network from the catalogue; each network is measured as a whole.

    Edge cases: what an actor that was not asked would have told is unknown: a tie that leaves it (of an
    undirected one, that ends at it) and that the other time has is not counted as new or ended, and one
    that both have is not counted as kept. Two empty networks give a change without anything in it.

    Source: Snijders, van de Bunt & Steglich 2010, Social Networks 32, 44–60, for ties created, dissolved and
    maintained.

    >>> from solmu.sna.sketch import sketch
    >>> seen = change(sketch("kela>te te=amis"), sketch("kela=te te>amis lukio>te"), ["density"])
    >>> seen.came, seen.new, seen.ended, seen.brought
    (('lukio',), (('te', 'kela'),), (('amis', 'te'),), (('lukio', 'te'),))
    >>> seen.stability, seen.figures
    (0.5, (Shift(name='density', before=0.5, after=0.3333333333333333),))
    """
    directed = before.directed or after.directed
    was, now = ties_by_id(before, directed=directed), ties_by_id(after, directed=directed)
    both = set(before.ids) & set(after.ids)
    known = _asked(before) & _asked(after) & both

    def tells(tie: Tie) -> bool:
        return tie[0] in known and (directed or tie[1] in known)

    def between(ties: Iterable[Tie]) -> list[Tie]:
        return [tie for tie in ties if tie[0] in both and tie[1] in both]

    every = between(dict.fromkeys([*was, *now]))
    return Change(
        came=tuple(actor for actor in after.ids if actor not in both),
        gone=tuple(actor for actor in before.ids if actor not in both),
        stayed=tuple(actor for actor in before.ids if actor in both),
        new=tuple(tie for tie in every if tie not in was and tells(tie)),
        ended=tuple(tie for tie in every if tie not in now and tells(tie)),
        kept=tuple(tie for tie in every if tie in was and tie in now and tells(tie)),
        brought=tuple(tie for tie in now if not both.issuperset(tie)),
        taken=tuple(tie for tie in was if not both.issuperset(tie)),
        unknown=tuple(tie for tie in every if not tells(tie)),
        figures=side_by_side(before, after, measures),
    )


@comparison("change")
def stability(before: Snapshot, after: Snapshot) -> float | Undefined:
    """Share of the ties of either time that both times have.

    In a meeting: "of all the ties we have had since last year, two thirds lasted." Too low and people
    begin with introductions again and again; 1 and nothing has moved. Turnover is the rest to 1.

    Definition: kept / (kept + new + ended), the Jaccard index of the two sets of ties, among the actors
    who are in both networks and whose ties are known both times.

    Edge cases: undefined when neither time has such a tie.

    Source: Jaccard 1901; as a measure of network change Snijders, van de Bunt & Steglich 2010, Social
    Networks 32, 44–60, who prefer more than 0.3 between two waves.

    >>> from solmu.sna.sketch import sketch
    >>> stability(sketch("kela>te te=amis"), sketch("kela=te te>amis lukio>te"))
    0.5
    """
    return change(before, after).stability


@comparison("change")
def history(snapshots: Sequence[Snapshot], measures: Sequence[str]) -> dict[str, list[Any]]:
    """Follow measures of the whole network over several times.

    In a meeting: the small line beside each figure: whether what we see today is new, or always was so.

    Definition: for each measure of the whole network, by its name in the catalogue, its figure at each
    time, in the order of the snapshots; each is the network as it was then.

    Edge cases: a time at which there is no figure has its reason in that place, not a gap that would
    move the others. Without snapshots each measure has an empty list. A name that is no measure of the
    whole network is refused.

    Source: the measures' own pages.

    >>> from solmu.sna.sketch import sketch
    >>> history([sketch("kela"), sketch("kela>te"), sketch("kela=te")], ["ties", "density"])
    {'ties': [0, 1, 2], 'density': [Undefined(reason='too_few_actors'), 0.5, 1.0]}
    """
    functions = {name: of_the_whole(name) for name in measures}
    return {name: [measure(each) for each in snapshots] for name, measure in functions.items()}


def ties_by_id(snapshot: Snapshot, *, directed: bool) -> dict[Tie, float]:
    """Return the ties by their actors' identifiers, with their strength.

    Args:
        snapshot: The network.
        directed: Whether the ties are wanted as arcs, an undirected one then as two. It may be False
            only for an undirected network, whose ties have their smaller identifier first.
    """
    found: dict[Tie, float] = {}
    for (source, target), value in zip(snapshot.pairs(), snapshot.strengths(), strict=True):
        a, b = snapshot.ids[source], snapshot.ids[target]
        if directed:
            found[a, b] = value
            if not snapshot.directed:
                found[b, a] = value
        else:
            found[min(a, b), max(a, b)] = value
    return found


def _asked(snapshot: Snapshot) -> set[str]:
    """Return whose ties are known."""
    if snapshot.asked is None:
        return set(snapshot.ids)
    return {actor for actor, asked in zip(snapshot.ids, snapshot.asked, strict=True) if asked}
