"""The only place that gathers what the directory finds actors by, parted by who may read it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet

from solmu.ledger.models import Change
from solmu.networks.models import Network
from solmu.registry.models import (
    Actor,
    Belonging,
    Claim,
    Contact,
    Identity,
    Mention,
    Name,
    Offer,
    Perspective,
    Service,
)
from solmu.registry.queries.reading import _LIVE, present_actors
from solmu.registry.slots import DIRECTORY, Saying
from solmu.search import Field, Text

# A word in a name tells more than one in a note.
NAME, SERVICE, ABOUT = Field("name", 6), Field("service", 3), Field("description", 2)
# Of a service too: a read token opens actors and services apart.
SERVICE_ABOUT, SERVED = Field("service_description", 2), Field("service_place", 2, tells=False)
HOME, PLACE = Field("belongs", 2, tells=False), Field("place", 2, tells=False)
CONTACT, NOTE = Field("contact", 2, tells=False), Field("note", 1, tells=False)
_ALL = str(Contact.Visibility.READERS)


class Place(NamedTuple):
    """An actor, and the visibility class whose words of it are meant."""

    actor: int
    seen_by: str


def texts_of(network: Network, actors: Collection[int] | None = None) -> dict[Place, list[Text]]:
    """Return the words by which actors on the map are found, of all or of some.

    The number of queries does not grow with them.
    """
    present = set(_among(present_actors(network), "pk", actors).values_list("pk", flat=True))
    found: dict[Place, dict[Text, None]] = defaultdict(dict)
    for actor, seen_by, text in _sayings(network, actors):
        if actor in present and text.text.strip():
            found[Place(actor, seen_by)][text] = None
    return {place: list(texts) for place, texts in found.items()}


def _sayings(network: Network, actors: Collection[int] | None) -> Iterator[Saying]:
    for actor, label_fi, label_sv, about, place_fi, place_sv in _among(
        Actor.objects.filter(network=network), "pk", actors
    ).values_list(
        "pk", "label_fi", "label_sv", "description", "municipality__name_fi", "municipality__name_sv"
    ):  # fmt: skip
        yield from _public(actor, NAME, label_fi, label_sv)
        yield from _public(actor, ABOUT, about)
        yield from _public(actor, PLACE, place_fi or "", place_sv or "")
    names = _among(Name.objects.filter(actor__network=network), "actor", actors)
    for actor, name in names.order_by("pk").values_list("actor", "text"):
        yield from _public(actor, NAME, name)
    named = _among(Identity.objects.filter(_LIVE, actor__network=network), "actor", actors)
    for actor, name, services in named.order_by("pk").values_list(
        "actor", "mention__name", "mention__services"
    ):
        yield from _public(actor, NAME, name)
        yield from _public(actor, SERVICE, services)
    homes = Belonging.objects.filter(actor__network=network, valid_to=None, to__removed_at=None)
    for actor, role, home_fi, home_sv in (
        _among(homes, "actor", actors)
        .order_by("pk")
        .values_list("actor", "role", "to__label_fi", "to__label_sv")
    ):
        yield from _public(actor, ABOUT, role)
        yield from _public(actor, HOME, home_fi, home_sv)
    contacts = _among(Contact.objects.filter(actor__network=network), "actor", actors)
    for actor, seen_by, value in contacts.order_by("pk").values_list(
        "actor", "visibility", "value"
    ):
        yield Saying(actor, seen_by, Text(CONTACT, value))
    yield from _offers(network, actors)
    for end in ("source", "target"):
        yield from _notes(network, f"{end}__identities", actors)
    for source in DIRECTORY:
        yield from source.sayings(network, actors)


def _offers(network: Network, actors: Collection[int] | None) -> Iterator[Saying]:
    """Yield what an actor offers, for whom and where."""
    standing = Offer.objects.filter(service__network=network, service__removed_at=None)
    offers = _among(standing, "actor", actors).order_by("pk")
    for actor, name, group, about in offers.values_list(
        "actor", "service__name", "service__target_group", "service__description"
    ):
        yield from _public(actor, SERVICE, name, group)
        yield from _public(actor, SERVICE_ABOUT, about)
    served = offers.exclude(service__places=None)
    towns = [f"service__places__municipality__name_{language}" for language in ("fi", "sv")]
    for actor, town_fi, town_sv in served.values_list("actor", *towns):
        yield from _public(actor, SERVED, town_fi or "", town_sv or "")


def _notes(network: Network, end: str, actors: Collection[int] | None) -> Iterator[Saying]:
    """Yield what was noted of an actor's ties: each reader of the map sees it there too."""
    noted = Claim.objects.filter(
        **{f"{end}__ended_at": None},
        perspective__network=network,
        perspective__withdrawn_at=None,
    ).exclude(note="")
    for actor, note in (
        _among(noted, f"{end}__actor", actors).order_by("pk").values_list(f"{end}__actor", "note")
    ):
        yield from _public(actor, NOTE, note)


def _public(actor: int, field: Field, *texts: str) -> Iterator[Saying]:
    return (Saying(actor, _ALL, Text(field, text)) for text in texts if text)


def _among(rows: QuerySet[Any], name: str, actors: Collection[int] | None) -> QuerySet[Any]:
    return rows if actors is None else rows.filter(**{f"{name}__in": actors})


def actors_behind(changes: Iterable[Change]) -> set[int] | None:
    """Return the actors whose words some changes bear on, or ``None`` when a whole source came or went."""
    changes = list(changes)
    ids: dict[str, set[int]] = defaultdict(set)
    told: dict[str, set[int]] = defaultdict(set)
    for change in changes:
        ids[change.model].add(change.object_id)
        for name, value in {**change.before, **change.after}.items():
            if name.endswith("_id") and value is not None:
                told[name].add(value)
    if Perspective._meta.label_lower in ids:
        return None
    actors = ids[Actor._meta.label_lower] | told["actor_id"] | told["to_id"]
    for model in (Contact, Belonging, Name, Identity):
        if own := ids[model._meta.label_lower]:
            actors |= set(model._base_manager.filter(pk__in=own).values_list("actor_id", flat=True))
    mentions = ids[Mention._meta.label_lower] | told["source_id"] | told["target_id"]
    if claims := ids[Claim._meta.label_lower]:
        ends = Claim.objects.filter(pk__in=claims).values_list("source_id", "target_id")
        mentions |= {mention for pair in ends for mention in pair}
    if mentions:
        meant = Identity.objects.filter(mention__in=mentions)
        actors |= set(meant.values_list("actor_id", flat=True))
    if services := ids[Service._meta.label_lower] | told["service_id"]:
        offered = Offer.objects.filter(service__in=services)
        actors |= set(offered.values_list("actor_id", flat=True))
    if renamed := ids[Actor._meta.label_lower]:
        below = Belonging.objects.filter(Q(to__in=renamed))
        actors |= set(below.values_list("actor_id", flat=True))
    for source in DIRECTORY:
        actors |= source.touched(changes)
    return actors
