"""The only place that knows every file format, and from which files are read and written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from solmu.formats import problems
from solmu.formats.csv_sheets import read_csv, read_zip, write_csv, write_zip
from solmu.formats.dataset import Dataset, UnreadableFile
from solmu.formats.graphml import read_graphml, write_graphml
from solmu.formats.limits import MAX_FILE_BYTES, megabytes
from solmu.formats.remarks import refused
from solmu.formats.sniffing import kind_of
from solmu.formats.xlsx import read_xlsx, write_xlsx

__all__ = ["FORMATS", "Format", "UnreadableFile", "read_file", "write_file"]


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: ``read`` and ``write`` are each other's inverse on what Solmu knows.

    ``write`` takes the language of headers and words.
    """

    name: str
    ending: str
    media_type: str
    read: Callable[[bytes], Dataset]
    write: Callable[[Dataset, str], bytes]


FORMATS = {
    found.ending: found
    for found in (
        Format(
            "Excel",
            "xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            read_xlsx,
            write_xlsx,
        ),
        Format("CSV", "csv", "text/csv; charset=utf-8", read_csv, write_csv),
        Format("CSV (zip)", "zip", "application/zip", read_zip, write_zip),
        Format("GraphML", "graphml", "application/graphml+xml", read_graphml, write_graphml),
    )
}


def read_file(data: bytes, name: str) -> Dataset:
    """Read a file by what is in it; its name only helps where the content does not tell.

    Args:
        data: The whole file. The caller has capped its size before reading it.
        name: The file's name, for its ending and for what is said of it.

    Returns:
        What was understood, with problems of single rows and notes.

    Raises:
        UnreadableFile: When the whole file is refused.
    """
    if len(data) > MAX_FILE_BYTES:
        raise refused(problems.FILE_TOO_LARGE, value=name, limit=megabytes(MAX_FILE_BYTES))
    if not data.strip():
        raise refused(problems.EMPTY_FILE, value=name)
    kind = kind_of(data, name)
    if kind not in FORMATS:
        raise refused(problems.WRONG_TYPE, value=name, choices=tuple(FORMATS))
    return FORMATS[kind].read(data)


def write_file(dataset: Dataset, ending: str, language: str = "fi") -> bytes:
    """Write a dataset as a file.

    Args:
        dataset: What to write.
        ending: A key of `FORMATS`.
        language: The language of headers and words: ``fi``, ``sv`` or ``en``.
    """
    return FORMATS[ending].write(dataset, language)
