"""The only place that knows every file format, and from which files are read and written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from solmu.formats import problems
from solmu.formats.canvas import read_canvas
from solmu.formats.csv_sheets import read_csv, read_zip, write_csv, write_zip
from solmu.formats.dataset import Dataset, UnreadableFile
from solmu.formats.dl import read_dl
from solmu.formats.dl_zip import write_dl_zip
from solmu.formats.gexf import read_gexf, write_gexf
from solmu.formats.graphml import read_graphml, write_graphml
from solmu.formats.hsds import read_hsds
from solmu.formats.json_kinds import read_json
from solmu.formats.kumu import write_kumu
from solmu.formats.limits import MAX_FILE_BYTES, megabytes
from solmu.formats.node_edge_csv import write_node_edge_zip
from solmu.formats.pajek import read_pajek
from solmu.formats.pajek_zip import write_pajek_zip
from solmu.formats.remarks import refused
from solmu.formats.sheets import Told
from solmu.formats.sniffing import kind_of
from solmu.formats.xlsx import read_xlsx, write_xlsx

__all__ = [
    "FILE_ENDINGS",
    "FORMATS",
    "WRITERS",
    "Format",
    "UnreadableFile",
    "ending_of",
    "read_file",
    "write_file",
]


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file. ``read`` and ``write`` are each other's inverse on what Solmu knows.

    ``write`` takes the language of headers and words; a format without it is only read. Of two formats
    whose files end alike one has a longer ``ending``. ``also`` are other endings of such files.
    """

    name: str
    ending: str
    media_type: str
    read: Callable[[bytes], Dataset]
    write: Callable[[Dataset, str], bytes] | None = None
    also: tuple[str, ...] = ()


_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_CSV = "text/csv; charset=utf-8"
_ZIP = "application/zip"

FORMATS = {
    found.ending: found
    for found in (
        Format("Excel", "xlsx", _EXCEL, read_xlsx, write_xlsx),
        Format("CSV", "csv", _CSV, read_csv, write_csv, also=("tsv", "tab", "txt")),
        Format("CSV (zip)", "zip", _ZIP, read_zip, write_zip),
        Format("GraphML", "graphml", "application/graphml+xml", read_graphml, write_graphml),
        Format("GEXF", "gexf", "application/gexf+xml", read_gexf, write_gexf),
        Format("Gephi (zip)", "gephi.zip", _ZIP, read_zip, write_node_edge_zip),
        Format("Kumu", "json", "application/json", read_json, write_kumu),
        Format("Pajek", "net", "text/plain; charset=utf-8", read_pajek, also=("paj",)),
        Format("Pajek (zip)", "net.zip", _ZIP, read_pajek, write_pajek_zip),
        Format("UCINET", "dl", "text/plain; charset=utf-8", read_dl, also=("txt",)),
        Format("UCINET (zip)", "dl.zip", _ZIP, read_dl, write_dl_zip),
        Format("PTV", "ptv.json", "application/json", read_json),
        Format("HSDS", "hsds.zip", _ZIP, read_hsds, also=("json",)),
        Format("Network Canvas", "canvas.zip", _ZIP, read_canvas, also=("graphml",)),
    )
}
WRITERS = {ending: found.write for ending, found in FORMATS.items() if found.write}
# What somebody with a file of another kind may save it as.
_SAVED_AS = tuple(ending for ending in FORMATS if "." not in ending)
# As a form asks for files: the last part of each ending.
FILE_ENDINGS = tuple(
    dict.fromkeys(
        ending.rpartition(".")[2]
        for found in FORMATS.values()
        for ending in (found.ending, *found.also)
    )
)


def ending_of(name: str) -> str:
    """Find the longest ending of a written format that a file's name has; empty when none.

    >>> ending_of("Verkosto.GRAPHML"), ending_of("kuva.png")
    ('graphml', '')
    """
    folded = name.casefold()
    found = [ending for ending in WRITERS if folded.endswith(f".{ending}")]
    return max(found, key=len, default="")


# Formats whose columns a person may name.
_TABLES: dict[str, Callable[[bytes, Told | None], Dataset]] = {
    "xlsx": read_xlsx,
    "csv": read_csv,
    "zip": read_zip,
}


def read_file(data: bytes, name: str, told: Told | None = None) -> Dataset:
    """Read a file by what is in it; its name only helps where the content does not tell.

    Args:
        data: The whole file. The caller has capped its size before reading it.
        name: The file's name, for its ending and for what is said of it.
        told: What a person told of its tables, where headers do not say it.

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
        raise refused(problems.WRONG_TYPE, value=name, choices=_SAVED_AS)
    return _TABLES[kind](data, told) if kind in _TABLES else FORMATS[kind].read(data)


def write_file(dataset: Dataset, ending: str, language: str = "fi") -> bytes:
    """Write a dataset as a file.

    Args:
        dataset: What to write.
        ending: A key of `WRITERS`.
        language: The language of headers and words: ``fi``, ``sv`` or ``en``.
    """
    return WRITERS[ending](dataset, language)
