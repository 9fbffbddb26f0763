"""The only place that answers with the map as a picture, for paper and for browsers without scripts."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from solmu.mapping.rules.still import still_of
from solmu.mapping.views.asking import asked_map


@require_GET
def picture(request: HttpRequest, slug: str) -> HttpResponse:
    """Draw the asked map as SVG; with ``download`` it is saved instead of shown."""
    asked = asked_map(request, slug)
    context = {"entry": asked.entry, "asked": asked, "still": still_of(asked.picture)}
    answer = render(
        request, "mapping/map_picture.html", context, content_type="image/svg+xml; charset=utf-8"
    )
    if "download" in request.GET:
        name = f"{slug}-{asked.on:%Y-%m-%d}.svg"
        answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
