"""The only place for the addresses of a network's home, its reading, its report, paths and capacity."""

from __future__ import annotations

from django.urls import path

from solmu.findings.views import capacity, reading, reports
from solmu.findings.views import path as paths

_PATH = "networks/<slug:slug>/path/"
_CAPACITY = "networks/<slug:slug>/capacity/"

urlpatterns = [
    path("networks/<slug:slug>/", reading.network_home, name="network"),
    path("networks/<slug:slug>/reading/", reading.reading, name="reading"),
    path("networks/<slug:slug>/reading/<slug:key>/", reading.answer, name="answer_finding"),
    path(
        "networks/<slug:slug>/reading/<slug:key>/reopen/",
        reading.reopen,
        name="reopen_finding",
    ),
    path("networks/<slug:slug>/pitfalls/", reading.pitfalls, name="pitfalls"),
    path("networks/<slug:slug>/success/", reading.success, name="success"),
    path("networks/<slug:slug>/diversity/", reading.diversity, name="diversity"),
    path("networks/<slug:slug>/diversity/<slug:kind>/", reading.answer_kind, name="answer_kind"),
    path("networks/<slug:slug>/report/", reports.report, name="report"),
    path("networks/<slug:slug>/report/ask/", reports.ask_report, name="ask_report"),
    path("networks/<slug:slug>/report/made/<slug:ref>/", reports.made_report, name="made_report"),
    path("networks/<slug:slug>/report.<slug:ending>", reports.report_file, name="report_file"),
    path(
        "networks/<slug:slug>/actors/<slug:ref>/findings/",
        reading.actor_findings,
        name="actor_findings",
    ),
    path(f"{_PATH}", paths.find_path, name="path"),
    path(f"{_PATH}report/", paths.report, name="report_dead_end"),
    path(f"{_PATH}dead-ends/", paths.dead_ends, name="dead_ends"),
    path(f"{_PATH}dead-ends/<slug:ref>/", paths.answer, name="answer_dead_end"),
    path(f"{_PATH}dead-ends/<slug:ref>/remove/", paths.remove, name="remove_dead_end"),
    path(f"{_CAPACITY}", capacity.capacity, name="capacity"),
    path(f"{_CAPACITY}assess/", capacity.assess, name="assess_capacity"),
    path(f"{_CAPACITY}renewals/new/", capacity.raise_need, name="raise_renewal"),
    path(f"{_CAPACITY}renewals/<slug:ref>/", capacity.answer, name="answer_renewal"),
    path(f"{_CAPACITY}renewals/<slug:ref>/remove/", capacity.remove, name="remove_renewal"),
]
