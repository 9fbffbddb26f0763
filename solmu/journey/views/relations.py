"""The only place that answers with what the ends of ties say of them, and takes it down."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from solmu.journey.access import ends_for, may_speak, seated_at, speak
from solmu.journey.actions import WrittenSince, say_of_tie
from solmu.journey.forms.card import EndWordsForm
from solmu.journey.queries.relations import (
    End,
    current_words,
    is_tied,
    told_ties,
    words_of_ends,
)
from solmu.lib.fragments import asks_for_part
from solmu.networks.access import Entry, enter
from solmu.people.models import Person
from solmu.registry.models import Actor
from solmu.registry.saving import language, posted, tell_saved


@require_safe
def relations(request: HttpRequest, slug: str) -> HttpResponse:
    """List the ties of which an end has told."""
    entry = enter(request.user, slug)
    context = {"entry": entry, "told": told_ties(entry.network)}
    return render(request, "journey/relations.html", context)


@require_safe
def relation(request: HttpRequest, slug: str, source: str, target: str) -> HttpResponse:
    """Lay side by side what both ends say of their tie."""
    entry = enter(request.user, slug)
    one, other = ends_for(entry, source, target)
    context = {**_both(entry, one, other), "is_tied": is_tied(one, other)}
    return render(request, "journey/relation.html", context)


@require_safe
def relation_part(request: HttpRequest, slug: str, source: str, target: str) -> HttpResponse:
    """Show the same as a part of the panel of the tie."""
    entry = enter(request.user, slug)
    one, other = ends_for(entry, source, target)
    return render(request, "journey/relation_part.html", _both(entry, one, other))


@require_http_methods(["GET", "HEAD", "POST"])
def say(request: HttpRequest, slug: str, source: str, target: str) -> HttpResponse:
    """Take down what the end ``source`` says, in its place on the page or on a page of its own."""
    at = timezone.now()
    today = timezone.localdate(at)
    entry, end, other = speak(cast("Person", request.user), slug, source, target, on=today)
    part = asks_for_part(request.headers)
    said = current_words(end, other)
    form = EndWordsForm(posted(request), said=said)
    noted = end.pk not in seated_at(entry, on=today)
    if request.method == "POST" and form.is_valid() and _save(entry, end, other, form, noted, at):
        tell_saved(request, entry, at=at)
        there = reverse("relation", args=[slug, source, target])
        return _end(request, entry, end, other) if part else redirect(there)
    if part and "shown" in request.GET:
        return _end(request, entry, end, other)
    context = {"entry": entry, "end": end, "other": other, "form": form}
    context |= {"said": said, "noted": noted, "part": part}
    template = "journey/end_form.html" if part else "journey/end_page.html"
    return render(request, template, context, status=422 if form.errors else 200)


def _save(
    entry: Entry, end: Actor, other: Actor, form: EndWordsForm, noted: bool, at: datetime
) -> bool:
    """Save what an end says; tell the writer when somebody else has saved since they began."""
    try:
        say_of_tie(
            end,
            other,
            works=form.cleaned_data["works"].strip(),
            better=form.cleaned_data["better"].strip(),
            noted=noted,
            language=language(),
            by=entry.membership.person,
            at=at,
            began_from=form.began_from,
        )
    except WrittenSince as since:
        form.tell_written_since(since.now, "works")
        return False
    return True


def _end(request: HttpRequest, entry: Entry, end: Actor, other: Actor) -> HttpResponse:
    ends: list[End] = _both(entry, end, other)["ends"]
    context = {"entry": entry, "end": ends[0], "saved": request.method == "POST"}
    return render(request, "journey/end.html", context)


def _both(entry: Entry, one: Actor, other: Actor) -> dict[str, Any]:
    """Gather both ends; what the other end said stays folded while the reader's own is still to be written."""
    today = timezone.localdate()
    said, seated = words_of_ends(one, other), seated_at(entry, on=today)
    ends = [
        End(
            actor=end,
            other=there,
            words=said[end.pk][0] if said[end.pk] else None,
            earlier=said[end.pk][1:],
            may_speak=may_speak(entry, end, on=today),
        )
        for end, there in ((one, other), (other, one))
    ]
    own_missing = entry.may_write and any(
        end.actor.pk in seated and end.words is None for end in ends
    )
    laid = [replace(end, folded=own_missing and end.actor.pk not in seated) for end in ends]
    return {"entry": entry, "one": one, "other": other, "ends": laid, "told": any(said.values())}
