"""The only place that finds who holds a map together."""

from __future__ import annotations

from solmu.findings.rules.facts import MOST_ROUTED, SAMPLED, Facts, Finding
from solmu.sna.measures.position import betweenness, betweenness_share
from solmu.sna.result import Undefined
from solmu.sna.snapshot import Snapshot
from solmu.sna.waves import waves_of

MOST_COMPARED = 1500  # reckoning twice what takes seconds once is not worth a second figure


def held_together(facts: Facts) -> list[Finding]:
    """One actor is on many of the shortest routes between the others, or none is."""
    estimate = facts.arrows.n > MOST_ROUTED
    shares = _sampled(facts.arrows) if estimate else _shares(facts.arrows)
    actor, share = max(shares.items(), key=lambda pair: pair[1], default=("", 0.0))
    if not share:
        return []  # nobody is on a route between others: there are none
    if share < facts.thresholds.bottleneck_share:
        return [
            Finding(
                id="spread", topic="middle", good=True, slots={"p": share},
                actors=(actor,), ties=facts.pairs_of(actor), method="TELL", estimate=estimate,
            )
        ]  # fmt: skip
    return [
        Finding(
            id="bottleneck",
            topic="middle",
            slots={"a": actor, "p": share},
            actors=(actor,),
            ties=facts.pairs_of(actor),
            answered=_share_among_answered(facts, actor),
            weight=share,
            method="M16",
            estimate=estimate,
        )
    ]


def _share_among_answered(facts: Facts, actor: str) -> float | None:
    asked = facts.arrows.asked
    if asked is None or all(asked) or facts.arrows.n > MOST_COMPARED:
        return None
    return _shares(facts.arrows.answered()).get(actor)


def _shares(snapshot: Snapshot) -> dict[str, float]:
    return {
        actor: share
        for actor, share in zip(snapshot.ids, betweenness_share(snapshot), strict=True)
        if not isinstance(share, Undefined)
    }


def _sampled(snapshot: Snapshot) -> dict[str, float]:
    """Estimate the shares from the routes of some actors drawn at random, always the same ones."""
    steps = waves_of(snapshot, SAMPLED).steps
    pairs = sum(steps.values()) * snapshot.n / SAMPLED
    # The routes that begin or end with the actor itself are not between others.
    others = pairs * (1 - 2 / snapshot.n) / (1 if snapshot.directed else 2)
    if not others:
        return {}
    between = betweenness(snapshot, SAMPLED)
    return {actor: value / others for actor, value in zip(snapshot.ids, between, strict=True)}
