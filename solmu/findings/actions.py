"""The only place where the answer to a small question of diversity is kept."""

from __future__ import annotations

from datetime import datetime

from solmu.findings.models import DiversityAnswer
from solmu.findings.rules.diversity import Said
from solmu.ledger.actions import ActingPerson, recorded
from solmu.networks.models import Network


def answer_diversity(
    network: Network,
    kind: str,
    said: Said,
    *,
    language: str,
    by: ActingPerson | None,
    at: datetime,
) -> None:
    """Keep what was answered of one kind; a later answer takes its place."""
    facts = {
        "words": said.words,
        "levels": list(said.levels),
        "actors": list(said.actors),
        "language": language,
        "answered_at": at,
        "author_id": None if by is None else by.pk,
    }
    with recorded(network.pk, "diversity.answer", by=by, at=at) as record:
        known = DiversityAnswer.objects.filter(network=network, kind=kind).first()
        if known is None:
            record.add(DiversityAnswer(network=network, kind=kind, **facts))
        else:
            record.set(known, **facts)
