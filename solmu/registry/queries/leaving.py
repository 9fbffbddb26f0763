"""What the registry keeps only for a time: files on their way in, and contacts nobody stands by any more."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from solmu.networks.models import Membership
from solmu.people.models import Person
from solmu.registry.models import Actor, ActorKind, Contact, Identity, Name, Upload

_UPLOAD_KEPT_FOR = timedelta(days=7)
# An undone import may be brought back for a while; then its people's contacts are nobody's to keep.
_UNSPOKEN_KEPT_FOR = timedelta(days=30)


def left_uploads(at: datetime) -> QuerySet[Upload]:
    """Return files that nobody came back to."""
    old = Upload.objects.filter(created_at__lt=at - _UPLOAD_KEPT_FOR)
    return old.exclude(state=Upload.State.APPLIED)


def unspoken_contacts(at: datetime) -> QuerySet[Contact]:
    """Return contacts of actors that only words withdrawn a month ago or earlier name, as by an undone import."""
    since = at - _UNSPOKEN_KEPT_FOR
    naming = Identity.objects.filter(actor=OuterRef("actor"))
    spoken = naming.filter(
        Q(mention__perspective__withdrawn_at=None) | Q(mention__perspective__withdrawn_at__gt=since)
    )
    return Contact.objects.filter(~Exists(spoken), actor__created_at__lt=since)


def own_actors(person: Person) -> QuerySet[Actor]:
    """Return the people on the map who are this person: by a seat, by their mailbox, or by their whole name.

    The name counts in their own networks only, and not when another member bears it: nobody should be
    able to erase somebody else by taking their name.
    """
    networks = person.memberships.values("network")
    namesakes = Membership.objects.filter(
        network=OuterRef("network"), person__name=person.name
    ).exclude(person=person)
    mailbox = Contact.objects.filter(actor=OuterRef("pk"), value__iexact=person.email)
    named = Name.objects.filter(actor=OuterRef("pk"), text__iexact=person.name)
    same_name = Q(Exists(named), ~Exists(namesakes), network__in=networks)
    mine = Q(seats__membership__person=person) | Q(Exists(mailbox))
    if len(person.name.split()) > 1:
        mine |= same_name
    people = Actor.objects.filter(kind=ActorKind.PERSON)
    return Actor.objects.filter(pk__in=people.filter(mine).values("pk"))


def own_contacts(person: Person) -> QuerySet[Contact]:
    """Return the contacts that are this person's: of them on the map, and their mailbox wherever it stands."""
    mine = Q(actor__in=own_actors(person)) | Q(value__iexact=person.email)
    return Contact.objects.filter(
        mine
        | Q(
            kind=Contact.Kind.PERSON,
            value__iexact=person.name or "–",
            actor__network__in=person.memberships.values("network"),
        )
    )
