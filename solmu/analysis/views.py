"""The only place where analysis answers HTTP: data for research."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from solmu.analysis.access import level_graph_for
from solmu.analysis.forms.research import CODEBOOK_COLUMNS, ResearchForm, codebook, readme
from solmu.analysis.queries.research import research_package
from solmu.analysis.rules.research import recognisable, table
from solmu.networks.access import Entry, enter


@require_safe
def research(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask for which study and how exactly; once told, answer with the package itself."""
    entry = enter(request.user, slug, "coordinator")
    form = ResearchForm(request.GET if "project" in request.GET else None)
    if form.is_valid():
        return _package(entry, form)
    today = timezone.localdate()
    graph = level_graph_for(entry, "organisation", on=today, today=today)
    context = {
        "entry": entry,
        "form": form,
        "actors": len(graph.nodes),
        "recognisable": recognisable(graph.nodes, places=True),
        "recognisable_without": recognisable(graph.nodes, places=False),
    }
    return render(request, "analysis/research.html", context, status=422 if form.is_bound else 200)


def _package(entry: Entry, form: ResearchForm) -> HttpResponse:
    today = timezone.localdate()
    project, places = form.cleaned_data["project"], form.cleaned_data["places"]
    graph = level_graph_for(entry, form.cleaned_data["level"], on=today, today=today)
    alone = recognisable(graph.nodes, places=places)
    packed = research_package(
        graph,
        network=entry.network.pk,
        project=project,
        places=places,
        words={
            "README.txt": readme(entry.network.name, project, graph, alone=alone),
            "codebook.csv": table(CODEBOOK_COLUMNS, codebook()),
        },
    )
    response = HttpResponse(packed, content_type="application/zip")
    name = f"{slugify(project) or 'solmu'}-{today:%Y-%m-%d}.zip"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
