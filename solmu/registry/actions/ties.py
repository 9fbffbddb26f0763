"""The only place where a person's own words about a tie are written; nobody else's are touched."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields, replace
from datetime import date, datetime

from solmu.ledger.actions import ActingPerson, Record, recorded
from solmu.registry.actions.perspectives import mention_of
from solmu.registry.actions.reading import rebuild_ties
from solmu.registry.models import Actor, Claim, Perspective, Tie
from solmu.registry.queries import claims_between, claims_of


@dataclass(frozen=True, slots=True, kw_only=True)
class TieWords:
    """What one says of a tie: three questions first, the rest when there is a reason."""

    direction: str = Claim.Direction.FORWARD
    contents: tuple[str, ...] = ()
    frequency: int | None = None
    note: str = ""
    means: str = ""
    closeness: int | None = None
    status: str = Claim.Status.EXISTING
    valid_from: date | None = None
    valid_to: date | None = None


def state_tie(
    perspective: Perspective,
    source: Actor,
    target: Actor,
    words: TieWords,
    *,
    by: ActingPerson | None,
    at: datetime,
) -> Claim:
    """Say in ``perspective`` what the tie of two actors is; a second time it corrects the first."""
    with _act("tie.state", perspective, source, target, by=by, at=at) as record:
        claim = _write(perspective, source, target, words, record=record, by=by, at=at)
        rebuild_ties(perspective.network, {source.pk, target.pk})
    return claim


def deny_tie(
    perspective: Perspective, one: Actor, other: Actor, *, by: ActingPerson | None, at: datetime
) -> None:
    """Take back what ``perspective`` said of a tie; where others still claim it, a coordinator's no outranks."""
    with _act("tie.deny", perspective, one, other, by=by, at=at) as record:
        for claim in claims_of(perspective, one, other):
            record.remove(claim)
        outranks = perspective.kind == Perspective.Kind.COORDINATOR
        if outranks and claims_between(perspective.network, one, other).exists():
            words = TieWords(status=Claim.Status.DENIED, direction=Claim.Direction.BOTH)
            _write(perspective, one, other, words, record=record, by=by, at=at)
        rebuild_ties(perspective.network, {one.pk, other.pk})


def tick_tie(
    perspective: Perspective,
    source: Actor,
    target: Actor,
    *,
    ticked: bool,
    both_ways: bool,
    by: ActingPerson | None,
    at: datetime,
) -> None:
    """Tick or clear one square of the grid: ``source`` is in touch with ``target``, or is not."""
    forward, back = (source.pk, target.pk), (target.pk, source.pk)
    ways = _ways(perspective, source, target)
    asked = {forward, back} if both_ways else {forward}
    wanted = ways | asked if ticked else ways - asked
    point_tie(
        perspective, source, target, forward=forward in wanted, back=back in wanted, by=by, at=at
    )


def point_tie(
    perspective: Perspective,
    one: Actor,
    other: Actor,
    *,
    forward: bool,
    back: bool,
    by: ActingPerson | None,
    at: datetime,
) -> None:
    """Say which way a tie goes, or that there is none; content and frequency said before stay.

    A coordinator's words decide alone, so a first word of hers begins from what the map shows.
    """
    if not forward and not back:
        deny_tie(perspective, one, other, by=by, at=at)
        return
    source, target = (one, other) if forward else (other, one)
    direction = Claim.Direction.BOTH if forward and back else Claim.Direction.FORWARD
    words = replace(_words_so_far(perspective, one, other), direction=direction)
    state_tie(perspective, source, target, words, by=by, at=at)


def confirm_tie(
    perspective: Perspective, one: Actor, other: Actor, *, by: ActingPerson | None, at: datetime
) -> None:
    """Say that the tie still is as ``perspective`` said, or as the map shows when it said nothing; the day is kept."""
    own = claims_of(perspective, one, other)
    if not own:
        ways = {(tie.source_id, tie.target_id) for tie in _on_map(perspective, one, other)}
        if ways:
            source, target = (one, other) if (one.pk, other.pk) in ways else (other, one)
            direction = Claim.Direction.BOTH if len(ways) == 2 else Claim.Direction.FORWARD
            words = replace(_words_on_map(perspective, one, other), direction=direction)
            state_tie(perspective, source, target, words, by=by, at=at)
        return
    with _act("tie.confirm", perspective, one, other, by=by, at=at) as record:
        for claim in own:
            record.set(claim, confirmed_on=at.date())
        rebuild_ties(perspective.network, {one.pk, other.pk})


@contextmanager
def _act(
    verb: str,
    perspective: Perspective,
    source: Actor,
    target: Actor,
    *,
    by: ActingPerson | None,
    at: datetime,
) -> Iterator[Record]:
    names = {"source": source.label_fi, "target": target.label_fi}
    with recorded(perspective.network_id, verb, by=by, at=at, summary=names) as record:
        yield record


def _write(
    perspective: Perspective,
    source: Actor,
    target: Actor,
    words: TieWords,
    *,
    record: Record,
    by: ActingPerson | None,
    at: datetime,
) -> Claim:
    own = claims_of(perspective, source, target)
    ends = {
        "source": mention_of(source, perspective, by=by, at=at),
        "target": mention_of(target, perspective, by=by, at=at),
    }
    said = {**asdict(words), "contents": list(words.contents)}
    if not own:
        return record.add(
            Claim(
                perspective=perspective,
                **ends,
                **said,
                created_at=at,
                updated_at=at,
                confirmed_on=at.date(),
            )
        )
    claim, *repeated = own
    for other in repeated:
        record.remove(other)
    if record.set(claim, **ends, **said):
        record.set(claim, updated_at=at, confirmed_on=at.date())
    return claim


def _words_so_far(perspective: Perspective, one: Actor, other: Actor) -> TieWords:
    own = claims_of(perspective, one, other)
    if own:
        said = {field.name: getattr(own[0], field.name) for field in fields(TieWords)}
        existing = {"contents": tuple(own[0].contents), "status": Claim.Status.EXISTING}
        return TieWords(**{**said, **existing})
    if perspective.kind != Perspective.Kind.COORDINATOR:
        return TieWords()
    return _words_on_map(perspective, one, other)


def _words_on_map(perspective: Perspective, one: Actor, other: Actor) -> TieWords:
    ties = _on_map(perspective, one, other)
    return TieWords(
        contents=tuple(dict.fromkeys(tie.content for tie in ties if tie.content)),
        frequency=max((tie.frequency for tie in ties if tie.frequency), default=None),
        closeness=max((tie.closeness for tie in ties if tie.closeness), default=None),
    )


def _on_map(perspective: Perspective, one: Actor, other: Actor) -> list[Tie]:
    ends = {one.pk, other.pk}
    between = Tie.objects.filter(network=perspective.network, source__in=ends, target__in=ends)
    return list(between.filter(status=Claim.Status.EXISTING).order_by("pk"))


def _ways(perspective: Perspective, one: Actor, other: Actor) -> set[tuple[int, int]]:
    own = claims_of(perspective, one, other)
    if not own and perspective.kind == Perspective.Kind.COORDINATOR:
        ties = _on_map(perspective, one, other)
        return {(tie.source_id, tie.target_id) for tie in ties}
    ways: set[tuple[int, int]] = set()
    for claim in own:
        if claim.status != Claim.Status.EXISTING:
            continue
        forward = (claim.source_actor, claim.target_actor)  # type: ignore[attr-defined]  # annotated by the query
        ways |= {forward, forward[::-1]} if claim.direction == Claim.Direction.BOTH else {forward}
    return ways
