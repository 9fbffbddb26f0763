"""The only place that writes Pajek's networks and partitions, with the tables that hold the rest."""

from __future__ import annotations

from collections.abc import Iterator

from solmu.formats.csv_sheets import packed, written
from solmu.formats.dataset import ActorRow, Dataset, TieRow
from solmu.formats.layout import Cell
from solmu.formats.node_edge_csv import node_edge_files
from solmu.formats.values import clean, write_number
from solmu.formats.vocabulary import VOCABULARIES, word_for

_PARTITIONS = ("kind", "sector")


def write_pajek_zip(dataset: Dataset, language: str) -> bytes:
    """Write a zip: ``network.net``, ``relations.net``, partitions with their legend, and both tables.

    Most programs read only one relation, so ``network.net`` holds each tie once. In ``relations.net``
    each content is a relation of its own. Solmu reads the tables back, which hold all that Pajek
    has no place for.
    """
    files = {
        "network.net": _network(dataset, {None: list(dataset.ties)}),
        "relations.net": _network(dataset, _by_content(dataset.ties, language)),
        **{f"{name}.clu": _partition(dataset.actors, name) for name in _PARTITIONS},
        "legend.csv": written(_legend(language), "en", ","),
    }
    texts = {name: text.encode("utf-8-sig") for name, text in files.items()}
    return packed({**texts, **node_edge_files(dataset, language)})


def _by_content(ties: tuple[TieRow, ...], language: str) -> dict[str | None, list[TieRow]]:
    found: dict[str | None, list[TieRow]] = {}
    for tie in ties:
        for content in tie.contents or ("",):
            found.setdefault(word_for("contents", content, language), []).append(tie)
    return found


def _network(dataset: Dataset, relations: dict[str | None, list[TieRow]]) -> str:
    return "\r\n".join((*_lines(dataset, relations), ""))


def _lines(dataset: Dataset, relations: dict[str | None, list[TieRow]]) -> Iterator[str]:
    numbers = {actor.ref: place for place, actor in enumerate(dataset.actors, start=1)}
    yield f"*Network {_plain(dataset.title) or 'Solmu'}"
    yield f"*Vertices {len(numbers)}"
    for actor in dataset.actors:
        yield f'{numbers[actor.ref]} "{_plain(actor.label)}"'
    for place, (name, ties) in enumerate(relations.items(), start=1):
        relation = "" if name is None else f' :{place} "{_plain(name)}"'
        arcs = [tie for tie in ties if tie.direction == "forward"]
        edges = [tie for tie in ties if tie.direction != "forward"]
        for heading, found in (("*Arcs", arcs), ("*Edges", edges)):
            if found:
                yield heading + relation
            for tie in found:
                yield f"{numbers[tie.source]} {numbers[tie.target]} {_strength(tie)}"


def _plain(text: str) -> str:
    return " ".join(clean(text).replace('"', "'").split())


def _strength(tie: TieRow) -> str:
    number = tie.weight if tie.weight is not None else tie.frequency
    return "1" if number is None else write_number(float(number), "en")


def _partition(actors: tuple[ActorRow, ...], field: str) -> str:
    codes = [row[0] for row in VOCABULARIES[field]]
    classes = [
        str(codes.index(code) + 1) if (code := getattr(actor, field)) in codes else "0"
        for actor in actors
    ]
    return "\r\n".join((f"*Vertices {len(actors)}", *classes, ""))


def _legend(language: str) -> Iterator[list[Cell]]:
    yield ["File", "Class", "Meaning"]
    for field in _PARTITIONS:
        for place, row in enumerate(VOCABULARIES[field], start=1):
            yield [f"{field}.clu", str(place), word_for(field, row[0], language)]
