"""Files that would fill memory or disk are refused in words, while the server stays up and quick."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path

import pytest
from django.utils import translation

from solmu.formats import problems
from solmu.formats.dataset import Problem
from solmu.formats.limits import MAX_ACTORS
from solmu.registry.forms.wording import in_full
from tests.faults.serving import Installation, Visitor, form_around_file, megabytes_of

MEGABYTE = 1_000_000
READERS = [("fi", "aino"), ("sv", "eero")]


def zip_bomb() -> bytes:
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as bomb,
        bomb.open("xl/worksheets/sheet1.xml", "w") as sheet,
    ):
        for _ in range(400):
            sheet.write(b"0" * MEGABYTE)
    return packed.getvalue()


def entity_bomb() -> bytes:
    levels = (f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    document = f'<?xml version="1.0"?><!DOCTYPE graphml [<!ENTITY a0 "ha">{"".join(levels)}]>'
    return f"{document}<graphml><graph><node id='&a9;'/></graph></graphml>".encode()


def million_rows() -> bytes:
    return b"Nimi;Laji\n" + b"".join(b"a%d;\n" % number for number in range(1_000_000))


BAD_FILES: list[tuple[str, Callable[[], bytes], Problem]] = [
    ("pommi.xlsx", zip_bomb, Problem(code=problems.ARCHIVE_TOO_LARGE, limit="300 MB")),
    ("pommi.graphml", entity_bomb, Problem(code=problems.XML_WITH_DTD)),
    ("rivit.csv", million_rows, Problem(code=problems.TOO_MANY_ACTORS, limit=str(MAX_ACTORS))),
]


def size_of(path: Path) -> int:
    """Return how many bytes a file holds; one that has just gone holds none."""
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


def in_words(problem: Problem, language: str) -> str:
    """Return how a refusal is said, after seeing that it is not left in English."""
    with translation.override(language):
        words = in_full(problem)
    with translation.override("en"):
        assert words != in_full(problem)
    return escape(words)


def expect_nothing_but_quick_pages(served: Installation, visitor: Visitor) -> None:
    assert set(served.do("imported", slug="huonot").values()) == {0}
    begun = time.monotonic()
    assert visitor.get("/networks/huonot/import/").status == 200
    assert time.monotonic() - begun < 5
    assert "Traceback" not in served.log


@pytest.fixture(scope="module")
def network(installation: Installation) -> str:
    installation.do("found", slug="huonot")
    return "huonot"


@pytest.mark.long
@pytest.mark.parametrize(("language", "name"), READERS)
def test_a_file_of_200_megabytes_is_refused_without_being_kept(
    served: Installation, network: str, language: str, name: str
) -> None:
    visitor, at_first = served.visitor(name), megabytes_of(served.pid)
    head, tail, headers = form_around_file("iso.csv")
    on_disk: list[int] = []

    def body() -> Iterator[bytes]:
        yield head
        for number in range(200):
            yield b"x" * MEGABYTE
            if number % 50 == 49:
                on_disk.append(sum(map(size_of, served.scratch.iterdir())))
        yield tail

    headers["Content-Length"] = str(len(head) + 200 * MEGABYTE + len(tail))
    answer = visitor.ask("POST", f"/networks/{network}/import/", body(), headers=headers)
    assert answer.status == 422
    assert in_words(Problem(code=problems.FILE_TOO_LARGE, limit="25 MB"), language) in answer.text
    assert megabytes_of(served.pid, most=True) - at_first < 40
    assert max(on_disk) < 30 * MEGABYTE
    expect_nothing_but_quick_pages(served, visitor)


@pytest.mark.long
@pytest.mark.parametrize(("language", "name"), READERS)
@pytest.mark.parametrize(("file", "content", "problem"), BAD_FILES)
def test_a_file_made_to_do_harm_is_refused_in_words(
    served: Installation, network: str, language: str, name: str,
    file: str, content: Callable[[], bytes], problem: Problem,
) -> None:  # fmt: skip
    visitor, child = served.visitor(name), served.child
    sent = visitor.send_file(f"/networks/{network}/import/", file, content())
    assert sent.status == 302
    page = visitor.get(visitor.followed(sent.to))
    assert page.status == 422
    assert in_words(problem, language) in page.text
    assert served.child == child
    assert megabytes_of(child, most=True) < 500
    expect_nothing_but_quick_pages(served, visitor)
