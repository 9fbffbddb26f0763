"""Whom to call: actors found by what is needed, in one's own words."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from solmu.lib.fragments import asks_for_part
from solmu.networks.access import Entry, enter
from solmu.networks.queries import members_of
from solmu.passes.actions import attempt
from solmu.registry.access import actors_for, ask_directory, visibilities_for
from solmu.registry.actions.indexing import refresh_index
from solmu.registry.queries.directory import tell
from solmu.registry.rules.limits import SEARCHES
from solmu.registry.views.asking import acting
from solmu.search.asking import LONGEST_QUERY


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def directory(request: HttpRequest, slug: str) -> HttpResponse:
    """Show whom a query finds. It comes by POST alone, so that it stands in no address, history or log."""
    entry = enter(acting(request), slug)
    query = request.POST.get("q", "").strip()[:LONGEST_QUERY]
    context: dict[str, Any] = {"entry": entry, "query": query, "longest": LONGEST_QUERY}
    if query:
        with attempt((SEARCHES, str(entry.membership.person_id)), at=timezone.now()):
            context |= _answer(entry, query)
        # Pressed, not only written: then the best answer opens beside the list.
        context["opens_first"] = "open" in request.POST
    else:
        context["has_actors"] = actors_for(entry).exists()
    part = asks_for_part(request.headers)
    return render(request, f"registry/directory{'_found' if part else ''}.html", context)


def _answer(entry: Entry, query: str) -> dict[str, Any]:
    refresh_index(entry.network)
    answer = ask_directory(entry, query)
    told = tell(entry.network, answer, visibilities_for(entry))
    found: dict[str, Any] = {"told": told}
    if not told.total:
        found["coordinators"] = [
            one.person for one in members_of(entry.network) if one.role == "coordinator"
        ]
    return found
