"""The ledger as a Django application."""

from __future__ import annotations

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    """Names the slice."""

    name = "solmu.ledger"
    label = "ledger"
