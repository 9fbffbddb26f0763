"""The only place that tells Django of the slice networks."""

from __future__ import annotations

from django.apps import AppConfig


class NetworksConfig(AppConfig):
    name = "solmu.networks"
    label = "networks"
