"""A network taken out as a file."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from solmu.formats import FORMATS, write_file
from solmu.networks.access import Entry, enter
from solmu.registry.access import visibilities_for
from solmu.registry.forms.files import ExportForm
from solmu.registry.queries import current_ties, present_actors
from solmu.registry.queries.exports import dataset_of
from solmu.registry.views.asking import acting


@require_safe
def export_network(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask in which form; a chosen one is the file itself."""
    entry = enter(acting(request), slug)
    form = ExportForm(request.GET if "format" in request.GET else None)
    if form.is_valid():
        return _file(entry, form)
    counts = {
        "actors": present_actors(entry.network).count(),
        "ties": current_ties(entry.network).values("source", "target").distinct().count(),
    }
    context = {"entry": entry, "form": form, "counts": counts}
    status = 422 if form.is_bound else 200
    return render(request, "registry/export.html", context, status=status)


def _file(entry: Entry, form: ExportForm) -> HttpResponse:
    chosen = form.cleaned_data
    seen = visibilities_for(entry) if chosen["contacts"] else ()
    dataset = dataset_of(entry.network, seen=seen, wished=chosen["wished"])
    written = write_file(dataset, chosen["format"], (get_language() or "fi")[:2])
    response = HttpResponse(written, content_type=FORMATS[chosen["format"]].media_type)
    name = f"{slugify(entry.network.name) or 'solmu'}-{timezone.localdate():%Y-%m-%d}"
    response["Content-Disposition"] = f'attachment; filename="{name}.{chosen["format"]}"'
    return response
