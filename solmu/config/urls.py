"""The only place where slices are given their addresses."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("", include("solmu.config.api")),
    path("", include("solmu.people.urls")),
    path("", include("solmu.networks.urls")),
    path("", include("solmu.registry.urls")),
    path("", include("solmu.jobs.urls")),
    path("", include("solmu.analysis.urls")),
    path("", include("solmu.mapping.urls")),
    path("", include("solmu.sharing.urls")),
    path("", include("solmu.agreements.urls")),
    path("", include("solmu.journey.urls")),
    path("", include("solmu.findings.urls")),
    path("", include("solmu.shell.urls")),
]
handler400 = "solmu.shell.views.bad_request"
handler403 = "solmu.shell.views.forbidden"
handler404 = "solmu.shell.views.not_found"
handler500 = "solmu.shell.views.server_error"
