"""Progress of long work, for whoever asked for it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from solmu.jobs.access import job_for
from solmu.jobs.actions import cancel


@require_GET
def job_progress(request: HttpRequest, ref: str) -> HttpResponse:
    """Show how far the work is; a finished one sends the page on to where its result stands."""
    job = job_for(request.user.pk, ref)
    response = render(request, "jobs/progress.html", {"job": job})
    if job.state == job.State.DONE and "next" in job.result:
        if request.headers.get("HX-Request"):
            response["HX-Redirect"] = job.result["next"]
        else:
            return redirect(job.result["next"])
    return response


@require_POST
def cancel_job(request: HttpRequest, ref: str) -> HttpResponse:
    """Call the work off."""
    cancel(job_for(request.user.pk, ref), at=timezone.now())
    return redirect("job_progress", ref=ref)
