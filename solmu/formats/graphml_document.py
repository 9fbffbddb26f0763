"""The only place that knows the elements of a GraphML file: it collects them and judges nothing."""

from __future__ import annotations

from dataclasses import dataclass

from solmu.formats import problems
from solmu.formats.attributes import DRAWN_LABEL
from solmu.formats.graph import Thing
from solmu.formats.limits import MAX_ACTORS, MAX_TIES, MAX_XML_DEPTH, MAX_XML_ELEMENTS
from solmu.formats.remarks import refused
from solmu.formats.values import clean
from solmu.formats.xml_stream import XmlStream, local


@dataclass(slots=True)
class Key:
    """What the file says a kind of data is called, on what, and its value where none is given."""

    name: str
    scope: str
    default: str = ""


class Document:
    """Collects nodes, edges and keys while the parser runs."""

    def __init__(self) -> None:
        """Start with nothing collected; `stream` is to be given the file."""
        self.keys: dict[str, Key] = {}
        self.nodes: list[Thing] = []
        self.edges: list[Thing] = []
        self.graph: Thing | None = None
        self.skipped = dict.fromkeys(("graph", "hyperedge", "port", "nested"), 0)
        self.stream = XmlStream(self.start, self.end, self._take)
        self._open: list[tuple[str, Thing | None]] = []
        self._pieces: list[str] = []
        self._key: Key | None = None
        self._data_key = ""
        self._data_depth = 0
        self._label_depth = 0
        self._deaf_until = 0
        self._elements = 0

    def _take(self, text: str) -> None:
        if self._data_key or self._key:
            self._pieces.append(text)

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Take the start of an element."""
        name = local(tag)
        depth = len(self._open) + 1
        self._elements += 1
        if depth > MAX_XML_DEPTH or self._elements > MAX_XML_ELEMENTS:
            raise refused(problems.BROKEN_XML, row=self.stream.line)
        if depth == 1 and name != "graphml":
            raise refused(problems.NO_GRAPH, value=name[:60])
        thing = None
        if not self._deaf_until:
            thing = self._begin(name, attributes, depth)
        self._open.append((name, thing))

    def _begin(self, name: str, attributes: dict[str, str], depth: int) -> Thing | None:
        if self._data_key:
            self._begin_inside_data(name, depth)
        elif name == "node" and self.graph:
            return self._add(self.nodes, attributes, problems.TOO_MANY_ACTORS, MAX_ACTORS)
        elif name == "edge" and self.graph:
            return self._add(self.edges, attributes, problems.TOO_MANY_TIES, MAX_TIES)
        elif name == "data":
            self._data_key, self._data_depth = attributes.get("key", ""), depth
            self._pieces.clear()
        elif name == "key":
            known = attributes.get("attr.name") or attributes.get("yfiles.type")
            self._key = Key(known or attributes.get("id", ""), attributes.get("for", "all"))
            self.keys[attributes.get("id", "")] = self._key
        elif name == "default":
            self._pieces.clear()
        elif name == "graph":
            return self._begin_graph(attributes, depth)
        elif name in ("hyperedge", "port"):
            self.skipped[name] += 1
            self._deaf_until = depth
        return None

    def _begin_inside_data(self, name: str, depth: int) -> None:
        if self._label_depth:
            self._end_label()
        elif name in ("NodeLabel", "EdgeLabel"):
            self._label_depth = depth
        self._pieces.clear()

    def _end_label(self) -> None:
        text = clean("".join(self._pieces))
        thing = self._thing()
        if text and thing:
            thing.data.setdefault(DRAWN_LABEL, text)
        self._label_depth = 0

    def _begin_graph(self, attributes: dict[str, str], depth: int) -> Thing | None:
        if self.graph is None:
            self.graph = Thing(self.stream.line, attributes)
            return self.graph
        if any(name == "graph" for name, _ in self._open):
            self.skipped["nested"] += 1
        else:
            self.skipped["graph"] += 1
            self._deaf_until = depth
        return None

    def _add(self, things: list[Thing], attributes: dict[str, str], code: str, limit: int) -> Thing:
        if len(things) >= limit:
            raise refused(code, row=self.stream.line, limit=str(limit))
        owner = next((one for name, one in reversed(self._open) if name == "node" and one), None)
        thing = Thing(self.stream.line, attributes, owner.attributes.get("id", "") if owner else "")
        things.append(thing)
        return thing

    def _thing(self) -> Thing | None:
        return next((thing for _, thing in reversed(self._open) if thing), None)

    def end(self, _: str) -> None:
        """Take the end of an element."""
        name, _thing = self._open.pop()
        depth = len(self._open) + 1
        if self._deaf_until:
            self._deaf_until = 0 if depth == self._deaf_until else self._deaf_until
        elif self._data_key and depth > self._data_depth:
            if depth == self._label_depth:
                self._end_label()
            self._pieces.clear()
        elif self._data_key:
            text, thing = clean("".join(self._pieces)), self._thing()
            if text and thing:
                thing.data[self._data_key] = text
            self._data_key = ""
        elif name == "default" and self._key:
            self._key.default = clean("".join(self._pieces))
        elif name == "key":
            self._key = None
