"""The only place that asks the directory's index: the database finds candidates, `solmu.search` ranks them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import connection
from django.db.models import Q, QuerySet, Sum
from django.db.models.expressions import RawSQL

from solmu.registry.models import IndexRow, IndexTerm
from solmu.search import Analyser, Asked, Found, Held, Need, rank, read_query
from solmu.search.analysing import CONCEPT, WORD
from solmu.search.asking import asked_words

# So many candidates a need are ranked. They are chosen by how rare their terms are, in the same way in every
# database, so that both hand over the same ones.
MOST_CANDIDATES = 400
_BEGINNING = 3
_FULLTEXT = "registry_indexrow_found"


@dataclass(frozen=True, slots=True)
class Answer:
    """A query as it was understood, and whom it finds, best first."""

    asked: Asked
    found: list[Found]


def ask_index(network_id: int, seen_by: Sequence[str], text: str) -> Answer:
    """Answer a query from what these visibility classes may read; the number of queries does not grow."""
    mine = IndexTerm.objects.filter(network=network_id, seen_by__in=seen_by)
    asked = read_query(Analyser.here(), text, _near_words(mine, asked_words(text)))
    if not asked.needs:
        return Answer(asked, [])
    counted = mine.filter(term__in=asked.terms()).values_list("term").annotate(Sum("actors"))
    counts: dict[str, int] = dict(counted)
    rows = IndexRow.objects.filter(network=network_id, seen_by__in=seen_by)
    held = _together(_candidates(rows, asked, counts))
    total = rows.values("actor").distinct().count()
    return Answer(asked, rank(asked, held, counts, total))


def _near_words(mine: QuerySet[IndexTerm], words: Iterable[str]) -> set[str]:
    """Return the index's words that begin as those of the query do, to finish and to spell them by."""
    beginnings = {word[:_BEGINNING] for word in words if len(word) >= _BEGINNING}
    if not beginnings:
        return set()
    near = Q()
    for beginning in sorted(beginnings):
        near |= Q(term__startswith=WORD + beginning)
    return {term[len(WORD) :] for term in mine.filter(near).values_list("term", flat=True)}


def _candidates(
    rows: QuerySet[IndexRow], asked: Asked, counts: dict[str, int]
) -> Iterable[tuple[int, str, str, int]]:
    wanted = Q()
    for need in asked.needs:
        wanted |= _wanted(rows, need, counts)
    if not wanted:
        return []
    return rows.filter(wanted).order_by("pk").values_list("actor", "terms", "weights", "length")


def _wanted(rows: QuerySet[IndexRow], need: Need, counts: dict[str, int]) -> Q:
    """Choose a need's candidates: all of its rarer terms, and of the first too common one those that suit best."""
    telling = {CONCEPT + one for one in need.meant}
    telling |= {term for sought in need.words for term in sought.terms}
    ordered = sorted(
        (term for term in telling if term in counts), key=lambda one: (counts[one], one)
    )
    rare: list[str] = []
    room = MOST_CANDIDATES
    wanted = Q()
    for term in ordered:
        if counts[term] > room:
            beside = [one for sought in need.beside for one in sought.terms if one in counts]
            if beside:
                wanted |= _in_index(rows, [term], also=beside)
            wanted |= _in_index(rows, [term])
            break
        rare.append(term)
        room -= counts[term]
    return wanted | _in_index(rows, rare, most=None) if rare else wanted


def _in_index(
    rows: QuerySet[IndexRow],
    terms: Sequence[str],
    *,
    also: Sequence[str] = (),
    most: int | None = MOST_CANDIDATES,
) -> Q:
    """Return what has one of ``terms``, and one of ``also`` if there are any; the shortest ``most`` of them."""
    matching, words = (
        (_SQLITE, _joined(terms, also, '"', " OR ", " AND "))
        if connection.vendor == "sqlite"
        else (_POSTGRESQL, _joined(terms, also, "'", "|", "&"))
    )
    found = rows.filter(pk__in=RawSQL(matching, [words]))  # noqa: S611  # two constants of ours
    if most is not None:
        found = found.order_by("length", "pk")[:most]
    return Q(pk__in=found.values("pk"))


_SQLITE = f"SELECT rowid FROM {_FULLTEXT} WHERE {_FULLTEXT} MATCH %s"  # noqa: S608  # a name of ours
_POSTGRESQL = "SELECT id FROM registry_indexrow WHERE array_to_tsvector(string_to_array(terms, ' ')) @@ %s::tsquery"


def _joined(terms: Sequence[str], also: Sequence[str], quote: str, or_: str, and_: str) -> str:
    """Write terms as the index's language has them. A term holds letters and digits alone."""
    groups = [terms, also] if also else [terms]
    return and_.join(
        "(" + or_.join(f"{quote}{term}{quote}" for term in group) + ")" for group in groups
    )


def _together(rows: Iterable[tuple[int, str, str, int]]) -> list[Held]:
    """Lay the rows of one actor together, whichever class each is for."""
    weights: dict[int, Counter[str]] = {}
    lengths: Counter[int] = Counter()
    for actor, terms, worth, length in rows:
        mine = weights.setdefault(actor, Counter())
        for term, weight in zip(terms.split(), worth.split(), strict=True):
            mine[term] += int(weight)
        lengths[actor] += length
    return [Held(actor, weights[actor], lengths[actor]) for actor in weights]
