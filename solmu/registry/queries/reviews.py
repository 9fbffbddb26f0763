"""The only place that lays a file's review out for the screen: what waits first, the rest by the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from solmu.jobs.models import Job
from solmu.registry.models import Upload
from solmu.registry.rules.answers import Answers
from solmu.registry.rules.showing import Tally, tally

# How many rows of each part stand on the first screen; the whole part opens by the page.
PREVIEWS = {"doubles": 20, "problems": 20, "changes": 6, "new_actors": 6, "new_ties": 6}
PAGE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of a review: the rows shown of it, and how many more there are."""

    name: str
    rows: Sequence[Mapping[str, Any]]
    total: int
    page: int
    pages: int

    @property
    def more(self) -> int:
        return self.total - len(self.rows)

    @property
    def anchor(self) -> str:
        return self.name.replace("_", "-")

    @property
    def previous(self) -> int:
        return self.page - 1 if self.page > 1 else 0

    @property
    def next(self) -> int:
        return self.page + 1 if self.page < self.pages else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A file's review as its answers stand."""

    upload: Upload
    what: Mapping[str, Any]
    answers: Answers
    tally: Tally
    parts: Mapping[str, Part]

    @property
    def title(self) -> str:
        return str(self.upload.answers.get("title", ""))

    @property
    def founded_waiting(self) -> int:
        """How many doubles several facts speak for and nobody has answered."""
        return sum(
            one["founded"] and self.answers.doubles.get(one["key"], "later") == "later"
            for one in self.what["doubles"]
        )

    @property
    def answered_at_once(self) -> int:
        """How many doubles were answered with one press and still stand so."""
        taken = self.upload.answers.get("at_once", ())
        return sum(self.answers.doubles.get(key) == "same" for key in taken)

    @property
    def replaces(self) -> str:
        return str(self.upload.answers.get("replaces", ""))


def review_of(upload: Upload, *, opened: str = "", page: int = 1) -> Review:
    """Return the review of ``upload``, with one part ``opened`` at a page of it."""
    what = upload.plan["shown"]
    answers = Answers.of(upload.answers)
    parts = {
        name: _part(name, what[name], first, opened=name == opened, page=page)
        for name, first in PREVIEWS.items()
    }
    return Review(
        upload=upload, what=what, answers=answers, tally=tally(what, answers), parts=parts
    )


def may_be_read_again(upload: Upload) -> bool:
    """Tell whether somebody may tell by hand what the file's columns mean."""
    kept = upload.plan.get("dataset", upload.plan).get("columns")
    reviewed = upload.state in (Upload.State.READ, Upload.State.REFUSED)
    return bool(kept) and reviewed and upload.content is not None


def is_being_worked_on(upload: Upload) -> bool:
    """Tell whether the queue is still to read the file again or to bring it to the map."""
    under_way = (Job.State.QUEUED, Job.State.RUNNING)
    return Job.objects.filter(ref=upload.job_ref, state__in=under_way).exists()


def _part(
    name: str, rows: Sequence[Mapping[str, Any]], first: int, *, opened: bool, page: int
) -> Part:
    total = len(rows)
    size = PAGE if opened else first
    pages = max(1, -(-total // size)) if opened else 1
    page = min(max(page, 1), pages) if opened else 1
    return Part(
        name=name,
        rows=rows[(page - 1) * size : page * size],
        total=total,
        page=page,
        pages=pages,
    )
