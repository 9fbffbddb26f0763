"""The registry slice as a Django application."""

from __future__ import annotations

from django.apps import AppConfig


class RegistryConfig(AppConfig):
    """Names the slice."""

    name = "solmu.registry"
    label = "registry"
