"""The only place for the addresses of the analysis slice."""

from __future__ import annotations

from django.urls import path

from solmu.analysis.views import research

urlpatterns = [path("networks/<slug:slug>/research/", research, name="research")]
