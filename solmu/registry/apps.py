"""The registry slice as a Django application."""

from __future__ import annotations

from django.apps import AppConfig


class RegistryConfig(AppConfig):
    """Names the slice and offers its long work."""

    name = "solmu.registry"
    label = "registry"

    def ready(self) -> None:
        """Put the reading and applying of files in the queue's list of work."""
        from solmu.registry.jobs import offer

        offer()
