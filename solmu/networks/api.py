"""The only place that lets the bearer of a read token in, and for what all parts of the public API have in common."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import wraps
from typing import Any, Literal, TypeVar, cast
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.translation import get_language
from ninja import Field, Path, Query, Router, Schema
from ninja.errors import ValidationError
from ninja.security import HttpBearer

from solmu.lib.reach import NotAllowed
from solmu.networks.access import Bearer, enter_with_token
from solmu.networks.models import Area, Network, ReadPart
from solmu.networks.rules import READING, READINGS_A_MINUTE, WRONG_TOKENS
from solmu.passes.access import client_address
from solmu.passes.actions import attempt, note_use, spend
from solmu.passes.models import Pass
from solmu.passes.queries import PassRefused, find_pass

MOST_AT_ONCE = 500
_FARTHEST = 1_000_000
View = TypeVar("View", bound=Callable[..., Any])
router = Router(tags=["network"])


class ReadToken(HttpBearer):
    """Asks for a token that lets a part be read; without a part any token of the network will do."""

    def __init__(self, part: ReadPart | None = None) -> None:
        self.part = part
        super().__init__()

    def authenticate(self, request: HttpRequest, token: str) -> Bearer:
        """Return whom the token lets in, or raise why it does not."""
        at = timezone.now()
        granted = _genuine(request, token)
        spend((READINGS_A_MINUTE, str(granted.pk)), at=at)
        match = request.resolver_match
        slug = match.kwargs["slug"] if match else ""
        bearer = enter_with_token(granted, slug, on=timezone.localdate(at))
        if self.part is not None and self.part not in bearer.parts:
            raise NotAllowed(self.part.value)
        note_use(granted, on=bearer.on)
        return bearer


def _genuine(request: HttpRequest, token: str) -> Pass:
    """Return the grant of a token; wrong ones are counted, those that were right once are not."""
    at = timezone.now()
    with attempt((WRONG_TOKENS, client_address(request)), at=at) as one:
        try:
            granted = find_pass(token, READING, at=at)
        except PassRefused:
            one.succeeded()
            raise
        one.succeeded()
    return granted


def bearer_of(request: HttpRequest) -> Bearer:
    """Return who was let in."""
    return cast("Bearer", request.auth)  # type: ignore[attr-defined]  # set by the API once a token is right


def etag_of(request: HttpRequest) -> str:
    """Return what stays the same as long as the answer does: the network's revision, the day and what was asked."""
    bearer = bearer_of(request)
    said = (
        bearer.network.pk, bearer.network.revision, bearer.parts, bearer.token.pk, bearer.on,
        get_language(), request.get_full_path(), request.get_host(),
    )  # fmt: skip
    return f'"{hashlib.sha256(repr(said).encode()).hexdigest()[:32]}"'


def unless_known(view: View) -> View:
    """Answer 304 without reading anything when the asker has the current answer already."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        known: HttpResponse | None = get_conditional_response(request, etag=etag_of(request))
        return known if known is not None else view(request, *args, **kwargs)

    return cast("View", answer)


def only_known_words(view: View) -> View:
    """Refuse a parameter that the address does not know: a misspelt filter would let everything through."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, asked: Asked, **kwargs: Any) -> Any:
        known = sorted(type(asked).model_fields)
        what = f"There is no such parameter. There are: {', '.join(known)}."
        unknown = sorted(set(request.GET) - set(known))
        if unknown:
            raise ValidationError([{"loc": ("query", name), "msg": what} for name in unknown])
        return view(request, *args, asked=asked, **kwargs)

    return cast("View", answer)


class Asked(Schema):
    """What may be asked of every address."""

    lang: Literal["fi", "sv", "en"] | None = Field(
        None,
        description="Language of names; else the Accept-Language header's, else Finnish. "
        "Names exist in Finnish and Swedish.",
    )


class Paged(Asked):
    """What may be asked of every list."""

    offset: int = Field(0, ge=0, le=_FARTHEST, description="How many to leave out before the first")
    limit: int = Field(100, ge=1, le=MOST_AT_ONCE, description="How many at most")


class Page(Schema):
    """What every list says of itself beside its items."""

    total: int = Field(description="How many there are in all, whatever the page")
    next: str | None = Field(description="Address of the next page; null on the last one")


def page_of(request: HttpRequest, found: Sequence[Any], asked: Paged) -> dict[str, Any]:
    """Return the asked part of what was ``found``, with how many there are and where the rest is."""
    end = asked.offset + asked.limit
    following = None
    if end < len(found):
        words = {**request.GET.dict(), "offset": str(end), "limit": str(asked.limit)}
        following = request.build_absolute_uri(f"{request.path}?{urlencode(words)}")
    return {"total": len(found), "next": following, "items": found[asked.offset : end]}


class Place(Schema):
    """A municipality; ``code`` is Statistics Finland's, empty for an area that the network named itself."""

    code: str
    name: str


def place_said(area: Area | None) -> dict[str, str] | None:
    """Return a municipality as the API tells it."""
    return None if area is None else {"code": area.code, "name": area.name}


class AreaSaid(Place):
    """An area of the network."""

    kind: Area.Kind


class NetworkSaid(Schema):
    """A network, and what the token lets read of it."""

    slug: str
    name: str
    kind: Network.Kind
    purpose: str
    boundary_rule: str = Field(description="By which rule an actor is counted in")
    recall: Network.Recall = Field(description="How actors were named: from a list or from memory")
    period_from: date | None
    period_to: date | None
    areas: list[AreaSaid]
    revision: int = Field(description="Grows with every change of what is known")
    reads: list[ReadPart] = Field(description="The parts that this token lets read")
    token_expires_at: datetime


@router.get(
    "", response=NetworkSaid, auth=ReadToken(), url_name="api_network", operation_id="network"
)
def network(request: HttpRequest, slug: Path[str], asked: Query[Asked]) -> dict[str, Any]:
    """Tell what the network is, how it was bounded, and what this token lets read of it."""
    bearer = bearer_of(request)
    one = bearer.network
    same = (
        "slug", "name", "kind", "purpose", "boundary_rule", "recall", "revision", "period_from", "period_to",
    )  # fmt: skip
    areas = sorted(one.areas.all(), key=lambda area: (area.kind, area.code, area.name))
    return {
        **{name: getattr(one, name) for name in same},
        "areas": [{"code": area.code, "name": area.name, "kind": area.kind} for area in areas],
        "reads": list(bearer.parts),
        "token_expires_at": bearer.token.expires_at,
    }
