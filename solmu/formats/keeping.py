"""The only place that decides whether a file may be kept for being read again: never with an identity code in it."""

from __future__ import annotations

from solmu.formats import problems
from solmu.formats.archive import ZIP_STARTS, Archive
from solmu.formats.dataset import Dataset, UnreadableFile
from solmu.lib.identity_codes import holds_identity_code

_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def may_be_kept(data: bytes, read: Dataset | None = None) -> bool:
    """Tell whether no part of a file holds an identity code, also where no table is read from.

    Args:
        data: The whole file.
        read: What was read of it; a code that a workbook keeps in pieces is found only there.
    """
    if read is not None and (
        any(one.code == problems.IDENTITY_CODE for one in read.problems)
        or any(one.code == problems.PROBLEMS_LEFT_OUT for one in read.notes)
    ):
        return False
    if not data.startswith(ZIP_STARTS):
        return not _holds_code(data)
    try:
        archive = Archive(data)
        return not any(_holds_code(archive.read(name)) for name in archive.names)
    except UnreadableFile:
        return False


def _holds_code(data: bytes) -> bool:
    marked = data.startswith(_UTF16_MARKS)
    encodings = ("utf-16",) if marked else ("utf-8", "cp1252")  # dashes differ
    return any(holds_identity_code(data.decode(one, errors="replace")) for one in encodings)
