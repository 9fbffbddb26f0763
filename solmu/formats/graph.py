"""The only place that turns the nodes and edges of a graph file into actors and ties, whatever the file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from solmu.formats import problems
from solmu.formats.attributes import STATED, Meanings
from solmu.formats.dataset import Dataset
from solmu.formats.reading import Reading
from solmu.formats.remarks import Source
from solmu.formats.values import clean, without_identity_codes
from solmu.formats.vocabulary import code_of

Way = Literal["forward", "both", "undirected", "symmetric"]
_ONE_WORD = re.compile(r"[\w.:-]+")


@dataclass(slots=True)
class Thing:
    """A node or edge as written; ``data`` by the file's id of each attribute."""

    line: int
    attributes: dict[str, str]
    owner: str = ""
    data: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class Graph:
    """What was collected from a file.

    Nodes have an ``id`` among their ``attributes``, edges a ``source`` and a ``target``; ``ways``
    has one entry for each edge. A ``symmetric`` edge runs both ways in a file that has arcs, and
    has no direction in a file without. ``names`` and ``defaults`` are by id of attribute.
    """

    nodes: list[Thing]
    edges: list[Thing]
    ways: list[Way]
    node_names: Mapping[str, str]
    edge_names: Mapping[str, str]
    node_defaults: Mapping[str, str] = field(default_factory=dict)
    edge_defaults: Mapping[str, str] = field(default_factory=dict)
    arcs_by_default: bool = True
    line: int = 1
    title: str = ""
    notes: Mapping[str, int] = field(default_factory=dict)


def dataset_of(graph: Graph) -> Dataset:
    """Turn a collected graph into a dataset."""
    return _Interpreter(graph).dataset()


class _Interpreter:
    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._reading = Reading()
        self._refs: dict[str, str] = {}
        self._labels: dict[str, str] = {}

    def dataset(self) -> Dataset:
        graph = self._graph
        nodes = Meanings("actors", graph.node_names, graph.node_defaults)
        self._read_nodes(nodes)
        edges = Meanings("ties", graph.edge_names, graph.edge_defaults)
        source = Source(headers=edges.headers, foreign=True, ends_are_ids=True)
        read = [
            (edge, way, *edges.read(edge.data))
            for edge, way in zip(graph.edges, graph.ways, strict=True)
        ]
        directed = any(_is_arc(way, record) for _, way, record, _, _ in read)
        states = STATED in graph.edge_names.values()
        for edge, way, record, extra, hidden in read:
            if states:
                record.pop("weight", None)
                if STATED in record:
                    record["weight"] = record.pop(STATED)
            _set_direction(way, record, extra, directed=directed)
            self._hide(source, edge, hidden=hidden)
            self._read_edge(edge, record, extra, source)
        self._tell((*nodes.kept, *edges.kept))
        (title,), _ = without_identity_codes([graph.title[:200]])
        return self._reading.finished(directed=graph.arcs_by_default, title=title)

    def _hide(self, source: Source, thing: Thing, *, hidden: bool) -> None:
        if hidden:
            self._reading.remarks.problem(problems.IDENTITY_CODE, source, thing.line, "data")

    def _read_nodes(self, nodes: Meanings) -> None:
        source = Source(headers=nodes.headers, foreign=True, ends_are_ids=True)
        read = []
        for node in self._graph.nodes:
            record, extra, hidden = nodes.read(node.data)
            self._hide(source, node, hidden=hidden)
            (node_id,), hidden_ids = without_identity_codes([clean(node.attributes.get("id", ""))])
            self._hide(source, node, hidden=bool(hidden_ids))
            if node_id:
                record.setdefault("ref", node_id)
                record.setdefault("label", node_id)
                self._refs.setdefault(node_id, record["ref"][:120].rstrip())
                self._labels.setdefault(node_id, record["label"])
            read.append((node, record, extra))
        for node, record, extra in read:
            if owner := self._labels.get(clean(node.owner)):
                record.setdefault("parent", owner)
            self._reading.add_actor(record, extra, source, node.line)

    def _read_edge(
        self, edge: Thing, record: dict[str, str], extra: dict[str, str], source: Source
    ) -> None:
        for end in ("source", "target"):
            (written,), _ = without_identity_codes([clean(edge.attributes.get(end, ""))])
            if written:
                record[end] = self._refs.get(written, written)
        self._reading.add_tie(record, extra, source, edge.line)

    def _tell(self, kept: tuple[str, ...]) -> None:
        remarks = self._reading.remarks
        for code, count in self._graph.notes.items():
            if count:
                remarks.note(code, count=count)
        for name in kept:
            remarks.note(problems.COLUMNS_KEPT, name)
        if not self._graph.nodes:
            remarks.problem(problems.EMPTY_TABLE, Source(), self._graph.line)


def _is_arc(way: Way, record: dict[str, str]) -> bool:
    said = code_of("direction", record.get("direction", "")) or way
    return said not in ("undirected", "symmetric")


def _set_direction(
    way: Way, record: dict[str, str], extra: dict[str, str], *, directed: bool
) -> None:
    word = record.get("direction", "")
    if word and code_of("direction", word):
        return
    if word:
        extra.setdefault("direction", word)
        del record["direction"]
    if way == "symmetric":
        record["direction"] = "both" if directed else "undirected"
    else:
        record["direction"] = way


def ids_of(refs: tuple[str, ...]) -> dict[str, str]:
    """Give each ref an id that any graph file allows: itself where that is one word, else a number.

    >>> ids_of(("kela", "Ohjaamo 2"))
    {'kela': 'kela', 'Ohjaamo 2': 'n1'}
    """
    taken = set(refs)
    ids: dict[str, str] = {}
    for place, ref in enumerate(refs):
        name = ref
        if not _ONE_WORD.fullmatch(name):
            name = f"n{place}"
            while name in taken:
                name += "_"
        taken.add(name)
        ids[ref] = name
    return ids
