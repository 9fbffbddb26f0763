"""The only place that knows the words of a UCINET DL file: its header, and the words of its data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from solmu.formats import problems
from solmu.formats.limits import MAX_ACTORS
from solmu.formats.remarks import refused
from solmu.formats.values import clean

# A separator is a blank, a comma or an equals sign; quotation marks keep blanks inside a label.
_WORD = re.compile(r'"([^"]*)"|((?:labels|data|embedded)\s*:)|([^\s,=]+)', re.IGNORECASE)
_SHORT = {
    "fm": "fullmatrix", "lh": "lowerhalf", "uh": "upperhalf", "nl1": "nodelist1",
    "nl1b": "nodelist1b", "nl2": "nodelist2", "el1": "edgelist1", "el2": "edgelist2",
    "edgelist": "edgelist1", "nodelist": "nodelist1",
}  # fmt: skip
FORMATS = tuple(dict.fromkeys(_SHORT.values()))
MATRICES = frozenset({"fullmatrix", "lowerhalf", "upperhalf"})
_TWO_MODES = frozenset({"edgelist2", "nodelist2"})
_SIZES = frozenset({"n", "nr", "nc", "nm"})
_LABELLED = {
    "row": "rows", "column": "columns", "col": "columns", "matrix": "matrices", "level": "matrices",
}  # fmt: skip
_MOST_MATRICES = 1_000

Word = tuple[int, str]


@dataclass(slots=True)
class Header:
    """What the file says of its data before ``data:``.

    ``labels`` and ``embedded`` are of ``nodes``, ``rows``, ``columns`` or ``matrices``.
    """

    sizes: dict[str, int] = field(default_factory=dict)
    form: str = "fullmatrix"
    diagonal: bool = True
    labels: dict[str, list[Word]] = field(default_factory=dict)
    embedded: set[str] = field(default_factory=set)

    @property
    def two_modes(self) -> bool:
        """Tell whether rows and columns are different actors."""
        return "nr" in self.sizes or "nc" in self.sizes or self.form in _TWO_MODES

    @property
    def height(self) -> int:
        """How many rows there are; nought when not said."""
        return self.sizes.get("nr", 0) if self.two_modes else self.sizes.get("n", 0)

    @property
    def width(self) -> int:
        """How many columns there are; nought when not said."""
        return self.sizes.get("nc", 0) if self.two_modes else self.sizes.get("n", 0)

    @property
    def matrices(self) -> int:
        """How many relations there are."""
        return self.sizes.get("nm", 1)

    def has_embedded(self, axis: str) -> bool:
        """Tell whether the labels of ``rows`` or ``columns`` stand in the data."""
        return bool(self.embedded & {axis, "nodes"})


def words_of(line: str) -> list[str]:
    """Part a line into words.

    >>> words_of('dl n=3, labels: "Nuorten paja" Kela')
    ['dl', 'n', '3', 'labels:', 'Nuorten paja', 'Kela']
    """
    # One by one, for a whole matrix may stand on one line.
    return [
        found[3] or found[1] or (found[2] or "").replace(" ", "") for found in _WORD.finditer(line)
    ]


def opened(lines: list[str]) -> tuple[Header, Iterator[tuple[int, list[str]]]]:
    """Read the header, and give the lines of data as words with their rows.

    Raises:
        UnreadableFile: When it says something that a DL header does not.
    """
    header = _HeaderReader()
    for place, line in enumerate(lines, start=1):
        words = words_of(line)
        for number, word in enumerate(words):
            if header.take(place, word):
                rest = words[number + 1 :]
                return header.closed(place), _data(lines, place, rest)
    raise refused(problems.UNEXPECTED_TEXT, row=len(lines) or None, choices=("data:",))


def _data(lines: list[str], place: int, rest: list[str]) -> Iterator[tuple[int, list[str]]]:
    if rest:
        yield place, rest
    for row, line in enumerate(lines[place:], start=place + 1):
        if words := words_of(line):
            yield row, words


class _HeaderReader:
    """Takes the words of a header one by one."""

    def __init__(self) -> None:
        self._header = Header()
        self._begun = False
        self._waiting = ""
        self._axis = ""
        self._listed = ""

    def take(self, row: int, word: str) -> bool:
        """Take one word; whether it ends the header."""
        known = word.casefold()
        bare = known.rstrip(":")
        if known == "data:" or (bare == "data" and not self._listed):
            return True
        if self._waiting:
            self._set(row, self._waiting, bare)
            self._waiting = ""
        elif bare == "labels" and (known.endswith(":") or not self._listed):
            self._listed, self._axis = self._axis or "nodes", ""
            self._header.labels[self._listed] = []
        elif bare == "embedded" and self._listed and not self._header.labels[self._listed]:
            self._header.embedded.add(self._listed)
            del self._header.labels[self._listed]
            self._listed = ""
        elif self._listed and not self._is_full(known):
            self._label(row, word)
        else:
            self._listed = ""
            self._parameter(row, bare, word)
        return False

    def _is_full(self, known: str) -> bool:
        header, axis = self._header, self._listed
        size = {"rows": "nr", "columns": "nc", "matrices": "nm"}.get(axis, "n")
        most = header.sizes.get(size) or header.sizes.get("n") or MAX_ACTORS
        if len(header.labels[axis]) >= most:
            return True
        # With no size to go by, the next thing of a header ends a list.
        return size not in header.sizes and known in {*_SIZES, *_LABELLED, "format", "diagonal"}

    def _label(self, row: int, word: str) -> None:
        if text := clean(word):
            self._header.labels[self._listed].append((row, text))

    def _parameter(self, row: int, bare: str, word: str) -> None:
        if bare == "dl" and not self._begun:
            self._begun = True
        elif bare in _SIZES or bare in ("format", "diagonal"):
            self._waiting = bare
        elif bare in _LABELLED:
            self._axis = _LABELLED[bare]
        else:
            choices = ("n=", "nr=", "nc=", "nm=", "format=", "labels:", "data:")
            raise refused(problems.UNEXPECTED_TEXT, row=row, value=word[:60], choices=choices)

    def _set(self, row: int, name: str, value: str) -> None:
        header = self._header
        if name in _SIZES:
            if not (value.isascii() and value.isdigit() and len(value) < 9):
                raise refused(
                    problems.UNEXPECTED_TEXT, row=row, value=value[:60], choices=(f"{name}=12",)
                )
            header.sizes[name] = int(value)
            if int(value) > (_MOST_MATRICES if name == "nm" else MAX_ACTORS):
                raise refused(problems.TOO_MANY_ACTORS, row=row, limit=str(MAX_ACTORS))
        elif name == "format":
            header.form = _SHORT.get(value, value)
            if header.form not in FORMATS:
                raise refused(problems.UNEXPECTED_TEXT, row=row, value=value[:60], choices=FORMATS)
        elif value in ("absent", "present"):
            header.diagonal = value == "present"
        else:
            choices = ("present", "absent")
            raise refused(problems.UNEXPECTED_TEXT, row=row, value=value[:60], choices=choices)

    def closed(self, row: int) -> Header:
        header = self._header
        if header.form in MATRICES and not (header.height and header.width):
            missing = ("nr=", "nc=") if header.two_modes else ("n=",)
            raise refused(problems.UNEXPECTED_TEXT, row=row, value="data:", choices=missing)
        if header.height + header.width > MAX_ACTORS and header.two_modes:
            raise refused(problems.TOO_MANY_ACTORS, row=row, limit=str(MAX_ACTORS))
        return header
