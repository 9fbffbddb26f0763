"""What becomes of a tie when people say, correct, tick and deny it."""

from __future__ import annotations

from typing import Any

import pytest

from solmu.ledger.models import Act
from solmu.ledger.rules import ChangedSince
from solmu.lib.identity_codes import IdentityCodeRefused
from solmu.networks.models import Network
from solmu.people.models import Person
from solmu.registry.actions.actors import (
    ActorWords,
    BelongsToItself,
    correct_actor,
    place_in,
    remove_actor,
)
from solmu.registry.actions.changes import undo_act
from solmu.registry.actions.identities import merge_actors, split_actor
from solmu.registry.actions.perspectives import mark_asked, withdraw_perspective
from solmu.registry.actions.ties import TieWords, confirm_tie, deny_tie, state_tie, tick_tie
from solmu.registry.models import Tie
from solmu.registry.queries import mentions_of, present_actors
from solmu.registry.tests.makers import make_actor, make_perspective, perspective_of
from tests.cast import NOON


def read(network: Network) -> set[tuple[str, str, str]]:
    return set(
        Tie.objects.filter(network=network).values_list(
            "source__label_fi", "target__label_fi", "status"
        )
    )


@pytest.fixture
def said(network: Network, aino: Person) -> Any:
    own = perspective_of(aino, network)
    return own, make_actor(own, "Kela"), make_actor(own, "Ohjaamo")


def test_a_stated_tie_is_read_and_its_act_undone(network: Network, aino: Person, said: Any) -> None:
    own, kela, ohjaamo = said
    state_tie(own, kela, ohjaamo, TieWords(direction="both", frequency=3), by=aino, at=NOON)
    assert read(network) == {("Kela", "Ohjaamo", "existing"), ("Ohjaamo", "Kela", "existing")}
    undo_act(network, Act.objects.latest("pk"), by=aino, at=NOON)
    assert read(network) == set()


def test_an_undo_can_be_undone(network: Network, aino: Person, said: Any) -> None:
    own, kela, ohjaamo = said
    state_tie(own, kela, ohjaamo, TieWords(), by=aino, at=NOON)
    stated = Act.objects.latest("pk")
    undoing = undo_act(network, stated, by=aino, at=NOON)
    assert undoing is not None
    undo_act(network, undoing, by=aino, at=NOON)
    assert read(network) == {("Kela", "Ohjaamo", "existing")}
    stated.refresh_from_db()
    assert stated.undone_at is None


def test_undoing_an_older_act_asks_when_a_newer_one_touched_the_same(
    network: Network, aino: Person, said: Any
) -> None:
    own, kela, ohjaamo = said
    state_tie(own, kela, ohjaamo, TieWords(frequency=1), by=aino, at=NOON)
    state_tie(own, kela, ohjaamo, TieWords(frequency=2), by=aino, at=NOON)
    older = Act.objects.latest("pk")
    state_tie(own, kela, ohjaamo, TieWords(frequency=4), by=aino, at=NOON)
    with pytest.raises(ChangedSince) as caught:
        undo_act(network, older, by=aino, at=NOON)
    assert [(one.field, one.now, one.then) for one in caught.value.conflicts] == [
        ("frequency", "4", "1")
    ]
    undo_act(network, older, by=aino, at=NOON, on_conflict="overwrite")
    assert Tie.objects.get(network=network).frequency == 1


def test_undoing_the_first_tick_leaves_the_second(
    network: Network, aino: Person, said: Any
) -> None:
    own, kela, ohjaamo = said
    seurakunta = make_actor(make_perspective(network), "Seurakunta")
    tick_tie(own, seurakunta, ohjaamo, ticked=True, both_ways=False, by=aino, at=NOON)
    first = Act.objects.latest("pk")
    tick_tie(own, seurakunta, kela, ticked=True, both_ways=False, by=aino, at=NOON)
    undo_act(network, first, by=aino, at=NOON)
    assert read(network) == {("Seurakunta", "Kela", "existing")}


def test_ticks_turn_one_way_into_both_and_back(network: Network, aino: Person, said: Any) -> None:
    own, kela, ohjaamo = said
    state_tie(
        own, kela, ohjaamo, TieWords(frequency=4, contents=("information",)), by=aino, at=NOON
    )
    tick_tie(own, ohjaamo, kela, ticked=True, both_ways=False, by=aino, at=NOON)
    assert read(network) == {("Kela", "Ohjaamo", "existing"), ("Ohjaamo", "Kela", "existing")}
    tick_tie(own, kela, ohjaamo, ticked=False, both_ways=False, by=aino, at=NOON)
    tie = Tie.objects.get(network=network)
    assert (tie.source, tie.frequency, tie.content) == (ohjaamo, 4, "information")


def test_a_coordinators_first_tick_keeps_what_others_said_of_the_tie(
    network: Network, aino: Person, said: Any
) -> None:
    own, kela, ohjaamo = said
    group = make_perspective(network)
    weekly = TieWords(frequency=3, contents=("referral",))
    state_tie(group, kela, ohjaamo, weekly, by=None, at=NOON)
    tick_tie(own, ohjaamo, kela, ticked=True, both_ways=False, by=aino, at=NOON)
    ties = Tie.objects.filter(network=network)
    assert {(tie.source.label, tie.frequency, tie.content) for tie in ties} == {
        ("Kela", 3, "referral"),
        ("Ohjaamo", 3, "referral"),
    }
    tick_tie(own, kela, ohjaamo, ticked=False, both_ways=False, by=aino, at=NOON)
    assert read(network) == {("Ohjaamo", "Kela", "existing")}


def test_a_members_tick_says_nothing_in_others_words(
    network: Network, eero: Person, said: Any
) -> None:
    _, kela, ohjaamo = said
    group = make_perspective(network)
    state_tie(group, kela, ohjaamo, TieWords(frequency=3), by=None, at=NOON)
    mine = perspective_of(eero, network)
    tick_tie(mine, ohjaamo, kela, ticked=True, both_ways=False, by=eero, at=NOON)
    assert [(claim.direction, claim.frequency) for claim in mine.claims.all()] == [
        ("forward", None)
    ]


def test_confirming_what_others_said_says_it_too(network: Network, eero: Person, said: Any) -> None:
    _, kela, ohjaamo = said
    group = make_perspective(network)
    weekly = TieWords(frequency=3, contents=("referral",))
    state_tie(group, kela, ohjaamo, weekly, by=None, at=NOON)
    confirm_tie(perspective_of(eero, network), ohjaamo, kela, by=eero, at=NOON)
    tie = Tie.objects.get(network=network)
    assert (tie.source, tie.content, tie.frequency, tie.said) == (kela, "referral", 3, 2)


def test_a_ticked_wish_has_come_true(network: Network, aino: Person, said: Any) -> None:
    own, kela, ohjaamo = said
    state_tie(own, kela, ohjaamo, TieWords(status="wished"), by=aino, at=NOON)
    tick_tie(own, kela, ohjaamo, ticked=True, both_ways=True, by=aino, at=NOON)
    assert read(network) == {("Kela", "Ohjaamo", "existing"), ("Ohjaamo", "Kela", "existing")}


def test_going_through_an_actor_counts_as_having_been_asked(
    network: Network, aino: Person, said: Any
) -> None:
    own, kela, _ = said
    group = make_perspective(network)
    seurakunta = make_actor(group, "Seurakunta")
    state_tie(group, seurakunta, kela, TieWords(), by=None, at=NOON)
    before = network.revision
    mark_asked(own, seurakunta, answered=True, by=aino, at=NOON)
    network.refresh_from_db()
    assert network.revision > before
    assert Tie.objects.get(network=network).asked == 2


def test_a_denied_tie_of_others_is_off_the_map_and_its_words_stay(
    network: Network, aino: Person, said: Any
) -> None:
    own, kela, ohjaamo = said
    group = make_perspective(network)
    state_tie(group, kela, ohjaamo, TieWords(), by=None, at=NOON)
    deny_tie(own, kela, ohjaamo, by=aino, at=NOON)
    assert read(network) == set()
    assert group.claims.count() == 1
    state_tie(own, kela, ohjaamo, TieWords(), by=aino, at=NOON)
    assert read(network) == {("Kela", "Ohjaamo", "existing")}


def test_a_withdrawn_perspective_takes_its_ties_and_actors_along(
    network: Network, aino: Person, said: Any
) -> None:
    _, kela, _ = said
    group = make_perspective(network)
    state_tie(group, kela, make_actor(group, "4H-yhdistys"), TieWords(), by=None, at=NOON)
    withdraw_perspective(group, by=aino, at=NOON)
    assert read(network) == set()
    assert {actor.label for actor in present_actors(network)} == {"Kela", "Ohjaamo"}
    undo_act(network, Act.objects.latest("pk"), by=aino, at=NOON)
    assert read(network) == {("Kela", "4H-yhdistys", "existing")}


def test_merged_actors_share_their_ties_and_names_and_can_be_told_apart_again(
    network: Network, aino: Person, said: Any
) -> None:
    own, kela, ohjaamo = said
    group = make_perspective(network)
    double = make_actor(group, "Kansaneläkelaitos")
    paja = make_actor(group, "Nuorten työpaja")
    state_tie(group, double, paja, TieWords(), by=None, at=NOON)
    state_tie(own, kela, ohjaamo, TieWords(), by=aino, at=NOON)
    before = read(network)
    merge_actors(kela, double, why="sama laitos", by=aino, at=NOON)
    merged = Act.objects.latest("pk")
    assert read(network) == {
        ("Kela", "Ohjaamo", "existing"),
        ("Kela", "Nuorten työpaja", "existing"),
    }
    assert set(kela.names.values_list("text", flat=True)) == {"Kela", "Kansaneläkelaitos"}
    assert double not in present_actors(network)
    undo_act(network, merged, by=aino, at=NOON)
    assert read(network) == before
    assert double in present_actors(network)


def test_a_merged_actor_takes_over_what_it_lacks(network: Network, aino: Person, said: Any) -> None:
    _, kela, _ = said
    group = make_perspective(network)
    contacts = (("phone", "020 634 0200"),)
    words = {"sector": "employment", "description": "Perusturva.", "contacts": contacts}
    double = make_actor(group, "Kansaneläkelaitos", **words)
    merge_actors(kela, double, by=aino, at=NOON)
    kela.refresh_from_db()
    assert (kela.sector, kela.description) == ("employment", "Perusturva.")
    assert kela.contacts.get().value == "020 634 0200"
    undo_act(network, Act.objects.latest("pk"), by=aino, at=NOON)
    kela.refresh_from_db()
    assert (kela.sector, kela.contacts.count()) == ("", 0)


def test_a_split_gives_chosen_mentions_an_actor_of_their_own(
    network: Network, aino: Person, said: Any
) -> None:
    own, kela, ohjaamo = said
    group = make_perspective(network)
    double = make_actor(group, "Kela Järvilakeus")
    state_tie(group, double, ohjaamo, TieWords(), by=None, at=NOON)
    merge_actors(kela, double, by=aino, at=NOON)
    theirs = mentions_of(kela).filter(perspective=group)
    apart = split_actor(kela, list(theirs), by=aino, at=NOON)
    assert apart.label == "Kela Järvilakeus"
    assert read(network) == {("Kela Järvilakeus", "Ohjaamo", "existing")}


def test_belongings_never_close_a_loop(network: Network, aino: Person, said: Any) -> None:
    _, kela, ohjaamo = said
    place_in(kela, ohjaamo, by=aino, at=NOON)
    with pytest.raises(BelongsToItself):
        place_in(ohjaamo, kela, by=aino, at=NOON)


def test_a_name_given_up_is_kept_as_a_former_one(network: Network, aino: Person, said: Any) -> None:
    own, kela, _ = said
    correct_actor(kela, ActorWords(name="Kansaneläkelaitos"), perspective=own, by=aino, at=NOON)
    assert dict(kela.names.values_list("text", "kind")) == {
        "Kela": "former",
        "Kansaneläkelaitos": "official",
    }


def test_a_removed_actor_takes_its_ties_off_the_map_until_it_is_undone(
    network: Network, aino: Person, said: Any
) -> None:
    own, kela, ohjaamo = said
    state_tie(own, kela, ohjaamo, TieWords(), by=aino, at=NOON)
    remove_actor(kela, by=aino, at=NOON)
    assert read(network) == set()
    undo_act(network, Act.objects.latest("pk"), by=aino, at=NOON)
    assert read(network) == {("Kela", "Ohjaamo", "existing")}


def test_a_personal_identity_code_is_never_saved(network: Network, aino: Person, said: Any) -> None:
    own, kela, ohjaamo = said
    with pytest.raises(IdentityCodeRefused):
        state_tie(own, kela, ohjaamo, TieWords(note="nuori 131052-308T"), by=aino, at=NOON)
    with pytest.raises(IdentityCodeRefused):
        state_tie(own, kela, ohjaamo, TieWords(contents=("131052-308T",)), by=aino, at=NOON)
    assert own.claims.count() == 0


def test_the_maps_revision_grows_with_every_change(
    network: Network, aino: Person, said: Any
) -> None:
    own, kela, ohjaamo = said
    network.refresh_from_db()
    before = network.revision
    state_tie(own, kela, ohjaamo, TieWords(), by=aino, at=NOON)
    network.refresh_from_db()
    assert network.revision == before + 1
