"""The only place where ties are added, corrected, confirmed and taken off the map."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from solmu.analysis.levels import Level
from solmu.analysis.queries import level_graph
from solmu.lib.reach import NotReachable
from solmu.mapping.forms.ties import TieForm
from solmu.mapping.queries.choices import actor_choices
from solmu.mapping.queries.tables import tie_row
from solmu.mapping.queries.ties import (
    carried_by,
    is_said,
    own_reading,
    sayings,
    words_so_far,
)
from solmu.mapping.rules.filters import level_of
from solmu.mapping.views.acting import answer, answer_saved, own_words
from solmu.networks.access import Entry, enter
from solmu.registry.access import actor_for
from solmu.registry.actions.ties import confirm_tie, deny_tie, state_tie
from solmu.registry.models import Actor
from solmu.registry.queries import claims_of
from solmu.registry.saving import posted


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, slug: str) -> HttpResponse:
    entry, at = enter(request.user, slug, "member"), timezone.now()
    ends = {
        field: actor_for(entry, ref)
        for field, name in (("one", "from"), ("other", "to"))
        if (ref := request.GET.get(name))
    }
    form = TieForm(entry.network, posted(request), one=ends.get("one"), other=ends.get("other"))
    known = form.pair if request.method == "POST" and form.is_valid() else None
    asks = known and not form.cleaned_data["sure"] and is_said(entry.network, *known)
    if known and not asks:
        return _state(request, entry, form, at)
    context = {
        "heading": _("Add tie"),
        "doubles": asks,
        "known": known,
        "one": ends.get("one"),
        "other": ends.get("other"),
        "choices": actor_choices(entry.network),
    }
    return _answer_form(request, entry, form, context)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, slug: str, source: str, target: str) -> HttpResponse:
    entry, at = enter(request.user, slug, "member"), timezone.now()
    one, other = _pair(entry, source, target)
    own = own_reading(entry.membership)
    begin = words_so_far(entry.network, own, one, other)
    form = TieForm(entry.network, posted(request), one=one, other=other, initial=begin)
    if request.method == "POST" and form.is_valid():
        return _state(request, entry, form, at)
    level = level_of(request.GET.get("level", ""))
    context = {
        "heading": _("Edit tie"),
        "one": one,
        "other": other,
        "is_known": bool(begin),
        "removable": entry.may_coordinate or bool(own and claims_of(own, one, other)),
        "filters": {"level": level},
        "columns": 8,
        "width": "wide-form",
        **_around(entry, level, one, other, at),
    }
    return _answer_form(request, entry, form, context)


@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: HttpRequest, slug: str, source: str, target: str) -> HttpResponse:
    entry, at = enter(request.user, slug, "member"), timezone.now()
    one, other = _pair(entry, source, target)
    there = reverse("ties", args=[slug])
    if request.method == "POST":
        deny_tie(own_words(entry, at), one, other, by=entry.membership.person, at=at)
        return answer_saved(request, entry, _removed(entry, one, other), at=at, then=there)
    own = own_reading(entry.membership)
    sources = {one.claim.perspective for one in sayings(entry.network, one, other)}
    context = {
        "heading": _("Take the tie off the map?"),
        "one": one,
        "other": other,
        "mine": own in sources,
        "others": bool(sources - {own}),
    }
    return answer(request, entry, "mapping/form_remove_tie.html", context, then=there)


@require_POST
def still_correct(request: HttpRequest, slug: str, source: str, target: str) -> HttpResponse:
    entry, at = enter(request.user, slug, "member"), timezone.now()
    one, other = _pair(entry, source, target)
    confirm_tie(own_words(entry, at), one, other, by=entry.membership.person, at=at)
    said = _("Confirmed today: %(a)s – %(b)s") % {"a": one.label, "b": other.label}
    return answer_saved(request, entry, said, at=at, then=reverse("ties", args=[slug]))


def _pair(entry: Entry, source: str, target: str) -> tuple[Actor, Actor]:
    if source == target:
        raise NotReachable(source)
    return actor_for(entry, source), actor_for(entry, target)


def _removed(entry: Entry, one: Actor, other: Actor) -> str:
    """Say what became of a tie after one's own words were taken back."""
    ends = {"a": one.label, "b": other.label}
    if entry.may_coordinate or not is_said(entry.network, one, other):
        return _("Off the map: %(a)s – %(b)s") % ends
    return _("Your own words removed: %(a)s – %(b)s") % ends


def _state(request: HttpRequest, entry: Entry, form: TieForm, at: datetime) -> HttpResponse:
    source, target = form.pair
    state_tie(own_words(entry, at), source, target, form.words, by=entry.membership.person, at=at)
    said = _("Saved: %(a)s – %(b)s") % {"a": source.label, "b": target.label}
    there = reverse("ties", args=[entry.network.slug])
    return answer_saved(request, entry, said, at=at, then=there)


def _around(entry: Entry, level: Level, one: Actor, other: Actor, at: datetime) -> dict[str, Any]:
    """Gather what stands beside a pair's form: its row, who said what, and whose ties are folded into it."""
    graph = level_graph(entry.network, level, on=timezone.localdate(at))
    return {
        "level": level,
        "row": tie_row(entry.network, graph, one.pk, other.pk),
        "sayings": sayings(entry.network, one, other),
        "carried": carried_by(entry.network, graph, one, other),
    }


def _answer_form(
    request: HttpRequest, entry: Entry, form: TieForm, context: dict[str, Any]
) -> HttpResponse:
    there = reverse("ties", args=[entry.network.slug])
    return answer(request, entry, "mapping/form_tie.html", {"form": form, **context}, then=there)
