"""The only place that tells kinds of files apart by their content."""

from __future__ import annotations

import re

from solmu.formats.archive import ZIP_STARTS, Archive
from solmu.formats.canvas import is_canvas_zip
from solmu.formats.hsds import is_hsds_zip
from solmu.formats.node_edge_csv import has_tables

# What people upload by mistake, by its first bytes.
_OTHER = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"%PDF",
    b"\x1f\x8b",
    b"7z\xbc\xaf",
    b"Rar!",
    b"{\\rtf",
    b"SQLite format 3",
)
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_XML = re.compile(rb"\s*<(\?xml|!DOCTYPE|!--|(?:[\w.-]+:)?(graphml|gexf)\b)")
_ROOT = re.compile(rb"<(?:[\w.-]+:)?([A-Za-z]\w*)")
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_CANVAS = b"schema.networkcanvas.com"
_PAJEK = re.compile(
    rb"(?:\s*(?:%|/\*).*\n)*\s*\*\s*(network|vertices|partition|vector|matrix|arcs|edges)\b",
    re.IGNORECASE,
)
_DL = re.compile(
    rb"\s*dl\b(?=[\s,])[^;\t]{0,400}?\b(n|nr|nc|nm|format|labels|data)\b\s*[=:]?", re.IGNORECASE
)
_TEXT_ENDINGS = ("csv", "tsv", "txt", "tab")


def kind_of(data: bytes, name: str) -> str:
    r"""Tell the kind of a file: a key of ``FORMATS``, or empty for what Solmu does not read.

    >>> kind_of(b"Nimi;Kunta", "lista.csv"), kind_of(b"\x89PNG....", "kuva.csv")
    ('csv', '')
    """
    ending = name.rpartition(".")[2].casefold()
    if data.startswith(ZIP_STARTS):
        return _kind_of_zip(data)
    if data.startswith(_OLD_OFFICE):
        return "xlsx"
    if data.startswith(_OTHER):
        return ""
    start = _plain_start(data)
    if _XML.match(start):
        root = _ROOT.search(_COMMENT.sub(b"", start))
        if root and root[1] == b"gexf":
            return "gexf"
        return "canvas.zip" if _CANVAS in start else "graphml"
    if start.lstrip().startswith((b"{", b"[")) and ending not in ("csv", "tsv", "tab"):
        return "json"
    if _PAJEK.match(start):
        return "net"
    if _DL.match(start):
        return "dl"
    utf16 = data.startswith(_MARKS[1:])
    if b"\x00" in data[:4096] and not utf16:
        return ""
    return "csv" if ending in _TEXT_ENDINGS or "." not in name else ""


def _plain_start(data: bytes) -> bytes:
    """Give the first bytes as plain letters show them, whatever the encoding."""
    start = data[:4_000]
    for mark in _MARKS:
        start = start.removeprefix(mark)
    return start.replace(b"\x00", b"")


def _kind_of_zip(data: bytes) -> str:
    names = Archive(data).names
    if "xl/workbook.bin" in names:
        return ""
    if any(name.startswith("xl/") and name.endswith(".xml") for name in names):
        return "xlsx"
    if any(name.endswith((".net", ".paj")) for name in names):
        return "net.zip"
    if any(name.endswith(".dl") for name in names):
        return "dl.zip"
    if is_canvas_zip(names):
        return "canvas.zip"
    if is_hsds_zip(names):
        return "hsds.zip"
    if has_tables(names):
        return "gephi.zip"
    return "zip" if any(name.endswith((".csv", ".tsv", ".txt")) for name in names) else ""
