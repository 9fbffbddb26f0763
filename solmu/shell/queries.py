"""The only place that reads the guide, the methods' pages and old feedback, and asks whether Solmu is ready to serve."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path

import markdown
import nh3
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models import QuerySet
from django.utils.safestring import SafeString, mark_safe

from solmu.shell.models import Feedback
from solmu.shell.rules import KEPT_AFTER_ANSWER

# In an installed package the build puts docs/guide and docs/methods beside the slices (hatch_build.py);
# in a checkout they stand in docs/.
_PACKAGE = Path(__file__).resolve().parent.parent
_DOCS = next(
    (place for place in (_PACKAGE / "docs", _PACKAGE.parent / "docs") if place.is_dir()),
    _PACKAGE / "docs",
)
_FALLBACK = "fi"
_HEADING = re.compile(r"^# +(.+)$", re.MULTILINE)
_TAGS = {
    "h1", "h2", "h3", "h4", "p", "ul", "ol", "li", "a", "em", "strong", "b", "i", "code", "pre", "kbd",
    "blockquote", "table", "thead", "tbody", "tr", "th", "td", "hr", "br", "dl", "dt", "dd",
}  # fmt: skip
_ATTRIBUTES = {"a": {"href"}, "*": {"id", "lang"}}


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of the guide or of the methods, in one language."""

    slug: str
    title: str
    language: str
    path: Path

    @property
    def html(self) -> SafeString:
        """The page's words, without its heading, as HTML that holds nothing but words and links."""
        return _rendered(self.path, self.path.stat().st_mtime)


@lru_cache(maxsize=256)
def _rendered(path: Path, changed_at: float) -> SafeString:
    del changed_at  # part of the key: an edited page is read anew
    words = _HEADING.sub("", path.read_text(encoding="utf-8"), count=1)
    html = markdown.markdown(words, extensions=["tables", "def_list", "toc", "sane_lists"])
    safe = nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, link_rel="noopener")
    return mark_safe(safe)  # noqa: S308 - nh3 has just removed everything but words and links


@lru_cache(maxsize=256)
def _title(path: Path, changed_at: float) -> str:
    del changed_at
    heading = _HEADING.search(path.read_text(encoding="utf-8"))
    return heading[1].strip() if heading else path.stem


def _slug(path: Path) -> str:
    """Return a page's address: its file name without the number that orders it."""
    return re.sub(r"^\d+-", "", path.stem)


def _leaves(folder: Path, language: str) -> Iterator[Leaf]:
    """Yield a folder's pages in order, each in ``language`` or, when it lacks it, in Finnish."""
    own = {_slug(path): path for path in (folder / language).glob("*.md")}
    finnish = {_slug(path): path for path in (folder / _FALLBACK).glob("*.md")}
    pages = {**finnish, **own}
    for slug, path in sorted(pages.items(), key=lambda item: item[1].name):
        yield Leaf(slug, _title(path, path.stat().st_mtime), path.parent.name, path)


def guide_pages(language: str) -> list[Leaf]:
    """Return the guide's pages in the order in which they are read."""
    return list(_leaves(_DOCS / "guide", language))


def method_pages(language: str) -> list[Leaf]:
    """Return the pages of the methods (M01, M02 …)."""
    return list(_leaves(_DOCS / "methods", language))


_migrated = False  # once applied they stay so while this process lives


def readiness() -> dict[str, bool]:
    """Tell what serving needs and whether it is there: the database, and every migration applied."""
    global _migrated
    try:
        connection.ensure_connection()
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        if not _migrated:
            executor = MigrationExecutor(connection)
            _migrated = not executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return {"database": False, "migrations": False}
    return {"database": True, "migrations": _migrated}


def long_answered(at: datetime) -> QuerySet[Feedback]:
    """Return feedback that was answered over a year ago."""
    return Feedback.objects.filter(answered_at__lt=at - KEPT_AFTER_ANSWER)
