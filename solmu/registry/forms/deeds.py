"""The only place that tells in a sentence what an act did, and what stands in the way of taking it back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from solmu.ledger.rules import Conflict
from solmu.registry.forms.wording import FIELDS
from solmu.registry.models import Claim
from solmu.registry.slots import ACTORS, COLUMNS, DEEDS, FILES, NETWORK, TIES, Deed

KINDS: dict[str, str | Promise] = {
    ACTORS: gettext_lazy("Actors"),
    TIES: gettext_lazy("Ties"),
    FILES: gettext_lazy("Imports"),
    NETWORK: gettext_lazy("Members and settings"),
}

_OWN: dict[str, Deed] = {
    "actor.add": Deed(lambda: _("Actor added: %(actor)s"), ACTORS, "plus"),
    "actor.correct": Deed(lambda: _("Facts corrected: %(actor)s"), ACTORS),
    "actor.remove": Deed(lambda: _("Taken off the map: %(actor)s"), ACTORS, "trash-2"),
    "actor.merge": Deed(lambda: _("Merged: %(other)s → %(actor)s"), ACTORS, "merge"),
    "actor.split": Deed(lambda: _("Split in two: %(actor)s, %(other)s"), ACTORS, "split"),
    "belonging.add": Deed(lambda: _("Belonging added: %(actor)s"), ACTORS, "plus"),
    "belonging.end": Deed(lambda: _("Belonging ended: %(actor)s"), ACTORS),
    "contact.confirm": Deed(lambda: _("Contact confirmed: %(actor)s"), ACTORS, "badge-check"),
    "contact.ask": Deed(lambda: _("Asked to confirm its contacts: %(actor)s"), ACTORS, "mail"),
    "contact.confirm_by_link": Deed(
        lambda: _("Confirmed by the actor’s own link: %(actor)s"), ACTORS, "badge-check"
    ),
    "contact.correct_by_link": Deed(
        lambda: _("Corrected by the actor’s own link: %(actor)s"), ACTORS
    ),
    "service.add": Deed(lambda: _("Service added: %(service)s"), ACTORS, "plus"),
    "services.add": Deed(
        lambda: _("Services sorted: %(service)s and others, %(n)s in all"), ACTORS
    ),
    "service.correct": Deed(lambda: _("Service corrected: %(service)s"), ACTORS),
    "service.remove": Deed(lambda: _("Service taken off: %(service)s"), ACTORS, "trash-2"),
    "presence.set": Deed(lambda: _("Times on the spot: %(actor)s at %(other)s"), ACTORS),
    "position.pin": Deed(lambda: _("Moved on the map: %(actor)s"), ACTORS, "map-pin"),
    "positions.arrange": Deed(lambda: _("The map was laid out anew"), ACTORS, "map"),
    "tie.state": Deed(lambda: _("Tie described: %(source)s – %(target)s"), TIES),
    "tie.deny": Deed(lambda: _("Tie removed: %(source)s – %(target)s"), TIES, "trash-2"),
    "tie.confirm": Deed(lambda: _("Tie confirmed: %(source)s – %(target)s"), TIES, "badge-check"),
    "asked.mark": Deed(lambda: _("Ties gone through: %(actor)s"), TIES, "grid-3x3"),
    "perspective.withdraw": Deed(
        lambda: _("Reading taken off the map: %(title)s"), FILES, "trash-2"
    ),
    "import.apply": Deed(lambda: _("Imported: %(title)s"), FILES, "file-spreadsheet"),
    "change_profile": Deed(lambda: _("Profile changed"), NETWORK),
    "add_passkey": Deed(lambda: _("A passkey was added"), NETWORK, "key-round"),
    "remove_passkey": Deed(lambda: _("A passkey was removed"), NETWORK, "key-round"),
    "found_network": Deed(lambda: _("The network was founded"), NETWORK, "users"),
    "set_up_network": Deed(lambda: _("Settings changed"), NETWORK, "settings"),
    "change_role": Deed(lambda: _("A member’s role changed"), NETWORK, "users"),
    "remove_member": Deed(lambda: _("A member was removed"), NETWORK, "user-minus"),
    "leave_network": Deed(lambda: _("A member left"), NETWORK, "user-minus"),
    "join_network": Deed(lambda: _("A member joined"), NETWORK, "user-plus"),
    "invite": Deed(lambda: _("An invitation was sent"), NETWORK, "mail"),
    "revoke_invitation": Deed(lambda: _("An invitation was called back"), NETWORK, "mail-x"),
    "give_read_token": Deed(lambda: _("A token for reading was given"), NETWORK, "key-round"),
    "revoke_read_token": Deed(
        lambda: _("A token for reading was taken back"), NETWORK, "key-round"
    ),
    "seat_cast": Deed(lambda: _("The demo’s cast took their seats"), NETWORK, "users"),
}
_UNDO = "undo"


def deed_of(verb: str) -> Deed:
    """Return how acts of ``verb`` are told; of an unknown one only that something changed."""
    unknown = Deed(lambda: _("Something was changed"), ACTORS)
    return _OWN.get(verb) or DEEDS.get(verb, unknown)


def verbs_of(kind: str) -> list[str]:
    """Return the verbs that fall under a kind."""
    return [verb for verb, deed in {**DEEDS, **_OWN}.items() if deed.kind == kind]


def told(verb: str, summary: Mapping[str, Any]) -> str:
    """Return what was done, in a sentence."""
    if verb == _UNDO:
        return _("Undone: %(what)s") % {"what": told(summary.get("undone", ""), summary)}
    return deed_of(verb).sentence() % _Blanks(summary)


def details(verb: str, summary: Mapping[str, Any]) -> str:
    """Return the figures of an import; other acts have none."""
    if verb != "import.apply" or "actors" not in summary:
        return ""
    actors, ties, changes = (int(summary.get(one, 0)) for one in ("actors", "ties", "changes"))
    parts = (
        (actors, ngettext("%(n)s new actor", "%(n)s new actors", actors)),
        (ties, ngettext("%(n)s tie", "%(n)s ties", ties)),
        (changes, ngettext("%(n)s change", "%(n)s changes", changes)),
    )
    return ", ".join(words % {"n": count} for count, words in parts if count)


class _Blanks(dict[str, Any]):
    """A summary in which a missing fact is a dash: old acts may lack what newer ones keep."""

    def __missing__(self, key: str) -> str:
        return "–"


# What a row's column is called where it is told what stands in the way of an undo.
_COLUMNS: dict[str, str | Promise] = {
    **FIELDS,
    "label_fi": FIELDS["name"],
    "text": FIELDS["name"],
    "municipality_id": FIELDS["municipality"],
    "value": gettext_lazy("Contact"),
    "removed_at": gettext_lazy("On the map"),
    "withdrawn_at": gettext_lazy("On the map"),
    "to_id": FIELDS["parent"],
    "actor_id": gettext_lazy("Which actor is meant"),
    "ended_at": gettext_lazy("Which actor is meant"),
    "services": gettext_lazy("Services"),
    "x": gettext_lazy("Place on the map"),
    "y": gettext_lazy("Place on the map"),
    "pinned": gettext_lazy("Place on the map"),
    "confirmed_on": gettext_lazy("Confirmed"),
    "answered_at": gettext_lazy("Gone through"),
}


def concerns_people(conflict: Conflict) -> bool:
    """Tell whether a conflict is about something that people see; times of writing are not."""
    return conflict.field != "updated_at"


def conflict_field(conflict: Conflict) -> str:
    """Return what has been changed since."""
    if conflict.kind == "gone":
        return _("No longer there")
    if conflict.kind == "in_use":
        return _("Others have built on it since")
    return str({**COLUMNS, **_COLUMNS}.get(conflict.field, conflict.field))


def conflict_value(field: str, value: str) -> str:
    """Return a value that stands in the way, as it is said; a bare id says nothing."""
    if field.endswith(("_id", "_at")):
        return ""
    if field == "frequency" and value:
        return str(dict(Claim.Frequency.choices).get(int(value), value))
    return value
