"""The only place for what the registry's pages share: who acts."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest

from solmu.people.models import Person


def acting(request: HttpRequest) -> Person:
    """Return the signed-in person."""
    return cast("Person", request.user)
