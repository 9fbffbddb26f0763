"""The only place where actors are added, corrected and taken off the map."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from solmu.lib.reach import NotReachable
from solmu.mapping.forms.actors import ActorForm
from solmu.mapping.queries.actors import facts_so_far, standing_belongings
from solmu.mapping.queries.choices import actor_choices, municipality_choices, possible_doubles
from solmu.mapping.queries.tables import actor_row
from solmu.mapping.views.acting import answer, answer_saved, own_words
from solmu.networks.access import Entry, enter
from solmu.registry.access import actor_for, contacts_for, seen_contacts_for
from solmu.registry.actions.actors import (
    BelongsToItself,
    add_actor,
    confirm_contacts,
    correct_actor,
    end_belonging,
    remove_actor,
)
from solmu.registry.models import Actor
from solmu.registry.saving import posted


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, slug: str) -> HttpResponse:
    entry, at = enter(request.user, slug, "member"), timezone.now()
    name = {"name": request.GET.get("name", "")[:200]}
    form = ActorForm(entry.network, posted(request), initial=name)
    if request.method == "POST" and form.is_valid() and not form.doubles:
        words = form.words()
        add_actor(own_words(entry, at), words, by=entry.membership.person, at=at)
        said = _("Added: %(a)s") % {"a": words.name}
        return answer_saved(request, entry, said, at=at, then=reverse("actors", args=[slug]))
    context = {"heading": _("Add actor"), "doubles": form.is_bound and form.doubles}
    return _answer_form(request, entry, form, context)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, slug: str, ref: str) -> HttpResponse:
    entry, at = enter(request.user, slug, "member"), timezone.now()
    actor = actor_for(entry, ref)
    seen = list(contacts_for(entry, actor))
    form = ActorForm(
        entry.network,
        posted(request),
        actor=actor,
        initial=facts_so_far(actor),
        contacts=seen,
    )
    if request.method == "POST" and form.is_valid() and _correct(entry, actor, form, at):
        said = _("Saved: %(a)s") % {"a": actor.label}
        return answer_saved(request, entry, said, at=at, then=reverse("actors", args=[slug]))
    context = {"heading": _("Edit actor"), "has_contacts": bool(seen), **_around(entry, actor, at)}
    return _answer_form(request, entry, form, context)


@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: HttpRequest, slug: str, ref: str) -> HttpResponse:
    entry, at = enter(request.user, slug, "coordinator"), timezone.now()
    actor = actor_for(entry, ref)
    there = reverse("actors", args=[slug])
    if request.method == "POST":
        remove_actor(actor, by=entry.membership.person, at=at)
        said = _("Off the map: %(a)s") % {"a": actor.label}
        return answer_saved(request, entry, said, at=at, then=there)
    context = {
        "heading": _("Take the actor off the map?"),
        **_around(entry, actor, at),
        "members": actor.members.filter(valid_to=None).count(),
    }
    return answer(request, entry, "mapping/form_remove_actor.html", context, then=there)


@require_POST
def contacts_correct(request: HttpRequest, slug: str, ref: str) -> HttpResponse:
    """Keep that the contacts which the person sees are right today."""
    entry, at = enter(request.user, slug, "member"), timezone.now()
    actor = actor_for(entry, ref)
    seen = contacts_for(entry, actor)
    confirm_contacts(actor, seen, by=entry.membership.person, at=at)
    said = _("Contacts confirmed today: %(a)s") % {"a": actor.label}
    return answer_saved(request, entry, said, at=at, then=reverse("actors", args=[slug]))


@require_POST
def end_home(request: HttpRequest, slug: str, ref: str, pk: int) -> HttpResponse:
    """Keep that an actor's place in another ended today."""
    entry, at = enter(request.user, slug, "member"), timezone.now()
    actor = actor_for(entry, ref)
    belonging = standing_belongings(actor).filter(pk=pk).first()
    if belonging is None:
        raise NotReachable(str(pk))
    today = timezone.localdate(at)
    end_belonging(belonging, on=today, by=entry.membership.person, at=at)
    said = _("Ended today: %(a)s – %(b)s") % {"a": actor.label, "b": belonging.to.label}
    return answer_saved(request, entry, said, at=at, then=reverse("actors", args=[slug]))


@require_GET
def doubles(request: HttpRequest, slug: str) -> HttpResponse:
    """Tell, while a name is being written, who may be on the map under it already."""
    entry = enter(request.user, slug, "member")
    name = request.GET.get("name", "").strip()[:200]
    found = possible_doubles(entry.network, name) if len(name) > 1 else []
    return render(request, "mapping/form_doubles.html", {"entry": entry, "doubles": found})


def _correct(entry: Entry, actor: Actor, form: ActorForm, at: datetime) -> bool:
    """Write the corrections; a belonging that would close a loop is a fault of the form."""
    seen = contacts_for(entry, actor).values_list("pk", flat=True)
    unseen = list(actor.contacts.exclude(pk__in=list(seen)))
    try:
        correct_actor(
            actor,
            form.words(unseen),
            perspective=own_words(entry, at),
            by=entry.membership.person,
            at=at,
        )
    except BelongsToItself:
        form.add_error("parent", _("It would belong to itself in the end. Choose another."))
        return False
    return True


def _around(entry: Entry, actor: Actor, at: datetime) -> dict[str, Any]:
    """Gather what stands around an actor's form: its row, and what it belongs to."""
    today = timezone.localdate(at)
    row = actor_row(entry.network, actor.pk, contacts=seen_contacts_for(entry), on=today)
    return {"actor": actor, "row": row, "columns": 8, "homes": standing_belongings(actor)}


def _answer_form(
    request: HttpRequest, entry: Entry, form: ActorForm, context: dict[str, Any]
) -> HttpResponse:
    network = entry.network
    context |= {
        "form": form,
        "choices": actor_choices(network),
        "municipalities": municipality_choices(network),
    }
    there = reverse("actors", args=[network.slug])
    return answer(request, entry, "mapping/form_actor.html", context, then=there)
