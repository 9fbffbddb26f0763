"""The only place that tells Django of the shell."""

from __future__ import annotations

from django.apps import AppConfig


class ShellConfig(AppConfig):
    name = "solmu.shell"
    label = "shell"
