"""The only place that puts together the columns into which Network Canvas parts one answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from solmu.formats.values import join_many

_BOOLEANS = frozenset({"true", "false"})
_PLACES = ("_x", "_y", "_screenspacex", "_screenspacey")


def gathered(rows: list[dict[str, str]]) -> tuple[list[dict[str, str]], bool]:
    """Make one text of the boolean columns of a question, and leave out places on a canvas.

    A question with many answers is written as a column for each, ``Question_answer``, true or false.
    Columns are taken for such when all they hold is that, and at least two share their beginning.

    Returns:
        The rows anew, and whether there were places.

    >>> gathered([{"Apu_rahaa": "true", "Apu_aikaa": "true", "Kartta_x": "0.1", "Kartta_y": "0.2"}])
    ([{'Apu': 'rahaa | aikaa'}], True)
    """
    names = dict.fromkeys(name for row in rows for name in row)
    placed = _placed(names)
    boolean = dict.fromkeys(names, True)
    for row in rows:
        for name, text in row.items():
            boolean[name] = boolean[name] and text.casefold() in _BOOLEANS
    questions = _questions([name for name in names if boolean[name]])
    anew = []
    for row in rows:
        found: dict[str, str] = {}
        answers: dict[str, list[str]] = {}
        for name, text in row.items():
            if name in questions:
                if text.casefold() == "true":
                    question = questions[name]
                    answers.setdefault(question, []).append(name[len(question) + 1 :])
            elif name not in placed:
                found[name] = text
        for question, given in answers.items():
            name = question if question not in found else f"{question} (answers)"
            found[name] = join_many(given)
        anew.append(found)
    return anew, bool(placed)


def _placed(names: Mapping[str, object]) -> set[str]:
    """Find the columns of places: an x of something that has a y as well."""
    folded = {name.casefold() for name in names}
    found = set()
    for name in names:
        known = name.casefold()
        for place in _PLACES:
            stem = known.removesuffix(place)
            if stem != known and stem and {stem + "_x", stem + "_y"} <= folded:
                found.add(name)
    return found


def _questions(columns: list[str]) -> dict[str, str]:
    """Tell of which question a column is an answer: by the longest beginning that two share."""
    beginnings = {
        name: [name[:place] for place, letter in enumerate(name) if letter == "_" and 0 < place < len(name) - 1]
        for name in columns
    }  # fmt: skip
    shared = Counter(beginning for found in beginnings.values() for beginning in found)
    questions = {}
    for name, found in beginnings.items():
        if longest := max((one for one in found if shared[one] > 1), key=len, default=""):
            questions[name] = longest
    return questions
