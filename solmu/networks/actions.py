"""The only place where networks, areas, memberships and invitations change."""

from __future__ import annotations

import json
import logging
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from importlib import resources
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext as _

from solmu.ledger.actions import Record, forget_rows, recorded
from solmu.ledger.models import Act, Change
from solmu.networks.models import Area, Membership, Network, ReadPart
from solmu.networks.queries import (
    cast_roles,
    coordinated_alone_by,
    last_given,
    memberships_of,
    open_invitations,
)
from solmu.networks.rules import (
    INVITATION,
    INVITATION_LASTS,
    INVITATIONS_A_DAY,
    READING,
    folded,
    loses_last_coordinator,
    slug_for,
)
from solmu.passes.actions import issue_pass, redeem_pass, revoke_pass, spend
from solmu.passes.models import Pass
from solmu.people.actions import LetterNotSent, StillNeeded, blot, make_person, send_letter
from solmu.people.models import Person
from solmu.people.rules import tidy_email, words_of
from solmu.people.slots import Fate

_CATALOGUE = resources.files("solmu.networks") / "data" / "municipalities.json"
_log = logging.getLogger(__name__)


class LastCoordinator(Exception):
    """The network would be left without anybody to coordinate it."""


class AlreadyGiven(Exception):
    """The same form has given a token already."""


class AlreadyMember(Exception):
    """Whoever is invited belongs to the network already."""


def load_areas(model: type[Area] = Area) -> int:
    """Bring the catalogue of areas up to its data file and return how many areas it holds.

    A migration gives its own ``model``, as the table was then.
    """
    catalogue = json.loads(_CATALOGUE.read_text(encoding="utf-8"))
    known = {(area.kind, area.code): area for area in model.objects.filter(network=None)}
    new, renamed = [], []
    for kind in (Area.Kind.MUNICIPALITY, Area.Kind.WELLBEING_COUNTY):
        for code, name_fi, name_sv in catalogue[kind]:
            area = known.get((kind, code))
            if area is None:
                new.append(model(kind=kind, code=code, name_fi=name_fi, name_sv=name_sv))
            elif (area.name_fi, area.name_sv) != (name_fi, name_sv):
                area.name_fi, area.name_sv = name_fi, name_sv
                renamed.append(area)
    model.objects.bulk_create(new)
    model.objects.bulk_update(renamed, ["name_fi", "name_sv"])
    return len(known) + len(new)


def found_network(
    name: str,
    *,
    by: Person | None,
    at: datetime,
    kind: str = Network.Kind.GUIDANCE,
    purpose: str = "",
    areas: Iterable[Area] = (),
    own_areas: Iterable[tuple[str, str]] = (),
) -> Network:
    """Make a network; whoever founds it coordinates it. Own areas are pairs of kind and name."""
    with recorded(None, "found_network", by=by, at=at) as record:
        taken = set(Network.objects.values_list("slug", flat=True))
        network = record.add(
            Network(
                name=name, slug=slug_for(name, taken), kind=kind, purpose=purpose, created_at=at
            )
        )
        record.act.network_id = network.pk
        _set_areas(network, [*areas, *_own_areas(network, own_areas, record)], record)
        if by is not None:
            record.add(
                Membership(
                    network=network, person=by, role=Membership.Role.COORDINATOR, joined_at=at
                )
            )
    return network


def set_up_network(
    network: Network,
    values: Mapping[str, Any],
    *,
    areas: Iterable[Area],
    own_areas: Iterable[tuple[str, str]] = (),
    by: Person,
    at: datetime,
) -> None:
    """Change what a network says of itself: name, kind, purpose, areas and boundary."""
    with recorded(network.pk, "set_up_network", by=by, at=at) as record:
        record.set(network, **values)
        _set_areas(network, [*areas, *_own_areas(network, own_areas, record)], record)
        mark_changed(network)


def mark_changed(network: Network) -> None:
    """Count one more change of what is known, so that what was computed of it is computed again."""
    Network.objects.filter(pk=network.pk).update(revision=F("revision") + 1)
    network.refresh_from_db(fields=["revision"])


def change_role(membership: Membership, role: str, *, by: Person, at: datetime) -> None:
    """Give a member another role.

    Raises:
        LastCoordinator: nobody else would coordinate.
    """
    network = membership.network
    with recorded(network.pk, "change_role", by=by, at=at, summary={"role": role}) as record:
        _keep_a_coordinator(membership, role)
        changed = record.set(membership, role=role)
    if changed and membership.person != by:
        _tell("role_changed", membership)


def end_membership(membership: Membership, *, by: Person, at: datetime) -> None:
    """End a membership: one's own (leaving) or another's (removing). Open invitations end with it.

    Raises:
        LastCoordinator: nobody else would coordinate.
    """
    network, person = membership.network, membership.person
    verb = "leave_network" if person == by else "remove_member"
    with recorded(network.pk, verb, by=by, at=at) as record:
        _keep_a_coordinator(membership, None)
        record.set(membership, ended_at=at)
        for invitation in open_invitations(network, at=at):
            if invitation.scope["email"] == person.email:
                record.set(invitation, revoked_at=at)
    if person != by:
        _tell("removed", membership)


def invite(
    email: str,
    *,
    network: Network | None,
    role: str = Membership.Role.MEMBER,
    language: str = "fi",
    by: Person | None,
    at: datetime,
) -> str:
    """Invite a mailbox and return the one-time link; an earlier open invitation gives way.

    Raises:
        AlreadyMember: whoever reads that mailbox belongs to the network.
        TooManyTries: one person invites at most so many a day.
        LetterNotSent: the mail server did not take the letter; nothing is left behind.
    """
    email, network_id = tidy_email(email), network.pk if network else None
    if network and network.memberships.filter(person__email=email, ended_at=None).exists():
        raise AlreadyMember(email)
    if by is not None:
        spend((INVITATIONS_A_DAY, str(by.pk)), at=at)
    scope = {"email": email, "role": role, "language": language}
    with recorded(network_id, "invite", by=by, at=at, summary={"role": role}) as record:
        for earlier in open_invitations(network, at=at):
            if earlier.scope["email"] == email:
                record.set(earlier, revoked_at=at)
        granted, token = issue_pass(
            INVITATION,
            lasts=INVITATION_LASTS,
            by=by,
            at=at,
            scope=scope,
            network_id=network_id,
        )
        record.made(granted)
    link = settings.PUBLIC_URL + reverse("join", args=[token])
    words = {"network": network, "link": link, "inviter": by, "days": INVITATION_LASTS.days}
    try:
        send_letter("networks/letters/invitation", to=email, language=language, words=words)
    except LetterNotSent:
        revoke_pass(granted, at=at)
        raise
    return link


def revoke_invitation(invitation: Pass, *, by: Person, at: datetime) -> None:
    """Take an invitation back before it is used."""
    with recorded(invitation.network_id, "revoke_invitation", by=by, at=at) as record:
        record.set(invitation, revoked_at=at)


def give_read_token(
    network: Network,
    name: str,
    parts: Collection[str],
    *,
    lasts: timedelta,
    by: Person,
    at: datetime,
    after: str | None = None,
) -> str:
    """Let whoever bears a new token read these parts of a network; return it, for nobody can read it later.

    Raises:
        AlreadyGiven: ``by`` has given another since ``after``, as `last_given` told it: the same form came twice.
    """
    with recorded(network.pk, "give_read_token", by=by, at=at) as record:
        if after is not None and after != last_given(network, by):
            raise AlreadyGiven
        granted, token = issue_pass(
            READING,
            name=name,
            scope={"parts": [part.value for part in ReadPart if part in parts]},
            lasts=lasts,
            uses=None,
            network_id=network.pk,
            by=by,
            at=at,
        )
        record.made(granted)
    return token


def revoke_read_token(granted: Pass, *, by: Person, at: datetime) -> None:
    """Let nobody read with a token any more, from the next request on."""
    with recorded(granted.network_id, "revoke_read_token", by=by, at=at) as record:
        record.set(granted, revoked_at=at)


def join(
    token: str, *, name: str = "", language: str = "", at: datetime
) -> tuple[Person, Network | None]:
    """Use an invitation up: whoever bears it reads the invited mailbox, so that person joins.

    Returns the person, newly made if the mailbox had no account, and the network.

    Raises:
        PassUnknown, PassRefused: there is no such invitation, or it is over.
    """
    with transaction.atomic():
        invitation = redeem_pass(token, INVITATION, at=at)
        scope = invitation.scope
        language = language or scope["language"]
        person = make_person(scope["email"], name=name, language=language, by=None, at=at)
        network = Network.objects.filter(pk=invitation.network_id or 0).first()
        if network and not network.memberships.filter(person=person, ended_at=None).exists():
            with recorded(network.pk, "join_network", by=person, at=at) as record:
                record.add(
                    Membership(network=network, person=person, role=scope["role"], joined_at=at)
                )
    return person, network


def seat_cast(network: Network, cast: Mapping[str, Person], *, at: datetime) -> None:
    """Give the demo's cast their places in ``network``; whoever has been there stays as they are."""
    with recorded(network.pk, "seat_cast", by=None, at=at) as record:
        for key, (role, has_left) in cast_roles().items():
            if not network.memberships.filter(person=cast[key]).exists():
                ended_at = at if has_left else None
                record.add(
                    Membership(
                        network=network,
                        person=cast[key],
                        role=role,
                        joined_at=at,
                        ended_at=ended_at,
                    )
                )


def fates_in_networks(person: Person) -> Iterator[Fate]:
    """Tell what erasing an account does to its memberships; the last coordinator hands over first."""
    for network in coordinated_alone_by(person):
        yield Fate(
            "stops",
            _("You alone coordinate: %(network)s") % {"network": network.name},
            _("Give the role of coordinator to somebody else first."),
            reverse("members", args=[network.slug]),
        )
    for membership in memberships_of(person):
        yield Fate("goes", _("Your membership: %(network)s") % {"network": membership.network.name})


def erase_from_networks(person: Person, at: datetime, again: bool) -> None:
    """Take a person's memberships away, and their name out of what their networks keep in words.

    Raises:
        StillNeeded: somebody else has left in this very moment, and nobody would coordinate.
    """
    del at
    ids = sorted(set(person.memberships.values_list("network_id", flat=True)))
    networks = Network.objects.filter(pk__in=ids)
    list(networks.select_for_update().order_by("pk"))  # held, so that two cannot leave at once
    stops = [fate for fate in fates_in_networks(person) if fate.kind == "stops"]
    if stops and not again:
        raise StillNeeded(stops)
    words = words_of(person.email, person.name)
    blot(networks, ("purpose", "boundary_rule"), words)
    blot(Act.objects.filter(network_id__in=ids), ("summary",), words)
    blot(Change.objects.filter(act__network_id__in=ids), ("before", "after"), words)
    forget_rows({"networks.membership": person.memberships.values_list("pk", flat=True)})
    person.memberships.all().delete()


def _keep_a_coordinator(membership: Membership, role: str | None) -> None:
    """Refuse what leaves no coordinator; the network's row is held, so that two cannot leave at once."""
    Network.objects.select_for_update().get(pk=membership.network_id)
    membership.refresh_from_db(fields=["role", "ended_at"])
    coordinators = membership.network.memberships.filter(
        role=Membership.Role.COORDINATOR, ended_at=None
    ).count()
    if loses_last_coordinator(membership.role, role, coordinators):
        raise LastCoordinator


def _own_areas(network: Network, named: Iterable[tuple[str, str]], record: Record) -> list[Area]:
    """Return the network's own areas of these kinds and names, made where they are missing."""
    known = {(area.kind, folded(area.name_fi)): area for area in network.own_areas.all()}
    found = []
    for kind, name in named:
        area = known.get((kind, folded(name)))
        if area is None:
            area = record.add(Area(network=network, kind=kind, name_fi=name, name_sv=name))
            known[kind, folded(name)] = area
        found.append(area)
    return found


def _set_areas(network: Network, areas: Iterable[Area], record: Record) -> None:
    through = Network.areas.through
    wanted = {area.pk for area in areas}
    present = {row.area_id: row for row in through.objects.filter(network=network)}
    for area_id in sorted(wanted - set(present)):
        record.add(through(network_id=network.pk, area_id=area_id))
    for area_id, row in present.items():
        if area_id not in wanted:
            record.remove(row)


def _tell(letter: str, membership: Membership) -> None:
    """Write to a member about what was decided; the decision stands even if the letter fails."""
    person = membership.person
    words = {"network": membership.network, "role": membership.get_role_display}
    try:
        send_letter(
            f"networks/letters/{letter}", to=person.email, language=person.language, words=words
        )
    except LetterNotSent:
        _log.warning("A letter of kind %s was not taken by the mail server.", letter)
