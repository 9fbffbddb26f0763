"""The only place that tells Django of the slice people: what it holds, what goes in time, what erasing does."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.apps import AppConfig
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from solmu.jobs.slots import PURGES, ROUTINES, Purge, Routine
from solmu.people.slots import ERASURES, HOLDINGS, PROFILE_SECTIONS, Erasure, Fate, Holding, Section

if TYPE_CHECKING:
    from solmu.people.models import Person


class PeopleConfig(AppConfig):
    name = "solmu.people"
    label = "people"

    def ready(self) -> None:
        PROFILE_SECTIONS.append(Section(gettext_lazy("Passkeys"), "passkeys"))
        PROFILE_SECTIONS.append(Section(gettext_lazy("Where you are signed in"), "sessions"))
        PROFILE_SECTIONS.append(
            Section(
                gettext_lazy("Your organisation’s account"), "organisation_accounts", _organisations
            )
        )
        ERASURES.append(Erasure(fates=_fates, erase=lambda person, at, again: None))
        ROUTINES["keep_journal"] = Routine(timedelta(hours=6), _keep_journal)
        _purge_in_time()
        _hold()


def _organisations() -> bool:
    from solmu.people.queries import organisations

    return bool(organisations())


def _purge_in_time() -> None:
    from solmu.ledger.queries import outlived_changes
    from solmu.passes.queries import ended_passes
    from solmu.people.queries import ended_sessions, left_browsers

    PURGES["ledger.Change"] = Purge(gettext_lazy("Words of old changes"), outlived_changes)
    PURGES["passes.Pass"] = Purge(gettext_lazy("Links that ended"), ended_passes)
    PURGES["sessions.Session"] = Purge(gettext_lazy("Sign-ins that ended"), ended_sessions)
    PURGES["people.SignedIn"] = Purge(gettext_lazy("Browsers no longer signed in"), left_browsers)


def _hold() -> None:
    """Name what this slice and those below it hold of a person."""
    from allauth.mfa.models import Authenticator
    from allauth.socialaccount.models import SocialAccount

    from solmu.passes.models import Pass
    from solmu.passes.queries import passes_of
    from solmu.people.models import Person, SignedIn
    from solmu.people.queries import organisation_accounts_of, organisation_name, passkeys_of

    HOLDINGS.append(
        Holding(
            Person,
            gettext_lazy("Profile"),
            lambda person: Person.objects.filter(pk=person.pk),
            {
                "email": gettext_lazy("E-mail"),
                "name": gettext_lazy("Name"),
                "language": gettext_lazy("Language"),
                "theme": gettext_lazy("Colours"),
                "is_active": gettext_lazy("May sign in"),
                "created_at": gettext_lazy("Since"),
            },
            order=0,
        )
    )
    HOLDINGS.append(
        Holding(
            SignedIn,
            gettext_lazy("Where you are signed in"),
            lambda person: SignedIn.objects.filter(person=person),
            {
                "browser": gettext_lazy("Browser"),
                "started_at": gettext_lazy("Since"),
                "last_used_at": gettext_lazy("Last used"),
            },
            order=20,
        )
    )
    HOLDINGS.append(
        Holding(
            Authenticator,
            gettext_lazy("Passkeys"),
            passkeys_of,
            {
                "data": gettext_lazy("Name"),
                "created_at": gettext_lazy("Since"),
                "last_used_at": gettext_lazy("Last used"),
            },
            told={"data": str},
            order=25,
        )
    )
    HOLDINGS.append(
        Holding(
            SocialAccount,
            gettext_lazy("Your organisation’s account"),
            organisation_accounts_of,
            {
                "provider": gettext_lazy("Organisation"),
                "date_joined": gettext_lazy("Since"),
                "last_login": gettext_lazy("Last used"),
            },
            told={"provider": lambda account: organisation_name(account.provider)},
            told_when_empty=_organisations,
            order=27,
        )
    )
    HOLDINGS.append(
        Holding(
            Pass,
            gettext_lazy("Invitations to you"),
            lambda person: passes_of(person.email),
            {
                "scope": gettext_lazy("What it opens"),
                "created_at": gettext_lazy("Given"),
                "expires_at": gettext_lazy("Ends"),
                "revoked_at": gettext_lazy("Called back"),
            },
            told={"scope": _invited_as},
            order=30,
        )
    )


def _invited_as(granted: Any) -> str:
    return str(granted.scope.get("email", ""))


def _fates(person: Person) -> Iterator[Fate]:
    from solmu.people.queries import organisation_accounts_of, organisation_name

    yield Fate(
        "goes", _("Your account: name, e-mail, language, sign-ins, passkeys, invitations to you")
    )
    for account in organisation_accounts_of(person):
        name = organisation_name(account.provider)
        yield Fate("goes", _("Signing in with an account of: %(name)s") % {"name": name})
    yield Fate(
        "stays",
        _("The changes you have made, without your name"),
        _("Others can still undo them."),
    )
    yield Fate(
        "stays",
        _("The security log, without your name"),
        _("The law asks to know what was done to people’s data."),
    )


def _keep_journal(at: datetime) -> None:
    """Keep the journal, and go through it: a copy may have been brought back by other means than ours."""
    from solmu.people.actions import erase_again, keep_journal

    keep_journal()
    erase_again(at=at)
