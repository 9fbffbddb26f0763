"""The only place for several kinds of tie between the same actors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from solmu.sna.catalogue import comparison
from solmu.sna.comparisons.change import ties_by_id
from solmu.sna.result import Undefined
from solmu.sna.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Overlap:
    """How far two kinds of tie lie on the same pairs.

    Attributes:
        one: A kind of tie.
        other: Another kind.
        both: Ties that are there in both kinds.
        either: Ties that are there in at least one.
        jaccard: ``both / either``, undefined when neither kind has a tie.
    """

    one: str
    other: str
    both: int
    either: int
    jaccard: float | Undefined


@dataclass(frozen=True, slots=True)
class Multiplexity:
    """How many kinds of tie lie between the same two actors.

    Attributes:
        pairs: How many pairs of actors have 1, 2, 3 … kinds of tie, as many places as there are kinds.
        share: Share of the tied pairs that have more than one, undefined without ties.
    """

    pairs: tuple[int, ...]
    share: float | Undefined


@comparison("many")
def overlap(layers: Mapping[str, Snapshot]) -> list[Overlap]:
    """Say for each two kinds of tie how far they lie on the same pairs.

    In a meeting: "where we send young people to, we also meet; but with half of those who inform us we
    do nothing else." Kinds that lie apart are two networks in one room.

    Definition: the Jaccard index of their ties: those in both kinds over those in either. Directions
    count when any of the kinds has them; an undirected tie is then one each way.

    Edge cases: undefined for two kinds without ties; nothing for fewer than two kinds. Actors are the
    same when their identifiers are; kinds may differ in whom they hold. For figures of units rolled up
    to organisations, roll up each kind first.

    Source: Jaccard 1901; for layers of one network Battiston, Nicosia & Latora 2014, Physical Review E 89,
    032804.

    >>> from solmu.sna.sketch import sketch
    >>> kinds = {"information": sketch("kela>te te>amis amis>kela"), "referral": sketch("kela>te te>kela")}
    >>> overlap(kinds)
    [Overlap(one='information', other='referral', both=1, either=4, jaccard=0.25)]
    """
    directed = any(layer.directed for layer in layers.values())
    ties = {kind: set(ties_by_id(layer, directed=directed)) for kind, layer in layers.items()}
    found = []
    for one, other in combinations(ties, 2):
        both, either = len(ties[one] & ties[other]), len(ties[one] | ties[other])
        jaccard = both / either if either else Undefined("no_ties")
        found.append(Overlap(one, other, both, either, jaccard))
    return found


@comparison("many")
def multiplexity(layers: Mapping[str, Snapshot]) -> Multiplexity:
    """Say how many pairs are tied in more ways than one.

    In a meeting: "four of ten tied pairs share only one thing." A tie of several kinds lasts longer;
    one of a single kind ends with the project.

    Definition: of the pairs of actors who have a tie of any kind, either way, the share who have ties of
    more than one kind; and how many pairs have how many kinds.

    Edge cases: undefined without ties; 0 when there is only one kind.

    Source: Verbrugge 1979, Social Forces 57, 1286–1309.

    >>> from solmu.sna.sketch import sketch
    >>> kinds = {"information": sketch("kela>te te>amis amis>kela"), "referral": sketch("te>kela")}
    >>> multiplexity(kinds)
    Multiplexity(pairs=(2, 1), share=0.3333333333333333)
    """
    kinds: Counter[tuple[str, str]] = Counter()
    for layer in layers.values():
        ties = ties_by_id(layer, directed=layer.directed)
        kinds.update({(min(tie), max(tie)) for tie in ties})
    counts = Counter(kinds.values())
    pairs = tuple(counts[number] for number in range(1, len(layers) + 1))
    share = sum(pairs[1:]) / len(kinds) if kinds else Undefined("no_ties")
    return Multiplexity(pairs, share)
