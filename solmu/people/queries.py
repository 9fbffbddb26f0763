"""The only place that reads people, the demo's cast, where one is signed in, and what time is over for."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, cast

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.apps import apps
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db.models import Exists, Model, OuterRef, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from solmu.lib.privacy import Registry
from solmu.people.models import Erased, Person, SignedIn
from solmu.people.privacy import BORROWED
from solmu.people.rules import initials_of, tidy_email
from solmu.people.slots import HOLDINGS, Holding


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


def signed_in_of(person: Person, *, at: datetime) -> QuerySet[SignedIn]:
    """Return the browsers that a person is signed in with now, the latest used first."""
    live = Session.objects.filter(session_key=OuterRef("session_key"), expire_date__gt=at)
    return SignedIn.objects.filter(Exists(live), person=person).order_by("-last_used_at")


def passkeys_of(person: Person) -> QuerySet[Authenticator]:
    """Return a person's passkeys, the oldest first."""
    mine: QuerySet[Authenticator] = Authenticator.objects.filter(
        user=person, type=Authenticator.Type.WEBAUTHN
    )
    return mine.order_by("created_at", "pk")


def organisations() -> list[dict[str, Any]]:
    """Return the organisations whose accounts sign people in, as the operator has named them."""
    known = cast("dict[str, Any]", settings.SOCIALACCOUNT_PROVIDERS)
    return cast("list[dict[str, Any]]", known["openid_connect"]["APPS"])


def organisation_name(key: str) -> str:
    """Return what an organisation is called; one that is named no more goes by its key."""
    return next((str(one["name"]) for one in organisations() if one["provider_id"] == key), key)


def organisation_accounts_of(person: Person) -> QuerySet[SocialAccount]:
    """Return the organisations' accounts that a person has joined to theirs, the oldest first."""
    mine: QuerySet[SocialAccount] = SocialAccount.objects.filter(user=person)
    return mine.order_by("date_joined", "pk")


def organisation_account(key: str, uid: str) -> SocialAccount | None:
    """Return the joined account with this number at an organisation."""
    joined = SocialAccount.objects.select_related("user").filter(provider=key, uid=uid)
    return cast("SocialAccount | None", joined.first())


def ended_sessions(at: datetime) -> QuerySet[Session]:
    """Return sessions that are over."""
    return Session.objects.filter(expire_date__lt=at)


def left_browsers(at: datetime) -> QuerySet[SignedIn]:
    """Return what is kept of browsers that are signed in no more."""
    live = Session.objects.filter(session_key=OuterRef("session_key"), expire_date__gt=at)
    return SignedIn.objects.exclude(Exists(live))


def journal() -> list[Erased]:
    """Return every line of the erasure journal, the oldest first."""
    return list(Erased.objects.order_by("at", "person_id"))


@dataclass(frozen=True, slots=True)
class Held:
    """One table's rows of a person, as they read them: names of the fields, and each row's values."""

    title: str
    heads: list[str]
    rows: list[list[str]]

    @property
    def facts(self) -> list[tuple[str, str]]:
        """The names and values of the only row, where a table would be too much."""
        return list(zip(self.heads, self.rows[0], strict=True)) if len(self.rows) == 1 else []


def fields_of(model: type[Model]) -> list[str]:
    """Return the fields that a person gets out, as the privacy registry says, in its order."""
    return [name for name, field in _registered(model).items() if "my data" in field.export]


def my_data(person: Person) -> list[Held]:
    """Return what is held of a person, table by table, in words of the reader's language."""
    in_order = sorted(HOLDINGS, key=lambda holding: holding.order)
    held = [(holding, _held(holding, person)) for holding in in_order]
    return [one for holding, one in held if one.rows or holding.told_when_empty()]


def my_data_file(person: Person, *, at: datetime) -> dict[str, Any]:
    """Return the same as JSON holds it: what a machine can read on."""
    return {
        "made_at": at,
        "about": person.email,
        **{
            holding.model._meta.label: [
                {name: _plain(row, name) for name in fields_of(holding.model)}
                for row in holding.rows(person)
            ]
            for holding in HOLDINGS
        },
    }


def _registered(model: type[Model]) -> dict[str, Any]:
    if model._meta.label in BORROWED:
        return dict(BORROWED[model._meta.label])
    slice_ = apps.get_app_config(model._meta.app_label).name
    registry: Registry = importlib.import_module(f"{slice_}.privacy").REGISTRY
    return registry[model.__name__]


def _held(holding: Holding, person: Person) -> Held:
    names = fields_of(holding.model)
    rows = [[_said(holding, row, name) for name in names] for row in holding.rows(person)]
    return Held(str(holding.title), [str(holding.labels[name]) for name in names], rows)


def _plain(row: Model, name: str) -> Any:
    field = row._meta.get_field(name)
    value = getattr(row, name)
    return str(value) if field.is_relation and value is not None else value


def _said(holding: Holding, row: Model, name: str) -> str:
    if name in holding.told:
        return holding.told[name](row)
    shown = getattr(row, f"get_{name}_display", None)
    return _in_words(shown() if shown else _plain(row, name))


def _in_words(value: Any) -> str:
    if value is None or value == "":
        return "–"
    if isinstance(value, datetime):
        return date_format(timezone.localtime(value), "SHORT_DATETIME_FORMAT")
    if isinstance(value, date):
        return date_format(value, "SHORT_DATE_FORMAT")
    if isinstance(value, bool):
        return str(_("yes") if value else _("no"))
    if isinstance(value, list):
        return ", ".join(map(_in_words, value)) or "–"
    if isinstance(value, dict):
        return ", ".join(_in_words(one) for one in value.values()) or "–"
    return str(value)
