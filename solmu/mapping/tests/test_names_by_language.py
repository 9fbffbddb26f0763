"""Who reads in Swedish sees an actor's Swedish name wherever it stands; the others see the Finnish one."""

from __future__ import annotations

import json

import pytest
from django.test import Client
from django.urls import reverse

from solmu.ledger.actions import undo
from solmu.ledger.models import Act
from solmu.mapping.tests.makers import SmallMap, make_small_map, rows_of, words_of
from solmu.networks.models import Network
from solmu.people.models import Person
from solmu.registry.actions.actors import ActorWords, correct_actor
from solmu.registry.models import Name
from tests.cast import NOON, sign_in


@pytest.fixture
def small(network: Network, aino: Person) -> SmallMap:
    small = make_small_map(network, aino)
    rename(small, "FPA", aino)
    return small


def rename(small: SmallMap, name_sv: str, by: Person) -> None:
    words = ActorWords(name="Kela", name_sv=name_sv, kind="organisation", sector="employment")
    correct_actor(small.kela, words, perspective=small.own, by=by, at=NOON)


def page(client: Client, person: Person, language: str, name: str, *parts: str) -> str:
    Person.objects.filter(pk=person.pk).update(language=language)
    return sign_in(client, person).get(reverse(name, args=parts), follow=True).content.decode()


@pytest.mark.parametrize(("language", "seen"), [("sv", "FPA"), ("fi", "Kela"), ("en", "Kela")])
def test_map_panel_and_tables_speak_the_readers_language(
    client: Client, network: Network, minna: Person, small: SmallMap, language: str, seen: str
) -> None:
    drawn = json.loads(page(client, minna, language, "map_data", network.slug))
    names = {actor["name"] for actor in drawn["actors"]}
    assert seen in names
    assert names >= {"Ohjaamo Järvilakeus", "Seurakunta"}  # without a Swedish name: the Finnish
    assert len(names & {"FPA", "Kela"}) == 1
    panel = words_of(page(client, minna, language, "actor_panel", network.slug, small.kela.ref))
    assert seen in panel
    rows = rows_of(page(client, minna, language, "ties", network.slug))
    assert sum(seen in row for row in rows) == 2


def test_names_are_sorted_as_they_are_read(
    client: Client, network: Network, minna: Person, small: SmallMap
) -> None:
    for language, first in (("sv", "FPA"), ("fi", "Kela")):
        rows = rows_of(page(client, minna, language, "actors", network.slug))
        assert first in rows[0]


def test_a_swedish_name_given_up_is_kept_as_a_former_one_and_comes_back(
    small: SmallMap, aino: Person
) -> None:
    rename(small, "Folkpensionsanstalten", aino)
    kinds = dict(small.kela.names.filter(language="sv").values_list("text", "kind"))
    assert kinds == {"FPA": Name.Kind.FORMER, "Folkpensionsanstalten": Name.Kind.OFFICIAL}
    rename(small, "", aino)
    small.kela.refresh_from_db()
    assert small.kela.label_sv == ""
    undo(Act.objects.latest("pk"), by=aino, at=NOON)
    small.kela.refresh_from_db()
    assert small.kela.label_sv == "Folkpensionsanstalten"
