"""The directory's index holds what is on the map, for whom it may be seen, and follows every act."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from solmu.ledger.models import Act
from solmu.networks.access import enter
from solmu.networks.models import Area, Network
from solmu.people.models import Person
from solmu.registry.access import ask_directory
from solmu.registry.actions.actors import ActorWords, correct_actor, place_in, remove_actor
from solmu.registry.actions.changes import undo_act
from solmu.registry.actions.identities import merge_actors
from solmu.registry.actions.indexing import refresh_index
from solmu.registry.actions.perspectives import withdraw_perspective
from solmu.registry.actions.services import ServiceWords, correct_service, remove_service
from solmu.registry.actions.ties import TieWords, state_tie
from solmu.registry.models import Actor, IndexRow, IndexState, IndexTerm, Perspective
from solmu.registry.tests.makers import make_actor, make_service, perspective_of
from solmu.search import Analyser
from tests.cast import NOON


@pytest.fixture
def own(aino: Person, network: Network) -> Perspective:
    perspective = perspective_of(aino, network)
    refresh_index(network)
    return perspective


def found(person: Person, network: Network, query: str) -> list[str]:
    answer = ask_directory(enter(person, network.slug), query)
    labels = Actor.objects.in_bulk([one.key for one in answer.found])
    return [labels[one.key].label_fi for one in answer.found]


def last_act(network: Network) -> Act:
    return Act.objects.filter(network_id=network.pk).latest("pk")


def test_a_new_actor_is_found_at_once_by_name_service_place_and_description(
    own: Perspective, network: Network, aino: Person
) -> None:
    make_actor(own, "Kirppu", services="pyörien huolto", description="Perjantaisin soppaa")
    for query in ("kirppu", "pyörä huolto", "soppaa", "KIRPPU"):
        assert found(aino, network, query) == ["Kirppu"], query


def test_what_is_corrected_is_found_anew_and_the_old_words_are_gone(
    own: Perspective, network: Network, aino: Person
) -> None:
    actor = make_actor(own, "Kirppu", services="pyörien huolto")
    words = ActorWords(name="Kirppu", services="akvaariot")
    correct_actor(actor, words, perspective=own, by=aino, at=NOON)
    assert found(aino, network, "akvaariot") == ["Kirppu"]
    assert found(aino, network, "pyörien") == []
    assert not IndexTerm.objects.filter(term__startswith="wpyör").exists()


def test_a_removed_actor_is_found_no_more_and_comes_back_with_an_undo(
    own: Perspective, network: Network, aino: Person
) -> None:
    actor = make_actor(own, "Kirppu")
    remove_actor(actor, by=aino, at=NOON)
    assert found(aino, network, "kirppu") == []
    assert not IndexRow.objects.exists()
    assert not IndexTerm.objects.exists()
    undo_act(network, last_act(network), by=aino, at=NOON)
    assert found(aino, network, "kirppu") == ["Kirppu"]


def test_a_merged_actor_is_found_by_the_words_of_both(
    own: Perspective, network: Network, aino: Person
) -> None:
    kept, other = make_actor(own, "Kirppu", services="soppaa"), make_actor(own, "Loppis")
    merge_actors(kept, other, by=aino, at=NOON)
    assert found(aino, network, "loppis") == found(aino, network, "soppaa") == ["Kirppu"]


def test_a_unit_is_found_by_the_new_name_of_where_it_belongs(
    own: Perspective, network: Network, aino: Person
) -> None:
    unit, home = make_actor(own, "Kirppu"), make_actor(own, "Hakala")
    place_in(unit, home, by=aino, at=NOON)
    correct_actor(home, ActorWords(name="Vuorela"), perspective=own, by=aino, at=NOON)
    assert found(aino, network, "vuorela") == ["Vuorela", "Kirppu"]


def test_a_note_finds_both_ends_of_its_tie(
    own: Perspective, network: Network, aino: Person
) -> None:
    one, other = make_actor(own, "Kirppu"), make_actor(own, "Hakala")
    state_tie(own, one, other, TieWords(note="Soppaa perjantaisin"), by=aino, at=NOON)
    assert set(found(aino, network, "soppaa")) == {"Kirppu", "Hakala"}


def test_a_service_finds_whoever_offers_it_for_whom_and_where_until_it_is_taken_off(
    own: Perspective, network: Network, aino: Person
) -> None:
    kirppu, other = make_actor(own, "Kirppu"), make_actor(own, "Pyöräpaja")
    town = Area.objects.create(
        network=network, kind="municipality", name_fi="Kuukylä", name_sv="Månby"
    )
    facts = {
        "places": [town],
        "target_group": "ammattikoululaiset",
        "offers": {kirppu: "responsible"},
    }
    service = make_service(kirppu, "akvaarioiden huolto", **facts)
    for query in ("akvaario", "ammattikoululainen", "Kuukylässä", "månby"):
        assert found(aino, network, query) == ["Kirppu"], query
    words = ServiceWords(name="kalojen hoito", offers={other: "responsible"})
    correct_service(service, words, by=aino, at=NOON)
    assert found(aino, network, "akvaario") == []
    assert found(aino, network, "kala") == ["Pyöräpaja"]
    remove_service(service, by=aino, at=NOON)
    assert found(aino, network, "kala") == []
    undo_act(network, last_act(network), by=aino, at=NOON)
    assert found(aino, network, "kala") == ["Pyöräpaja"]


def test_contacts_are_found_by_those_alone_who_may_see_them(
    own: Perspective, network: Network, aino: Person, eero: Person, minna: Person
) -> None:
    for name, seen_by in (("Aalto", "readers"), ("Tuomisto", "members"), ("Kaski", "coordinator")):
        contacts = (("person", f"Ilta {name}", seen_by),)
        make_actor(own, f"Paikka {len(name)}", contacts=contacts)
    for name, seers in (
        ("Aalto", {aino, eero, minna}),
        ("Tuomisto", {aino, eero}),
        ("Kaski", {aino}),
    ):
        for person in (aino, eero, minna):
            assert bool(found(person, network, name)) == (person in seers), (name, person)
    # Nor does spelling lead to a word that one may not see.
    assert found(minna, network, "Tuomistp") == []
    assert found(eero, network, "Tuomistp") == ["Paikka 8"]


def test_another_networks_actors_are_never_found(
    own: Perspective, network: Network, aino: Person, otto: Person
) -> None:
    theirs = Network.objects.get(name="Oton verkosto")
    make_actor(perspective_of(otto, theirs), "Kirppu")
    refresh_index(theirs)
    assert found(otto, theirs, "kirppu") == ["Kirppu"]
    assert found(aino, network, "kirppu") == []


def test_a_withdrawn_source_is_noticed_by_whoever_asks_next(
    own: Perspective, network: Network, aino: Person
) -> None:
    make_actor(own, "Kirppu")
    withdraw_perspective(own, by=aino, at=NOON)
    assert refresh_index(network)
    assert found(aino, network, "kirppu") == []
    undo_act(network, last_act(network), by=aino, at=NOON)
    assert refresh_index(network)
    assert not refresh_index(network)
    assert found(aino, network, "kirppu") == ["Kirppu"]


def test_another_analyser_builds_the_index_anew(
    own: Perspective, network: Network, aino: Person
) -> None:
    make_actor(own, "Kirppu")
    IndexState.objects.update(analyser="0-older-plain")
    IndexRow.objects.update(digest="x")
    assert refresh_index(network)
    assert IndexState.objects.get().analyser == Analyser.here().version
    assert found(aino, network, "kirppu") == ["Kirppu"]


def test_the_index_kept_by_acts_is_the_one_built_anew(
    own: Perspective, network: Network, aino: Person
) -> None:
    one = make_actor(own, "Kirppu", services="pyörät", contacts=(("person", "Ilta Aalto"),))
    other = make_actor(own, "Hakala", services="soppaa")
    state_tie(own, one, other, TieWords(note="pyörällä"), by=aino, at=NOON)
    undo_act(network, last_act(network), by=aino, at=NOON)
    merge_actors(one, other, by=aino, at=NOON)

    def whole() -> tuple[set[object], set[object]]:
        rows = IndexRow.objects.values_list("actor", "seen_by", "terms", "weights", "length")
        return set(rows), set(IndexTerm.objects.values_list("seen_by", "term", "actors"))

    kept = whole()
    refresh_index(network, anew=True)
    assert whole() == kept


def test_asking_takes_as_many_queries_of_many_actors_as_of_few(
    own: Perspective, network: Network, aino: Person
) -> None:
    def count() -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            found(aino, network, "pyörien huolto, soppaa")
        return len(queries)

    for number in range(3):
        make_actor(own, f"Paja {number}", services="pyörät, soppa")
    few = count()
    for number in range(30):
        make_actor(own, f"Halli {number}", services="pyörien huolto, soppaa")
    assert count() == few
