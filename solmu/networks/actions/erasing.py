"""The only place that takes a person out of their networks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from solmu.ledger.actions import forget_rows
from solmu.ledger.models import Act, Change
from solmu.networks.models import Network
from solmu.networks.queries import coordinated_alone_by, memberships_of, own_names
from solmu.networks.rules import folded
from solmu.people.actions import StillNeeded, blot
from solmu.people.models import Person
from solmu.people.rules import words_of
from solmu.people.slots import Fate


def fates_in_networks(person: Person) -> Iterator[Fate]:
    """Tell what erasing an account does to its memberships; the last coordinator hands over first."""
    for network in coordinated_alone_by(person):
        yield Fate(
            "stops",
            _("You alone coordinate: %(network)s") % {"network": network.name},
            _("Give the role of coordinator to somebody else first."),
            reverse("members", args=[network.slug]),
        )
    names = own_names(person)
    for membership in memberships_of(person):
        yield Fate("goes", _("Your membership: %(network)s") % {"network": membership.network.name})
        kept = names.get(membership.network_id, "")
        if len(person.name.split()) > 1 and folded(kept) != folded(person.name):
            yield Fate(
                "stays",
                _("Your name in what others have written: %(network)s")
                % {"network": membership.network.name},
                _(
                    "You took it after you joined, or another member bears it too. The coordinator can "
                    "take it out by hand."
                ),
            )


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
    names = own_names(person)
    for pk in ids:
        words = words_of(person.email, names.get(pk, ""))
        blot(Network.objects.filter(pk=pk), ("purpose", "boundary_rule"), words)
        blot(Act.objects.filter(network_id=pk), ("summary",), words)
        blot(Change.objects.filter(act__network_id=pk), ("before", "after"), words)
    forget_rows({"networks.membership": person.memberships.values_list("pk", flat=True)})
    person.memberships.all().delete()
