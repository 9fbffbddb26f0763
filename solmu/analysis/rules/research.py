"""The only place that turns a network into data for research: codes instead of names, no free text, no persons."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from solmu.analysis.levels import EXISTING, PERSON, Edge, LevelGraph, Node
from solmu.formats.dataset import ActorRow, Dataset, TieRow
from solmu.formats.vocabulary import CONTENTS

_CONTENTS = {row[0] for row in CONTENTS}
# What somebody has written in their own words may name anybody; it is told only that it was something else.
OTHER = "other"
ACTOR_COLUMNS = ("id", "kind", "sector", "municipality", "asked")
TIE_COLUMNS = (
    "source", "target", "contents", "frequency", "closeness", "people_only", "said", "asked"
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class ResearchData:
    """A network at one level as coded rows: ``actors`` and ``ties`` as in the codebook, ``directed`` for the whole.

    In a directed network each arrow is a row of its own; a tie both ways is two.
    """

    actors: tuple[dict[str, str], ...]
    ties: tuple[dict[str, str], ...]
    directed: bool

    def dataset(self) -> Dataset:
        """Return the same as a dataset that every format can write."""
        return Dataset(
            actors=tuple(
                ActorRow(
                    ref=row["id"],
                    label=row["id"],
                    kind=row["kind"],
                    sector=row["sector"],
                    municipality=row["municipality"],
                    extra={"asked": row["asked"]},
                )
                for row in self.actors
            ),
            ties=tuple(
                TieRow(
                    source=row["source"],
                    target=row["target"],
                    direction="forward" if self.directed else "undirected",
                    contents=tuple(filter(None, row["contents"].split("|"))),
                    frequency=_number(row["frequency"]),
                    closeness=_number(row["closeness"]),
                    extra={name: row[name] for name in ("people_only", "said", "asked")},
                )
                for row in self.ties
            ),
            directed=self.directed,
        )


def coded(graph: LevelGraph, code_of: Callable[[str], str], *, places: bool) -> ResearchData:
    """Give every actor of ``graph`` its code, and leave out whatever says more than the codebook promises.

    Persons who stand on the map by themselves stay out; ties that only persons carry are marked. Wished, possible
    and ended ties are never in it. Without ``places`` no municipality is told.

    Args:
        graph: The network at the level of organisations or units.
        code_of: Gives an actor's ref its code; the same ref must always get the same.
        places: Whether municipalities are told, each by a number of its own.
    """
    shown = [node for node in graph.nodes if node.kind != PERSON]
    codes = {node.pk: code_of(node.ref) for node in shown}
    numbers = _numbered(node.municipality for node in shown) if places else {}
    # The codes' own order, because the order of the alphabet would tell the names.
    actors = sorted(
        (
            {
                "id": codes[node.pk],
                "kind": node.kind,
                "sector": node.sector,
                "municipality": numbers.get(node.municipality, ""),
                "asked": _yes(node.asked),
            }
            for node in shown
        ),
        key=lambda row: row["id"],
    )
    ties = sorted(
        (row for edge in graph.edges for row in _rows(edge, codes, directed=graph.directed)),
        key=lambda row: (row["source"], row["target"]),
    )
    return ResearchData(actors=tuple(actors), ties=tuple(ties), directed=graph.directed)


def recognisable(nodes: Iterable[Node], *, places: bool) -> int:
    """Count the actors who are the only ones with their sector, and with their municipality when that is told.

    Somebody who knows the area may recognise them without any name.
    """
    shown = [node for node in nodes if node.kind != PERSON]
    traits = [(node.sector, node.municipality if places else "") for node in shown]
    return sum(count == 1 for count in Counter(traits).values())


def table(columns: Sequence[str], rows: Iterable[dict[str, str]]) -> bytes:
    """Return rows as CSV that R and Python read as it is: commas, points, UTF-8, names in the first row."""
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode("utf-8")


def _rows(edge: Edge, codes: dict[int, str], *, directed: bool) -> Iterable[dict[str, str]]:
    if edge.status != EXISTING or edge.one not in codes or edge.other not in codes:
        return
    one, other = codes[edge.one], codes[edge.other]
    if not directed:
        yield _row(edge, min(one, other), max(one, other), edge.contents)
        return
    if edge.forward:
        yield _row(edge, one, other, [way.content for way in edge.ways if way.forward])
    if edge.back:
        yield _row(edge, other, one, [way.content for way in edge.ways if way.back])


def _row(edge: Edge, source: str, target: str, contents: Iterable[str]) -> dict[str, str]:
    known = {content if content in _CONTENTS else OTHER for content in contents if content}
    return {
        "source": source,
        "target": target,
        "contents": "|".join(sorted(known)),
        "frequency": _text(edge.frequency),
        "closeness": _text(edge.closeness),
        "people_only": _yes(edge.people_only),
        "said": str(edge.said),
        "asked": str(edge.asked),
    }


def _numbered(places: Iterable[str]) -> dict[str, str]:
    """Number the municipalities by how many actors they have: their names' order would tell which they are."""
    counts = Counter(place for place in places if place)
    ordered = sorted(counts, key=lambda place: (-counts[place], place))
    return {place: f"M{number}" for number, place in enumerate(ordered, 1)}


def _yes(told: bool) -> str:
    return "yes" if told else "no"


def _text(number: int | None) -> str:
    return "" if number is None else str(number)


def _number(text: str) -> int | None:
    return int(text) if text else None
