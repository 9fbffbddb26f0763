"""The only place that reads areas, members and invitations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from solmu.lib.alphabet import in_order
from solmu.networks.models import Area, Membership, Network, ReadPart
from solmu.networks.rules import INVITATION, READING, folded
from solmu.passes.models import Pass
from solmu.passes.queries import open_passes
from solmu.people.models import Person


def municipalities_by_name(network: Network | None = None) -> dict[str, Area]:
    """Return municipalities by folded Finnish and Swedish name; the network's own ones win."""
    areas = Area.objects.filter(
        Q(network=None) | Q(network=network), kind=Area.Kind.MUNICIPALITY
    ).order_by("pk")
    own_last = sorted(areas, key=lambda area: area.network_id is not None)
    return {folded(name): area for area in own_last for name in (area.name_sv, area.name_fi)}


def find_municipality(text: str, network: Network | None = None) -> Area | None:
    """Find a municipality by its Finnish or Swedish name, whatever the case; None when unknown."""
    return municipalities_by_name(network).get(folded(text))


def members_of(network: Network) -> list[Membership]:
    """Return who belongs to a network now, coordinators first, then by name."""
    members = network.memberships.filter(ended_at=None).select_related("person", "network")
    return sorted(
        members,
        key=lambda one: (one.role != Membership.Role.COORDINATOR, in_order(str(one.person))),
    )


def memberships_of(person: Person) -> list[Membership]:
    """Return a person's present memberships by the network's name."""
    mine = person.memberships.filter(ended_at=None).select_related("network")
    return sorted(mine, key=lambda one: in_order(one.network.name))


def open_invitations(network: Network | None, *, at: datetime) -> list[Pass]:
    """Return the invitations that may still be used; without a network those to Solmu alone."""
    network_id = network.pk if network else None
    live = open_passes(INVITATION, at=at)
    return list(live.filter(network_id=network_id))


@dataclass(frozen=True, slots=True)
class ReadToken:
    """A token for reading in its list; ``works`` is False once its giver no longer coordinates."""

    granted: Pass
    giver: str
    works: bool

    @property
    def parts(self) -> list[str]:
        """What it lets read, in words."""
        return [str(part.label) for part in ReadPart if part in self.granted.scope["parts"]]


def read_tokens(network: Network, *, at: datetime) -> list[ReadToken]:
    """Return the tokens for reading that have neither ended nor been taken back, the newest first."""
    granted = list(open_passes(READING, at=at, network_id=network.pk))
    givers = {one.created_by_id or 0 for one in granted}
    names = {person.pk: str(person) for person in Person.objects.filter(pk__in=givers)}
    coordinating = set(
        network.memberships.filter(
            role=Membership.Role.COORDINATOR, ended_at=None, person__is_active=True
        ).values_list("person_id", flat=True)
    )
    return [
        ReadToken(one, names.get(one.created_by_id or 0, "–"), one.created_by_id in coordinating)
        for one in granted
    ]


def last_given(network: Network, person: Person) -> str:
    """Return which token for reading somebody gave last; a form carries it, so that sent again it gives no other."""
    given = Pass.objects.filter(purpose=READING, network_id=network.pk, created_by_id=person.pk)
    return str(given.order_by("-pk").values_list("pk", flat=True).first() or "")


def municipalities_called(network: Network, text: str) -> list[int]:
    """Return the municipalities with this code, or this Finnish or Swedish name, by key."""
    areas = Area.objects.filter(
        Q(network=None) | Q(network=network), kind=Area.Kind.MUNICIPALITY
    ).values_list("pk", "code", "name_fi", "name_sv")
    sought = folded(text)
    return [
        pk
        for pk, code, *names in areas
        if code == text.strip() or sought in {folded(name) for name in names}
    ]


def cast_roles() -> dict[str, tuple[str, bool]]:
    """Return the demo cast's places in its network by key: the role, and whether they have left it."""
    return {
        "aino": (Membership.Role.COORDINATOR, False),
        "eero": (Membership.Role.MEMBER, False),
        "minna": (Membership.Role.READER, False),
        "ritva": (Membership.Role.MEMBER, True),
    }


def own_names(person: Person) -> dict[int, str]:
    """Return the names that are a person's own beyond doubt, by network: there they are taken out of others' words.

    It is the name that they first joined under, unless another member bears it: a name taken later could be
    somebody else's, to be rubbed off the map for good.
    """
    mine: dict[int, str] = {}
    for membership in person.memberships.order_by("joined_at", "pk"):
        mine.setdefault(membership.network_id, membership.joined_as)
    others = Membership.objects.filter(network__in=mine).exclude(person=person)
    borne = {
        (network_id, folded(name))
        for network_id, *names in others.values_list("network_id", "joined_as", "person__name")
        for name in names
    }
    return {pk: name for pk, name in mine.items() if name and (pk, folded(name)) not in borne}


def counties() -> list[Area]:
    """Return the wellbeing services counties of the catalogue."""
    kind = Area.Kind.WELLBEING_COUNTY
    return list(Area.objects.filter(kind=kind, network=None))


def coordinated_alone_by(person: Person) -> list[Network]:
    """Return the networks that would be left without a coordinator if a person went."""
    role = Membership.Role.COORDINATOR
    others = Membership.objects.filter(role=role, ended_at=None).exclude(person=person)
    mine = Membership.objects.filter(person=person, role=role, ended_at=None)
    return list(
        Network.objects.filter(pk__in=mine.values("network")).exclude(
            pk__in=others.values("network")
        )
    )
