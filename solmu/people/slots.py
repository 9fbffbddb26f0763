"""The only place where upper slices hang their sections onto a person's profile."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the profile that another slice shows by address."""

    label: str | Promise
    url_name: str


PROFILE_SECTIONS: list[Section] = []
