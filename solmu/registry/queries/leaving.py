"""What the registry keeps only for a time: files on their way in, and contacts nobody stands by any more."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from solmu.networks.models import Membership
from solmu.networks.queries import own_names
from solmu.people.models import Person
from solmu.registry.models import Actor, ActorKind, Contact, Identity, Name, Seat, Upload

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
    """Return the people on the map who are this person: by a seat, by their mailbox, or by their own whole name.

    Nobody should be able to erase somebody else by taking their name or writing a mailbox onto their card:
    the name is the one that the person joined under, and an actor who has another member's seat, mailbox or
    name is that member's.
    """
    names = own_names(person)
    mine = Q(seats__membership__person=person)
    others = Membership.objects.filter(network=OuterRef("actor__network")).exclude(person=person)
    namesake = Q(joined_as__iexact=OuterRef("text")) | Q(person__name__iexact=OuterRef("text"))
    borne = Name.objects.filter(Exists(others.filter(namesake)), actor=OuterRef("pk"))
    seat = Seat.objects.filter(actor=OuterRef("pk")).exclude(membership__person=person)
    reader = Person.objects.filter(email__iexact=OuterRef("value")).exclude(pk=person.pk)
    mailbox = Contact.objects.filter(Exists(reader), actor=OuterRef("pk"))
    nobody_elses = Q(~Exists(seat), ~Exists(mailbox), ~Exists(borne))
    own_mailbox = Contact.objects.filter(actor=OuterRef("pk"), value__iexact=person.email)
    mine |= Q(Exists(own_mailbox)) & nobody_elses
    for network_id, name in names.items():
        if len(name.split()) > 1:
            named = Name.objects.filter(actor=OuterRef("pk"), text__iexact=name)
            mine |= Q(Exists(named), network=network_id) & nobody_elses
    people = Actor.objects.filter(kind=ActorKind.PERSON)
    return Actor.objects.filter(pk__in=people.filter(mine).values("pk"))


def own_contacts(person: Person) -> QuerySet[Contact]:
    """Return the contacts that are this person's: of them on the map, and their mailbox wherever it stands."""
    mine = Q(actor__in=own_actors(person)) | Q(value__iexact=person.email)
    for network_id, name in own_names(person).items():
        mine |= Q(kind=Contact.Kind.PERSON, value__iexact=name, actor__network=network_id)
    return Contact.objects.filter(mine)


def is_anothers(name: str, network_id: int) -> bool:
    """Tell whether anybody or anything on a network's map bears a name."""
    return Name.objects.filter(actor__network=network_id, text__iexact=name).exists()
