"""The only place that says findings: what is seen, what it may mean, and what helps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from solmu.findings.queries.phrases import BEYOND, TOWN_SILO, Sentence, Slots, percent
from solmu.findings.rules.facts import Finding, Sure, Topic, Withheld
from solmu.registry.models import GoalArea, Sector, ServiceKind, content_label

HELP: dict[str, str | Promise] = {
    "M01": gettext_lazy("Take to a fishbowl"),
    "M05": gettext_lazy("Look at the aims"),
    "M07": gettext_lazy("Ask both ends"),
    "M09": gettext_lazy("Update the map"),
    "M13": gettext_lazy("Invite"),
    "M14": gettext_lazy("Get acquainted"),
    "M15": gettext_lazy("Agree induction"),
    "M16": gettext_lazy("Agree who tells what"),
    "M19": gettext_lazy("Ask for another messenger"),
    "M30": gettext_lazy("Find routes"),
    "M36": gettext_lazy("Agree action"),
    "ASK": gettext_lazy("Ask for answers"),
    "TELL": gettext_lazy("Pass it on"),
}
TOPICS: dict[Topic, str | Promise] = {
    "shape": gettext_lazy("Shape"),
    "one_way": gettext_lazy("Direction"),
    "middle": gettext_lazy("The middle"),
    "threads": gettext_lazy("By one thread"),
    "sectors": gettext_lazy("Sectors"),
    "towns": pgettext_lazy("topic", "Municipalities"),
    "missing": pgettext_lazy("topic", "Who is missing"),
    "support": pgettext_lazy("topic", "Support"),
    "path": gettext_lazy("Gaps in the continuum"),
    "ohjaamo": pgettext_lazy("topic", "The Ohjaamo"),
    "core": pgettext_lazy("topic", "Newcomers"),
    "change": pgettext_lazy("topic", "Since a year ago"),
    "aims": pgettext_lazy("topic", "Aims"),
    "age": gettext_lazy("Age"),
}
SURE = {
    "sure": gettext_lazy("Sure."),
    "fairly": gettext_lazy("Fairly sure."),
    "unsure": gettext_lazy("Unsure."),
}
# Whose codes stand in the slots x and y of these findings; elsewhere they are sectors.
_GOALS = frozenset({"no_support", "no_support_anywhere", "ohjaamo_only", "gap", "gap_for_most"})


def is_said(finding: Finding) -> bool:
    """Tell whether there is a sentence for ``finding``: one that was kept may be of a rule that is no more."""
    return finding.id in _SAY


def sentence(finding: Finding, labels: Mapping[str, str]) -> Sentence:
    """Say ``finding``; ``labels`` gives the names of actors by their refs, and of municipalities by their codes."""
    said: dict[str, Any] = dict(finding.slots)
    for slot in ("a", "b"):
        if slot in said:
            said[slot] = labels.get(str(said[slot]), "")
    for slot in ("x", "y"):
        if slot in said:
            said[slot] = _coded(str(said[slot]), finding.id, labels)
    if "c" in said:
        said["c"] = content_label(str(said["c"]))
    if "k" in said:
        kinds = [str(ServiceKind(kind).label).lower() for kind in str(said["k"]).split(",")]
        said["k"] = get_text_list(kinds, _("and"))
    if "d" in said:
        said["d"] = date_format(date.fromisoformat(str(said["d"])), "SHORT_DATE_FORMAT")
    for slot in ("p", "q"):
        if slot in said:
            said[slot] = percent(float(said[slot]))
    return _SAY[finding.id](said)


def sureness(sure: Sure) -> Sentence:
    """Say how sure a finding is, and why."""
    slots = {"answered": sure.answered, "actors": sure.actors, "told": sure.told, "ties": sure.ties}
    why = (
        _(
            "%(answered)s/%(actors)s of those concerned answered, %(told)s/%(ties)s ties are told by several."
        )
        if sure.ties
        else _("%(answered)s/%(actors)s of those concerned answered.")
    )
    return Sentence(str(SURE[sure.level]), why % slots)


def _coded(codes: str, id_: str, labels: Mapping[str, str]) -> str:
    """Say one or several codes, parted by commas."""
    if id_ == TOWN_SILO:
        return labels.get(codes, "")
    choices: type[GoalArea] | type[Sector] = GoalArea if id_ in _GOALS else Sector
    # A file may group its actors by words of its own.
    return ", ".join(
        str(choices(code).label) if code in choices.values else code
        for code in codes.split(",")
        if code
    )


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
    if held.reason == "few_in_both":
        fact = ngettext(
            "We cannot say: %(have)s actor was known both times.",
            "We cannot say: %(have)s actors were known both times.",
            held.have,
        )
        return Sentence(fact % slots, _("Ask the same actors again.") % slots)
    if held.reason in _PLAIN:
        return Sentence(*map(str, _PLAIN[held.reason]))
    return Sentence(
        _("We cannot say: %(have)s/%(of)s answers.") % slots, _("The map may have holes.")
    )


_PLAIN = {
    "not_stated": (
        gettext_lazy("We cannot say: the actors’ sectors are not stated."),
        gettext_lazy("Add a sector to each actor."),
    ),
    "no_services": (
        gettext_lazy("We cannot say: no service says what it is."),
        gettext_lazy("Sort the services first."),
    ),
    "no_referrals": (
        gettext_lazy("We cannot say: no tie tells of referrals."),
        gettext_lazy("Add where young people are referred to."),
    ),
    "no_aims": (
        gettext_lazy("We cannot say: no aim is chosen."),
        gettext_lazy("Choose one together."),
    ),
    "no_earlier": (
        gettext_lazy("We cannot say: there is no map from a year ago."),
        gettext_lazy("It can be compared when the map is a year old."),
    ),
}


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


def _connected_large(said: Slots) -> Sentence:
    fact = (
        ngettext(
            "The map is in one piece, but for one actor.",
            "The map is in one piece, but for %(n)s actors.",
            said["n"],
        )
        if said["n"]
        else _("The map is in one piece.")
    )
    meaning = ngettext(
        "Usually there is one step between two actors, by estimate.",
        "Usually there are about %(steps)s steps between two actors, by estimate.",
        said["steps"],
    )
    return Sentence(fact % said, meaning % said)


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
    "connected_large": _connected_large,
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
    **BEYOND,
}
