"""The jobs slice as a Django application."""

from __future__ import annotations

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """Names the slice."""

    name = "solmu.jobs"
    label = "jobs"
