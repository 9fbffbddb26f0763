"""The only place where a coordinator prepares shared maps, looks at them as a stranger would, gives and closes links."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from solmu.networks.access import Entry, enter
from solmu.passes.access import behind_link
from solmu.people.models import Person
from solmu.registry.queries import present_actors
from solmu.sharing.access import share_for
from solmu.sharing.actions import (
    NotAsItWas,
    change_share,
    open_share,
    prepare_share,
    remove_share,
    reopen_share,
    revoke_share,
    settle_texts,
)
from solmu.sharing.forms import ShareForm, TextsForm
from solmu.sharing.models import Share
from solmu.sharing.queries import flags_of, shares_in, state_of
from solmu.sharing.rules.stripping import Flag
from solmu.sharing.views.qr import qr_codes
from solmu.sharing.views.showing import ShownShare

get_or_post = require_http_methods(["GET", "HEAD", "POST"])


def _person(request: HttpRequest) -> Person:
    return cast("Person", request.user)


def _enter(request: HttpRequest, slug: str) -> Entry:
    return enter(_person(request), slug, "coordinator")


@require_safe
def shares(request: HttpRequest, slug: str) -> HttpResponse:
    """List the network's shares with where each stands."""
    entry = _enter(request, slug)
    context = {"entry": entry, "shares": shares_in(entry.network, at=timezone.now())}
    return render(request, "sharing/shares.html", context)


@get_or_post
def new_share(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask what strangers may see."""
    entry, at = _enter(request, slug), timezone.now()
    form = ShareForm(request.POST or None, network=entry.network, at=at)
    if form.is_valid():
        made = prepare_share(entry.network, form.words, by=_person(request), at=at)
        return redirect("share", slug, made.pk)
    context = {"entry": entry, "form": form}
    return render(request, "sharing/form.html", context, status=422 if form.is_bound else 200)


@get_or_post
def edit_share(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Change a draft."""
    entry, at = _enter(request, slug), timezone.now()
    share = share_for(entry, pk)
    if share.grant_id is not None:
        return redirect("share", slug, pk)
    form = ShareForm(request.POST or None, network=entry.network, at=at, share=share)
    if form.is_valid():
        change_share(share, form.words, by=_person(request), at=at)
        return redirect("share", slug, pk)
    context = {"entry": entry, "form": form, "share": share}
    return render(request, "sharing/form.html", context, status=422 if form.is_bound else 200)


@require_safe
def share(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Show what a stranger sees, what looks like a person in it, and where the link stands."""
    entry = _enter(request, slug)
    return _page(request, entry, share_for(entry, pk))


def _page(request: HttpRequest, entry: Entry, share: Share, token: str = "") -> HttpResponse:
    at = timezone.now()
    seen = ShownShare(share, entry.network, timezone.localdate(at))
    flags = flags_of(share, on=seen.on)
    context = {
        "entry": entry,
        "share": share,
        "state": state_of(share, at=at),
        "seen": seen,
        "still": seen.still,
        "flags": flags,
        "waiting": sum(not flag.confirmed for flag in flags),
        "choices": _choices(entry, share, seen),
        **(_addresses(token) if token else {}),
    }
    return render(request, "sharing/share.html", context)


def _choices(entry: Entry, share: Share, seen: ShownShare) -> list[dict[str, Any]]:
    """List the actors that may be left out, those that are first: they are no longer in the picture."""
    refs = {node.ref: node.label for node in seen.shown.graph.nodes}
    out = present_actors(entry.network).filter(ref__in=share.left_out).order_by("label_fi")
    left = [{"ref": one.ref, "label": one.label, "out": True} for one in out]
    return left + [{"ref": ref, "label": label, "out": False} for ref, label in refs.items()]


def _addresses(token: str) -> dict[str, object]:
    link = settings.PUBLIC_URL + reverse("shared", args=[token])
    embed = settings.PUBLIC_URL + reverse("shared_embed", args=[token])
    return {"link": link, "embed": embed, **qr_codes(link)}


@require_POST
def settle(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Keep what is no person's name and who stays out; what is not on the page keeps its answer."""
    entry, at = _enter(request, slug), timezone.now()
    share = share_for(entry, pk)
    flags = flags_of(share, on=timezone.localdate(at))
    actors = [(ref, ref) for ref in present_actors(entry.network).values_list("ref", flat=True)]
    form = TextsForm(request.POST, flags=flags, actors=actors)
    if form.is_valid():
        settle_texts(
            share,
            confirmed={*_not_asked(share, flags), *form.cleaned_data["confirmed"]},
            left_out=form.cleaned_data["left_out"],
            by=_person(request),
            at=at,
        )
        messages.success(request, _("Saved"))
    else:
        messages.error(request, _("The map has changed meanwhile. Look at it again."))
    return redirect("share", slug, pk)


def _not_asked(share: Share, flags: list[Flag]) -> set[str]:
    return set(share.confirmed) - {flag.key for flag in flags}


@require_POST
@behind_link
def give_link(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Make the link and show it, this once; an earlier one no longer works."""
    entry = _enter(request, slug)
    share = share_for(entry, pk)
    after = request.POST.get("given", "")
    try:
        token = open_share(share, by=_person(request), at=timezone.now(), after=after)
    except NotAsItWas:
        messages.error(
            request,
            _(
                "A link was made already. It is shown only once; if you did not copy it, make a new one."
            ),
        )
        return redirect("share", slug, pk)
    return _page(request, entry, share, token)


@require_POST
def revoke(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Close the link at once; for a moment it can be opened again."""
    undo = f"undo:{reverse('reopen_share', args=[slug, pk])}"
    return _act(request, slug, pk, revoke_share, _("The link is closed."), undo)


@require_POST
def reopen(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Let the same link work again."""
    return _act(request, slug, pk, reopen_share, _("The link works again."))


@require_POST
def remove(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Remove a draft."""
    return _act(request, slug, pk, remove_share, _("The draft was removed."))


def _act(
    request: HttpRequest, slug: str, pk: int, act: Callable[..., None], told: str, tags: str = ""
) -> HttpResponse:
    share = share_for(_enter(request, slug), pk)
    try:
        act(share, by=_person(request), at=timezone.now())
    except NotAsItWas:
        messages.error(request, _("Somebody has changed this meanwhile. Look at it again."))
    else:
        messages.success(request, told, extra_tags=tags)
    return redirect("shares", slug)
