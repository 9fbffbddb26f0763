"""The only place that fills a database with an area of a given size for measuring."""

from __future__ import annotations

import random
from datetime import UTC, datetime

from solmu.networks.models import Membership, Network
from solmu.people.models import Person
from solmu.registry.actions.reading import rebuild_ties
from solmu.registry.models import Actor, Claim, Identity, Mention, Name, Perspective, Sector

NOW = datetime(2026, 11, 12, 12, tzinfo=UTC)


TOWN = 120  # actors who know each other, where they are clustered
NEAR = 0.8  # of their ties are within the town


def seed(actors: int, *, ties_each: int = 3, clustered: bool = False) -> tuple[Network, Person]:
    """Make a network of ``actors`` and ``ties_each`` times as many ties, and its coordinator.

    Ties lie anywhere, or if ``clustered`` mostly within towns, as they do in a region.
    """
    rng = random.Random(actors)
    network = Network.objects.create(name=f"Alue {actors}", slug=f"alue-{actors}", created_at=NOW)
    person = Person.objects.create_user(f"aino{actors}@example.fi", name="Aino", created_at=NOW)
    Membership.objects.create(network=network, person=person, role="coordinator", joined_at=NOW)
    source = Perspective.objects.create(
        network=network, kind="import", title="Taulukko", created_at=NOW
    )
    sectors = list(Sector)
    made = Actor.objects.bulk_create(
        Actor(network=network, label_fi=f"Toimija {n}", sector=rng.choice(sectors), created_at=NOW)
        for n in range(actors)
    )
    Name.objects.bulk_create(Name(actor=actor, text=actor.label_fi) for actor in made)
    mentions = Mention.objects.bulk_create(
        Mention(perspective=source, name=actor.label_fi, sector=actor.sector) for actor in made
    )
    Identity.objects.bulk_create(
        Identity(mention=mention, actor=actor, from_at=NOW)
        for mention, actor in zip(mentions, made, strict=True)
    )
    pairs: dict[tuple[int, int], None] = {}
    while len(pairs) < actors * ties_each:
        one, other = rng.randrange(actors), rng.randrange(actors)
        if clustered and rng.random() < NEAR:
            other = min(one // TOWN * TOWN + rng.randrange(TOWN), actors - 1)
        if one != other:
            pairs[one, other] = None
    Claim.objects.bulk_create(
        (
            Claim(
                perspective=source,
                source=mentions[one],
                target=mentions[other],
                direction=rng.choice(["forward", "both"]),
                contents=[rng.choice(["information", "referral", "joint_work"])],
                frequency=rng.randint(1, 4),
                created_at=NOW,
                updated_at=NOW,
            )
            for one, other in pairs
        ),
        batch_size=2000,
    )
    rebuild_ties(network)
    return network, person
