"""The only place that writes the directory's index: one row an actor and visibility class, and the terms' counts."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import TypeVar

from django.db import connection, transaction

from solmu.ledger.actions import take_turn
from solmu.ledger.models import Change
from solmu.networks.models import Network
from solmu.registry.actions.bulk import insert_rows
from solmu.registry.models import IndexRow, IndexState, IndexTerm
from solmu.registry.queries.directory_texts import Place, actors_behind, texts_of
from solmu.search import Analyser, Text

_BATCH, _MANY = 500, 1000
Thing = TypeVar("Thing")


def follow_act(network_id: int | None, changes: Sequence[Change]) -> None:
    """Read again the words of whoever an act bears on; a whole source is left to whoever asks next."""
    state = IndexState.objects.filter(network=network_id or 0, is_stale=False).first()
    if state is None:
        return
    touched = actors_behind(changes)
    if touched is None or state.analyser != Analyser.here().version:
        IndexState.objects.filter(pk=state.pk).update(is_stale=True)
    elif touched:
        network = Network.objects.get(pk=state.network_id)
        index_texts(network.pk, texts_of(network, touched), touched)


def follow_import(network: Network, at: datetime) -> None:
    """Build the index anew where the import's own work is done, so that nobody waits for it on a page."""
    del at
    refresh_index(network)


def refresh_index(network: Network, *, anew: bool = False) -> bool:
    """Bring the index of ``network`` up to date if it is not; ``anew`` reads all words again. Tells whether it did."""
    version = Analyser.here().version
    if not anew and _is_current(network, version):
        return False
    with transaction.atomic():
        take_turn(network.pk)
        if not anew and _is_current(network, version):
            return False  # somebody else did it while this one waited
        state = IndexState.objects.filter(network=network).first()
        if anew or state is None or state.analyser != version:
            IndexRow.objects.filter(network=network).delete()
            IndexTerm.objects.filter(network=network).delete()
        index_texts(network.pk, texts_of(network))
        IndexState.objects.update_or_create(
            network=network, defaults={"analyser": version, "is_stale": False}
        )
    return True


def forget_index(networks: Collection[int]) -> None:
    """Throw away all terms of some networks; whoever asks next builds the index anew."""
    for table in (IndexRow, IndexTerm, IndexState):
        table.objects.filter(network__in=networks).delete()


def _is_current(network: Network, version: str) -> bool:
    return IndexState.objects.filter(network=network, analyser=version, is_stale=False).exists()


def index_texts(
    network_id: int, texts: Mapping[Place, Sequence[Text]], actors: Collection[int] | None = None
) -> None:
    """Let the index hold these texts of all actors, or of ``actors`` alone, and nothing else of theirs."""
    held = IndexRow.objects.filter(network=network_id)
    if actors is not None:
        held = held.filter(actor__in=actors)
    before = {
        Place(actor, seen_by): (pk, digest)
        for pk, actor, seen_by, digest in held.values_list("pk", "actor", "seen_by", "digest")
    }
    digests = {place: _digest(said) for place, said in texts.items()}
    gone = [pk for place, (pk, digest) in before.items() if digests.get(place) != digest]
    fresh = [place for place, digest in digests.items() if before.get(place, (0, ""))[1] != digest]
    counts: Counter[tuple[str, str]] = Counter()
    for some in _in_batches(gone):
        leaving = IndexRow.objects.filter(pk__in=some)
        for seen_by, terms in leaving.values_list("seen_by", "terms"):
            counts.subtract((seen_by, term) for term in terms.split())
        leaving.delete()
    rows = []
    for place in fresh:
        found = Analyser.here().terms(texts[place])
        counts.update((place.seen_by, term) for term in found.weights)
        rows.append(
            IndexRow(
                network_id=network_id,
                actor_id=place.actor,
                seen_by=place.seen_by,
                terms=" ".join(found.weights),
                weights=" ".join(map(str, found.weights.values())),
                length=found.length,
                digest=digests[place],
            )
        )
    insert_rows(rows)
    _count(network_id, {key: step for key, step in counts.items() if step})
    if len(rows) > _MANY and connection.vendor == "postgresql":
        # Until it has counted them itself, PostgreSQL would read every row of a table that has just filled.
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE registry_indexrow")
            cursor.execute("ANALYZE registry_indexterm")


def _count(network_id: int, steps: Mapping[tuple[str, str], int]) -> None:
    """Let each term's count grow or shrink; a term that finds nobody goes, and with it the word."""
    for some in _in_batches(list(steps)):
        known = {
            (one.seen_by, one.term): one
            for one in IndexTerm.objects.filter(
                network=network_id, term__in={term for _, term in some}
            )
        }
        grown = []
        for key in some:
            if key in known:
                known[key].actors += steps[key]
                grown.append(known[key])
        IndexTerm.objects.bulk_update([one for one in grown if one.actors > 0], ["actors"])
        IndexTerm.objects.filter(pk__in=[one.pk for one in grown if one.actors <= 0]).delete()
        insert_rows(
            IndexTerm(
                network_id=network_id, seen_by=seen_by, term=term, actors=steps[seen_by, term]
            )
            for seen_by, term in some
            if (seen_by, term) not in known
        )


def _digest(texts: Iterable[Text]) -> str:
    said = "\x1f".join(f"{text.field.name}\x1e{text.text}" for text in texts)
    return hashlib.sha256(said.encode()).hexdigest()[:32]


def _in_batches(things: Sequence[Thing]) -> Iterable[Sequence[Thing]]:
    return (things[at : at + _BATCH] for at in range(0, len(things), _BATCH))
