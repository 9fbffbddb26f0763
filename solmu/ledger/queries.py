"""The only place that finds the ledger's rows by when their time is over."""

from __future__ import annotations

from datetime import datetime

from django.db.models import QuerySet

from solmu.ledger.models import Change


def outlived_changes(at: datetime) -> QuerySet[Change]:
    """Return changes whose words have been kept long enough."""
    return Change.objects.filter(retain_until__lt=at.date())
