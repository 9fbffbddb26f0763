"""The only place where an actor is asked whether its contacts are right, and where it answers by its link."""

from __future__ import annotations

import logging
from collections.abc import Collection
from contextlib import AbstractContextManager, suppress
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from solmu.ledger.actions import Record, recorded
from solmu.networks.actions import mark_changed
from solmu.passes.actions import attempt, issue_pass, redeem_pass, revoke_pass
from solmu.people.actions import LetterNotSent, send_letter
from solmu.people.models import Person
from solmu.registry.actions.perspectives import mention_of
from solmu.registry.models import Actor, Contact, Offer, Perspective
from solmu.registry.queries.confirming import AskedContacts, last_ask, passes_of, whom_to_ask
from solmu.registry.rules.confirming import ASKS_A_DAY, CONTACTS, CORRECTED, LINK_LASTS, Correction

_log = logging.getLogger(__name__)


class NobodyToAsk(Exception):
    """No mailbox of the actor is known, and nobody holds a seat for it."""


class AskedLately(Exception):
    """The actor was asked a short time ago; ``asked_at`` is when."""

    def __init__(self, asked_at: datetime) -> None:
        super().__init__(asked_at)
        self.asked_at = asked_at


def ask_to_confirm(
    actor: Actor,
    *,
    seen: Collection[str],
    is_urgent: bool = False,
    language: str,
    by: Person,
    at: datetime,
) -> str:
    """Write to ``actor`` with a link to what the asking person sees of its contacts, and return the link.

    An earlier link gives way. ``seen`` is which contacts the asking person sees: no answer shows more than
    that. ``is_urgent`` asks again although it was asked lately.

    Raises:
        NobodyToAsk: there is no mailbox to write to.
        AskedLately: it was asked within a fortnight.
        TooManyTries: one person asks at most so many a day.
        LetterNotSent: the mail server took no letter; nothing is left behind.
    """
    mailboxes = whom_to_ask(actor, seen, language=language, on=at.date())
    if not mailboxes:
        raise NobodyToAsk
    with attempt((ASKS_A_DAY, str(by.pk)), at=at):
        pass
    summary = {"actor": actor.label_fi}
    with recorded(actor.network_id, "contact.ask", by=by, at=at, summary=summary) as record:
        earlier = last_ask(actor, at=at)
        if earlier and earlier.is_recent(at) and not is_urgent:
            raise AskedLately(earlier.asked_at)
        for old in passes_of(actor).filter(revoked_at=None, uses_left__gt=0):
            record.set(old, revoked_at=at)
        scope = {"actor": actor.ref, "seen": sorted(seen), "language": language}
        granted, token = issue_pass(
            CONTACTS, lasts=LINK_LASTS, by=by, at=at, scope=scope, network_id=actor.network_id
        )
        record.made(granted)
    link = settings.PUBLIC_URL + reverse("confirm_contacts", args=[token])
    if not _write_to(mailboxes, actor, link, by=by):
        revoke_pass(granted, at=at)
        raise LetterNotSent(CONTACTS)
    return link


def confirm_by_link(asked: AskedContacts, token: str, *, at: datetime) -> None:
    """Keep that all that the link shows is right today; the link is used up.

    Raises:
        PassRefused: somebody has answered by it already.
    """
    with transaction.atomic():
        redeem_pass(token, CONTACTS, at=at)
        with _told_by(asked.actor, "contact.confirm_by_link", at=at) as record:
            for contact in asked.contacts:
                record.set(contact, confirmed_on=at.date())
            for service in asked.services:
                record.set(service, confirmed_on=at.date())


def correct_by_link(
    asked: AskedContacts, token: str, correction: Correction, *, at: datetime
) -> None:
    """Keep what the actor itself corrects, and that the rest is right today; the link is used up.

    Raises:
        PassRefused: somebody has answered by it already.
    """
    actor, on = asked.actor, at.date()
    with transaction.atomic():
        redeem_pass(token, CONTACTS, at=at)
        with _told_by(actor, CORRECTED, at=at) as record:
            taken = set(actor.contacts.values_list("kind", "value"))
            for contact in asked.contacts:
                value = correction.values.get(contact.pk, contact.value)
                if value == contact.value:
                    record.set(contact, confirmed_on=on)
                elif not value or (contact.kind, value) in taken:
                    record.remove(contact)
                else:
                    taken.add((contact.kind, value))
                    record.set(contact, value=value, confirmed_on=on)
            for kind, value in dict.fromkeys(correction.new):
                if (kind, value) not in taken:
                    record.add(Contact(actor=actor, kind=kind, value=value, confirmed_on=on))
            _correct_services(asked, correction, record=record, at=at)
            mark_changed(actor.network)


def _correct_services(
    asked: AskedContacts, correction: Correction, *, record: Record, at: datetime
) -> None:
    for service in asked.services:
        if service.pk not in correction.ended:
            record.set(service, confirmed_on=at.date())
            continue
        for offer in Offer.objects.filter(service=service, actor=asked.actor):
            record.remove(offer)
        if not service.offers.exists():
            record.set(service, removed_at=at)
    if correction.missing:
        own = _own_directory(asked.actor, record=record, at=at)
        mention = mention_of(asked.actor, own, record=record, by=None, at=at)
        record.set(mention, services=correction.missing)


def _own_directory(actor: Actor, *, record: Record, at: datetime) -> Perspective:
    """Return where an actor's own words of its services go.

    It has no speaker: that would say that the actor was asked about its ties as well.
    """
    kind = Perspective.Kind.DIRECTORY
    own = Perspective.objects.filter(
        network=actor.network,
        kind=kind,
        author=None,
        withdrawn_at=None,
        mentions__identities__actor=actor,
        mentions__identities__ended_at=None,
    ).first()
    return own or record.add(
        Perspective(
            network=actor.network, kind=kind, title=actor.label_fi, directed=False, created_at=at
        )
    )


def _told_by(actor: Actor, verb: str, *, at: datetime) -> AbstractContextManager[Record]:
    summary = {"actor": actor.label_fi, "ref": actor.ref}
    return recorded(actor.network_id, verb, by=None, at=at, summary=summary)


def _write_to(mailboxes: list[tuple[str, str]], actor: Actor, link: str, *, by: Person) -> int:
    """Send the letters, each by itself so that nobody learns of the others; return how many were taken."""
    words = {
        "actor": actor,
        "network": actor.network,
        "asker": by,
        "link": link,
        "days": LINK_LASTS.days,
    }
    sent = 0
    for address, language in mailboxes:
        with suppress(LetterNotSent):
            send_letter("registry/letters/contacts", to=address, language=language, words=words)
            sent += 1
    if sent < len(mailboxes):
        _log.warning("The mail server took %s of %s letters.", sent, len(mailboxes))
    return sent
