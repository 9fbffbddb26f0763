"""The only place that asks the directory's index: the database finds candidates, `solmu.search` ranks them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db import connection
from django.db.models import Q, QuerySet, Sum
from django.db.models.expressions import RawSQL

from solmu.registry.models import Contact, IndexRow, IndexTerm
from solmu.search import Analyser, Asked, Found, Held, Need, rank, read_query
from solmu.search.analysing import CONCEPT, WORD
from solmu.search.asking import asked_words

# So many candidates a need are ranked. They are chosen by how rare their terms are, in the same way in every
# database, so that both hand over the same ones.
MOST_CANDIDATES = 400
_BEGINNING = 3
_FULLTEXT = "registry_indexrow_found"
# Of a row of the index: its own id, the actor, terms, weights, length.
Row = tuple[int, int, str, str, int]


@dataclass(frozen=True, slots=True)
class Answer:
    """A query as it was understood, and whom it finds, best first."""

    asked: Asked
    found: list[Found]


def ask_index(
    network_id: int,
    seen_by: Sequence[str],
    text: str,
    read_again: Callable[[Sequence[int]], Iterable[Held]] | None = None,
) -> Answer:
    """Answer a query from what these visibility classes may read; the number of queries grows with needs alone.

    Who may read only some of the fields gives ``read_again``: what is to be ranked of the actors that the index finds.
    """
    mine = IndexTerm.objects.filter(network=network_id, seen_by__in=seen_by)
    asked = read_query(Analyser.here(), text, _near_words(mine, asked_words(text)))
    if not asked.needs:
        return Answer(asked, [])
    counted = mine.filter(term__in=asked.terms()).values_list("term").annotate(Sum("actors"))
    counts: dict[str, int] = dict(counted)
    rows = IndexRow.objects.filter(network=network_id, seen_by__in=seen_by)
    held: Iterable[Held] = _together(_candidates(rows, asked, counts))
    if read_again is not None:
        held = read_again([one.key for one in held])
    # Everybody has a name, and readers see it: one row each.
    total = rows.filter(seen_by=Contact.Visibility.READERS).count()
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


def _candidates(rows: QuerySet[IndexRow], asked: Asked, counts: Mapping[str, int]) -> list[Row]:
    """Return what is to be ranked: all that rarer terms find, and what suits best of a need's first too common one.

    Each choice is a query of its own, at most two a need: joined into one they made PostgreSQL read every row.
    """
    rare: set[str] = set()
    found: dict[int, Row] = {}
    for need in asked.needs:
        own, common = _parted(need, counts)
        rare |= own
        if common:
            beside = [one for sought in need.beside for one in sought.terms if one in counts]
            for also in [beside, []] if beside else [[]]:
                chosen = _in_index(rows, [common], also).order_by("length", "pk")
                found |= {row[0]: row for row in chosen[:MOST_CANDIDATES]}
    if rare:
        found |= {row[0]: row for row in _in_index(rows, sorted(rare))}
    return [found[key] for key in sorted(found)]


def _parted(need: Need, counts: Mapping[str, int]) -> tuple[set[str], str]:
    """Return a need's terms from the rarest on, as long as there is room, and the one for which there is none."""
    telling = {CONCEPT + one for one in need.meant}
    telling |= {term for sought in need.words for term in sought.terms}
    known = sorted((term for term in telling if term in counts), key=lambda one: (counts[one], one))
    rare: set[str] = set()
    room = MOST_CANDIDATES
    for term in known:
        if counts[term] > room:
            return rare, term
        rare.add(term)
        room -= counts[term]
    return rare, ""


def _in_index(
    rows: QuerySet[IndexRow], terms: Sequence[str], also: Sequence[str] = ()
) -> QuerySet[IndexRow, Row]:
    """Return what has one of ``terms``, and one of ``also`` if there are any."""
    matching, words = (
        (_SQLITE, _joined(terms, also, '"', " OR ", " AND "))
        if connection.vendor == "sqlite"
        else (_POSTGRESQL, _joined(terms, also, "'", "|", "&"))
    )
    found = rows.filter(pk__in=RawSQL(matching, [words]))  # noqa: S611  # two constants of ours
    return found.values_list("pk", "actor", "terms", "weights", "length")


_SQLITE = f"SELECT rowid FROM {_FULLTEXT} WHERE {_FULLTEXT} MATCH %s"  # noqa: S608  # a name of ours
_POSTGRESQL = "SELECT id FROM registry_indexrow WHERE found @@ %s::tsquery"


def _joined(terms: Sequence[str], also: Sequence[str], quote: str, or_: str, and_: str) -> str:
    """Write terms as the index's language has them. A term holds letters and digits alone."""
    groups = [terms, also] if also else [terms]
    return and_.join(
        "(" + or_.join(f"{quote}{term}{quote}" for term in group) + ")" for group in groups
    )


def _together(rows: Iterable[Row]) -> list[Held]:
    """Lay the rows of one actor together, whichever class each is for."""
    weights: dict[int, Counter[str]] = {}
    lengths: Counter[int] = Counter()
    for _, actor, terms, worth, length in rows:
        mine = weights.setdefault(actor, Counter())
        for term, weight in zip(terms.split(), worth.split(), strict=True):
            mine[term] += int(weight)
        lengths[actor] += length
    return [Held(actor, weights[actor], lengths[actor]) for actor in weights]
