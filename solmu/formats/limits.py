"""The only place that says how much a file may hold."""

from __future__ import annotations

MAX_FILE_BYTES = 25_000_000
MAX_UNPACKED_BYTES = 300_000_000
# Deflate reaches 1032:1 on zeros; spreadsheets of repeated rows stay far below this.
MAX_RATIO = 250
RATIO_MATTERS_FROM_BYTES = 10_000_000
MAX_MEMBERS = 2_000
MAX_SHARED_STRINGS = 2_000_000

MAX_ACTORS = 50_000
MAX_TIES = 300_000
MAX_ROWS = 400_000
MAX_COLUMNS = 256
MAX_PROBLEMS = 1_000
MAX_VALUES_IN_CELL = 100
MAX_XML_DEPTH = 100
MAX_JSON_DEPTH = 60
# An attack of empty elements would otherwise keep the parser busy for minutes.
MAX_XML_ELEMENTS = 20_000_000

MAX_TEXT = 2_000
# Of a column or attribute that Solmu does not know.
MAX_NAME = 120
FIELD_LENGTHS = {
    "ref": 120,
    "label": 200,
    "parent": 200,
    "municipality": 120,
    "services": 500,
    "business_id": 60,
    "contact_person": 254,
    "email": 254,
    "phone": 254,
    "website": 254,
    "means": 200,
    "note": 500,
    "contents": 60,
    "tags": 60,
    "other_names": 200,
}


def megabytes(size: int) -> str:
    """Word a size as people read it.

    >>> megabytes(25_000_000)
    '25 MB'
    """
    return f"{size // 1_000_000} MB"
