"""The only place that reads Pajek's networks and projects: .net, .paj, and .net with .clu and .vec in a zip."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from solmu.formats import problems
from solmu.formats.archive import ZIP_STARTS, Archive
from solmu.formats.csv_sheets import decoded, read_zip
from solmu.formats.dataset import Dataset
from solmu.formats.limits import MAX_ACTORS, MAX_NAME, MAX_TIES
from solmu.formats.node_edge_csv import TABLES, has_tables
from solmu.formats.reading import Reading
from solmu.formats.remarks import Remarks, Source, refused
from solmu.formats.values import clean, without_identity_codes

_TOKEN = re.compile(r'"([^"]*)"|(\S+)')
_CHARACTER = re.compile(r"&#(\d{1,6});")
_HEADING = re.compile(
    r"\*\s*(?P<kind>[a-z]+)\s*(?::\s*(?P<after>\d+)|(?P<before>\d+)\s*:)?\s*(?P<rest>.*)",
    re.IGNORECASE,
)
_RELATION_OF_LINE = re.compile(r"(\d+)\s*:\s+(?=\S)")
_LINES = {
    "arcs": "forward",
    "edges": "undirected",
    "arcslist": "forward",
    "edgeslist": "undirected",
}
_PASSED_OVER = frozenset({"permutation", "cluster", "hierarchy", "events"})
_DRAWN_AT = frozenset(
    {"ic", "bc", "bw", "lc", "la", "lphi", "lr", "fos", "font", "x_fact", "y_fact", "c", "w", "p", "s", "a", "h1", "h2"}
)  # fmt: skip
_SHAPES = frozenset({"ellipse", "box", "diamond", "triangle", "cross", "empty"})

_SOURCE = Source(foreign=True, ends_are_ids=True)

Line = tuple[int, str]


@dataclass(slots=True)
class _Tie:
    row: int
    ends: tuple[str, str]
    direction: str
    relation: int | None
    weight: str = ""
    extra: dict[str, str] = field(default_factory=dict)


def read_pajek(data: bytes) -> Dataset:
    """Read a network of Pajek, with the partitions and vectors of a project as attributes.

    Each relation of a multi-relational network is what passes. An edge among arcs runs both ways;
    of two modes each actor keeps its own under ``mode``. A zip with tables of nodes and edges, as
    Solmu writes it, is read by those.

    Raises:
        UnreadableFile: When there is no network in it, or a cap is met.
    """
    if not data.startswith(ZIP_STARTS):
        text, notes = decoded(data)
        return _Pajek(notes).read(text)
    archive = Archive(data)
    if has_tables(archive.names):
        return read_zip(data, only=TABLES)
    nets = [name for name in archive.names if name.endswith((".net", ".paj"))]
    text, notes = decoded(archive.read(nets[0]))
    pajek = _Pajek(notes + [problems.GRAPHS_LEFT_OUT] * (len(nets) > 1))
    for name in archive.names:
        if name.endswith((".clu", ".vec")):
            values, _ = decoded(archive.read(name))
            pajek.attach(name.rpartition("/")[2].rpartition(".")[0], values)
    return pajek.read(text)


class _Pajek:
    def __init__(self, notes: list[str]) -> None:
        self._reading = Reading()
        for code in notes:
            self._remarks.note(code)
        self._title = ""
        self._count = self._first_mode = 0
        self._row = 1
        self._labels: dict[int, tuple[int, str, dict[str, str]]] = {}
        self._ties: list[_Tie] = []
        self._relations: dict[int, str] = {}
        self._attributes: dict[str, list[str]] = {}
        self._found = self._drawn = False

    @property
    def _remarks(self) -> Remarks:
        return self._reading.remarks

    def attach(self, name: str, text: str) -> None:
        """Take the values of a partition or vector from a file of its own."""
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        values = [line for line in lines if not line.startswith(("*", "%"))]
        self._attributes[name] = values[: MAX_ACTORS + 1]

    def read(self, text: str) -> Dataset:
        section, name, ended = "", "", False
        relation: int | None = None
        values: list[str] = []
        matrix: list[Line] = []
        for row, line in _lines(text):
            heading = _HEADING.match(line)
            if heading is None:
                if section in ("partition", "vector"):
                    values.append(line)
                elif not ended:
                    self._line(section, relation, row, line, matrix)
                continue
            self._close_matrix(matrix, relation)
            kind, rest = heading["kind"].casefold(), heading["rest"].strip()
            if kind == "network":
                ended = self._found
                self._remarks.note(problems.GRAPHS_LEFT_OUT) if ended else self._name(rest)
            elif kind in ("partition", "vector"):
                name, values = _bare(rest) or kind, []
                self._attributes.setdefault(name, values)
            elif kind == "vertices" and section in ("partition", "vector"):
                continue
            elif kind == "vertices" and not ended:
                self._open(row, rest)
            elif kind in _PASSED_OVER:
                self._remarks.note(problems.SHEETS_IGNORED, _bare(rest) or kind)
            number = heading["after"] or heading["before"]
            relation = int(number[:6]) if number else None
            if relation is not None and kind != "vertices" and (said := _bare(rest)):
                self._relations.setdefault(relation, said)
            section = kind
        self._close_matrix(matrix, relation)
        return self._finished()

    def _name(self, rest: str) -> None:
        (self._title,), _ = without_identity_codes([_bare(rest)[:200]])

    def _open(self, row: int, rest: str) -> None:
        counts = rest.split()
        numbers = [
            int(one) for one in counts[:2] if one.isascii() and one.isdigit() and len(one) < 9
        ]
        if not numbers or self._found:
            raise refused(problems.UNEXPECTED_TEXT, row=row, value=f"*Vertices {rest}"[:60], choices=("*Vertices 12", "*Arcs"))  # fmt: skip
        if numbers[0] > MAX_ACTORS:
            raise refused(problems.TOO_MANY_ACTORS, row=row, limit=str(MAX_ACTORS))
        self._found, self._row = True, row
        self._count = numbers[0]
        self._first_mode = numbers[1] if len(numbers) > 1 else 0

    def _line(self, section: str, relation: int | None, row: int, line: str, matrix: list[Line]) -> None:  # fmt: skip
        if section == "vertices":
            self._vertex(row, line)
        elif section == "matrix":
            matrix.append((row, line))
        elif section in _LINES and self._found:
            if found := _RELATION_OF_LINE.match(line):
                relation, line = int(found[1][:6]), line[found.end() :]
            self._tie(section, relation, row, line)
        elif section not in _PASSED_OVER:
            raise refused(problems.UNEXPECTED_TEXT, row=row, value=line[:60] if section in ("", "network") else f"*{section}"[:60], choices=("*Vertices 12", "*Arcs"))  # fmt: skip

    def _vertex(self, row: int, line: str) -> None:
        words = _tokens(line)
        number = words[0]
        if not (number.isascii() and number.isdigit() and len(number) < 9 and 0 < int(number) <= self._count):  # fmt: skip
            self._remarks.problem(
                problems.NOT_A_NUMBER, _SOURCE, row, "*Vertices", value=number[:60]
            )
            return
        label = clean(words[1]) if len(words) > 1 else ""
        times = " ".join(word for word in words[2:] if word.startswith("["))
        self._drawn = self._drawn or any(not word.startswith("[") for word in words[2:])
        extra = {"time": times} if times else {}
        self._labels.setdefault(int(number), (row, label, extra))

    def _tie(self, section: str, relation: int | None, row: int, line: str) -> None:
        words = _tokens(line)
        direction = _LINES[section]
        if section.endswith("list"):
            for target in words[1:]:
                self._keep(_Tie(row, (words[0], target), direction, relation))
            return
        weight = words[2] if len(words) > 2 and not words[2].startswith("[") else ""
        if weight.casefold() == "l" or weight.casefold() in _DRAWN_AT:
            weight = ""
        extra: dict[str, str] = {}
        if times := " ".join(word for word in words[2:] if word.startswith("[")):
            extra["time"] = times
        for place, word in enumerate(words[2:-1], start=2):
            if word == "l":
                extra["label"] = clean(words[place + 1])
            self._drawn = self._drawn or word.casefold() in _DRAWN_AT
        self._keep(
            _Tie(row, ((*words, "")[0], (*words, "")[1]), direction, relation, weight, extra)
        )

    def _keep(self, tie: _Tie) -> None:
        if len(self._ties) >= MAX_TIES:
            raise refused(problems.TOO_MANY_TIES, row=tie.row, limit=str(MAX_TIES))
        self._ties.append(tie)

    def _close_matrix(self, matrix: list[Line], relation: int | None) -> None:
        """Read the numbers of a matrix, row after row; with two modes it has no directions."""
        if not matrix:
            return
        height = self._first_mode or self._count
        shift = self._first_mode
        width = self._count - shift
        place = 0
        direction = "undirected" if shift else "forward"
        found: list[_Tie] = []
        for row, line in matrix:
            for word in line.split():
                if place >= height * width:
                    break
                one, other = divmod(place, width)
                place += 1
                if not word.strip("0.,+-"):
                    continue
                if one == other and not shift:
                    self._remarks.note(problems.LOOPS_DROPPED)
                else:
                    ends = (str(one + 1), str(other + shift + 1))
                    found.append(_Tie(row, ends, direction, relation, word))
                    if len(found) > MAX_TIES:
                        raise refused(problems.TOO_MANY_TIES, row=row, limit=str(MAX_TIES))
        valued = any(tie.weight != "1" for tie in found)
        for tie in found:
            tie.weight = tie.weight if valued else ""
            self._keep(tie)
        if place < height * width:
            raise refused(problems.MATRIX_TOO_SHORT, row=matrix[-1][0], value=str(place), limit=str(height * width))  # fmt: skip
        matrix.clear()

    def _finished(self) -> Dataset:
        if not self._found:
            raise refused(problems.UNEXPECTED_TEXT, choices=("*Vertices 12", "*Arcs"))
        attributes = self._fitting()
        for number in range(1, self._count + 1):
            row, label, extra = self._labels.get(number, (self._row, "", {}))
            said = dict(extra)
            said.update((name, values[number - 1]) for name, values in attributes.items())
            if self._first_mode:
                said["mode"] = "1" if number <= self._first_mode else "2"
            kept, hidden = without_identity_codes([label])
            if hidden:
                self._remarks.problem(problems.IDENTITY_CODE, _SOURCE, row, "label")
            label = kept[0] or str(number)
            self._reading.add_actor({"ref": str(number), "label": label}, said, _SOURCE, row)
        if not self._count:
            self._remarks.problem(problems.EMPTY_TABLE, _SOURCE, self._row)
        if self._drawn:
            self._remarks.note(problems.DRAWING_LEFT_OUT)
        self._read_ties()
        return self._reading.finished(directed=None, title=self._title)

    def _fitting(self) -> dict[str, list[str]]:
        fitting: dict[str, list[str]] = {}
        for name, values in self._attributes.items():
            (kept,), _ = without_identity_codes([clean(name)[:MAX_NAME]])
            texts, _ = without_identity_codes([clean(value) for value in values[: MAX_ACTORS + 1]])
            if len(texts) == self._count:
                fitting[kept or "partition"] = texts
            else:
                self._remarks.note(problems.PARTITIONS_LEFT_OUT, kept)
        return fitting

    def _read_ties(self) -> None:
        several = len({tie.relation for tie in self._ties}) > 1
        arcs = any(tie.direction == "forward" for tie in self._ties)
        for tie in self._ties:
            record = {end: text for end, text in zip(("source", "target"), tie.ends, strict=True) if text}  # fmt: skip
            record["direction"] = (
                tie.direction if not arcs or tie.direction == "forward" else "both"
            )
            if tie.weight:
                record["weight"] = tie.weight
            if tie.relation is not None:
                unnamed = str(tie.relation) if several else ""
                if relation := self._relations.get(tie.relation, unnamed):
                    record["contents"] = relation
            texts, _ = without_identity_codes(list(record.values()))
            extras, _ = without_identity_codes(list(tie.extra.values()))
            record = {name: text for name, text in zip(record, texts, strict=True) if text}
            extra = {name: text for name, text in zip(tie.extra, extras, strict=True) if text}
            self._reading.add_tie(record, extra, _SOURCE, tie.row)


def _lines(text: str) -> Iterator[Line]:
    for row, line in enumerate(text.splitlines(), start=1):
        stripped = line.strip()
        if stripped and not stripped.startswith(("%", "/*")):
            yield row, stripped


def _tokens(line: str) -> list[str]:
    """Part a line at blanks outside quotation marks.

    >>> _tokens('1 "Nuorten työpaja" 0.5 [1-3]')
    ['1', 'Nuorten työpaja', '0.5', '[1-3]']
    """
    return [_decoded(quoted or bare) for quoted, bare in _TOKEN.findall(line)] or [""]


def _decoded(text: str) -> str:
    return _CHARACTER.sub(lambda found: chr(min(int(found[1]), 0xFFFF)), text)


def _bare(rest: str) -> str:
    kept, _ = without_identity_codes([clean(_decoded(rest)).strip('"').strip()[:MAX_NAME]])
    return kept[0]
