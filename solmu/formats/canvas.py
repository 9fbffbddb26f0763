"""The only place that reads Network Canvas: its CSV and GraphML, of one interview or of many in a zip."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from solmu.formats import problems
from solmu.formats.archive import ZIP_STARTS, Archive
from solmu.formats.attributes import Meanings
from solmu.formats.canvas_answers import gathered
from solmu.formats.csv_sheets import csv_rows
from solmu.formats.dataset import Dataset
from solmu.formats.graphml_document import Document
from solmu.formats.limits import MAX_ROWS
from solmu.formats.reading import Reading
from solmu.formats.remarks import Source, refused
from solmu.formats.values import clean, cleaned_row, without_identity_codes
from solmu.formats.xml_stream import local, pieces_of

_UUID, _TYPE, _EGO = "networkCanvasUUID", "networkCanvasType", "networkCanvasEgoUUID"
_ENDS = {"source": "networkCanvasSourceUUID", "target": "networkCanvasTargetUUID"}
# Numbers that begin again in each interview, so they are no ids of anything outside it.
_PASSING = frozenset({"nodeID", "edgeID", "from", "to"})
_PROTOCOL = "networkCanvasProtocolName"
_OF_EGO = frozenset(
    {
        _EGO, "networkCanvasCaseID", "networkCanvasSessionID", _PROTOCOL, "sessionStart",
        "sessionFinish", "sessionExported", "APP_VERSION", "COMMIT_HASH",
    }
)  # fmt: skip
_NAMED_TYPE = re.compile(r"_(?:attributelist|edgelist)_(.+)$", re.IGNORECASE)


def is_canvas_zip(names: tuple[str, ...]) -> bool:
    """Tell whether a zip with these members is an export of Network Canvas."""
    return any(
        name.endswith(("_ego.csv", ".graphml")) or _NAMED_TYPE.search(name.rpartition(".")[0])
        for name in names
        if name.endswith((".csv", ".graphml"))
    )


@dataclass(slots=True)
class _Row:
    """One node or edge of an interview; ``ends`` are numbers that mean something only there."""

    sheet: str
    line: int
    session: str
    number: str
    data: dict[str, str]
    ends: tuple[str, str] = ("", "")
    arc: bool = False


@dataclass(slots=True)
class _Interviews:
    """What was collected from all files."""

    nodes: list[_Row] = field(default_factory=list)
    edges: list[_Row] = field(default_factory=list)
    egos: int = 0
    title: str = ""
    notes: list[str] = field(default_factory=list)


def read_canvas(data: bytes) -> Dataset:
    """Read an export of Network Canvas; of a zip the CSV files, else the GraphML ones.

    Actors are known by their UUIDs, for numbers begin again in each interview: one whom several
    interviews name is one actor. The boolean columns of a question with many answers become one text.
    The interviewed person is no actor; what they said of themselves is left out and counted.

    Raises:
        UnreadableFile: When a file is broken, or there is no node in any.
    """
    found = _Interviews()
    if not data.startswith(ZIP_STARTS):
        _take_graphml(found, "", data)
        return _dataset(found)
    archive = Archive(data)
    tables = [name for name in archive.names if name.endswith(".csv")]
    for name in tables:
        _take_csv(found, archive.spelt(name), archive.read(name))
    if not found.nodes:
        for name in archive.names:
            if name.endswith(".graphml"):
                _take_graphml(found, archive.spelt(name), archive.read(name))
    return _dataset(found)


def _sheet_of(name: str) -> str:
    (kept,), _ = without_identity_codes([clean(name.rpartition("/")[2].rpartition(".")[0])])
    return kept[:100]


def _take_csv(found: _Interviews, name: str, data: bytes) -> None:
    sheet = _sheet_of(name)
    rows, notes = csv_rows(sheet, data)
    found.notes.extend(notes)
    headers: list[str] = []
    named = _NAMED_TYPE.search(sheet)
    kind = named[1] if named else ""
    for line, cells in rows:
        if not headers:
            headers = [cell.strip().removeprefix("\ufeff") for cell in cells]
            if not {"nodeID", "edgeID", _PROTOCOL} & set(headers):
                return
            continue
        if len(found.nodes) + len(found.edges) >= MAX_ROWS:
            raise refused(problems.TOO_MANY_ROWS, Source(sheet=sheet), line, limit=str(MAX_ROWS))
        pairs = zip(headers, cleaned_row(cells), strict=False)
        texts = {header: text for header, text in pairs if text and header}
        if texts:
            _place(found, _Row(sheet, line, texts.get(_EGO, ""), "", texts), headers, kind)


def _place(found: _Interviews, row: _Row, headers: list[str], kind: str) -> None:
    texts = row.data
    row.data = {name: text for name, text in texts.items() if name not in _PASSING}
    if "edgeID" in headers:
        row.ends = texts.get("from", ""), texts.get("to", "")
        row.data.setdefault(_TYPE, kind)
        found.edges.append(row)
    elif "nodeID" in headers:
        row.number = texts.get("nodeID", "")
        row.data.setdefault(_TYPE, kind)
        found.nodes.append(row)
    else:
        found.title = found.title or texts.get(_PROTOCOL, "")
        found.egos += bool(texts.keys() - _OF_EGO)


def _take_graphml(found: _Interviews, name: str, data: bytes) -> None:
    document = Document()
    document.stream.parse(pieces_of(data))
    graph = document.graph
    if graph is None:
        raise refused(problems.NO_GRAPH, value="graphml")
    names = {key_id: key.name for key_id, key in document.keys.items()}
    said = {local(attribute): text for attribute, text in graph.attributes.items()}
    # Each file is an interview of its own, even where it does not say which.
    session = f"{name}\x00{said.get('sessionUUID', '')}"
    found.title = found.title or clean(said.get("protocolName", ""))
    found.egos += bool(graph.data)
    sheet = _sheet_of(name)
    arcs = graph.attributes.get("edgedefault") == "directed"
    for things, rows in ((document.nodes, found.nodes), (document.edges, found.edges)):
        for thing in things:
            texts = {names.get(key_id, key_id): text for key_id, text in thing.data.items()}
            row = _Row(sheet, thing.line, session, clean(thing.attributes.get("id", "")), texts)
            row.ends = (
                clean(thing.attributes.get("source", "")),
                clean(thing.attributes.get("target", "")),
            )
            row.arc = thing.attributes.get("directed", "true" if arcs else "false") == "true"
            rows.append(row)


def _dataset(found: _Interviews) -> Dataset:
    reading = Reading()
    for code in found.notes:
        reading.remarks.note(code)
    if found.egos:
        reading.remarks.note(problems.EGO_LEFT_OUT, count=found.egos)
    refs = _read_nodes(found.nodes, reading)
    _read_edges(found.edges, refs, reading)
    if not found.nodes:
        reading.remarks.problem(problems.EMPTY_TABLE, Source(), None)
    (title,), _ = without_identity_codes([found.title[:200]])
    return reading.finished(directed=any(edge.arc for edge in found.edges), title=title)


def _read_nodes(nodes: list[_Row], reading: Reading) -> dict[tuple[str, str], str]:
    meanings = Meanings("actors", {})
    refs: dict[tuple[str, str], str] = {}
    answers, drawn = gathered([node.data for node in nodes])
    if drawn:
        reading.remarks.note(problems.DRAWING_LEFT_OUT)
    for node, data in zip(nodes, answers, strict=True):
        record, extra, hidden = meanings.read(data)
        source = _source(node, meanings)
        if hidden:
            reading.remarks.problem(problems.IDENTITY_CODE, source, node.line, "data")
        ids = [
            data.get(_UUID, ""),
            f"{node.session.partition(chr(0))[2] or node.session}:{node.number}",
        ]
        (uuid, place), _ = without_identity_codes(ids)
        record["ref"] = uuid or place or node.number
        refs[node.session, node.number] = record["ref"][:120].rstrip()
        (kind,), _ = without_identity_codes([data.get(_TYPE, "")])
        if fallback := f"{kind} {node.number}".strip():
            record.setdefault("label", fallback)
        reading.add_actor(record, extra, source, node.line)
    _tell_kept(meanings, reading)
    return refs


def _read_edges(edges: list[_Row], refs: dict[tuple[str, str], str], reading: Reading) -> None:
    meanings = Meanings("ties", {})
    answers, _ = gathered([edge.data for edge in edges])
    known = set(refs.values())
    directed = any(edge.arc for edge in edges)
    for edge, data in zip(edges, answers, strict=True):
        record, extra, hidden = meanings.read(data)
        source = _source(edge, meanings)
        if hidden:
            reading.remarks.problem(problems.IDENTITY_CODE, source, edge.line, "data")
        for (end, column), number in zip(_ENDS.items(), edge.ends, strict=True):
            uuid = data.get(column, "")
            ref = uuid if uuid in known else refs.get((edge.session, number), uuid or number)
            (kept,), _ = without_identity_codes([ref])
            if kept:
                record[end] = kept
        record["direction"] = "forward" if edge.arc else "both" if directed else "undirected"
        reading.add_tie(record, extra, source, edge.line)
    _tell_kept(meanings, reading)


def _source(row: _Row, meanings: Meanings) -> Source:
    return Source(
        sheet=row.sheet, headers=meanings.headers, foreign=True, merges=True, ends_are_ids=True
    )


def _tell_kept(meanings: Meanings, reading: Reading) -> None:
    names: Iterator[str] = (name for name in meanings.kept if not name.startswith("networkCanvas"))
    for name in names:
        reading.remarks.note(problems.COLUMNS_KEPT, name)
