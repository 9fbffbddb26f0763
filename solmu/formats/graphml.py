"""The only place that reads GraphML, as many programs write it, and writes what they read."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from solmu.formats import problems
from solmu.formats.attributes import actor_data, attributes_of, tie_data
from solmu.formats.dataset import Dataset
from solmu.formats.graph import Graph, Thing, Way, dataset_of, ids_of
from solmu.formats.graphml_document import Document
from solmu.formats.remarks import refused
from solmu.formats.values import clean
from solmu.formats.xml_stream import pieces_of

_SKIPPED = {
    "nested": problems.NESTED_GRAPHS,
    "graph": problems.GRAPHS_LEFT_OUT,
    "hyperedge": problems.HYPEREDGES_LEFT_OUT,
    "port": problems.PORTS_LEFT_OUT,
}


def read_graphml(data: bytes) -> Dataset:
    """Read GraphML of any program; what Solmu does not know is kept in ``extra``.

    Graphs inside nodes are opened, and what was in them belongs to the node. An undirected edge
    among arcs runs both ways; a file without any arc stays undirected.

    Raises:
        UnreadableFile: When it is no GraphML, is broken, has a document type, or is too large.
    """
    document = Document()
    document.stream.parse(pieces_of(data))
    if document.graph is None:
        raise refused(problems.NO_GRAPH, value="graphml")
    return dataset_of(_graph(document, document.graph))


def _graph(document: Document, graph: Thing) -> Graph:
    names = {key_id: key.name for key_id, key in document.keys.items()}
    defaults = {
        scope: {
            key_id: key.default
            for key_id, key in document.keys.items()
            if key.default and key.scope in (scope, "all")
        }
        for scope in ("node", "edge")
    }
    said = {names[key_id]: text for key_id, text in graph.data.items() if key_id in names}
    arcs = graph.attributes.get("edgedefault") != "undirected"
    return Graph(
        nodes=document.nodes,
        edges=document.edges,
        ways=[_way(edge, arcs_by_default=arcs) for edge in document.edges],
        node_names=names,
        edge_names=names,
        node_defaults=defaults["node"],
        edge_defaults=defaults["edge"],
        arcs_by_default=arcs,
        line=graph.line,
        title=said.get("title") or said.get("name") or "",
        notes={_SKIPPED[name]: count for name, count in document.skipped.items()},
    )


def _way(edge: Thing, *, arcs_by_default: bool) -> Way:
    default = "true" if arcs_by_default else "false"
    return "symmetric" if edge.attributes.get("directed", default) in ("false", "0") else "forward"


def write_graphml(dataset: Dataset, _language: str) -> bytes:
    """Write GraphML that other programs read: attributes ``label`` and ``weight``, codes as words.

    Keys are for nodes or for edges, never for all. In a directed file a tie without a way, or
    with both, says so by ``directed="false"`` and which of them by ``direction``. ``weight`` is
    the tie's own number, else how often; its own number alone is ``stated_weight``.
    """
    return "".join(_lines(dataset)).encode("utf-8")


def _lines(dataset: Dataset) -> Iterator[str]:
    ids = ids_of(tuple(actor.ref for actor in dataset.actors))
    nodes = [actor_data(actor, ids[actor.ref]) for actor in dataset.actors]
    edges = [tie_data(tie) for tie in dataset.ties]
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    yield '<key id="title" for="graph" attr.name="title" attr.type="string"/>\n'
    node_keys = _Keys("actors", "node", nodes)
    edge_keys = _Keys("ties", "edge", edges)
    yield from (*node_keys.lines, *edge_keys.lines)
    default = "directed" if dataset.directed else "undirected"
    yield f'<graph edgedefault="{default}">\n'
    if title := clean(dataset.title):
        yield f'<data key="title">{escape(title)}</data>\n'
    for actor, data in zip(dataset.actors, nodes, strict=True):
        yield f"<node id={quoteattr(ids[actor.ref])}>{node_keys.data(data)}</node>\n"
    for tie, data in zip(dataset.ties, edges, strict=True):
        ends = f"source={quoteattr(ids[tie.source])} target={quoteattr(ids[tie.target])}"
        symmetric = dataset.directed and tie.direction != "forward"
        mark = ' directed="false"' if symmetric else ""
        yield f"<edge {ends}{mark}>{edge_keys.data(data)}</edge>\n"
    yield "</graph>\n</graphml>\n"


class _Keys:
    """The keys that the data of all nodes, or of all edges, ask for."""

    def __init__(self, table: str, scope: str, rows: list[dict[str, str]]) -> None:
        self._ids: dict[str, str] = {}
        self.lines: list[str] = []
        for place, one in enumerate(attributes_of(table, rows)):
            self._ids[one.key] = f"{scope}_{one.key if one.own else place}"
            self.lines.append(
                f'<key id="{self._ids[one.key]}" for="{scope}" attr.name={quoteattr(one.name)} '
                f'attr.type="{one.kind}"/>\n'
            )

    def data(self, row: dict[str, str]) -> str:
        """Write the data of one node or edge."""
        return "".join(
            f'<data key="{self._ids[name]}">{escape(text)}</data>' for name, text in row.items()
        )
