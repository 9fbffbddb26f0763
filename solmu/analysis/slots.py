"""The only place where upper slices say in which forms they write a report of a file, for `solmu analyse --report`."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from solmu.formats.dataset import Dataset


class ReportWriter(Protocol):
    """Writes what a file's network says, in the language that is spoken now."""

    def __call__(
        self, dataset: Dataset, title: str, ending: str, *, on: date, notes: tuple[str, ...]
    ) -> bytes:
        """Return the report as a file of the form that ``ending`` names; ``notes`` tell how the file was read."""


# By the ending of the file's name.
REPORTS: dict[str, ReportWriter] = {}
