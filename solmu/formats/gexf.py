"""The only place that reads GEXF, 1.1draft to 1.3, and writes GEXF 1.3."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from solmu.formats import problems
from solmu.formats.attributes import actor_data, attributes_of, tie_data
from solmu.formats.dataset import Dataset, TieRow
from solmu.formats.gexf_document import GexfDocument
from solmu.formats.graph import Graph, Thing, Way, dataset_of, ids_of
from solmu.formats.remarks import refused
from solmu.formats.values import clean
from solmu.formats.xml_stream import pieces_of

_TYPES = {"string": "string", "int": "integer", "double": "double"}
_WAYS: dict[str, Way] = {"directed": "forward", "mutual": "both", "undirected": "undirected"}
_WRITTEN_WAYS = {"forward": "directed", "both": "mutual", "undirected": "undirected"}
# What an edge says by attributes of its own, and by what key of its data.
_OF_EDGES = {"weight": "weight", "contents": "kind", "valid_from": "start", "valid_to": "end"}


def read_gexf(data: bytes) -> Dataset:
    """Read GEXF of any program and any spelling of its namespace.

    The relation of an edge (``kind``) is what passes, its time is its validity; what Solmu does not
    know is kept in ``extra``. Of values that change in time the newest counts and all are kept.

    Raises:
        UnreadableFile: When it is no GEXF, is broken, has a document type, or is too large.
    """
    document = GexfDocument()
    document.stream.parse(pieces_of(data))
    if document.graph is None:
        raise refused(problems.NO_GRAPH, value="gexf")
    default = document.graph.attributes.get("defaultedgetype", "undirected")
    nodes, edges = document.declared["node"], document.declared["edge"]
    return dataset_of(
        Graph(
            nodes=document.nodes,
            edges=document.edges,
            ways=[_way(edge, default) for edge in document.edges],
            node_names=nodes.names,
            edge_names=edges.names,
            node_defaults=nodes.defaults,
            edge_defaults=edges.defaults,
            arcs_by_default=default != "undirected",
            line=document.graph.line,
            title=document.title,
            notes={problems.DRAWING_LEFT_OUT: document.drawn},
        )
    )


def _way(edge: Thing, default: str) -> Way:
    said = edge.attributes.get("type") or default
    return _WAYS.get(said, _WAYS.get(default, "undirected"))


def write_gexf(dataset: Dataset, _language: str) -> bytes:
    """Write GEXF 1.3: what passes is the edge's ``kind``, its validity ``start`` and ``end``.

    ``weight`` is the tie's own number, else how often; its own number alone is ``stated_weight``.
    Kinds, sectors and contents are written as codes, the same in every language.
    """
    return "".join(_lines(dataset)).encode("utf-8")


def _lines(dataset: Dataset) -> Iterator[str]:
    ids = ids_of(tuple(actor.ref for actor in dataset.actors))
    nodes = [actor_data(actor, ids[actor.ref]) for actor in dataset.actors]
    edges = [tie_data(tie) for tie in dataset.ties]
    timed = any(tie.valid_from or tie.valid_to for tie in dataset.ties)
    mode = 'mode="dynamic" timeformat="date" timerepresentation="interval"'
    default = "directed" if dataset.directed else "undirected"
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n'
    yield f"<meta><creator>Solmu</creator><description>{escape(clean(dataset.title))}</description></meta>\n"
    yield f'<graph idtype="string" defaultedgetype="{default}" {mode if timed else "mode=" + quoteattr("static")}>\n'
    node_values = _Values("actors", "node", nodes, frozenset({"label"}))
    edge_values = _Values("ties", "edge", edges, frozenset({*_OF_EDGES, "direction"}))
    yield node_values.declaration
    yield edge_values.declaration
    yield "<nodes>\n"
    for actor, data in zip(dataset.actors, nodes, strict=True):
        inside = node_values.of(data)
        yield f"<node id={quoteattr(ids[actor.ref])} label={quoteattr(data['label'])}>{inside}</node>\n"
    yield "</nodes>\n<edges>\n"
    for place, (tie, data) in enumerate(zip(dataset.ties, edges, strict=True)):
        yield f'<edge id="{place}" {_ends(tie, ids)}{_own(data)}>{edge_values.of(data)}</edge>\n'
    yield "</edges>\n</graph>\n</gexf>\n"


def _ends(tie: TieRow, ids: dict[str, str]) -> str:
    source, target = quoteattr(ids[tie.source]), quoteattr(ids[tie.target])
    return f'source={source} target={target} type="{_WRITTEN_WAYS[tie.direction]}"'


def _own(data: dict[str, str]) -> str:
    return "".join(
        f" {name}={quoteattr(data[key])}" for key, name in _OF_EDGES.items() if key in data
    )


class _Values:
    """The attributes that the data of all nodes, or of all edges, ask for."""

    def __init__(
        self, table: str, scope: str, rows: list[dict[str, str]], without: frozenset[str]
    ) -> None:
        self._ids: dict[str, str] = {}
        declared = []
        for place, one in enumerate(attributes_of(table, rows)):
            if one.key not in without:
                self._ids[one.key] = str(place)
                kind = _TYPES[one.kind]
                declared.append(
                    f'<attribute id="{place}" title={quoteattr(one.name)} type="{kind}"/>\n'
                )
        inside = "".join(declared)
        self.declaration = (
            f'<attributes class="{scope}" mode="static">\n{inside}</attributes>\n' if inside else ""
        )

    def of(self, data: dict[str, str]) -> str:
        """Write the values of one node or edge."""
        inside = "".join(
            f'<attvalue for="{self._ids[key]}" value={quoteattr(text)}/>'
            for key, text in data.items()
            if key in self._ids
        )
        return f"<attvalues>{inside}</attvalues>" if inside else ""
