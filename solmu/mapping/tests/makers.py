"""The only place for plain makers of a small map in tests."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from datetime import timedelta

from solmu.networks.models import Network
from solmu.people.models import Person
from solmu.registry.actions.actors import place_in
from solmu.registry.actions.reading import rebuild_ties
from solmu.registry.actions.ties import TieWords, state_tie
from solmu.registry.models import Actor, Claim, Identity, Mention, Name, Perspective
from solmu.registry.tests.makers import make_actor, make_perspective, perspective_of
from tests.cast import NOON


@dataclass(frozen=True)
class SmallMap:
    """Four organisations, a unit and a person; a group drew most of it, the coordinator the rest."""

    own: Perspective
    group: Perspective
    ohjaamo: Actor
    kela: Actor
    seurakunta: Actor
    lukio: Actor
    opot: Actor
    maija: Actor


def make_small_map(network: Network, coordinator: Person) -> SmallMap:
    """Draw a map on which every column of the tables has something to show."""
    own, group = perspective_of(coordinator, network), make_perspective(network)
    ohjaamo = make_actor(group, "Ohjaamo Järvilakeus", sector="ohjaamo", services="uraohjaus")
    kela = make_actor(group, "Kela", sector="employment", contacts=(("phone", "020 634 0200"),))
    seurakunta = make_actor(group, "Seurakunta", sector="associations")
    lukio = make_actor(group, "Lukio", sector="education")
    opot = make_actor(group, "Opot", kind="unit", sector="education", parent=lukio)
    maija = make_actor(group, "Maija Niemi", kind="person")
    place_in(maija, seurakunta, by=None, at=NOON)
    said = [
        (ohjaamo, kela, TieWords(direction="both", frequency=4, contents=("referral",))),
        (ohjaamo, opot, TieWords(frequency=2, note="Opot paikalla keskiviikkoisin")),
        (maija, kela, TieWords(frequency=1, contents=("ruoka-apu",))),
        (lukio, seurakunta, TieWords(status="wished")),
    ]
    for source, target, words in said:
        state_tie(group, source, target, words, by=None, at=NOON)
    agreed = TieWords(direction="both", frequency=4, contents=("referral",))
    state_tie(own, ohjaamo, kela, agreed, by=coordinator, at=NOON + timedelta(minutes=1))
    return SmallMap(own, group, ohjaamo, kela, seurakunta, lukio, opot, maija)


TOWN = 100
SECTORS = (
    "ohjaamo",
    "education",
    "employment",
    "wellbeing",
    "youth",
    "associations",
    "business",
    "",
)
KINDS = ("Lukio", "Nuorisotyö", "Työpaja", "Seurakunta", "Yhdistys", "Kirjasto", "Neuvola")


def make_large_map(network: Network, count: int) -> list[Actor]:
    """Draw a map of ``count`` actors in towns: most of the three ties an actor are within its town."""
    dice = random.Random(count)
    source = make_perspective(network, kind="import")
    actors = Actor.objects.bulk_create(
        Actor(
            network=network,
            label_fi=f"{KINDS[at % len(KINDS)]} {at}",
            sector="ohjaamo" if at == 0 else SECTORS[1 + at % (len(SECTORS) - 1)],
            created_at=NOON,
        )
        for at in range(count)
    )
    Name.objects.bulk_create(Name(actor=actor, text=actor.label_fi) for actor in actors)
    mentions = Mention.objects.bulk_create(
        Mention(perspective=source, name=actor.label_fi, sector=actor.sector) for actor in actors
    )
    Identity.objects.bulk_create(
        Identity(mention=mention, actor=actor, from_at=NOON)
        for mention, actor in zip(mentions, actors, strict=True)
    )
    pairs = {}
    for one in range(count):
        for near in (True, True, False):
            low = one // TOWN * TOWN
            other = dice.randrange(low, min(low + TOWN, count)) if near else dice.randrange(count)
            if one != other:
                pairs[one, other] = dice.randint(1, 4)
    Claim.objects.bulk_create(
        Claim(
            perspective=source,
            source=mentions[one],
            target=mentions[other],
            direction=dice.choice(["forward", "both"]),
            contents=["referral"],
            frequency=frequency,
            created_at=NOON,
            updated_at=NOON,
        )
        for (one, other), frequency in pairs.items()
    )
    rebuild_ties(network)
    Network.objects.filter(pk=network.pk).update(revision=network.revision + 1)
    network.refresh_from_db()
    return actors


def read_in_english() -> None:
    """Let everybody read English, so that a test compares with the words in the code."""
    Person.objects.update(language="en")


def words_of(page: str) -> str:
    """Return the text of a page as it is read, tags and doubled spaces left out."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page)).strip()


def rows_of(page: str) -> list[str]:
    """Return each row of a page's table as it is read."""
    body = page.partition("<tbody>")[2].partition("</tbody>")[0]
    return [words_of(row) for row in body.split("</tr>") if row.strip()]
