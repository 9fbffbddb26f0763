"""The only place that reads the directory's words as programs may: some fields, and of names those that are an actor's own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from solmu.networks.models import Network
from solmu.registry.models import Actor, Contact, Name
from solmu.registry.queries.directory_texts import NAME, Place, texts_of
from solmu.search import Text


def opened_texts(
    network: Network, actors: Sequence[int], fields: Collection[str]
) -> dict[int, list[Text]]:
    """Return by actor, in the order given, what readers see of it in ``fields``.

    How a source once wrote a name is left out: it may name a person who has been merged into an organisation.
    """
    own: dict[int, set[str]] = defaultdict(set)
    labels = Actor.objects.filter(pk__in=actors).values_list("pk", "label_fi", "label_sv")
    for actor, *texts in labels:
        own[actor].update(texts)
    for actor, text in Name.objects.filter(actor__in=actors).values_list("actor", "text"):
        own[actor].add(text)
    said = texts_of(network, actors)
    readers = str(Contact.Visibility.READERS)
    return {
        actor: [
            text
            for text in said.get(Place(actor, readers), ())
            if text.field.name in fields and (text.field != NAME or text.text in own[actor])
        ]
        for actor in actors
    }
