"""The only place that reads a file of documents and queries for the directory's search in a terminal."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from solmu.registry.queries.directory_texts import ABOUT, NAME
from solmu.search import Text

Id = int | str


class BadQuestions(ValueError):
    """The file is not what was asked for; says what and where, and what to do."""


@dataclass(frozen=True, slots=True)
class Questions:
    """Documents by their ids, in the file's order, and the queries to ask of them."""

    documents: dict[Id, list[Text]]
    queries: list[str]


def read_questions(data: bytes) -> Questions:
    """Read ``{"docs": [{"id", "name", "text"}], "queries": [{"q"}]}``; further keys may be there."""
    try:
        told = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as wrong:
        raise BadQuestions(_("unreadable letters. Save as UTF-8.")) from wrong
    except (ValueError, RecursionError) as wrong:
        line = getattr(wrong, "lineno", 1)
        raise BadQuestions(_("not JSON, see line %(n)s. Correct it.") % {"n": line}) from wrong
    documents: dict[Id, list[Text]] = {}
    for number, one in enumerate(_rows(told, "docs"), 1):
        key = one.get("id")
        if isinstance(key, bool) or not isinstance(key, int | str):
            raise BadQuestions(_("document %(n)s has no id. Give it one.") % {"n": number})
        if key in documents:
            words = _("document %(n)s has the id %(id)s of another one. Change one of them.")
            raise BadQuestions(words % {"n": number, "id": key})
        name, text = (_words(one, part, number) for part in ("name", "text"))
        documents[key] = [Text(NAME, name), Text(ABOUT, text)]
    queries = []
    for number, one in enumerate(_rows(told, "queries"), 1):
        if not isinstance(one.get("q"), str):
            raise BadQuestions(_("query %(n)s has no words. Write them as q.") % {"n": number})
        queries.append(one["q"])
    return Questions(documents, queries)


def _rows(told: Any, name: str) -> list[dict[str, Any]]:
    rows = told.get(name) if isinstance(told, dict) else None
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        words = _(
            "no list of %(name)s. Write {“docs”: [{“id”, “name”, “text”}], “queries”: [{“q”}]}."
        )
        raise BadQuestions(words % {"name": name})
    return rows


def _words(one: dict[str, Any], part: str, number: int) -> str:
    words = one.get(part) or ""
    if not isinstance(words, str):
        told = {"part": part, "n": number}
        raise BadQuestions(_("%(part)s of document %(n)s is not text. Put it in quotes.") % told)
    return words
