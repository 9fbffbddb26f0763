"""The only place where two actors are said to be one, and one to be two."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from solmu.lib.reach import NotReachable
from solmu.mapping.forms.identities import MergeForm, OtherForm, SplitForm
from solmu.mapping.queries.choices import actor_choices, possible_doubles
from solmu.mapping.queries.identities import side_of, ties_together
from solmu.mapping.views.acting import answer_saved
from solmu.networks.access import Entry, enter
from solmu.registry.access import actor_for
from solmu.registry.actions.actors import BelongsToItself
from solmu.registry.actions.identities import merge_actors, split_actor
from solmu.registry.models import Actor
from solmu.registry.queries import mentions_of
from solmu.registry.saving import posted


@require_http_methods(["GET", "HEAD", "POST"])
def merge(request: HttpRequest, slug: str, ref: str) -> HttpResponse:
    """Ask which actor is the same, show what becomes of the two, and merge them."""
    entry = enter(request.user, slug, "coordinator")
    actor = actor_for(entry, ref)
    if "with" not in request.GET:
        return _choose(request, entry, actor)
    other = actor_for(entry, request.GET["with"])
    if other == actor:
        raise NotReachable(ref)
    form = MergeForm(actor, other, posted(request))
    if request.method == "POST" and form.is_valid() and (done := _merge(request, entry, form)):
        return done
    one_side, other_side = side_of(actor), side_of(other)
    context = {
        "entry": entry,
        "form": form,
        "sides": [one_side, other_side],
        "together": ties_together(one_side, other_side),
        "names": dict.fromkeys([*one_side.names, *other_side.names]),
    }
    return render(request, "mapping/merge.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def split(request: HttpRequest, slug: str, ref: str) -> HttpResponse:
    """Show every mention of an actor, and give the chosen ones an actor of their own."""
    entry, at = enter(request.user, slug, "coordinator"), timezone.now()
    actor = actor_for(entry, ref)
    mentions = list(
        mentions_of(actor).select_related("perspective__speaker", "perspective__author")
    )
    form = SplitForm(mentions, posted(request))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        apart = split_actor(
            actor, said["mentions"], why=said["why"], by=entry.membership.person, at=at
        )
        text = _("Two actors now: %(a)s and %(b)s") % {"a": actor.label, "b": apart.label}
        there = reverse("actors", args=[slug])
        return answer_saved(request, entry, text, at=at, then=there)
    choices = list(zip(form["mentions"], mentions, strict=True))
    context = {"entry": entry, "form": form, "actor": actor, "choices": choices}
    return render(request, "mapping/split.html", context, status=422 if form.errors else 200)


def _choose(request: HttpRequest, entry: Entry, actor: Actor) -> HttpResponse:
    form = OtherForm(entry.network, request.GET if "other" in request.GET else None)
    if form.is_bound and form.is_valid():
        here = reverse("merge_actor", args=[entry.network.slug, actor.ref])
        return redirect(f"{here}?with={form.cleaned_data['other'].ref}")
    context = {
        "entry": entry,
        "form": form,
        "actor": actor,
        "doubles": possible_doubles(entry.network, actor.label, kind=actor.kind, but=actor),
        "choices": [one for one in actor_choices(entry.network) if one.pk != actor.pk],
    }
    return render(request, "mapping/merge_choose.html", context, status=422 if form.errors else 200)


def _merge(request: HttpRequest, entry: Entry, form: MergeForm) -> HttpResponse | None:
    """Merge the two; one that is part of the other is a fault of the form."""
    (kept, other), at = form.order, timezone.now()
    try:
        merge_actors(kept, other, why=form.cleaned_data["why"], by=entry.membership.person, at=at)
    except BelongsToItself:
        form.add_error(None, _("One of them belongs to the other, so they are not the same."))
        return None
    text = _("Merged: %(b)s → %(a)s") % {"a": kept.label, "b": other.label}
    there = reverse("actors", args=[entry.network.slug])
    return answer_saved(request, entry, text, at=at, then=there)
