"""The only place for the network as it is measured: actors, ties and what is known of them."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias, TypeVar

Ends: TypeAlias = tuple[str, str] | tuple[str, str, float | None]
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Note:
    """One thing that was changed or left out on the way to the figures; ``count`` says how many.

    Attributes:
        code: ``loops_dropped`` (ties from an actor to itself), ``parallels_merged`` (ties beyond the
            first of one pair), ``strength_missing`` (ties without a strength among ties that have
            one; each counts as 1), ``strength_negative`` (ties weaker than nothing). Whoever builds a snapshot may add codes of their own.
        count: How many ties or actors it touched.
        value: A word that belongs to it, such as an attribute's name.
    """

    code: str
    count: int = 1
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """One network at one level and moment, ready to be measured; build it with `Snapshot.of`.

    Attributes:
        ids: The actors, each once.
        labels: What people call them, in the same order.
        source: For each arc the index of the actor it leaves. An undirected tie stands here once.
        target: For each arc the index of the actor it reaches.
        weight: Strength of each arc, None when no tie states one.
        directed: Whether ties have directions. It is a property of the whole.
        groups: Attribute to one value an actor, '' where it is not stated.
        asked: For each actor whether it was asked about its ties; None when everybody's are known.
        notes: What was changed on the way here.
        level: ``organisation``, ``unit`` or ``person``.
        revision: The revision of the network that this was taken from.
    """

    ids: tuple[str, ...]
    labels: tuple[str, ...]
    source: Sequence[int]
    target: Sequence[int]
    weight: Sequence[float] | None
    directed: bool
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    asked: tuple[bool, ...] | None = None
    notes: tuple[Note, ...] = ()
    level: str = "organisation"
    revision: int = 0
    _kept: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    @classmethod
    def of(
        cls,
        ids: Iterable[str],
        labels: Iterable[str],
        ties: Iterable[Ends],
        *,
        directed: bool,
        groups: Mapping[str, Sequence[str]] | None = None,
        asked: Sequence[bool] | None = None,
        notes: Iterable[Note] = (),
        level: str = "organisation",
        revision: int = 0,
    ) -> Snapshot:
        """Lay out actors and ties for measuring.

        A tie from an actor to itself is dropped and counted. Parallel ties of one pair become one,
        with the largest strength, and are counted. A tie that goes both ways in a directed network is
        given as two. When some ties state a strength and others do not, those count as 1, and that
        is counted too.

        Args:
            ids: The actors' identifiers.
            labels: Their names, in the same order.
            ties: ``(source, target)`` or ``(source, target, strength)``, by identifier.
            directed: Whether the ties have directions.
            groups: Attribute to one value an actor, '' where it is not stated.
            asked: For each actor whether it was asked about its ties.
            notes: What was changed before the ties came here.
            level: The level that the actors stand for.
            revision: The revision of the network that this is taken from.

        Returns:
            The snapshot; its ties stand in the order in which their pairs first came.

        Raises:
            ValueError: An identifier comes twice, a tie names an unknown actor, or a list does not
                match the actors.

        >>> seen = Snapshot.of("ab", ["Kela", "Ohjaamo"], [("a", "b", 1), ("a", "b", 3), ("b", "b")],
        ...     directed=True)
        >>> list(seen.weight), [(note.code, note.count) for note in seen.notes]
        ([3.0], [('loops_dropped', 1), ('parallels_merged', 1)])
        """
        names, titles = tuple(ids), tuple(labels)
        place = {name: index for index, name in enumerate(names)}
        if len(place) != len(names):
            message = "an actor's identifier comes twice"
            raise ValueError(message)
        columns = {key: tuple(values) for key, values in (groups or {}).items()}
        for column in (titles, *columns.values(), *([asked] if asked is not None else [])):
            if len(column) != len(names):
                message = f"{len(names)} actors, but {len(column)} values"
                raise ValueError(message)
        strongest, told = _merged(ties, place, directed=directed)
        return cls(
            ids=names,
            labels=titles,
            source=array("q", (source for source, _ in strongest)),
            target=array("q", (target for _, target in strongest)),
            weight=_strengths(strongest.values()),
            directed=directed,
            groups=columns,
            asked=None if asked is None else tuple(asked),
            notes=(*notes, *told),
            level=level,
            revision=revision,
        )

    @property
    def n(self) -> int:
        """Number of actors."""
        return len(self.ids)

    @property
    def m(self) -> int:
        """Number of arcs, or of undirected ties."""
        return len(self.source)

    @property
    def response_rate(self) -> float | None:
        """Share of the actors who were asked about their ties, None when there are no actors."""
        if not self.ids:
            return None
        return 1.0 if self.asked is None else sum(self.asked) / self.n

    def once(self, key: str, find: Callable[[], Found]) -> Found:
        """Return what was found under ``key``, finding it only the first time; do not change it."""
        if key not in self._kept:
            self._kept[key] = find()
        found: Found = self._kept[key]
        return found

    def pairs(self) -> Iterable[tuple[int, int]]:
        """Go through the arcs as pairs of indices, in their order."""
        return zip(self.source, self.target, strict=True)

    def strengths(self) -> Sequence[float]:
        """Return the strength of each arc; where none is stated every tie counts as 1."""
        return [1.0] * self.m if self.weight is None else self.weight

    def among(self, members: Sequence[int]) -> Snapshot:
        """Take the part of the network that lies among ``members`` (indices), in their order."""
        new = {old: index for index, old in enumerate(members)}
        inside = [at for at, (a, b) in enumerate(self.pairs()) if a in new and b in new]
        asked, weight = self.asked, self.weight
        return Snapshot(
            ids=tuple(self.ids[old] for old in members),
            labels=tuple(self.labels[old] for old in members),
            source=array("q", (new[self.source[at]] for at in inside)),
            target=array("q", (new[self.target[at]] for at in inside)),
            weight=None if weight is None else array("d", (weight[at] for at in inside)),
            directed=self.directed,
            groups={
                key: tuple(values[old] for old in members) for key, values in self.groups.items()
            },
            asked=None if asked is None else tuple(asked[old] for old in members),
            notes=self.notes,
            level=self.level,
            revision=self.revision,
        )

    def answered(self) -> Snapshot:
        """Take the part among the actors who were asked: there, no tie is unknown."""
        if self.asked is None:
            return self
        return self.among([index for index, asked in enumerate(self.asked) if asked])


def _merged(
    ties: Iterable[Ends], place: Mapping[str, int], *, directed: bool
) -> tuple[dict[tuple[int, int], float | None], list[Note]]:
    """Give each pair its largest strength, and tell what was dropped on the way."""
    strongest: dict[tuple[int, int], float | None] = {}
    loops = parallels = 0
    for source, target, *rest in ties:
        if source not in place or target not in place:
            message = f"a tie names an unknown actor: {target if source in place else source}"
            raise ValueError(message)
        strength = rest[0] if rest else None
        pair = place[source], place[target]
        if not directed and pair not in strongest and pair[::-1] in strongest:
            pair = pair[::-1]
        if pair[0] == pair[1]:
            loops += 1
        elif pair in strongest:
            parallels += 1
            stated = [value for value in (strongest[pair], strength) if value is not None]
            strongest[pair] = max(stated, default=None)
        else:
            strongest[pair] = strength
    silent = sum(value is None for value in strongest.values())
    counted = {
        "loops_dropped": loops,
        "parallels_merged": parallels,
        "strength_missing": silent if silent < len(strongest) else 0,
        "strength_negative": sum(value is not None and value < 0 for value in strongest.values()),
    }
    return strongest, [Note(code, count) for code, count in counted.items() if count]


def _strengths(values: Iterable[float | None]) -> Sequence[float] | None:
    """Return strengths as numbers, or None when no tie states one."""
    stated = list(values)
    if all(value is None for value in stated):
        return None
    return array("d", (1.0 if value is None else value for value in stated))
