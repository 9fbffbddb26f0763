"""The only place for the sentences about what lies beyond a map's ties: who is missing, the path, the centre, the year."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

Slots = Mapping[str, Any]
# Its x and y are municipalities.
TOWN_SILO = "town_silo"


@dataclass(frozen=True, slots=True)
class Sentence:
    """What a finding says: the fact, and what it may mean."""

    fact: str
    meaning: str


def percent(share: float) -> str:
    """Write a share with its unit as the reader's language does."""
    rounded = round(100 * share)
    return f"{rounded}%" if get_language() == "en" else f"{rounded}\N{NO-BREAK SPACE}%"


def _missing(said: Slots) -> Sentence:
    return Sentence(_("Not on the map: %(x)s.") % said, _("Young people may lack support."))


def _all_sectors(said: Slots) -> Sentence:
    del said
    return Sentence(
        _("All fields of work are on the map."), _("There may be support for many things.")
    )


def _uninvited(said: Slots) -> Sentence:
    return Sentence(
        _("%(a)s: %(n)s mentions, no invitation.") % said, _("The picture may have holes.")
    )


def _no_support(said: Slots) -> Sentence:
    return Sentence(
        _("%(x)s: in some municipality nobody offers %(k)s.") % said,
        _("Young people there may lack support."),
    )


def _no_support_anywhere(said: Slots) -> Sentence:
    return Sentence(_("%(x)s: nobody offers %(k)s.") % said, _("Young people may lack support."))


def _supported(said: Slots) -> Sentence:
    del said
    return Sentence(_("Somebody offers each kind of support."), _("Young people may find it near."))


def _ohjaamo_only(said: Slots) -> Sentence:
    return Sentence(
        ngettext(
            "%(x)s: only the Ohjaamo offers one kind of support.",
            "%(x)s: only the Ohjaamo offers %(n)s kinds of support.",
            said["n"],
        )
        % said,
        _("There may be no back-up."),
    )


def _gap(said: Slots) -> Sentence:
    return Sentence(
        _("%(x)s → %(y)s: guidance breaks off.") % said, _("A young person may be alone.")
    )


def _gap_for_most(said: Slots) -> Sentence:
    return Sentence(
        _("%(x)s → %(y)s: guidance ends with %(n)s/%(m)s actors.") % said,
        _("A young person may be alone."),
    )


def _continuum(said: Slots) -> Sentence:
    del said
    return Sentence(
        _("Guidance goes on from everyday life to education and work."),
        _("Perhaps no need to start over."),
    )


def _ohjaamo_hub(said: Slots) -> Sentence:
    return Sentence(_("%(p)s of ties are with the Ohjaamo.") % said, _("Others may not meet."))


def _ohjaamo_hub_apart(said: Slots) -> Sentence:
    return Sentence(
        ngettext(
            "%(p)s of ties are with the Ohjaamo. Without it one actor is apart.",
            "%(p)s of ties are with the Ohjaamo. Without it %(n)s actors are apart.",
            said["n"],
        )
        % said,
        _("Others may not meet."),
    )


def _ohjaamo_shared(said: Slots) -> Sentence:
    del said
    return Sentence(
        _("Without the Ohjaamo too the others reach each other."),
        _("The network may not rest on one."),
    )


def _closed(said: Slots) -> Sentence:
    return Sentence(
        _("%(n)s newcomers, no ties with the core.") % said, _("It may be hard to join.")
    )


def _open_core(said: Slots) -> Sentence:
    return Sentence(
        _("%(n)s/%(m)s newcomers have a tie with the core.") % said, _("It may be easy to join.")
    )


def _fewer_ties(said: Slots) -> Sentence:
    return Sentence(
        _("There were %(m)s ties (%(d)s), now %(n)s.") % said, _("Cooperation may be fading.")
    )


def _more_ties(said: Slots) -> Sentence:
    return Sentence(
        _("There were %(m)s ties (%(d)s), now %(n)s.") % said,
        _("A good direction, or more was drawn than before."),
    )


def _lost_one(said: Slots) -> Sentence:
    return Sentence(
        _("%(a)s: no ties any more, still some on %(d)s.") % said,
        _("Cooperation may have broken off."),
    )


def _lost_many(said: Slots) -> Sentence:
    return Sentence(
        _("%(n)s actors have no ties any more, still some on %(d)s.") % said,
        _("Cooperation may have broken off."),
    )


def _hears_less(said: Slots) -> Sentence:
    return Sentence(
        _("%(p)s of ties go both ways, %(q)s on %(d)s.") % said,
        _("The giver may hear less often how it went."),
    )


def _hears_more(said: Slots) -> Sentence:
    return Sentence(_("%(p)s of ties go both ways, %(q)s on %(d)s.") % said, _("A good direction."))


def _inward(said: Slots) -> Sentence:
    return Sentence(
        _("%(p)s of ties stay inside a sector, by chance about %(q)s.") % said,
        _("The sectors may be strangers."),
    )


def _town_inward(said: Slots) -> Sentence:
    return Sentence(
        _("%(p)s of ties stay inside a municipality, by chance about %(q)s.") % said,
        _("Actors of the municipalities may be strangers."),
    )


def _town_silo(said: Slots) -> Sentence:
    slots = {**said, "m": max(round(said["m"]), 2)}
    fact = (
        ngettext(
            "%(x)s – %(y)s: one tie, by chance about %(m)s.",
            "%(x)s – %(y)s: %(n)s ties, by chance about %(m)s.",
            said["n"],
        )
        if said["n"]
        else _("%(x)s – %(y)s: no ties, by chance about %(m)s.")
    )
    return Sentence(fact % slots, _("Actors of the municipalities may be strangers."))


def _town_meeting(said: Slots) -> Sentence:
    del said
    return Sentence(
        _("There are ties between all municipalities."), _("Their actors may know each other.")
    )


def _aims_overdue(said: Slots) -> Sentence:
    return Sentence(
        ngettext(
            "%(n)s/%(m)s aim waits for a review that is over its day.",
            "%(n)s/%(m)s aims wait for a review that is over its day.",
            said["m"],
        )
        % said,
        _("The aim may have been forgotten, or be nobody’s need any more."),
    )


def _aims_reviewed(said: Slots) -> Sentence:
    return Sentence(
        ngettext(
            "%(n)s/%(m)s aim has been reviewed, none is late.",
            "%(n)s/%(m)s aims have been reviewed, none is late.",
            said["m"],
        )
        % said,
        _("The aims may matter to you."),
    )


def _aims_well_on(said: Slots) -> Sentence:
    return Sentence(
        ngettext(
            "%(n)s/%(m)s aim is reached or well on the way.",
            "%(n)s/%(m)s aims are reached or well on the way.",
            said["m"],
        )
        % said,
        _("The network may prove its need."),
    )


BEYOND: dict[str, Callable[[Slots], Sentence]] = {
    "missing": _missing,
    "all_sectors": _all_sectors,
    "uninvited": _uninvited,
    "no_support": _no_support,
    "no_support_anywhere": _no_support_anywhere,
    "supported": _supported,
    "ohjaamo_only": _ohjaamo_only,
    "gap": _gap,
    "gap_for_most": _gap_for_most,
    "continuum": _continuum,
    "ohjaamo_hub": _ohjaamo_hub,
    "ohjaamo_hub_apart": _ohjaamo_hub_apart,
    "ohjaamo_shared": _ohjaamo_shared,
    "closed": _closed,
    "open_core": _open_core,
    "fewer_ties": _fewer_ties,
    "more_ties": _more_ties,
    "lost_one": _lost_one,
    "lost_many": _lost_many,
    "hears_less": _hears_less,
    "hears_more": _hears_more,
    "inward": _inward,
    "town_inward": _town_inward,
    TOWN_SILO: _town_silo,
    "town_meeting": _town_meeting,
    "aims_overdue": _aims_overdue,
    "aims_reviewed": _aims_reviewed,
    "aims_well_on": _aims_well_on,
}
