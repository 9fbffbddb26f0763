"""The only place that decides which actors, sources, contacts and acts a person reaches in a network."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.db.models import QuerySet

from solmu.ledger.models import Act
from solmu.lib.reach import NotReachable
from solmu.networks.access import Bearer, Entry, Reaching
from solmu.networks.models import Network, ReadPart
from solmu.networks.rules import GOVERNING_VERBS
from solmu.passes.queries import PassUnknown, find_pass
from solmu.people.models import Person
from solmu.registry.models import Actor, ActorKind, Contact, Perspective, Service, Upload
from solmu.registry.queries import present_actors, standing_perspectives
from solmu.registry.queries.confirming import AskedContacts
from solmu.registry.queries.opened_texts import opened_texts
from solmu.registry.queries.searching import Answer, ask_index
from solmu.registry.queries.services import present_services
from solmu.registry.rules.confirming import CONTACTS
from solmu.search import Analyser, Held, Text

# What each role sees of contacts, widest last.
_SEEN_BY = {
    "reader": (Contact.Visibility.READERS,),
    "member": (Contact.Visibility.READERS, Contact.Visibility.MEMBERS),
    "coordinator": tuple(Contact.Visibility),
}
# Which of the directory's words each part of a read token opens: no more than its other addresses tell.
_WORDS_OF = {
    ReadPart.ACTORS: {"name", "description", "belongs", "place"},
    ReadPart.SERVICES: {"service", "service_description", "service_place"},
    ReadPart.CONTACTS: {"contact"},
}
# What has gone out by mail is not taken back by an undo.
_SENT = frozenset({"contact.ask"})


def actors_for(entry: Reaching) -> QuerySet[Actor]:
    """Return the actors on the map that whoever entered sees."""
    present = present_actors(entry.network).select_related("municipality")
    return present if entry.sees_people else present.exclude(kind=ActorKind.PERSON)


def actor_for(entry: Reaching, ref: str) -> Actor:
    """Return one actor of the entered network, or raise ``NotReachable``."""
    actor = actors_for(entry).filter(ref=ref).first()
    if actor is None:
        raise NotReachable(ref)
    return actor


def seen_contacts_for(entry: Reaching) -> QuerySet[Contact]:
    """Return all ways to reach actors of the network that whoever entered may see."""
    seen = Contact.objects.filter(actor__network=entry.network, visibility__in=_SEEN_BY[entry.role])
    if not entry.sees_people:
        seen = seen.exclude(actor__kind=ActorKind.PERSON)
    return seen.order_by("kind", "value") if entry.sees_contacts else seen.none()


def contacts_for(entry: Reaching, actor: Actor) -> QuerySet[Contact]:
    """Return the ways to reach ``actor`` that the entering person may see."""
    return seen_contacts_for(entry).filter(actor=actor)


def visibilities_for(entry: Entry) -> tuple[str, ...]:
    """Return which contacts the entering person sees, by whom they are visible to."""
    return tuple(_SEEN_BY[entry.role])


def services_for(entry: Reaching) -> QuerySet[Service]:
    """Return the services of the entered network that whoever entered sees: all that stand."""
    return present_services(entry.network)


def service_for(entry: Entry, ref: str) -> Service:
    """Return one service of the entered network, or raise ``NotReachable``."""
    service = services_for(entry).filter(ref=ref).first()
    if service is None:
        raise NotReachable(ref)
    return service


def ask_directory(entry: Entry, text: str) -> Answer:
    """Answer whom a query finds among the words that the entering person may read."""
    return ask_index(entry.network.pk, visibilities_for(entry), text)


def ask_directory_with_token(bearer: Bearer, text: str) -> tuple[Answer, dict[int, list[Text]]]:
    """Answer whom a query finds among the words that a read token opens, and return these words by actor."""
    fields = {name for part in bearer.parts for name in _WORDS_OF.get(ReadPart(part), ())}
    said: dict[int, list[Text]] = {}

    def read_again(keys: Sequence[int]) -> Iterator[Held]:
        seen = actors_for(bearer).filter(pk__in=keys).order_by("pk")
        said.update(opened_texts(bearer.network, list(seen.values_list("pk", flat=True)), fields))
        for actor, texts in said.items():
            yield Held(actor, *Analyser.here().terms(texts))

    return ask_index(bearer.network.pk, _SEEN_BY[bearer.role], text, read_again), said


def perspectives_for(entry: Entry) -> QuerySet[Perspective]:
    """Return the standing sources of the entered network."""
    return standing_perspectives(entry.network).select_related("speaker", "author")


def perspective_for(entry: Entry, ref: str) -> Perspective:
    """Return one standing source of the entered network, or raise ``NotReachable``."""
    perspective = perspectives_for(entry).filter(ref=ref).first()
    if perspective is None:
        raise NotReachable(ref)
    return perspective


def acts_for(entry: Entry) -> QuerySet[Act]:
    """Return what has been done in the entered network."""
    return Act.objects.filter(network_id=entry.network.pk)


def act_for(entry: Entry, pk: int) -> Act:
    """Return one act of the entered network, or raise ``NotReachable``."""
    act = acts_for(entry).filter(pk=pk).first()
    if act is None:
        raise NotReachable(str(pk))
    return act


def may_undo(entry: Entry, act: Act) -> bool:
    """Tell whether the entering person may take ``act`` back: their own, or any for a coordinator.

    Nobody takes back who belongs and in which role: that would hand a lost role back.
    """
    if act.verb in GOVERNING_VERBS | _SENT:
        return False
    return entry.may("coordinator") or (
        entry.may("member") and act.person_id == entry.membership.person_id
    )


def upload_for(entry: Entry, ref: str) -> Upload:
    """Return a file that the entering person brought and is still reviewing, or raise ``NotReachable``."""
    upload = Upload.objects.filter(
        network=entry.network, person_id=entry.membership.person_id, ref=ref
    ).first()
    if upload is None:
        raise NotReachable(ref)
    return upload


def asked_contacts_for(token: str, *, at: datetime) -> AskedContacts:
    """Return what the bearer of ``token`` is asked about; looking changes nothing.

    Raises:
        NotReachable: there is no such link, or the actor has left the map.
        PassRefused: it is over.
    """
    try:
        found = find_pass(token, CONTACTS, at=at)
    except PassUnknown as unknown:
        raise NotReachable(CONTACTS) from unknown
    network = Network.objects.filter(pk=found.network_id or 0).first()
    if network is None:
        raise NotReachable(CONTACTS)
    actor = present_actors(network).filter(ref=found.scope["actor"]).first()
    if actor is None:
        raise NotReachable(CONTACTS)
    seen = actor.contacts.filter(visibility__in=found.scope["seen"])
    return AskedContacts(
        network=network,
        actor=actor,
        asked_by=Person.objects.filter(pk=found.created_by_id or 0).first(),
        language=found.scope["language"],
        expires_at=found.expires_at,
        contacts=list(seen.order_by("kind", "value")),
        services=list(present_services(network).filter(offers__actor=actor).order_by("name")),
    )
