"""The only place that tells what of aims and ties waits for a person at the network's home."""

from __future__ import annotations

from datetime import date

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from solmu.journey.models import Aim, EndWords
from solmu.journey.rules import in_order_of_review, timing
from solmu.networks.access import Entry
from solmu.networks.slots import WaitingLine
from solmu.registry.models import Seat


def waiting_for(entry: Entry, on: date) -> list[WaitingLine]:
    """Return reviews that are due and ties whose other end has told, for those who may do something about it."""
    if not entry.may("member"):
        return []
    seats = Seat.objects.filter(membership=entry.membership, valid_to=None)
    seated = set(seats.values_list("actor_id", flat=True))
    return [*_reviews(entry, seated, on), *_other_ends(entry, seated)]


def _reviews(entry: Entry, seated: set[int], on: date) -> list[WaitingLine]:
    aims = Aim.objects.filter(network=entry.network).prefetch_related("reviews")
    if not entry.may("coordinator"):
        aims = aims.filter(owner__in=seated)
    address = reverse("aims", args=[entry.network.slug])
    lines = []
    for aim in in_order_of_review(aims, on=on):
        when = timing(aim, on=on)
        if when not in ("overdue", "due"):
            continue
        day = date_format(aim.review_on, "SHORT_DATE_FORMAT")
        hint = _("Past its date: %(day)s") if when == "overdue" else _("Review by %(day)s")
        text = _("Review an aim: %(aim)s") % {"aim": aim.title}
        lines.append(WaitingLine(text, hint % {"day": day}, f"{address}#aim-{aim.ref}", "target"))
    return lines


def _other_ends(entry: Entry, seated: set[int]) -> list[WaitingLine]:
    """Return the ties of which the other end has told the ends that the person represents."""
    heard = EndWords.objects.filter(network=entry.network, about__in=seated, later=None)
    said = set(
        EndWords.objects.filter(network=entry.network, speaker__in=seated).values_list(
            "speaker_id", "about_id"
        )
    )
    return [
        WaitingLine(
            _("Tell your side of the tie: %(name)s") % {"name": words.speaker.label},
            _("The other end has told what works and what would help."),
            reverse("relation", args=[entry.network.slug, words.about.ref, words.speaker.ref]),
            "message-circle",
        )
        for words in heard.select_related("speaker", "about").order_by("pk")
        if (words.about_id, words.speaker_id) not in said
    ]
