"""The only place where services are listed, written, sorted and taken off, and times on the spot are said."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from solmu.mapping.forms.services import PresenceForm, ServiceForm, SortingForm
from solmu.mapping.queries.choices import actor_choices, choice_of
from solmu.mapping.queries.coverage import own_municipalities
from solmu.mapping.queries.services import hours_at, offers_so_far, service_so_far, visited_first
from solmu.mapping.views.acting import answer, answer_saved
from solmu.networks.access import Entry, enter
from solmu.registry.access import actor_for, actors_for, service_for, services_for
from solmu.registry.actions.services import (
    add_services,
    correct_service,
    remove_service,
    set_presence,
)
from solmu.registry.models import GoalArea, ServiceKind
from solmu.registry.queries.services import listed_services, unsorted_services
from solmu.registry.rules.services import guess
from solmu.registry.saving import posted

MOST_SORTED = 60  # rows of the sorting list at a time


@require_GET
def services(request: HttpRequest, slug: str) -> HttpResponse:
    """List the services of the network: what each is, whose, and where."""
    entry = enter(request.user, slug)
    context = {
        "entry": entry,
        "services": listed_services(services_for(entry), actors_for(entry)),
        "unsorted": len(unsorted_services(entry.network)) if entry.may_write else 0,
    }
    return render(request, "mapping/services.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, slug: str) -> HttpResponse:
    entry, at = enter(request.user, slug, "member"), timezone.now()
    towns = own_municipalities(entry.network)
    first = _asked_for(request, entry)
    form = ServiceForm(
        entry.network, towns, posted(request), initial=first, offers=first.get("offers", ())
    )
    if request.method == "POST" and form.is_valid():
        (made,) = add_services(entry.network, [form.words()], by=entry.membership.person, at=at)
        said = _("Added: %(a)s") % {"a": made.name}
        return answer_saved(request, entry, said, at=at, then=reverse("services", args=[slug]))
    return _answer_form(request, entry, form, {"heading": _("Add service")})


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, slug: str, ref: str) -> HttpResponse:
    entry, at = enter(request.user, slug, "member"), timezone.now()
    service = service_for(entry, ref)
    form = ServiceForm(
        entry.network,
        own_municipalities(entry.network),
        posted(request),
        initial=service_so_far(service),
        offers=offers_so_far(service),
    )
    if request.method == "POST" and form.is_valid():
        correct_service(service, form.words(), by=entry.membership.person, at=at)
        said = _("Saved: %(a)s") % {"a": service.name}
        return answer_saved(request, entry, said, at=at, then=reverse("services", args=[slug]))
    return _answer_form(request, entry, form, {"heading": _("Edit service"), "service": service})


@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: HttpRequest, slug: str, ref: str) -> HttpResponse:
    entry, at = enter(request.user, slug, "member"), timezone.now()
    service, there = service_for(entry, ref), reverse("services", args=[slug])
    if request.method == "POST":
        remove_service(service, by=entry.membership.person, at=at)
        said = _("Taken off: %(a)s") % {"a": service.name}
        return answer_saved(request, entry, said, at=at, then=there)
    context = {"heading": _("Take the service off?"), "service": service}
    return answer(request, entry, "mapping/form_remove_service.html", context, then=there)


@require_http_methods(["GET", "HEAD", "POST"])
def sort(request: HttpRequest, slug: str) -> HttpResponse:
    """Sort what sources wrote of services: each word with what it probably is, all of them saved at once."""
    entry, at = enter(request.user, slug, "member"), timezone.now()
    rows = _rows(request, entry)
    if request.method == "POST" and all(list(map(SortingForm.is_valid, rows))):
        said = [words for row in rows if (words := row.words())]
        add_services(entry.network, said, by=entry.membership.person, at=at)
        told = ngettext("%(n)s service sorted", "%(n)s services sorted", len(said))
        messages.success(request, told % {"n": len(said)})
        return redirect("coverage" if said else "services", slug)
    waiting = len(unsorted_services(entry.network))
    context = {"entry": entry, "rows": rows, "waiting": waiting}
    faulty = any(row.errors for row in rows)
    return render(request, "mapping/services_sort.html", context, status=422 if faulty else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def presence(request: HttpRequest, slug: str, ref: str) -> HttpResponse:
    """Say when an actor is on the spot at another, such as at the Ohjaamo."""
    entry, at = enter(request.user, slug, "member"), timezone.now()
    actor = actor_for(entry, ref)
    place = visited_first(actor, actors_for(entry))
    said_now = choice_of(place, actor_choices(entry.network)) if place else ""
    form = PresenceForm(
        entry.network,
        actor,
        posted(request),
        initial={"place": said_now},
        hours=hours_at(actor, place),
    )
    if request.method == "POST" and form.is_valid():
        there, hours = form.cleaned_data["place"], form.hours()
        set_presence(actor, there, hours, by=entry.membership.person, at=at)
        said = _("Saved: %(a)s") % {"a": actor.label}
        return answer_saved(request, entry, said, at=at, then=reverse("actors", args=[slug]))
    context = {"heading": _("When is it on the spot elsewhere?"), "actor": actor}
    return _answer_form(request, entry, form, context, template="mapping/form_presence.html")


def _asked_for(request: HttpRequest, entry: Entry) -> dict[str, Any]:
    """Return what a new service begins with: the cell and the actor that one came from."""
    asked, choices = request.GET, actor_choices(entry.network)
    whose = [one for one in choices if one.ref == asked.get("actor")]
    return {
        "kinds": [one for one in asked.getlist("kind") if one in ServiceKind.values],
        "goal_areas": [one for one in asked.getlist("goal") if one in GoalArea.values],
        "places": asked.getlist("place"),
        "name": asked.get("name", "")[:200],
        "offers": [{"actor": one.said} for one in whose],
    }


def _rows(request: HttpRequest, entry: Entry) -> list[SortingForm]:
    actors = {actor.pk: actor for actor in actors_for(entry)}
    waiting = [one for one in unsorted_services(entry.network) if one.actor in actors]
    return [
        SortingForm(posted(request), actor=actors[one.actor], written=one, guessed=guess(one.words))
        for one in waiting[:MOST_SORTED]
    ]


def _answer_form(
    request: HttpRequest,
    entry: Entry,
    form: ServiceForm | PresenceForm,
    context: dict[str, Any],
    *,
    template: str = "mapping/form_service.html",
) -> HttpResponse:
    context |= {"form": form, "choices": actor_choices(entry.network)}
    there = reverse("services", args=[entry.network.slug])
    return answer(request, entry, template, context, then=there)
