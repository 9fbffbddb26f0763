"""The only place that knows the elements of a GEXF file, 1.1draft to 1.3: it collects and judges nothing."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field

from solmu.formats import problems
from solmu.formats.graph import Thing
from solmu.formats.limits import MAX_ACTORS, MAX_TIES, MAX_XML_DEPTH, MAX_XML_ELEMENTS
from solmu.formats.remarks import refused
from solmu.formats.values import clean, join_many
from solmu.formats.xml_stream import XmlStream, local

# What the file's own attributes of a thing are called among its data; no attvalue has such an id.
NATIVE = "@"
_NATIVE_NAMES = {
    "node": {"label": "label", "start": "start", "end": "end", "timestamp": "timestamp"},
    # GEXF's ``kind`` is the relation: what passes.
    "edge": {
        "kind": "contents", "label": "label", "weight": "weight", "start": "start", "end": "end",
        "timestamp": "timestamp",
    },
}  # fmt: skip
_OPEN = {"startopen": "start", "endopen": "end"}
_PLURAL = {"timestamps": "timestamp", "intervals": "spells"}
_SPELLS = NATIVE + "spells"
_DRAWN = frozenset({"color", "position", "size", "shape", "thickness"})
_OF_TEXT = frozenset({"default", "description", "title"})


@dataclass(slots=True)
class _Said:
    """The values of one thing while it is open, with their times."""

    values: dict[str, list[tuple[str, str, str]]] = field(default_factory=dict)
    spells: list[tuple[str, str]] = field(default_factory=list)


@dataclass(slots=True)
class Declared:
    """The attributes that the file declares for nodes or for edges, by id."""

    names: dict[str, str]
    defaults: dict[str, str] = field(default_factory=dict)
    lists: set[str] = field(default_factory=set)


class GexfDocument:
    """Collects nodes, edges and declared attributes while the parser runs."""

    def __init__(self) -> None:
        """Start with nothing collected; `stream` is to be given the file."""
        self.declared = {
            scope: Declared({NATIVE + name: title for name, title in {**names, "spells": "spells"}.items()})
            for scope, names in _NATIVE_NAMES.items()
        }  # fmt: skip
        self.nodes: list[Thing] = []
        self.edges: list[Thing] = []
        self.graph: Thing | None = None
        self.title = ""
        self.drawn = 0
        self.stream = XmlStream(self.start, self.end, self._take)
        self._open: list[tuple[str, Thing | None]] = []
        self._said: dict[int, _Said] = {}
        self._pieces: list[str] = []
        self._scope = "node"
        self._attribute = ""
        self._elements = 0

    def _take(self, text: str) -> None:
        if self._open and self._open[-1][0] in _OF_TEXT:
            self._pieces.append(text)

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Take the start of an element."""
        name = local(tag)
        self._elements += 1
        if len(self._open) >= MAX_XML_DEPTH or self._elements > MAX_XML_ELEMENTS:
            raise refused(problems.BROKEN_XML, row=self.stream.line)
        if not self._open and name != "gexf":
            raise refused(problems.NO_GRAPH, value=name[:60])
        thing = None
        if name == "graph" and self.graph is None:
            self.graph = Thing(self.stream.line, attributes)
        elif name == "node":
            thing = self._add_node(attributes)
        elif name == "edge":
            thing = self._add(self.edges, "edge", attributes, problems.TOO_MANY_TIES, MAX_TIES)
        elif name == "attributes":
            self._scope = "edge" if attributes.get("class") == "edge" else "node"
        elif name == "attribute":
            self._declare(attributes)
        elif name in _OF_TEXT:
            self._pieces.clear()
        elif name in _DRAWN:
            self.drawn += 1
        else:
            self._of_thing(name, attributes)
        self._open.append((name, thing))

    def _declare(self, attributes: dict[str, str]) -> None:
        self._attribute = attributes.get("id", "")
        declared = self.declared[self._scope]
        declared.names[self._attribute] = attributes.get("title") or self._attribute
        if attributes.get("type", "").startswith("list"):
            declared.lists.add(self._attribute)

    def _add_node(self, attributes: dict[str, str]) -> Thing:
        holder = next((one for name, one in reversed(self._open) if name == "node" and one), None)
        thing = self._add(self.nodes, "node", attributes, problems.TOO_MANY_ACTORS, MAX_ACTORS)
        thing.owner = attributes.get("pid", "")
        if holder:
            thing.owner = thing.owner or holder.attributes.get("id", "")
        return thing

    def _add(
        self, things: list[Thing], scope: str, attributes: dict[str, str], code: str, limit: int
    ) -> Thing:
        if len(things) >= limit:
            raise refused(code, row=self.stream.line, limit=str(limit))
        thing = Thing(self.stream.line, attributes)
        for name, text in attributes.items():
            bare = _OPEN.get(name, _PLURAL.get(name, name))
            if text.strip() and NATIVE + bare in self.declared[scope].names:
                thing.data[NATIVE + bare] = clean(text)
        things.append(thing)
        return thing

    def _of_thing(self, name: str, attributes: dict[str, str]) -> None:
        thing = next((one for _, one in reversed(self._open) if one), None)
        if thing is None:
            return
        said = self._said.setdefault(id(thing), _Said())
        start = attributes.get("start") or attributes.get("startopen") or ""
        end = attributes.get("end") or attributes.get("endopen") or ""
        if name == "attvalue":
            attribute = attributes.get("for") or attributes.get("id", "")
            start = start or attributes.get("timestamp", "")
            said.values.setdefault(attribute, []).append((attributes.get("value", ""), start, end))
        elif name in ("spell", "slice"):
            said.spells.append((clean(start), clean(end)))
        elif name == "parent":
            thing.owner = thing.owner or attributes.get("for", "")

    def end(self, _: str) -> None:
        """Take the end of an element."""
        name, thing = self._open.pop()
        if name == "default":
            text = clean("".join(self._pieces))
            if self._attribute and text:
                declared = self.declared[self._scope]
                declared.defaults[self._attribute] = self._listed(
                    self._scope, self._attribute, text
                )
        elif name == "attribute":
            self._attribute = ""
        elif name in _OF_TEXT and not self.title:
            self.title = clean("".join(self._pieces))
        elif thing and id(thing) in self._said:
            self._close(thing, name, self._said.pop(id(thing)))

    def _close(self, thing: Thing, scope: str, said: _Said) -> None:
        names = self.declared[scope].names
        for attribute, values in said.values.items():
            newest = max(values, key=lambda value: value[1])
            if text := clean(self._listed(scope, attribute, newest[0])):
                thing.data[attribute] = text
            if len(values) > 1:
                history = f"{NATIVE}times {attribute}"
                names[history] = f"{names.get(attribute, attribute)} (times)"
                told = (f"{value} [{start}–{end}]" for value, start, end in values)
                thing.data[history] = clean("; ".join(told))
        if said.spells:
            starts, ends = zip(*said.spells, strict=True)
            if all(starts):
                thing.data.setdefault(NATIVE + "start", min(starts))
            if all(ends):
                thing.data.setdefault(NATIVE + "end", max(ends))
            if len(said.spells) > 1:
                told = (f"{start}–{end}" for start, end in said.spells)
                thing.data[_SPELLS] = clean("; ".join(told))

    def _listed(self, scope: str, attribute: str, text: str) -> str:
        """Write the many values of a list as Solmu does."""
        if attribute not in self.declared[scope].lists:
            return text
        bare = text.strip()
        if bare.startswith("[") and bare.endswith("]"):
            quote = "'" if "'" in bare else '"'
            row = csv.reader(
                [bare[1:-1].replace("\n", " ")], quotechar=quote, skipinitialspace=True
            )
            values = next(row, [])
        else:
            values = bare.split("|")
        return join_many(stripped for value in values if (stripped := value.strip()))
