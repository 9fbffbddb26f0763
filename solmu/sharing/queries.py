"""The only place that reads shared maps: the list of them, names to look out for, and what a stranger sees."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from importlib import resources

from django.conf import settings
from django.db.models import QuerySet
from django.utils import translation

from solmu.analysis.queries import actor_facts, tie_facts
from solmu.mapping.queries.tables import written_services
from solmu.networks.models import Area, Network
from solmu.people.models import Person
from solmu.registry.models import ActorKind, Contact, Content, Name
from solmu.registry.queries import is_directed
from solmu.sharing.models import Share
from solmu.sharing.rules.namelike import NameStore, name_store, signs_of
from solmu.sharing.rules.stripping import Flag, Shown, Source, Terms, key_of, level_of, strip

_DATA = resources.files("solmu.sharing") / "data"
SHARE = "share"


@dataclass(frozen=True, slots=True)
class Listed:
    """A share as its list shows it: draft, open, ended or revoked."""

    share: Share
    state: str


def shares_in(network: Network, *, at: datetime) -> list[Listed]:
    """Return the network's shares, the newest first."""
    found = network.shares.select_related("grant")
    return [Listed(share, state_of(share, at=at)) for share in found]


def state_of(share: Share, *, at: datetime) -> str:
    """Tell where a share stands."""
    grant = share.grant
    if grant is None:
        return "draft"
    if grant.revoked_at is not None:
        return "revoked"
    return "ended" if at >= grant.expires_at else "open"


def terms_of(share: Share) -> Terms:
    """Return what a share grants."""
    return Terms(
        title=share.title,
        level=level_of(share.level),
        fields=frozenset(share.fields),
        left_out=frozenset(share.left_out),
        confirmed=frozenset(share.confirmed),
    )


def shown_of(share: Share, *, on: date, network: Network | None = None) -> Shown:
    """Return what the bearer of the link sees on a day, in the language that is spoken now."""
    network = network or share.network
    return strip(_source(network, on), terms_of(share), names_around(network))


def title_of(share: Share) -> str:
    """Return the title if it may be said to strangers, else nothing."""
    if key_of(share.title) not in share.confirmed and signs_of(
        share.title, names_around(share.network)
    ):
        return ""
    return share.title


def flags_of(share: Share, *, on: date) -> list[Flag]:
    """Return every text that looks like a person's, in all languages that the page may be read in."""
    names = names_around(share.network)
    found: dict[tuple[str, str, str], Flag] = {}
    for language, _ in settings.LANGUAGES[:2]:  # English readers get the Finnish names
        with translation.override(language):
            for flag in strip(_source(share.network, on), terms_of(share), names).flags:
                found[flag.part, flag.text, flag.ref] = flag
    return list(found.values())


def _source(network: Network, on: date) -> Source:
    own = Area.objects.filter(network=network).values_list("name_fi", "name_sv")
    return Source(
        actors=actor_facts(network, on=on),
        ties=tie_facts(network, on=on),
        services=written_services(network),
        own_places={name for names in own for name in names},
        contents={"", *Content.values},
        on=on,
        directed=is_directed(network),
        revision=network.revision,
    )


def names_around(network: Network) -> NameStore:
    """Return the usual names of the country, and those of everybody whom the network knows."""
    actors = Name.objects.filter(actor__network=network, actor__kind=ActorKind.PERSON)
    contacts = Contact.objects.filter(actor__network=network, kind=Contact.Kind.PERSON)
    members = Person.objects.filter(memberships__network=network)
    known = (
        *actors.values_list("text", flat=True),
        *contacts.values_list("value", flat=True),
        *members.values_list("name", flat=True),
    )
    areas = Area.objects.filter(network=None).values_list("name_fi", "name_sv")
    places = (name for names in areas for name in names)
    return name_store(_listed("first_names.txt"), _listed("surnames.txt"), known, places)


@cache
def _listed(file: str) -> tuple[str, ...]:
    lines = (_DATA / file).read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


def shares_of(networks: QuerySet[Network]) -> QuerySet[Share]:
    """Return all shares of some networks, also those that ended."""
    return Share.objects.filter(network__in=networks.values("pk"))
