"""The only place for the one-line notation in which examples and tests draw a network."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from solmu.sna.snapshot import Ends, Snapshot

_TIE = re.compile(r"(?P<a>[^>=\-:]+)(?P<way>[>=\-])(?P<b>[^>=\-:]+)(?::(?P<strength>.+))?")


def sketch(
    line: str, groups: Mapping[str, str] | None = None, asked: Sequence[bool] | None = None
) -> Snapshot:
    """Draw a network from a line of words.

    ``a>b`` is a tie from a to b, ``a=b`` goes both ways, ``a-b`` has no direction, ``a>b:3`` has the
    strength 3 and a bare ``c`` is an actor without ties. A line with ``-`` is undirected as a whole.

    Args:
        line: The words, with spaces between.
        groups: Actor to sector, where it is stated.
        asked: For each actor, in the order of first mention, whether it was asked.

    Returns:
        The snapshot; actors stand in the order in which they are first mentioned.

    >>> drawn = sketch("kela>ohjaamo ohjaamo=lukio:2 kirjasto")
    >>> drawn.ids, list(drawn.pairs())
    (('kela', 'ohjaamo', 'lukio', 'kirjasto'), [(0, 1), (1, 2), (2, 1)])
    """
    actors: dict[str, None] = {}
    ties: list[Ends] = []
    undirected = False
    for word in line.split():
        if (tie := _TIE.fullmatch(word)) is None:
            actors[word] = None
            continue
        a, b, way = tie["a"], tie["b"], tie["way"]
        strength = float(tie["strength"]) if tie["strength"] else None
        actors |= {a: None, b: None}
        undirected = undirected or way == "-"
        ties.append((a, b, strength))
        if way == "=":
            ties.append((b, a, strength))
    sectors = {"sector": [(groups or {}).get(actor, "") for actor in actors]}
    return Snapshot.of(actors, actors, ties, directed=not undirected, groups=sectors, asked=asked)
