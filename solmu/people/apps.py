"""The only place that tells Django of the slice people."""

from __future__ import annotations

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "solmu.people"
    label = "people"
