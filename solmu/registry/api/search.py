"""The only place where the public API tells whom the directory finds, and why."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Path, Query, Router, Schema

from solmu.networks.api import Page, Paged, Place, ReadToken, bearer_of, page_of, place_said
from solmu.networks.models import ReadPart
from solmu.passes.actions import spend
from solmu.registry.access import ask_directory_with_token
from solmu.registry.actions.indexing import refresh_index
from solmu.registry.api.said import ActorNamed, named
from solmu.registry.forms.directory import concept_said
from solmu.registry.models import ActorKind, Sector
from solmu.registry.queries.directory import Line, lines_of
from solmu.registry.rules.limits import SEARCHES
from solmu.search import Need
from solmu.search.asking import LONGEST_QUERY

# The tag is the part of a token that the address asks for.
router = Router(tags=["actors"])


class SearchAsked(Paged):
    """What is needed, and how much of the answer is wanted."""

    q: str = Field(
        min_length=1,
        max_length=LONGEST_QUERY,
        description="What is needed, in one's own words; several needs parted by commas. "
        "Never about a single young person: addresses are kept in logs.",
    )


class NeedSaid(Schema):
    """One need, as it was understood."""

    said: str
    concepts: list[str] = Field(description="What the words mean; empty: they are sought as such")


class ReasonSaid(Schema):
    """Why an actor answers a need."""

    need: int = Field(description="Which of the needs, from 0")
    where: str = Field(description="name, service, description, belongs, place or contact")
    words: str = Field(description="The words in which it was found")
    concept: str | None = Field(description="What leads there; null when it says the same words")


class ActorFound(ActorNamed):
    """An actor that answers a need."""

    kind: ActorKind
    sector: Sector | None
    municipality: Place | None
    answers: list[int] = Field(description="Which of the needs it answers, from 0")
    reasons: list[ReasonSaid]


class SearchPage(Page):
    """A page of the actors that answer, those who answer most needs first."""

    needs: list[NeedSaid]
    items: list[ActorFound]


@router.get(
    "/search",
    response=SearchPage,
    auth=ReadToken(ReadPart.ACTORS),
    url_name="api_search",
    operation_id="search",
)
def search(request: HttpRequest, slug: Path[str], asked: Query[SearchAsked]) -> dict[str, Any]:
    """Find whom to call, as the directory does: by names, by services and contacts if the token opens them."""
    bearer = bearer_of(request)
    spend((SEARCHES, f"token {bearer.token.pk}"), at=timezone.now())
    refresh_index(bearer.network)
    answer, texts = ask_directory_with_token(bearer, asked.q)
    ordered = sorted(answer.found, key=lambda one: -len(one.answers))
    page = page_of(request, ordered, asked)
    needs = answer.asked.needs
    lines = lines_of(answer.asked, page["items"], texts)
    return {
        **page,
        "needs": [_need(one) for one in needs],
        "items": [_found(line) for line in lines],
    }


def _need(one: Need) -> dict[str, Any]:
    return {"said": one.said, "concepts": [concept_said(concept) for concept in one.concepts]}


def _found(line: Line) -> dict[str, Any]:
    actor = line.actor
    return {
        **named(actor),
        "kind": actor.kind,
        "sector": actor.sector or None,
        "municipality": place_said(actor.municipality),
        "answers": list(line.answers),
        "reasons": [
            {
                "need": one.need,
                "where": one.field,
                "words": one.words,
                "concept": concept_said(one.concept) if one.concept else None,
            }
            for one in line.reasons
        ],
    }
