"""The only place that reads GraphML, as many programs write it, and writes what they read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from solmu.formats import problems
from solmu.formats.columns import EXTRA_PREFIX, field_of, fold_header
from solmu.formats.dataset import ActorRow, Dataset, TieRow
from solmu.formats.graphml_document import DRAWN_LABEL, Document, Thing
from solmu.formats.limits import MAX_NAME
from solmu.formats.reading import Reading
from solmu.formats.remarks import Source, refused
from solmu.formats.values import clean, join_many, without_identity_codes
from solmu.formats.vocabulary import code_of

_CHUNK = 65_536
# The attributes that may name a node or tell what passes along an edge, the surest first.
_NAMING = {
    "actors": ("label", ("label", "nodelabel", "ylabel", "name")),
    "ties": (
        "contents",
        ("contents", "label", "edgelabel", "networkcanvastype", "ylabel", "name", "type"),
    ),
}
_OF_LISTS_ONLY = frozenset(
    {"ref", "source", "target", "organisation", "unit", "first_name", "last_name"}
)
# Written beside ``weight``, which other programs read: the number that the tie itself had.
_STATED = "stated_weight"
# Keeps another program's names apart from ours while a row is laid out; no name holds it.
_FOREIGN = "\x00"
_NMTOKEN = re.compile(r"[\w.:-]+")

_ACTOR_KEYS = (
    *("label", "kind", "sector", "municipality", "parent", "services", "description", "tags"),
    *("business_id", "contact_person", "email", "phone", "website", "other_names", "ref"),
)
_TIE_KEYS = {
    "direction": "string",
    "contents": "string",
    "frequency": "int",
    "weight": "double",
    _STATED: "double",
    "means": "string",
    "closeness": "int",
    "note": "string",
    "status": "string",
    "valid_from": "string",
    "valid_to": "string",
    "confirmed_on": "string",
}


def read_graphml(data: bytes) -> Dataset:
    """Read GraphML of any program; what Solmu does not know is kept in ``extra``.

    Graphs inside nodes are opened, and what was in them belongs to the node. An undirected edge
    among arcs runs both ways; a file without any arc stays undirected.

    Raises:
        UnreadableFile: When it is no GraphML, is broken, has a document type, or is too large.
    """
    document = Document()
    document.stream.parse(data[at : at + _CHUNK] for at in range(0, len(data), _CHUNK))
    if document.graph is None:
        raise refused(problems.NO_GRAPH, value="graphml")
    return _Interpreter(document, document.graph).dataset()


class _Meanings:
    """What the keys of a document mean on its nodes or on its edges."""

    def __init__(self, document: Document, table: str, scope: str) -> None:
        self._keys = document.keys
        self._table = table
        self._main, self._order = _NAMING[table]
        self._known: dict[str, tuple[str, str]] = {}
        self._defaults = {
            key_id: key.default
            for key_id, key in document.keys.items()
            if key.default and key.scope in (scope, "all")
        }
        self.headers: dict[str, str] = {}
        self.kept: dict[str, None] = {}

    def _meaning(self, key_id: str) -> tuple[str, str]:
        known = self._known.get(key_id)
        if known is None:
            named = self._keys[key_id].name if key_id in self._keys else ""
            kept, _ = without_identity_codes(
                [clean(named)[:MAX_NAME], clean(key_id)[:MAX_NAME], "data"]
            )
            name = next(filter(None, kept))
            known = self._known[key_id] = (
                self._field(name),
                name.removeprefix(EXTRA_PREFIX) or name,
            )
            self.headers.setdefault(*known)
        return known

    def _field(self, name: str) -> str:
        if fold_header(name) in self._order:
            return self._main
        if name in _ACTOR_KEYS if self._table == "actors" else name in _TIE_KEYS:
            return name
        found = field_of(self._table, name) if len(name) > 1 else ""
        return "" if found in _OF_LISTS_ONLY else found

    def takes(self, name: str) -> bool:
        """Tell whether an attribute of this name would be read as one of Solmu's own."""
        return bool(self._field(name)) or name.startswith(EXTRA_PREFIX)

    def read(self, thing: Thing) -> tuple[dict[str, str], dict[str, str], bool]:
        """Read the data of a node or edge: by field, by the file's names, and if any was hidden."""
        data = {**self._defaults, **thing.data}
        texts, hidden = without_identity_codes(list(data.values()))
        record: dict[str, str] = {}
        extra: dict[str, str] = {}
        naming: dict[str, tuple[str, str]] = {}
        for key_id, text in zip(data, texts, strict=True):
            field, name = self._meaning(key_id)
            if not text:
                continue
            if field == self._main:
                naming.setdefault(fold_header(name), (name, text))
            elif field and field not in record:
                record[field] = text
            else:
                extra[f"{name} ({key_id})" if name in extra else name] = text
        chosen = next((one for one in self._order if one in naming), next(iter(naming), ""))
        for folded, (name, text) in naming.items():
            if folded == chosen:
                record[self._main] = text
            elif text != naming[chosen][1] and folded != fold_header(DRAWN_LABEL):
                extra.setdefault(name, text)
        self.kept.update(dict.fromkeys(extra))
        return record, extra, bool(hidden)


class _Interpreter:
    """Turns a collected document into a dataset."""

    def __init__(self, document: Document, graph: Thing) -> None:
        self._document = document
        self._arcs_by_default = graph.attributes.get("edgedefault") != "undirected"
        self._graph = graph
        self._reading = Reading()
        self._refs: dict[str, str] = {}
        self._labels: dict[str, str] = {}

    def dataset(self) -> Dataset:
        nodes = _Meanings(self._document, "actors", "node")
        source = Source(headers=nodes.headers, foreign=True, ends_are_ids=True)
        for node in self._document.nodes:
            self._read_node(node, nodes, source)
        edges = _Meanings(self._document, "ties", "edge")
        source = Source(headers=edges.headers, foreign=True, ends_are_ids=True)
        read = [(edge, *edges.read(edge)) for edge in self._document.edges]
        directed = any(self._is_arc(edge, record) for edge, record, _, _ in read)
        states = any(key.name == _STATED for key in self._document.keys.values())
        for edge, record, extra, hidden in read:
            if states:
                record.pop("weight", None)
                if _STATED in record:
                    record["weight"] = record.pop(_STATED)
            self._set_direction(edge, record, extra, directed=directed)
            self._hide(source, edge, hidden=hidden)
            self._read_edge(edge, record, extra, source)
        self._tell((*nodes.kept, *edges.kept))
        return self._reading.finished(directed=self._arcs_by_default, title=self._title())

    def _hide(self, source: Source, thing: Thing, *, hidden: bool) -> None:
        if hidden:
            self._reading.remarks.problem(problems.IDENTITY_CODE, source, thing.line, "data")

    def _read_node(self, node: Thing, nodes: _Meanings, source: Source) -> None:
        record, extra, hidden = nodes.read(node)
        self._hide(source, node, hidden=hidden)
        (node_id,), hidden_ids = without_identity_codes([clean(node.attributes.get("id", ""))])
        self._hide(source, node, hidden=bool(hidden_ids))
        if node_id:
            record.setdefault("ref", node_id)
            record.setdefault("label", node_id)
            self._refs.setdefault(node_id, record["ref"][:120].rstrip())
            self._labels.setdefault(node_id, record["label"])
        owner = self._labels.get(clean(node.owner))
        if owner:
            record.setdefault("parent", owner)
        self._reading.add_actor(record, extra, source, node.line)

    def _is_arc(self, edge: Thing, record: dict[str, str]) -> bool:
        said = code_of("direction", record.get("direction", ""))
        if said:
            return said != "undirected"
        default = "true" if self._arcs_by_default else "false"
        return edge.attributes.get("directed", default) not in ("false", "0")

    def _set_direction(
        self, edge: Thing, record: dict[str, str], extra: dict[str, str], *, directed: bool
    ) -> None:
        word = record.get("direction", "")
        if word and code_of("direction", word):
            return
        if word:
            extra.setdefault("direction", word)
            del record["direction"]
        one_way = self._is_arc(edge, record)
        record["direction"] = "forward" if one_way else "both" if directed else "undirected"

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
        codes = {
            "nested": problems.NESTED_GRAPHS,
            "graph": problems.GRAPHS_LEFT_OUT,
            "hyperedge": problems.HYPEREDGES_LEFT_OUT,
            "port": problems.PORTS_LEFT_OUT,
        }
        for name, count in self._document.skipped.items():
            if count:
                remarks.note(codes[name], count=count)
        for name in kept:
            remarks.note(problems.COLUMNS_KEPT, name)
        if not self._document.nodes:
            remarks.problem(problems.EMPTY_TABLE, Source(), self._graph.line)

    def _title(self) -> str:
        named = {
            self._document.keys[key_id].name: text
            for key_id, text in self._graph.data.items()
            if key_id in self._document.keys
        }
        title = named.get("title") or named.get("name") or ""
        (kept,), _ = without_identity_codes([title[:200]])
        return kept


def write_graphml(dataset: Dataset, _language: str) -> bytes:
    """Write GraphML that other programs read: attributes ``label`` and ``weight``, codes as words.

    Keys are for nodes or for edges, never for all. In a directed file a tie without a way, or
    with both, says so by ``directed="false"`` and which of them by ``direction``. ``weight`` is
    the tie's own number, else how often; its own number alone is ``stated_weight``.
    """
    return "".join(_lines(dataset)).encode("utf-8")


def _lines(dataset: Dataset) -> Iterator[str]:
    ids = _ids(dataset)
    nodes = [_node_data(actor, ids[actor.ref]) for actor in dataset.actors]
    edges = [_edge_data(tie) for tie in dataset.ties]
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    yield '<key id="title" for="graph" attr.name="title" attr.type="string"/>\n'
    node_keys = _Keys("actors", "node", nodes, dict.fromkeys(_ACTOR_KEYS, "string"))
    edge_keys = _Keys("ties", "edge", edges, _TIE_KEYS)
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

    def __init__(
        self, table: str, scope: str, rows: list[dict[str, str]], own: dict[str, str]
    ) -> None:
        used = dict.fromkeys(name for row in rows for name in row)
        if "weight" in used:
            # Declared, it tells a reader that a weight without it is how often.
            used[_STATED] = None
        meanings = _Meanings(Document(), table, scope)
        self._ids: dict[str, str] = {}
        self.lines: list[str] = []
        for place, name in enumerate(sorted(used, key=lambda name: name not in own)):
            kind = own.get(name, "string")
            bare = clean(name)
            marked = EXTRA_PREFIX + bare if name not in own and meanings.takes(bare) else bare
            self._ids[name] = f"{scope}_{name if name in own else place}"
            self.lines.append(
                f'<key id="{self._ids[name]}" for="{scope}" attr.name={quoteattr(marked)} '
                f'attr.type="{kind}"/>\n'
            )

    def data(self, row: dict[str, str]) -> str:
        """Write the data of one node or edge."""
        return "".join(
            f'<data key="{self._ids[name]}">{escape(text)}</data>' for name, text in row.items()
        )


def _ids(dataset: Dataset) -> dict[str, str]:
    """Give each actor an id that GraphML allows: its ref where that is one word, else a number."""
    taken = {actor.ref for actor in dataset.actors}
    ids: dict[str, str] = {}
    for place, actor in enumerate(dataset.actors):
        name = actor.ref
        if not _NMTOKEN.fullmatch(name):
            name = f"n{place}"
            while name in taken:
                name += "_"
        taken.add(name)
        ids[actor.ref] = name
    return ids


def _node_data(actor: ActorRow, written_id: str) -> dict[str, str]:
    values: dict[str, Any] = {name: getattr(actor, name) for name in _ACTOR_KEYS}
    values["tags"], values["other_names"] = join_many(actor.tags), join_many(actor.other_names)
    if written_id == actor.ref:
        del values["ref"]
    return _filled(values, actor)


def _edge_data(tie: TieRow) -> dict[str, str]:
    values: dict[str, Any] = {name: getattr(tie, name) for name in _TIE_KEYS if name != _STATED}
    values["contents"] = join_many(tie.contents)
    values[_STATED] = tie.weight
    values["weight"] = tie.frequency if tie.weight is None else tie.weight
    return _filled(values, tie)


def _filled(values: dict[str, Any], row: ActorRow | TieRow) -> dict[str, str]:
    values.update((_FOREIGN + name, text) for name, text in row.extra.items() if clean(name))
    texts = ((name, "" if value is None else clean(str(value))) for name, value in values.items())
    return {name: text for name, text in texts if text}
