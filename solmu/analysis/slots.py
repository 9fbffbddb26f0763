"""The only place where upper slices say what the network in a file tells, and in which forms they write its report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from solmu.formats.dataset import Dataset


@dataclass(frozen=True, slots=True)
class FileReading:
    """What a file tells in sentences, ready for JSON, and of what nothing can be said, in the language of the moment."""

    findings: list[dict[str, Any]]
    withheld: list[str]


# Each is given the dataset, the attribute that groups its actors where one was asked for, and the day of which is read.
READINGS: list[Callable[[Dataset, str | None, date], FileReading]] = []


class ReportWriter(Protocol):
    """Writes what a file's network says, in the language that is spoken now."""

    def __call__(
        self, dataset: Dataset, title: str, ending: str, *, on: date, notes: tuple[str, ...]
    ) -> bytes:
        """Return the report as a file of the form that ``ending`` names; ``notes`` tell how the file was read."""


# By the ending of the file's name.
REPORTS: dict[str, ReportWriter] = {}
