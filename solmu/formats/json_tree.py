"""The only place that parses JSON, within the caps, and turns its values into text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from solmu.formats import problems
from solmu.formats.csv_sheets import decoded
from solmu.formats.limits import MAX_JSON_DEPTH
from solmu.formats.remarks import refused
from solmu.formats.values import clean, join_many, write_number


def parsed(data: bytes) -> tuple[Any, list[str]]:
    """Parse a file; NaN and infinity, which are no JSON but are met, become nothing.

    Returns:
        The tree, and codes of notes to tell.

    Raises:
        UnreadableFile: When it is broken, too deep, or one value a line.
    """
    text, notes = decoded(data)
    try:
        tree = json.loads(text, parse_constant=_nothing, parse_int=_number)
    except json.JSONDecodeError as error:
        if _is_of_lines(text):
            raise refused(problems.JSON_LINES, row=2) from error
        raise refused(problems.BROKEN_JSON, row=error.lineno) from error
    except RecursionError as error:
        raise refused(problems.JSON_TOO_DEEP, limit=str(MAX_JSON_DEPTH)) from error
    level, depth = [tree], 0
    while level:
        depth += 1
        if depth > MAX_JSON_DEPTH:
            raise refused(problems.JSON_TOO_DEEP, limit=str(MAX_JSON_DEPTH))
        level = [inner for outer in level for inner in _inside(outer)]
    return tree, notes


def _nothing(_: str) -> None:
    """Read what is no number as nothing."""


def _number(digits: str) -> int | str:
    # Python refuses to turn thousands of digits into a number: such stay text.
    return int(digits) if len(digits) < 100 else digits


def _inside(outer: Any) -> Iterator[Any]:
    values = outer.values() if isinstance(outer, dict) else outer if isinstance(outer, list) else ()
    return (value for value in values if isinstance(value, dict | list))


def _is_of_lines(text: str) -> bool:
    first, _, rest = text.lstrip().partition("\n")
    if not rest.lstrip().startswith(("{", "[")):
        return False
    try:
        json.loads(first)
    except (json.JSONDecodeError, RecursionError, ValueError):
        return False
    return True


def text_of(value: Any) -> str:
    """Write a value of JSON as the text of a cell; a list of plain values as many values.

    >>> text_of(["nuoret", "työ"]), text_of(2.0), text_of(True), text_of(None)
    ('nuoret | työ', '2', 'true', '')
    """
    if isinstance(value, str):
        return clean(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return write_number(float(value), "en") if isinstance(value, float) else str(value)
    if isinstance(value, list) and not any(isinstance(one, dict | list) for one in value):
        return join_many(text for one in value if (text := text_of(one)))
    return clean(json.dumps(value, ensure_ascii=False))


def objects(value: Any) -> list[dict[str, Any]]:
    """Give the objects of a list, or of what should be one; the rest is passed over.

    >>> objects([{"id": 1}, 2]), objects(None)
    ([{'id': 1}], [])
    """
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
