"""The only place that reads whom a question about contacts reaches, and when it was asked last."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet

from solmu.ledger.models import Act
from solmu.networks.models import Network
from solmu.passes.models import Pass
from solmu.people.models import Person
from solmu.registry.models import Actor, Contact, Seat, Service
from solmu.registry.rules.confirming import CONTACTS, CORRECTED, MOST_LETTERS, Ask


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedContacts:
    """What the bearer of an actor's own link sees: as much of its contacts as who asked, and its services."""

    network: Network
    actor: Actor
    asked_by: Person | None
    language: str
    expires_at: datetime
    contacts: list[Contact]
    services: list[Service]


def last_ask(actor: Actor, *, at: datetime) -> Ask | None:
    """Return when ``actor`` was asked last, as long as that is remembered; an ask called back is none."""
    asked = passes_of(actor).filter(revoked_at=None).order_by("-created_at", "-pk").first()
    if asked is None:
        return None
    is_answered = asked.uses_left == 0
    return Ask(asked.created_at, is_answered, not is_answered and at < asked.expires_at)


def last_correction(actor: Actor) -> Act | None:
    """Return the act by which ``actor`` itself corrected its contacts last, unless it was taken back."""
    acts = Act.objects.filter(network_id=actor.network_id, verb=CORRECTED, undone_at=None)
    return acts.filter(summary__ref=actor.ref).first()


def passes_of(actor: Actor) -> QuerySet[Pass]:
    """Return the links by which ``actor`` was asked."""
    return Pass.objects.filter(
        purpose=CONTACTS, network_id=actor.network_id, scope__actor=actor.ref
    )


def whom_to_ask(
    actor: Actor, seen: Iterable[str], *, language: str, on: date
) -> list[tuple[str, str]]:
    """Return mailboxes with their languages: those in the contacts that the asker sees, or who holds a seat."""
    mailboxes = actor.contacts.filter(kind=Contact.Kind.EMAIL, visibility__in=list(seen))
    found = [(address, language) for address in mailboxes.values_list("value", flat=True)]
    if not found:
        seats = Seat.objects.filter(
            Q(valid_from=None) | Q(valid_from__lte=on),
            Q(valid_to=None) | Q(valid_to__gte=on),
            actor=actor,
            membership__ended_at=None,
            membership__person__is_active=True,
        )
        people = seats.values_list("membership__person__email", "membership__person__language")
        found = list(people)
    return sorted(set(found))[:MOST_LETTERS]
