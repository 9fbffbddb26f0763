"""The only place that reads people, and the demo's cast."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from solmu.people.models import Person
from solmu.people.rules import initials_of, tidy_email


@dataclass(frozen=True, slots=True)
class CastMember:
    """Somebody whom a visitor of the demo may be."""

    key: str
    name: str
    email: str
    part: str | Promise
    about: str | Promise

    @property
    def initials(self) -> str:
        return initials_of(self.name, self.email)


DEMO_CAST = (
    CastMember(
        "aino",
        "Aino Laine",
        "aino.laine@demo.example",
        _("Coordinator"),
        _("Keeps the network’s map and invites the others."),
    ),
    CastMember(
        "eero",
        "Eero Mäki",
        "eero.maki@demo.example",
        _("Professional and messenger"),
        _("Works between home organisation and network; adds and corrects."),
    ),
    CastMember(
        "minna",
        "Minna Salo",
        "minna.salo@demo.example",
        _("Leader"),
        _("Reads what the map tells; changes nothing."),
    ),
    CastMember(
        "ritva",
        "Ritva Koski",
        "ritva.koski@demo.example",
        _("Former member"),
        _("Has left the network and no longer sees it."),
    ),
    CastMember(
        "otto",
        "Otto Virta",
        "otto.virta@demo.example",
        _("Outsider"),
        _("A network of his own, its map still empty. Sees no other."),
    ),
)


def person_with(email: str) -> Person | None:
    """Return the person whose mailbox this is, if there is one who may sign in."""
    return Person.objects.active().filter(email=tidy_email(email)).first()


def cast_person(key: str) -> Person | None:
    """Return the member of the demo's cast with this key."""
    return next((person_with(one.email) for one in DEMO_CAST if one.key == key), None)
