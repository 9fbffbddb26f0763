"""The only place for the addresses of a network's home and of its reading."""

from __future__ import annotations

from django.urls import path

from solmu.findings import views

urlpatterns = [
    path("networks/<slug:slug>/", views.network_home, name="network"),
    path("networks/<slug:slug>/reading/", views.reading, name="reading"),
    path("networks/<slug:slug>/reading/<slug:key>/", views.answer, name="answer_finding"),
    path(
        "networks/<slug:slug>/reading/<slug:key>/reopen/",
        views.reopen,
        name="reopen_finding",
    ),
    path("networks/<slug:slug>/diversity/", views.diversity, name="diversity"),
    path("networks/<slug:slug>/diversity/<slug:kind>/", views.answer_kind, name="answer_kind"),
    path(
        "networks/<slug:slug>/actors/<slug:ref>/findings/",
        views.actor_findings,
        name="actor_findings",
    ),
]
