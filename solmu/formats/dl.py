"""The only place that reads UCINET's DL in all its forms, alone or in a zip with tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from solmu.formats import problems
from solmu.formats.archive import ZIP_STARTS, Archive
from solmu.formats.csv_sheets import decoded, read_zip
from solmu.formats.dataset import Dataset
from solmu.formats.dl_document import MATRICES, Header, opened
from solmu.formats.limits import MAX_ACTORS, MAX_TIES
from solmu.formats.node_edge_csv import TABLES, has_tables
from solmu.formats.reading import Reading
from solmu.formats.remarks import Source, refused
from solmu.formats.values import clean, without_identity_codes
from solmu.formats.vocabulary import fold

_SOURCE = Source(foreign=True, ends_are_ids=True)
# How UCINET and others write a cell about which nothing is known.
_MISSING = frozenset({"na", "nan", ".", "?", "-", "missing"})

Lines = Iterator[tuple[int, list[str]]]


def read_dl(data: bytes) -> Dataset:
    """Read DL; a zip with tables of nodes and edges, as Solmu writes it, is read by those.

    Labels are compared without regard to capitals, as UCINET does. A matrix that is symmetric in
    every relation has no directions; in one of noughts and ones nothing is a weight. Each relation
    is what passes. Of two modes each actor keeps its own under ``mode``.

    Raises:
        UnreadableFile: When it is no DL, ends too early, or a cap is met.
    """
    if data.startswith(ZIP_STARTS):
        archive = Archive(data)
        if has_tables(archive.names):
            return read_zip(data, only=TABLES)
        data = archive.read(next(name for name in archive.names if name.endswith(".dl")))
    text, notes = decoded(data)
    header, lines = opened(text.splitlines())
    return _Interpreter(header, lines, notes).dataset()


@dataclass(slots=True)
class _Axis:
    """The actors of one mode: their labels by number, found by number or by label."""

    shift: int
    embedded: bool
    labels: list[tuple[int | None, str]] = field(default_factory=list)
    known: dict[str, int] = field(default_factory=dict)

    def add(self, row: int | None, label: str) -> int:
        """Take one more actor; returns its number."""
        self.labels.append((row, label))
        self.known.setdefault(fold(label), len(self.labels))
        if len(self.labels) > MAX_ACTORS:
            raise refused(problems.TOO_MANY_ACTORS, row=row, limit=str(MAX_ACTORS))
        return len(self.labels)

    def find(self, row: int, word: str) -> str:
        """Give the ref that a word means: a label, else a number; what is neither stays itself."""
        word = clean(word)
        if self.embedded:
            return self.ref(self.known.get(fold(word)) or self.add(row, word))
        if (
            word.isascii()
            and word.isdigit()
            and len(word) < 9
            and 0 < int(word) <= len(self.labels)
        ):
            return self.ref(int(word))
        number = self.known.get(fold(word))
        return self.ref(number) if number else word

    def ref(self, number: int) -> str:
        """Give the ref of the actor with this number."""
        return str(number + self.shift)


@dataclass(slots=True)
class _Tie:
    row: int
    source: str
    target: str
    weight: str
    relation: int


class _Interpreter:
    def __init__(self, header: Header, lines: Lines, notes: list[str]) -> None:
        self._header = header
        self._lines = lines
        self._reading = Reading()
        for code in notes:
            self._reading.remarks.note(code)
        self._rows = self._axis("rows", 0)
        self._columns = self._axis("columns", self._shift()) if header.two_modes else self._rows
        self._ties: list[_Tie] = []
        self._missing = 0

    def _shift(self) -> int:
        # Where the rows are not counted beforehand, columns are numbered after all rows there may be.
        return self._header.height or MAX_ACTORS

    def _axis(self, name: str, shift: int) -> _Axis:
        header = self._header
        size = header.height if name == "rows" else header.width
        listed = header.labels.get(name) or header.labels.get("nodes") or []
        axis = _Axis(shift, header.has_embedded(name) or not (size or listed))
        for row, label in listed[: size or None]:
            axis.add(row, label)
        if not axis.embedded:
            for number in range(len(axis.labels) + 1, size + 1):
                axis.add(None, str(number))
        return axis

    def dataset(self) -> Dataset:
        matrix = self._header.form in MATRICES
        if matrix:
            self._read_matrices()
        else:
            self._read_lists()
        symmetric = matrix and not self._header.two_modes and self._is_symmetric()
        undirected = symmetric or self._header.two_modes
        self._add_actors()
        valued = any(tie.weight != "1" for tie in self._ties) or not matrix
        names = self._header.labels.get("matrices", [])
        for tie in self._ties:
            if symmetric and int(tie.source) > int(tie.target):
                continue
            record = {"source": tie.source, "target": tie.target}
            record["direction"] = "undirected" if undirected else "forward"
            if tie.weight and valued:
                record["weight"] = tie.weight
            if self._header.matrices > 1 or names:
                told = (
                    names[tie.relation][1] if tie.relation < len(names) else str(tie.relation + 1)
                )
                record["contents"] = told
            texts, _ = without_identity_codes(list(record.values()))
            record = {name: text for name, text in zip(record, texts, strict=True) if text}
            self._reading.add_tie(record, {}, _SOURCE, tie.row)
        if self._missing:
            self._reading.remarks.note(problems.CELLS_MISSING, count=self._missing)
        return self._reading.finished(directed=not undirected)

    def _add_actors(self) -> None:
        remarks, two_modes = self._reading.remarks, self._header.two_modes
        for mode, axis in enumerate((self._rows, self._columns)[: 2 if two_modes else 1], start=1):
            for number, (row, label) in enumerate(axis.labels, start=1):
                kept, hidden = without_identity_codes([label])
                if hidden:
                    remarks.problem(problems.IDENTITY_CODE, _SOURCE, row, "labels")
                record = {"ref": axis.ref(number), "label": kept[0] or str(number)}
                extra = {"mode": str(mode)} if two_modes else {}
                self._reading.add_actor(record, extra, _SOURCE, row)
        if not self._rows.labels:
            remarks.problem(problems.EMPTY_TABLE, _SOURCE, None)

    def _is_symmetric(self) -> bool:
        if self._header.form != "fullmatrix":
            return True
        cells = {(tie.relation, tie.source, tie.target): tie.weight for tie in self._ties}
        return all(
            cells.get((relation, target, source)) == weight
            for (relation, source, target), weight in cells.items()
        )

    def _keep(self, tie: _Tie) -> None:
        if len(self._ties) >= MAX_TIES:
            raise refused(problems.TOO_MANY_TIES, row=tie.row, limit=str(MAX_TIES))
        self._ties.append(tie)

    def _read_matrices(self) -> None:
        words = ((row, word) for row, line in self._lines for word in line)
        for relation in range(self._header.matrices):
            self._read_matrix(words, relation)
        for row, word in words:
            raise refused(problems.UNEXPECTED_TEXT, row=row, value=word[:60], choices=("nm=",))

    def _read_matrix(self, words: Iterator[tuple[int, str]], relation: int) -> None:
        header = self._header
        if header.has_embedded("columns"):
            for _ in range(header.width):
                row, word = self._next(words)
                self._columns.find(row, word)
        for number in range(1, header.height + 1):
            source = ""
            if header.has_embedded("rows"):
                source = self._rows.find(*self._next(words))
            for other in self._cells_of(number):
                row, word = self._next(words)
                if word.casefold() in _MISSING:
                    self._missing += 1
                elif word.strip("0.+-"):
                    ends = source or self._rows.ref(number), self._columns.ref(other)
                    self._keep_cell(row, *ends, word, relation)

    def _keep_cell(self, row: int, source: str, target: str, word: str, relation: int) -> None:
        if source == target:
            self._reading.remarks.note(problems.LOOPS_DROPPED)
            return
        if self._header.form != "fullmatrix":
            # A cell of a half matrix says both ways at once.
            source, target = sorted((source, target), key=int)
        self._keep(_Tie(row, source, target, word, relation))

    def _cells_of(self, number: int) -> Iterator[int]:
        header = self._header
        first = number if header.form == "upperhalf" else 1
        last = number if header.form == "lowerhalf" else header.width
        for other in range(first, last + 1):
            if header.diagonal or other != number or header.two_modes:
                yield other

    def _next(self, words: Iterator[tuple[int, str]]) -> tuple[int, str]:
        found = next(words, None)
        if found is None:
            size = str(self._header.height * self._header.width * self._header.matrices)
            raise refused(problems.MATRIX_TOO_SHORT, limit=size)
        return found

    def _read_lists(self) -> None:
        form, relation, number = self._header.form, 0, 0
        for row, words in self._lines:
            if words == ["!"]:
                relation, number = relation + 1, 0
                continue
            if form == "nodelist1b":
                number += 1
                if number > len(self._rows.labels):
                    raise refused(problems.UNEXPECTED_TEXT, row=row, value=words[0][:60], choices=("n=",))  # fmt: skip
                self._list(row, self._rows.ref(number), words[1:], relation)
            elif form.startswith("nodelist"):
                self._list(row, self._rows.find(row, words[0]), words[1:], relation)
            else:
                source = self._rows.find(row, words[0])
                target = self._columns.find(row, words[1]) if len(words) > 1 else ""
                self._keep(_Tie(row, source, target, words[2] if len(words) > 2 else "", relation))

    def _list(self, row: int, source: str, words: list[str], relation: int) -> None:
        for word in words:
            self._keep(_Tie(row, source, self._columns.find(row, word), "", relation))
