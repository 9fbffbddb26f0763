"""The only place that tells Django of the slice passes."""

from __future__ import annotations

from django.apps import AppConfig


class PassesConfig(AppConfig):
    name = "solmu.passes"
    label = "passes"
