"""The findings slice as a Django application."""

from __future__ import annotations

from django.apps import AppConfig


class FindingsConfig(AppConfig):
    """Names the slice."""

    name = "solmu.findings"
    label = "findings"
