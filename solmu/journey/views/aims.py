"""The only place that answers with the network's aims: chosen, corrected, reviewed and removed."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from solmu.journey.access import aim_for, aims_for
from solmu.journey.actions import choose_aim, correct_aim, remove_aim, review_aim
from solmu.journey.forms.aims import AimForm, ReviewForm
from solmu.journey.queries.aims import laid_out, not_chosen
from solmu.networks.access import Entry, enter
from solmu.registry.saving import language, posted, tell_saved

get_or_post = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def aims(request: HttpRequest, slug: str) -> HttpResponse:
    """List the aims, those whose review is over its day first, and what might still be chosen."""
    entry, today = enter(request.user, slug), timezone.localdate()
    found = list(aims_for(entry))
    context = {
        "entry": entry,
        "aims": laid_out(found, on=today),
        "open": not_chosen(found),
        "today": today,
    }
    return render(request, "journey/aims.html", context)


@get_or_post
def add(request: HttpRequest, slug: str) -> HttpResponse:
    """Choose a possibility with its aim."""
    entry, at = enter(request.user, slug, "coordinator"), timezone.now()
    today = timezone.localdate(at)
    begin = {"possibility": request.GET.get("possibility", "")}
    form = AimForm(entry.network, posted(request), on=today, initial=begin)
    if request.method == "POST" and form.is_valid():
        person = entry.membership.person
        choose_aim(entry.network, form.words, on=today, language=language(), by=person, at=at)
        tell_saved(request, entry, at=at)
        return redirect("aims", slug)
    return _form(request, entry, form, _("Choose an aim"))


@get_or_post
def edit(request: HttpRequest, slug: str, ref: str) -> HttpResponse:
    """Correct what is said of an aim."""
    entry, at = enter(request.user, slug, "coordinator"), timezone.now()
    aim = aim_for(entry, ref)
    form = AimForm(entry.network, posted(request), on=timezone.localdate(at), aim=aim)
    if request.method == "POST" and form.is_valid():
        correct_aim(aim, form.words, by=entry.membership.person, at=at)
        tell_saved(request, entry, at=at)
        return redirect(_place(slug, ref))
    return _form(request, entry, form, _("Edit the aim"), aim=aim)


@get_or_post
def review(request: HttpRequest, slug: str, ref: str) -> HttpResponse:
    """Say how far an aim has got, and on what evidence."""
    entry, at = enter(request.user, slug, "member"), timezone.now()
    aim, today = aim_for(entry, ref), timezone.localdate(at)
    form = ReviewForm(posted(request), on=today)
    if request.method == "POST" and form.is_valid():
        person = entry.membership.person
        review_aim(aim, **form.cleaned_data, on=today, language=language(), by=person, at=at)
        tell_saved(request, entry, at=at)
        return redirect(_place(slug, ref))
    return _form(request, entry, form, _("Review the aim"), aim=aim, reviewing=True)


@require_POST
def remove(request: HttpRequest, slug: str, ref: str) -> HttpResponse:
    """Take an aim away; the message leads back."""
    entry, at = enter(request.user, slug, "coordinator"), timezone.now()
    aim = aim_for(entry, ref)
    remove_aim(aim, by=entry.membership.person, at=at)
    tell_saved(request, entry, at=at, text=_("Aim removed"))
    return redirect("aims", slug)


def _place(slug: str, ref: str) -> str:
    return f"{reverse('aims', args=[slug])}#aim-{ref}"


def _form(
    request: HttpRequest, entry: Entry, form: AimForm | ReviewForm, heading: str, **more: object
) -> HttpResponse:
    context = {"entry": entry, "form": form, "heading": heading, **more}
    return render(request, "journey/aim_form.html", context, status=422 if form.errors else 200)
