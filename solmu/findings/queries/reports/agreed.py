"""The only place that says in a report what a network has agreed: what, which organisation, by when, and how far it is."""

from __future__ import annotations

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from solmu.findings.queries.reports.gathering import person_word
from solmu.findings.rules.report import Agreed, Tone
from solmu.journey.models import Aim, Review
from solmu.journey.rules import in_order_of_review, timing
from solmu.networks.models import Network
from solmu.registry.models import Actor, ActorKind
from solmu.sharing.queries import names_around
from solmu.sharing.rules.namelike import NameStore, signs_of


def agreed_in(network: Network, *, on: date) -> tuple[Agreed, ...]:
    """Return the aims that a network has chosen, those whose day is over first.

    These are words that somebody wrote freely: what looks as if it named a person stays out, and says so.
    """
    aims = network.aims.select_related("owner").prefetch_related("reviews")
    ordered = in_order_of_review(aims, on=on)
    if not ordered:
        return ()
    names = names_around(network)
    return tuple(_aim(aim, names, on=on) for aim in ordered)


def _aim(aim: Aim, names: NameStore, *, on: date) -> Agreed:
    latest, when = aim.latest, timing(aim, on=on)
    state = str(latest.get_state_display()) if latest else str(Review.State.NOT_BEGUN.label)
    tone: Tone = "open"
    if when == "overdue":
        state, tone = _("Past its date"), "late"
    elif latest and latest.state == Review.State.REACHED:
        tone = "done"
    return Agreed(
        what=_said(aim.title, names),
        more=_said(aim.text, names),
        language=aim.language,
        who=_owner(aim.owner),
        until="" if when == "ended" else date_format(aim.review_on, "SHORT_DATE_FORMAT"),
        state=state,
        tone=tone,
    )


def _owner(owner: Actor | None) -> str:
    if owner is None:
        return pgettext("who sees to it", "nobody now")
    return person_word() if owner.kind == ActorKind.PERSON else owner.label


def _said(text: str, names: NameStore) -> str:
    words = " ".join(text.split())
    return _("(Left out: it may name a person.)") if signs_of(words, names) else words
