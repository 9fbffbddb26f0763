"""Three ways to begin: a file, pasted names, and the usual actors of some municipalities."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from solmu.formats.dataset import Dataset
from solmu.formats.template import write_template
from solmu.lib.fragments import asks_for_part
from solmu.networks.access import Entry, enter
from solmu.registry.access import visibilities_for
from solmu.registry.actions.imports import receive, receive_dataset
from solmu.registry.forms.files import FileForm, NamesForm, TownsForm
from solmu.registry.queries.usual import Region
from solmu.registry.queries.usual import usual_actors as usual_kinds
from solmu.registry.views.asking import acting

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_http_methods(["GET", "HEAD", "POST"])
def import_file(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the three ways; take a file in and go on to where its reading is followed."""
    entry = enter(acting(request), slug, "member")
    if request.method != "POST":
        return _starts(request, entry)
    sent, files = request.POST, request.FILES  # only now is what was sent looked at
    form = FileForm(sent, files, too_large=getattr(request, "upload_too_large", False))
    if not form.is_valid():
        return _starts(request, entry, file_form=form)
    file = form.cleaned_data["file"]
    upload = receive(
        entry.network,
        file_name=file.name,
        content=file.read(),
        by=acting(request),
        at=timezone.now(),
    )
    return redirect("job_progress", upload.job_ref)


@require_POST
def paste_names(request: HttpRequest, slug: str) -> HttpResponse:
    """Take pasted names in and go on to their review."""
    entry = enter(acting(request), slug, "member")
    form = NamesForm(request.POST)
    if not form.is_valid():
        return _starts(request, entry, names_form=form)
    return _reviewed(request, entry, form.dataset, pgettext("a list of names", "Pasted names"))


@require_http_methods(["GET", "HEAD", "POST"])
def usual_actors(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what such a region usually has; take in what was left ticked."""
    entry = enter(acting(request), slug, "member")
    sent = request.POST if request.method == "POST" else request.GET
    form = _towns_form(entry, sent)
    if not form.is_valid():
        return _starts(request, entry, towns_form=form)
    if request.method == "POST":
        dataset = form.dataset(request.POST.getlist("kept"))
        if dataset.actors:
            return _reviewed(request, entry, dataset, _("Usual actors"))
    context = {"entry": entry, "form": form, "suggestions": form.suggestions()}
    return render(request, "registry/usual_actors.html", context)


@require_safe
def import_template(request: HttpRequest, slug: str) -> HttpResponse:
    """Give the empty workbook to fill in, in the reader's language."""
    enter(acting(request), slug)
    language = (get_language() or "fi")[:2]
    response = HttpResponse(write_template(language), content_type=_XLSX)
    name = slugify(_("Solmu template"))
    response["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
    return response


def _reviewed(request: HttpRequest, entry: Entry, dataset: Dataset, title: str) -> HttpResponse:
    upload = receive_dataset(
        entry.network,
        dataset,
        title=title,
        seen=visibilities_for(entry),
        by=acting(request),
        at=timezone.now(),
    )
    return redirect("import_review", entry.network.slug, upload.ref)


def _starts(
    request: HttpRequest,
    entry: Entry,
    *,
    file_form: FileForm | None = None,
    names_form: NamesForm | None = None,
    towns_form: TownsForm | None = None,
) -> HttpResponse:
    towns = _towns_form(entry)
    usual = usual_kinds(Region(), language=towns.language)
    context = {
        "entry": entry,
        "file_form": file_form or FileForm(),
        "names_form": names_form or NamesForm(),
        "towns_form": towns_form or towns,
        "peek": usual[3:5] + usual[14:16],
        "more": len(towns.suggestions()) - 4,
    }
    wrong = any(form is not None for form in (file_form, names_form, towns_form))
    template = (
        "registry/starts.html" if asks_for_part(request.headers) else "registry/import_file.html"
    )
    return render(request, template, context, status=422 if wrong else 200)


def _towns_form(entry: Entry, sent: QueryDict | None = None) -> TownsForm:
    return TownsForm(sent, network=entry.network, language=get_language() or "fi")
