"""The only place that writes UCINET's DL: short unique codes, a key to them, and the tables with the rest."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from solmu.formats.csv_sheets import packed, written
from solmu.formats.dataset import Dataset, TieRow
from solmu.formats.layout import Cell
from solmu.formats.node_edge_csv import node_edge_files
from solmu.formats.values import clean, neutral, write_number
from solmu.formats.vocabulary import word_for

_LONGEST_CODE = 12
# A full matrix of more cells than this is no longer a file that a person opens.
_MOST_CELLS = 1_000_000
_NOT_OF_CODE = re.compile(r"[^A-Z0-9]+")


def write_dl_zip(dataset: Dataset, language: str) -> bytes:
    """Write a zip: ``network.dl``, ``relations.dl`` where it stays small, ``key.csv`` and both tables.

    UCINET reads labels of at most 18 letters, in capitals: so actors have codes. ``network.dl`` is
    an edgelist1 of all ties; ``relations.dl`` full matrices, one for each content.
    """
    codes = codes_of(dataset)
    files = {"network.dl": _edge_list(dataset, codes)}
    relations = _by_content(dataset.ties)
    if len(relations) > 1 and len(relations) * len(codes) ** 2 <= _MOST_CELLS:
        files["relations.dl"] = _matrices(relations, codes, language)
    files["key.csv"] = written(_key(dataset, codes), "en", ",")
    texts = {name: text.encode("utf-8") for name, text in files.items()}
    return packed({**texts, **node_edge_files(dataset, language)})


def codes_of(dataset: Dataset) -> dict[str, str]:
    """Give each actor a short unique code of plain capitals that still resembles its name.

    >>> from solmu.formats.dataset import ActorRow
    >>> names = [ActorRow(ref=ref, label=label) for ref, label in (("1", "Jämsän Ohjaamo"), ("2", "Jämsän ohjaamo"))]
    >>> list(codes_of(Dataset(actors=tuple(names))).values())
    ['JAMSAN_OHJAA', 'JAMSAN_OHJAA_2']
    """
    codes: dict[str, str] = {}
    taken: dict[str, int] = {}
    for actor in dataset.actors:
        plain = (
            unicodedata.normalize("NFKD", actor.label).upper().encode("ascii", "ignore").decode()
        )
        stem = _NOT_OF_CODE.sub("_", plain).strip("_")[:_LONGEST_CODE].strip("_")
        # A code of digits alone would be read as the number of an actor.
        stem = f"A{stem}" if not stem or stem.isdigit() else stem
        code = stem
        while code in taken:
            taken[stem] += 1
            code = f"{stem}_{taken[stem]}"
        taken[code] = taken.get(code, 1)
        codes[actor.ref] = code
    return codes


def _by_content(ties: tuple[TieRow, ...]) -> dict[str, list[TieRow]]:
    found: dict[str, list[TieRow]] = {}
    for tie in ties:
        for content in tie.contents or ("",):
            found.setdefault(content, []).append(tie)
    return found


def _edge_list(dataset: Dataset, codes: dict[str, str]) -> str:
    numbers = {ref: place for place, ref in enumerate(codes, start=1)}
    lines = [f"DL n={len(codes)} format=edgelist1", "labels:", *codes.values(), "data:"]
    for tie in dataset.ties:
        lines += [f"{numbers[one]} {numbers[other]} {_strength(tie)}" for one, other in _ways(tie)]
    return "\r\n".join((*lines, ""))


def _matrices(relations: dict[str, list[TieRow]], codes: dict[str, str], language: str) -> str:
    numbers = {ref: place for place, ref in enumerate(codes)}
    names = _names(relations, language)
    lines = [f"DL n={len(codes)} nm={len(relations)} format=fullmatrix", "labels:", *codes.values()]
    lines += ["matrix labels:", *names, "data:"]
    for ties in relations.values():
        cells = [["0"] * len(codes) for _ in codes]
        for tie in ties:
            for one, other in _ways(tie):
                cells[numbers[one]][numbers[other]] = _strength(tie)
        lines += [" ".join(row) for row in cells]
    return "\r\n".join((*lines, ""))


def _names(relations: dict[str, list[TieRow]], language: str) -> list[str]:
    found: list[str] = []
    for place, content in enumerate(relations, start=1):
        name = clean(word_for("contents", content, language)).replace('"', "'")[:18]
        found.append(f'"{" ".join(name.split()) or place}"')
    return found


def _ways(tie: TieRow) -> list[tuple[str, str]]:
    there, back = (tie.source, tie.target), (tie.target, tie.source)
    return [there] if tie.direction == "forward" else [there, back]


def _strength(tie: TieRow) -> str:
    number = tie.weight if tie.weight is not None else tie.frequency
    return "1" if number is None else write_number(float(number), "en")


def _key(dataset: Dataset, codes: dict[str, str]) -> Iterator[list[Cell]]:
    yield ["Code", "Id", "Name"]
    for actor in dataset.actors:
        yield [codes[actor.ref], neutral(clean(actor.ref)), neutral(clean(actor.label))]
