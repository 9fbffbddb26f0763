"""Whatever was said, ticked, merged, removed and undone, in any order: the reading equals one built afresh."""

from __future__ import annotations

import contextlib
import random
from typing import Any

import pytest

from solmu.ledger.models import Act
from solmu.ledger.rules import LeansOnLater
from solmu.networks.models import Network
from solmu.people.models import Person
from solmu.registry.actions.actors import ActorWords, BelongsToItself, correct_actor, remove_actor
from solmu.registry.actions.changes import undo_act
from solmu.registry.actions.identities import merge_actors
from solmu.registry.actions.reading import rebuild_ties
from solmu.registry.actions.ties import TieWords, deny_tie, state_tie, tick_tie
from solmu.registry.models import Tie
from solmu.registry.queries import present_actors
from solmu.registry.tests.makers import make_actor, make_perspective, perspective_of
from tests.cast import NOON

FACTS = ("source", "target", "content", "status", "frequency", "said", "asked", "both_ends", "drawn_mutual", "differs", "notes")  # fmt: skip


def reading(network: Network) -> list[Any]:
    return sorted(Tie.objects.filter(network=network).values_list(*FACTS), key=repr)


@pytest.mark.django_db
@pytest.mark.parametrize("seed", range(12))
def test_any_order_of_acts_reads_as_if_read_afresh(
    network: Network, aino: Person, seed: int
) -> None:
    rng = random.Random(seed)
    own, group = perspective_of(aino, network), make_perspective(network)
    for name in ("Kela", "Ohjaamo", "Lukio", "Paja", "Seurakunta"):
        make_actor(own, name)
        make_actor(group, f"{name} (ryhmä)")
    told: dict[str, Any] = {"by": aino, "at": NOON}
    for _ in range(40):
        present = list(present_actors(network).order_by("pk"))
        if len(present) < 3:
            break
        one, other = rng.sample(present, 2)
        source = rng.choice([own, group])
        act = rng.choice(
            ["state", "state", "tick", "deny", "merge", "remove", "correct", "undo", "undo"]
        )
        if act == "state":
            words = TieWords(
                direction=rng.choice(["forward", "both"]),
                contents=tuple(rng.sample(["information", "referral"], rng.randint(0, 2))),
                frequency=rng.choice([None, 1, 4]),
                status=rng.choice(["existing", "existing", "wished"]),
            )
            state_tie(source, one, other, words, **told)
        elif act == "tick":
            tick_tie(
                source, one, other, ticked=rng.random() < 0.6, both_ways=rng.random() < 0.5, **told
            )
        elif act == "deny":
            deny_tie(source, one, other, **told)
        elif act == "merge" and rng.random() < 0.4:
            try:
                merge_actors(one, other, **told)
            except BelongsToItself:
                continue
        elif act == "remove" and rng.random() < 0.3:
            remove_actor(one, **told)
        elif act == "correct":
            correct_actor(one, ActorWords(name=f"{one.label}!"), perspective=source, **told)
        elif act == "undo":
            open_acts = Act.objects.filter(network_id=network.pk, undone_at=None).order_by("pk")
            with contextlib.suppress(LeansOnLater):
                undo_act(network, rng.choice(list(open_acts)), on_conflict="keep", **told)
        kept = reading(network)
        rebuild_ties(network)
        assert kept == reading(network), act
