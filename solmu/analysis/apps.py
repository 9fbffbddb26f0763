"""The analysis of networks as a Django application."""

from __future__ import annotations

from django.apps import AppConfig


class AnalysisConfig(AppConfig):
    """Names the slice."""

    name = "solmu.analysis"
    label = "analysis"
    verbose_name = "Analysis"
