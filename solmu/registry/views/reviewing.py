"""What was understood of a file: shown, answered, brought to the map or thrown away."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from solmu.lib.fragments import asks_for_part
from solmu.networks.access import Entry, enter
from solmu.registry.access import perspective_for, upload_for, visibilities_for
from solmu.registry.actions.imports import (
    answer,
    answer_founded,
    ask_to_apply,
    ask_to_read_again,
    drop_upload,
    take_founded_back,
    update_instead,
)
from solmu.registry.forms.columns import ColumnsForm
from solmu.registry.forms.files import FileForm
from solmu.registry.forms.review import answers_in, title_in
from solmu.registry.forms.wording import in_full
from solmu.registry.models import Upload
from solmu.registry.queries.imports import earlier_readings, import_act
from solmu.registry.queries.reviews import is_being_worked_on, may_be_read_again, review_of
from solmu.registry.rules.answers import Answers
from solmu.registry.rules.stored import columns_of, problem_of
from solmu.registry.views.asking import acting

State = Upload.State


@require_http_methods(["GET", "HEAD", "POST"])
def import_review(request: HttpRequest, slug: str, ref: str) -> HttpResponse:
    """Show what was understood and take the answers; later show what came of it."""
    entry = enter(acting(request), slug, "member")
    upload = upload_for(entry, ref)
    if upload.state == State.WAITING or is_being_worked_on(upload):
        return redirect("job_progress", upload.job_ref)
    if upload.state == State.READ:
        if request.method == "POST":
            return _act(request, entry, upload)
        return _show(request, entry, upload)
    if upload.state == State.REFUSED:
        return _refused(request, entry, upload)
    if upload.state == State.APPLIED:
        context = {"entry": entry, "upload": upload, "act": import_act(upload)}
        return render(request, "registry/import_done.html", context)
    return redirect("import_file", slug)


@require_http_methods(["GET", "HEAD", "POST"])
def import_columns(request: HttpRequest, slug: str, ref: str) -> HttpResponse:
    """Ask what each column of the file means, and have it read again."""
    entry = enter(acting(request), slug, "member")
    upload = upload_for(entry, ref)
    if not may_be_read_again(upload):
        return redirect("import_review", slug, ref)
    sent = request.POST if request.method == "POST" else None
    form = ColumnsForm(sent, columns=columns_of(upload.plan.get("dataset", upload.plan)))
    if form.is_bound and form.is_valid():
        ask_to_read_again(upload, form.told(), by=acting(request), at=timezone.now())
        return redirect("job_progress", upload.job_ref)
    context = {"entry": entry, "upload": upload, "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "registry/import_columns.html", context, status=status)


@require_POST
def answer_import(request: HttpRequest, slug: str, ref: str) -> HttpResponse:
    """Keep the answers as they are given, and return the counts as they then stand."""
    entry = enter(acting(request), slug, "member")
    upload = upload_for(entry, ref)
    if upload.state != State.READ:
        return redirect("import_review", slug, ref)
    _keep(request, upload)
    context = {"entry": entry, "review": review_of(upload)}
    if asks_for_part(request.headers):
        return render(request, "registry/review_counts.html", context)
    return redirect("import_review", slug, ref)


def _act(request: HttpRequest, entry: Entry, upload: Upload) -> HttpResponse:
    act = request.POST.get("act", "save")
    slug = entry.network.slug
    if act == "drop":
        drop_upload(upload)
        messages.success(request, _("The import was discarded. Nothing changed on the map."))
        return redirect("import_file", slug)
    _keep(request, upload)
    if act == "update":
        earlier = request.POST.get("replaces", "")
        reading = perspective_for(entry, earlier) if earlier else None
        update_instead(upload, reading, seen=visibilities_for(entry))
    elif act in ("founded", "take_back"):
        (answer_founded if act == "founded" else take_founded_back)(upload)
    elif act == "apply":
        ask_to_apply(upload, by=acting(request), at=timezone.now())
        return redirect("job_progress", upload.job_ref)
    else:
        messages.success(request, _("Saved"))
    return redirect("import_review", slug, upload.ref)


def _keep(request: HttpRequest, upload: Upload) -> None:
    answers = answers_in(request.POST, upload.plan["shown"], Answers.of(upload.answers))
    answer(upload, answers, title=title_in(request.POST, upload.answers.get("title", "")))


def _show(request: HttpRequest, entry: Entry, upload: Upload) -> HttpResponse:
    page = request.GET.get("page", "")
    review = review_of(
        upload, opened=request.GET.get("show", ""), page=int(page) if page.isdecimal() else 1
    )
    earlier = earlier_readings(entry.network, acting(request))
    context = {
        "entry": entry,
        "review": review,
        "earlier": earlier,
        "columns": columns_of(upload.plan["dataset"]),
        "may_be_read_again": may_be_read_again(upload),
    }
    return render(request, "registry/import_review.html", context)


def _refused(request: HttpRequest, entry: Entry, upload: Upload) -> HttpResponse:
    refusal = in_full(problem_of(upload.plan["refusal"]))
    context = {"entry": entry, "upload": upload, "refusal": refusal, "file_form": FileForm()}
    if may_be_read_again(upload):
        context["form"] = ColumnsForm(columns=columns_of(upload.plan))
    return render(request, "registry/import_refused.html", context, status=422)
