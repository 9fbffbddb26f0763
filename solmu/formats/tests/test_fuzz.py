"""Whatever bytes come, a reader gives a dataset that holds together, or refuses with a known code."""

from __future__ import annotations

import random
import re
import time
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from solmu.formats import WRITERS, problems, read_file, write_file
from solmu.formats.archive import ZIP_STARTS
from solmu.formats.dataset import Dataset, UnreadableFile
from solmu.lib.identity_codes import holds_identity_code

CORPUS = sorted(path for path in (Path(__file__).parent / "corpus").iterdir())
SECONDS_FOR_ONE = 10
TOKENS = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b'"', b"'", b";", b",", b"\r\n\r\n\r\n", b"|", b"<", b"&",
    b"&#0;", b"&x;", b"]]>", b"<!DOCTYPE a>", b"<!--", b"=1+1", b"\t", b"9" * 400, b"1e999", b"-0",
    b'r="XFD1"', b'r="A99999999999"', b't="s"', b't="d"', b"<row>", b"</c>", b"<f>x</f>", b"<data>",
    b"<graph>", b"</node>", b'directed="false"', b"_x0000_", b"_xD800_", "Mistä".encode(), b"Nimi",
    b"{", b"[[[[", b"]", b"null", b"NaN", b'"\\ud800"', b'{"a": 1}', b"*Vertices 9 4", b"*Matrix :2", b":1",
    b"DL", b"n=3", b"labels embedded", b"data:",
    b"131052-308T", "\u202e\u200d\ud7ff".encode(), b"\xed\xa0\x80", b"A" * 3_000,
)  # fmt: skip


# Attribute values and texts of XML: what is put there leaves the document well-formed.
VALUE = re.compile(rb'="([^"<>]*)"|>([^<>]+)<')
VALUES = (
    b"", b" ", b"0", b"-1", b"7", b"99999999999999999999", b"1e400", b"NaN", b"XFD1048576", b"a1b2",
    b"s", b"d", b"e", b"str", b"inlineStr", b"true", b"false", b"undirected", b"rId1", b"../../x",
    b"/xl/workbook.xml", b"xl/sharedStrings.xml", b"hidden", b"all", b"node", b"edge", b"label",
    b"n0", b"1", b"Nimi", b"Kela", b"=1", b"_x0000_", b"_xDFFF_", b"131052-308T", b"x" * 5_000,
)  # fmt: skip


def revalued(data: bytes, dice: random.Random) -> bytes:
    """Put other values into a few places of an XML text."""
    for _ in range(dice.choice((1, 2, 6))):
        places = list(VALUE.finditer(data))
        if places:
            found = dice.choice(places)
            start, end = found.span(found.lastindex or 0)
            data = data[:start] + dice.choice(VALUES) + data[end:]
    return data


def mutated(data: bytes, dice: random.Random) -> bytes:
    """Break a few places of a file."""
    if b"</" in data and dice.random() < 0.5:
        return revalued(data, dice)
    broken = bytearray(data)
    for _ in range(dice.choice((1, 1, 2, 5, 20))):
        at = dice.randrange(len(broken) + 1)
        kind = dice.randrange(5)
        if kind == 0 and at < len(broken):
            broken[at] = dice.randrange(256)
        elif kind == 1:
            broken[at:at] = dice.choice(TOKENS)
        elif kind == 2:
            del broken[at : at + dice.choice((1, 4, 60))]
        elif kind == 3:
            start = dice.randrange(len(broken) + 1)
            broken[at:at] = broken[start : start + dice.choice((3, 30, 300))]
        elif dice.random() < 0.2:
            del broken[at:]
    return bytes(broken)


def mutated_inside(data: bytes, dice: random.Random) -> bytes:
    """Break members of a zip and close it again, so that the damage reaches the reader."""
    with ZipFile(BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = dice.choice(sorted(members))
    members[name] = mutated(members[name], dice)
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for member, content in members.items():
            archive.writestr(member, content)
    return target.getvalue()


def attempts(data: bytes, seed: str, count: int) -> Iterator[bytes]:
    """Give a file, then broken versions of it, always the same for one seed."""
    dice = random.Random(seed)
    yield data
    for _ in range(count):
        inside = data.startswith(ZIP_STARTS) and dice.random() < 0.75
        yield mutated_inside(data, dice) if inside else mutated(data, dice)


def check(data: bytes, name: str) -> None:
    started = time.perf_counter()
    try:
        dataset = read_file(data, name)
        check_whole(dataset)
    except UnreadableFile as refusal:
        code = refusal.problem.code
    else:
        code = ""
    assert not code or code in problems.PROBLEMS
    assert time.perf_counter() - started < SECONDS_FOR_ONE


def check_whole(dataset: Dataset) -> None:
    refs = [actor.ref for actor in dataset.actors]
    assert len(refs) == len(set(refs))
    assert all(actor.label for actor in dataset.actors)
    assert {end for tie in dataset.ties for end in (tie.source, tie.target)} <= set(refs)
    assert all(tie.source != tie.target for tie in dataset.ties)
    assert {problem.code for problem in dataset.problems} <= problems.PROBLEMS.keys()
    assert {note.code for note in dataset.notes} <= problems.NOTES.keys()
    assert not holds_identity_code(repr(dataset))
    for ending in WRITERS:
        assert write_file(dataset, ending)


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.name)
def test_broken_files_are_read_or_refused(path: Path) -> None:
    for data in attempts(path.read_bytes(), path.name, 120):
        check(data, path.name)


@pytest.mark.long
@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.name)
def test_many_more_broken_files_are_read_or_refused(path: Path) -> None:
    for data in attempts(path.read_bytes(), f"long {path.name}", 2_500):
        check(data, path.name)
