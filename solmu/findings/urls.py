"""The only place for the addresses of a network's home, of its reading and its report."""

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
    path("networks/<slug:slug>/report/", views.report, name="report"),
    path("networks/<slug:slug>/report/ask/", views.ask_report, name="ask_report"),
    path("networks/<slug:slug>/report/made/<slug:ref>/", views.made_report, name="made_report"),
    path("networks/<slug:slug>/report.<slug:ending>", views.report_file, name="report_file"),
    path(
        "networks/<slug:slug>/actors/<slug:ref>/findings/",
        views.actor_findings,
        name="actor_findings",
    ),
]
