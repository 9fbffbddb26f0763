"""The only place where shared maps are prepared, given, closed and counted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import F
from django.utils import timezone

from solmu.ledger.actions import recorded
from solmu.networks.models import Network
from solmu.passes.actions import issue_pass
from solmu.people.models import Person
from solmu.sharing.models import Share
from solmu.sharing.queries import SHARE, state_of

LASTS = timedelta(days=90)
LASTS_AT_MOST = timedelta(days=365)


class NotAsItWas(Exception):
    """The share does not stand where the act expects it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareWords:
    """What a coordinator says of a share."""

    title: str
    level: str
    fields: tuple[str, ...]
    until: date


def prepare_share(network: Network, words: ShareWords, *, by: Person, at: datetime) -> Share:
    """Prepare a share that nobody can open yet."""
    with recorded(
        network.pk, "share.prepare", by=by, at=at, summary={"title": words.title}
    ) as record:
        return record.add(Share(network=network, created_at=at, **_values(words, at=at)))


def change_share(share: Share, words: ShareWords, *, by: Person, at: datetime) -> None:
    """Change what a draft will show.

    Raises:
        NotAsItWas: it has been given already; what a link shows is settled before it is given.
    """
    if share.grant_id is not None:
        raise NotAsItWas
    with recorded(
        share.network_id, "share.settle", by=by, at=at, summary={"title": words.title}
    ) as record:
        record.set(share, **_values(words, at=at))


def settle_texts(
    share: Share, *, confirmed: Iterable[str], left_out: Iterable[str], by: Person, at: datetime
) -> None:
    """Say which texts are no person's, by their keys, and which actors stay out; both hold at once."""
    with recorded(
        share.network_id, "share.settle", by=by, at=at, summary={"title": share.title}
    ) as record:
        record.set(share, confirmed=sorted(confirmed), left_out=sorted(left_out))


def open_share(share: Share, *, by: Person, at: datetime, after: str | None = None) -> str:
    """Give the link and return its token, which nobody can read again; an earlier link gives way.

    A share whose day has passed gets the usual time anew.

    Raises:
        NotAsItWas: the link is no longer the one ``after``: the same form came twice, or somebody else gave one.
    """
    until = share.until if _ends(share.until) > at else timezone.localdate(at) + LASTS
    with recorded(
        share.network_id, "share.open", by=by, at=at, summary={"title": share.title}
    ) as record:
        share.refresh_from_db()
        if after is not None and after != str(share.grant_id or ""):
            raise NotAsItWas
        if share.grant is not None and share.grant.revoked_at is None:
            record.set(share.grant, revoked_at=at)
        grant, token = issue_pass(
            SHARE,
            lasts=_ends(until) - at,
            by=by,
            at=at,
            scope={SHARE: share.pk},
            network_id=share.network_id,
            uses=None,
        )
        record.made(grant)
        record.set(share, grant=grant, until=until)
    return token


def revoke_share(share: Share, *, by: Person, at: datetime) -> None:
    """Close the link at once."""
    if share.grant is None or state_of(share, at=at) != "open":
        raise NotAsItWas
    with recorded(
        share.network_id, "share.revoke", by=by, at=at, summary={"title": share.title}
    ) as record:
        record.set(share.grant, revoked_at=at)


def reopen_share(share: Share, *, by: Person, at: datetime) -> None:
    """Let the same link open the map again, as if it had not been closed; its end stays.

    A verb of its own rather than the undo of a change: whoever has lost the role must not bring a link back.
    """
    if share.grant is None or state_of(share, at=at) != "revoked" or at >= share.grant.expires_at:
        raise NotAsItWas
    with recorded(
        share.network_id, "share.reopen", by=by, at=at, summary={"title": share.title}
    ) as record:
        record.set(share.grant, revoked_at=None)


def remove_share(share: Share, *, by: Person, at: datetime) -> None:
    """Remove a draft; what has been given stays in the list until a month after its end."""
    if share.grant_id is not None:
        raise NotAsItWas
    with recorded(
        share.network_id, "share.remove", by=by, at=at, summary={"title": share.title}
    ) as record:
        record.remove(share)


def count_opening(share: Share) -> None:
    """Count that somebody opened the page: a figure, no trace of who. Not an act."""
    Share.objects.filter(pk=share.pk).update(openings=F("openings") + 1)


def last_day(at: datetime) -> date:
    """Return the last day until which a share prepared now may be open."""
    return timezone.localdate(at) + LASTS_AT_MOST


def _values(words: ShareWords, *, at: datetime) -> dict[str, object]:
    return {
        "title": words.title,
        "level": words.level,
        "fields": list(words.fields),
        "until": min(words.until, last_day(at)),
    }


def _ends(until: date) -> datetime:
    """Return the moment after the last of ``until``'s day."""
    return timezone.make_aware(datetime.combine(until + timedelta(days=1), time.min))
