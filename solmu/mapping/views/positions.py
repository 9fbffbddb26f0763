"""The only place where somebody moves actors on the map over HTTP."""

from __future__ import annotations

import math

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from solmu.mapping.actions import arrange_again, pin_actor
from solmu.networks.access import enter
from solmu.registry.access import actor_for
from solmu.registry.saving import undo_address


@require_POST
def pin(request: HttpRequest, slug: str) -> HttpResponse:
    """Keep an actor where a member dragged it, and say where that is undone."""
    entry = enter(request.user, slug, role="member")
    actor, at = actor_for(entry, request.POST.get("actor", "")), timezone.now()
    x, y = _share(request, "x"), _share(request, "y")
    position = pin_actor(actor, x=x, y=y, by=entry.membership.person, at=at)
    put = {"actor": actor.ref, "x": position.x, "y": position.y}
    return JsonResponse({**put, "undo": undo_address(entry, at)})


@require_POST
def arrange(request: HttpRequest, slug: str) -> HttpResponse:
    """Place everybody anew; what people had pinned comes back with an undo."""
    entry = enter(request.user, slug, role="coordinator")
    at = timezone.now()
    arrange_again(entry.network, on=timezone.localdate(at), by=entry.membership.person, at=at)
    messages.success(request, _("The map is arranged again. Changes brings the old places back."))
    return redirect("map", slug)


def _share(request: HttpRequest, name: str) -> float:
    """Return a share of the canvas from what was sent."""
    try:
        share = float(request.POST.get(name, ""))
    except ValueError as not_a_number:
        raise BadRequest(name) from not_a_number
    if not math.isfinite(share):
        raise BadRequest(name)
    return share
