"""Progress of long work, for whoever asked for it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from solmu.jobs.access import job_for
from solmu.jobs.actions import cancel
from solmu.jobs.slots import LABELS
from solmu.lib.fragments import asks_for_part


@require_GET
def job_progress(request: HttpRequest, ref: str) -> HttpResponse:
    """Show how far the work is; a finished one sends the page on to where its result stands."""
    job = job_for(request.user.pk, ref)
    polling = asks_for_part(request.headers)
    if job.state == job.State.DONE and "next" in job.result:
        if not polling:
            return redirect(job.result["next"])
        return HttpResponse(headers={"HX-Redirect": job.result["next"]})
    context = {
        "job": job,
        "label": LABELS.get(job.kind, _("Work in progress")),
        "waits": job.state in (job.State.QUEUED, job.State.RUNNING),
    }
    return render(request, "jobs/state.html" if polling else "jobs/progress.html", context)


@require_POST
def cancel_job(request: HttpRequest, ref: str) -> HttpResponse:
    """Call the work off."""
    cancel(job_for(request.user.pk, ref), at=timezone.now())
    return redirect("job_progress", ref=ref)
