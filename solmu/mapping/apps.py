"""The mapping slice as a Django application."""

from __future__ import annotations

from django.apps import AppConfig


class MappingConfig(AppConfig):
    """Names the slice."""

    name = "solmu.mapping"
    label = "mapping"
