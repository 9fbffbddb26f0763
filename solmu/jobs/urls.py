"""Addresses of long work."""

from __future__ import annotations

from django.urls import path

from solmu.jobs import views

urlpatterns = [
    path("jobs/<str:ref>/", views.job_progress, name="job_progress"),
    path("jobs/<str:ref>/cancel/", views.cancel_job, name="cancel_job"),
]
