"""The only place that takes a person out of the registry: their contacts, their name, and them on the map."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from datetime import datetime

from django.db.models import F, QuerySet
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from solmu.ledger.actions import forget_rows
from solmu.ledger.models import Change
from solmu.networks.models import Network
from solmu.networks.queries import own_names
from solmu.people.actions import blot
from solmu.people.models import Person
from solmu.people.rules import words_of
from solmu.people.slots import Fate
from solmu.registry.actions.indexing import forget_index
from solmu.registry.models import (
    Actor,
    Belonging,
    Claim,
    Identity,
    Mention,
    Name,
    Perspective,
    Service,
    Upload,
)
from solmu.registry.queries.leaving import is_anothers, own_actors, own_contacts
from solmu.registry.slots import TEXTS


def fates_in_registry(person: Person) -> Iterator[Fate]:
    """Tell what erasing an account does to what the registry keeps."""
    contacts = own_contacts(person).count()
    if contacts:
        words = ngettext("%(n)s contact of yours", "%(n)s contacts of yours", contacts)
        yield Fate("goes", words % {"n": contacts})
    for actor in own_actors(person).select_related("network"):
        yield Fate(
            "stays",
            _("You on the map, without your name: %(network)s") % {"network": actor.network.name},
            _("What others have said of the work you share is theirs too."),
        )
    said = Claim.objects.filter(perspective__author=person).count()
    if said:
        words = ngettext("%(n)s tie that you described", "%(n)s ties that you described", said)
        yield Fate(
            "stays",
            words % {"n": said},
            _("The map belongs to the network. Your name is taken off."),
        )


def erase_from_registry(person: Person, at: datetime, again: bool) -> None:
    """Erase a person's contacts and files, make them nobody on the map, and take their name out of texts."""
    del at, again
    ids = set(person.memberships.values_list("network_id", flat=True))
    ids |= set(Perspective.objects.filter(author=person).values_list("network_id", flat=True))
    actors = list(own_actors(person))
    contacts = own_contacts(person)
    forget_rows(
        {
            "registry.contact": contacts.values_list("pk", flat=True),
            "registry.upload": Upload.objects.filter(person=person).values_list("pk", flat=True),
        }
    )
    contacts.delete()
    Upload.objects.filter(person=person).delete()
    for actor in actors:
        _make_nobody(actor)
    _blot_texts(sorted(ids | {actor.network_id for actor in actors}), person)
    Network.objects.filter(pk__in={actor.network_id for actor in actors}).update(
        revision=F("revision") + 1
    )


def _make_nobody(actor: Actor) -> None:
    """Give a person on the map a name that means nobody; ties and belongings stay as the network's."""
    number = secrets.token_hex(2)
    names = {}
    for language in ("fi", "sv"):
        with translation.override(language):
            names[language] = _("Erased person %(number)s") % {"number": number}
    old = set(Name.objects.filter(actor=actor).values_list("text", flat=True)) | {actor.label_fi}
    mentions = Mention.objects.filter(identities__actor=actor)
    ids = list(mentions.values_list("pk", flat=True))
    forget_rows(
        {
            "registry.actor": [actor.pk],
            "registry.name": Name.objects.filter(actor=actor).values_list("pk", flat=True),
            "registry.mention": ids,
            "registry.belonging": Belonging.objects.filter(actor=actor).values_list(
                "pk", flat=True
            ),
        }
    )
    Name.objects.filter(actor=actor).delete()
    Name.objects.bulk_create(
        Name(actor=actor, language=language, text=text) for language, text in names.items()
    )
    Actor.objects.filter(pk=actor.pk).update(
        label_fi=names["fi"], label_sv=names["sv"], description="", business_id=""
    )
    Mention.objects.filter(pk__in=ids).update(name=names["fi"], ref="", extra={}, services="")
    Belonging.objects.filter(actor=actor).update(role="", share="")
    blot(Change.objects.filter(act__network_id=actor.network_id), ("before", "after"), sorted(old))


def _blot_texts(networks: list[int], person: Person) -> None:
    """Take the name out of what their networks keep in words, and the mailbox out of every network's.

    Their own places on the map bear it no more: whoever still does is somebody or something else.
    """
    names = own_names(person)
    for pk in networks:
        name = names.get(pk, "")
        if name and not is_anothers(name, pk):
            _blot_in(Network.objects.filter(pk=pk), words_of(person.email, name))
    forget_index(networks)
    _blot_in(Network.objects.all(), (person.email,))


def _blot_in(networks: QuerySet[Network], words: Sequence[str]) -> None:
    ids = networks.values("pk")
    blot(Perspective.objects.filter(network__in=ids), ("title",), words)
    blot(Actor.objects.filter(network__in=ids), ("description",), words)
    said = {"perspective__network__in": ids}
    blot(Claim.objects.filter(**said), ("note", "means", "extra"), words)
    blot(Mention.objects.filter(**said), ("name", "services", "parent", "extra"), words)
    of_actor = {"actor__network__in": ids}
    blot(Belonging.objects.filter(**of_actor), ("role",), words)
    blot(Identity.objects.filter(**of_actor), ("why",), words)
    blot(Service.objects.filter(network__in=ids), ("name", "description", "target_group"), words)
    blot(Upload.objects.filter(network__in=ids), ("plan", "answers", "file_name"), words)
    for texts in TEXTS:
        blot(texts.rows(networks), texts.fields, words)
