"""The only place that says a path in words: what makes a hand-off warm, how it broke off, and what may help."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from solmu.analysis.rules.path import Break, HandOff, Route
from solmu.registry.models import Claim

WARMTH: dict[str, str | Promise] = {
    "both": gettext_lazy("both ends say so"),
    "present": gettext_lazy("on the spot at each other’s"),
    "person": gettext_lazy("goes from person to person"),
    "named": gettext_lazy("somebody to ask for by name"),
}
COLD = gettext_lazy("nothing is known that makes it warm")
AGES: dict[str, str | Promise] = {
    "": pgettext_lazy("age", "Any age"),
    "minor": gettext_lazy("Under 18"),
    "adult": gettext_lazy("18–24"),
    "older": gettext_lazy("25–29"),
}


class BreakWords(NamedTuple):
    """A break in words: what it is about, what is seen, and what may help."""

    about: str
    fact: str
    help: str


def how_often(step: HandOff) -> str:
    """Return how often a hand-off happens, where it has been told."""
    return "" if step.frequency is None else str(Claim.Frequency(step.frequency).label)


def why_warm(step: HandOff) -> str:
    """Return why a hand-off is warm, or that nothing is known of it."""
    return ", ".join(str(WARMTH[one]) for one in step.warm) or str(COLD)


def route_said(route: Route) -> str:
    """Return how long a route is, and how much of it is warm."""
    steps = len(route.steps)
    if not steps:
        return _("The need is met here, without a hand-off.")
    said = ngettext("One hand-off.", "%(n)s hand-offs.", steps) % {"n": steps}
    if not route.cold:
        warm = ngettext("It is warm.", "All of them are warm.", steps)
    elif route.cold == steps:
        warm = ngettext("It is cold.", "All of them are cold.", steps)
    else:
        warm = ngettext("One of them is cold.", "%(n)s of them are cold.", route.cold)
    return f"{said} {warm % {'n': route.cold}}"


def break_said(
    one: Break, labels: Mapping[int, str], services: Mapping[str, str], need: str
) -> BreakWords:
    """Say a break; names never bend, so that they stand before a colon."""
    about = ", ".join(labels[actor] for actor in one.actors)
    beside = ", ".join(labels[actor] for actor in one.beside)
    if one.kind == "gap":
        return BreakWords(need, _("Nobody offers this here."), _without(one))
    if one.kind == "elsewhere":
        fact = _("Nobody offers this here. Offered elsewhere: %(names)s.") % {"names": about}
        return BreakWords(
            need, fact, _("Ask whether the service could come here, or be given online.")
        )
    if one.kind == "no_way":
        return BreakWords(
            about, _("Offers what is needed, but no referral leads there."), _towards(one, beside)
        )
    if one.kind == "no_contact":
        return BreakWords(
            about,
            _("There is no number or address that you may see."),
            _("Ask the actor or the coordinator for a contact."),
        )
    if one.kind == "away":
        return BreakWords(
            about,
            _("The service is given at a desk elsewhere, and nobody is on the spot here."),
            _("Ask how a young person gets there, or agree on days here."),
        )
    if one.kind == "no_lead":
        fact = _("Shared, and who leads it is not clear: %(names)s.") % {"names": about}
        return BreakWords(services[one.service], fact, _("Agree who answers first."))
    fact = _("Many offer the same: %(names)s.") % {"names": about}
    return BreakWords(need, fact, _("Agree who answers first."))  # fmt: skip


def _without(one: Break) -> str:
    n = len(one.beside)
    if not n:
        return _("No referrals lead on from the start either.")
    return ngettext(
        "Referrals lead from the start to one actor, and it does not offer this here.",
        "Referrals lead from the start to %(n)s actors, and none of them offers this here.",
        n,
    ) % {"n": n}


def _towards(one: Break, beside: str) -> str:
    if one.wished:
        return _("A referral has been wished for. Take the wish up.")
    if beside:
        return _("Tied already to: %(names)s. Agree on referrals.") % {"names": beside}
    return _("No tie leads there either. Get acquainted first.")
