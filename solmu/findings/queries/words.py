"""The only place that says findings: what is seen, what it may mean, and what helps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from solmu.findings.rules.facts import Finding, Withheld
from solmu.registry.models import Sector, content_label

Slots = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Sentence:
    """What a finding says: the fact, and what it may mean."""

    fact: str
    meaning: str


HELP = {
    "M07": gettext_lazy("Ask both ends"),
    "M09": gettext_lazy("Update the map"),
    "M14": gettext_lazy("Get acquainted"),
    "M16": gettext_lazy("Agree who tells what"),
    "M19": gettext_lazy("Ask for another messenger"),
    "M30": gettext_lazy("Find routes"),
    "ASK": gettext_lazy("Ask for answers"),
    "TELL": gettext_lazy("Pass it on"),
}


def percent(share: float) -> str:
    """Write a share with its unit as the reader's language does."""
    rounded = round(100 * share)
    return f"{rounded}%" if get_language() == "en" else f"{rounded}\N{NO-BREAK SPACE}%"


def is_said(finding: Finding) -> bool:
    """Tell whether there is a sentence for ``finding``: one that was kept may be of a rule that is no more."""
    return finding.id in _SAY


def sentence(finding: Finding, labels: Mapping[str, str]) -> Sentence:
    """Say ``finding``; ``labels`` gives the names of actors by their refs."""
    said: dict[str, Any] = dict(finding.slots)
    for slot in ("a", "b"):
        if slot in said:
            said[slot] = labels.get(str(said[slot]), "")
    for slot in ("x", "y"):
        if slot in said:
            said[slot] = Sector(str(said[slot])).label if said[slot] else ""
    if "c" in said:
        said["c"] = content_label(str(said["c"]))
    if "p" in said:
        said["p"] = percent(float(said["p"]))
    return _SAY[finding.id](said)


def reason(held: Withheld) -> Sentence:
    """Say why nothing can be said of a topic yet."""
    slots = {"have": held.have, "of": held.of}
    if held.reason == "few_actors":
        fact = ngettext(
            "We cannot say: %(have)s actor on the map.",
            "We cannot say: %(have)s actors on the map.",
            held.have,
        )
        return Sentence(fact % slots, _("Five are enough to begin with.") % slots)
    if held.reason == "no_ties":
        return Sentence(_("We cannot say: no ties yet."), _("Add who works with whom."))
    if held.reason == "undirected":
        return Sentence(
            _("We cannot say: the ties have no direction."),
            _("Arrows tell who gives and who gets."),
        )
    return Sentence(
        _("We cannot say: %(have)s/%(of)s answers.") % slots, _("The map may have holes.")
    )


def _connected(said: Slots) -> Sentence:
    return Sentence(
        _("The map is in one piece."),
        ngettext(
            "Everyone reaches everyone, in one step.",
            "Everyone reaches everyone, in at most %(steps)s steps.",
            said["steps"],
        )
        % said,
    )


def _connected_but(said: Slots) -> Sentence:
    return Sentence(
        ngettext(
            "The map is in one piece, but for one actor.",
            "The map is in one piece, but for %(n)s actors.",
            said["n"],
        )
        % said,
        ngettext(
            "The others reach each other, in one step.",
            "The others reach each other, in at most %(steps)s steps.",
            said["steps"],
        )
        % said,
    )


def _fragments(said: Slots) -> Sentence:
    return Sentence(_("The map is in %(n)s parts.") % said, _("News may not pass between them."))


def _isolated(said: Slots) -> Sentence:
    return Sentence(_("%(a)s: no ties on the map.") % said, _("Perhaps they were not drawn."))


def _isolated_many(said: Slots) -> Sentence:
    return Sentence(
        _("%(n)s actors have no ties on the map.") % said, _("Perhaps they were not drawn.")
    )


def _one_way(said: Slots) -> Sentence:
    return Sentence(
        _("%(a)s → %(b)s: %(c)s, only this way.") % said, _("The giver may not hear how it went.")
    )


def _one_way_many(said: Slots) -> Sentence:
    return Sentence(
        _("%(b)s: %(c)s from %(n)s actors, nothing comes back.") % said,
        _("The givers may not hear how it went."),
    )


def _reciprocal(said: Slots) -> Sentence:
    return Sentence(_("%(p)s of ties go both ways.") % said, _("Both can give and get."))


def _mostly_one_way(said: Slots) -> Sentence:
    return Sentence(
        _("%(p)s of ties go one way only.") % said, _("The giver may not hear how it went.")
    )


def _bottleneck(said: Slots) -> Sentence:
    return Sentence(_("%(a)s: %(p)s of shortest routes pass here.") % said, _("News may pile up."))


def _spread(said: Slots) -> Sentence:
    return Sentence(
        _("At most %(p)s of shortest routes pass any one actor.") % said,
        _("News may find another way."),
    )


def _cut_point(said: Slots) -> Sentence:
    return Sentence(
        _("%(a)s: %(n)s actors reach the others only through here.") % said,
        _("They may be cut off."),
    )


def _one_person(said: Slots) -> Sentence:
    return Sentence(
        _("%(a)s: %(n)s ties rest on one person.") % said, _("A job change may break them.")
    )


def _redundant(said: Slots) -> Sentence:
    del said
    return Sentence(_("One leaving does not split the map."), _("It may stand change."))


def _silo(said: Slots) -> Sentence:
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
    return Sentence(fact % slots, _("The sectors may be strangers."))


def _meeting(said: Slots) -> Sentence:
    del said
    return Sentence(_("There are ties between all sectors."), _("They may know each other."))


def _stale(said: Slots) -> Sentence:
    return Sentence(
        ngettext(
            "One tie not confirmed for a year.",
            "%(n)s ties not confirmed for a year.",
            said["n"],
        )
        % said,
        _("The map may be old."),
    )


_SAY: dict[str, Callable[[Slots], Sentence]] = {
    "connected": _connected,
    "connected_but": _connected_but,
    "fragments": _fragments,
    "isolated": _isolated,
    "isolated_many": _isolated_many,
    "one_way": _one_way,
    "one_way_many": _one_way_many,
    "reciprocal": _reciprocal,
    "mostly_one_way": _mostly_one_way,
    "bottleneck": _bottleneck,
    "spread": _spread,
    "cut_point": _cut_point,
    "one_person": _one_person,
    "redundant": _redundant,
    "silo": _silo,
    "meeting": _meeting,
    "stale": _stale,
}
