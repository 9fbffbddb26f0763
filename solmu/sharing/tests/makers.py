"""The only place for plain makers of shares in tests."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from solmu.networks.models import Network
from solmu.people.models import Person
from solmu.sharing.actions import ShareWords, open_share, prepare_share
from solmu.sharing.models import Share
from solmu.sharing.rules.stripping import FIELDS
from tests.cast import NOON

ALL = tuple(FIELDS)
PLAIN = ("sector", "municipality", "contents", "frequency")


def words(title: str = "Nuorten palvelut", **said: object) -> ShareWords:
    """Return what a coordinator says of a share: three months, organisations, the usual fields."""
    facts: dict[str, object] = {
        "title": title,
        "level": "organisation",
        "fields": PLAIN,
        "until": date(2027, 2, 10),
        **said,
    }
    return ShareWords(**facts)  # type: ignore[arg-type]


def make_share(network: Network, by: Person, **said: object) -> Share:
    """Prepare a share that nobody can open yet."""
    return prepare_share(network, words(**said), by=by, at=NOON)  # type: ignore[arg-type]


def make_link(share: Share, by: Person, at: datetime = NOON + timedelta(minutes=5)) -> str:
    """Give a link and return its address."""
    return f"/share/{open_share(share, by=by, at=at)}/"
