"""What becomes of a file: read, compared, brought to the map, brought again, taken back."""

from __future__ import annotations

from typing import Any

import pytest

from solmu.formats.dataset import ActorRow, Dataset, Problem, TieRow
from solmu.jobs.models import Job
from solmu.ledger.models import Act
from solmu.networks.models import Network
from solmu.people.models import Person
from solmu.registry.actions.actors import remove_actor
from solmu.registry.actions.changes import undo_act
from solmu.registry.actions.imports import (
    answer,
    apply_upload,
    receive_dataset,
)
from solmu.registry.actions.ties import TieWords, state_tie
from solmu.registry.models import Actor, Claim, Mention, Name, Perspective, Tie, Upload
from solmu.registry.queries import mentions_of, present_actors
from solmu.registry.rules.answers import Answers
from solmu.registry.tests.makers import make_actor, perspective_of
from tests.cast import NOON

SEEN = ("readers", "members", "coordinator")


def make_dataset(*names: str | ActorRow, ties: Any = (), **facts: Any) -> Dataset:
    actors = tuple(
        name if isinstance(name, ActorRow) else ActorRow(ref=name, label=name, row=place)
        for place, name in enumerate(names, 2)
    )
    rows = tuple(
        tie
        if isinstance(tie, TieRow)
        else TieRow(source=tie[0], target=tie[1], frequency=tie[2], row=place)
        for place, tie in enumerate(ties, 2)
    )
    return Dataset(actors=actors, ties=rows, **facts)


def bring(network: Network, dataset: Dataset, by: Person, **answers: Any) -> Upload:
    upload = receive_dataset(network, dataset, title="Toimijat.xlsx", seen=SEEN, by=by, at=NOON)
    answer(upload, Answers(**answers))
    apply_upload(upload, seen=SEEN, by=by, at=NOON)
    upload.refresh_from_db()
    return upload


def on_map(network: Network) -> set[str]:
    return {actor.label for actor in present_actors(network)}


def ties(network: Network) -> set[tuple[str, str, int | None]]:
    return set(
        Tie.objects.filter(network=network).values_list(
            "source__label_fi", "target__label_fi", "frequency"
        )
    )


def test_a_file_comes_to_the_map_and_leaves_it_whole(network: Network, aino: Person) -> None:
    dataset = make_dataset("Kela", "Ohjaamo", "Paja", ties=[("Kela", "Ohjaamo", 3)])
    upload = bring(network, dataset, aino)
    assert on_map(network) == {"Kela", "Ohjaamo", "Paja"}
    assert ties(network) == {("Kela", "Ohjaamo", 3)}
    assert upload.state == "applied"
    assert upload.perspective is not None
    act = Act.objects.get(verb="import.apply")
    assert (act.summary["actors"], act.summary["ties"]) == (3, 1)
    undo_act(network, act, by=aino, at=NOON)
    assert on_map(network) == set()
    assert ties(network) == set()


def test_what_others_did_since_outlives_the_undoing_of_an_import(
    network: Network, aino: Person, eero: Person
) -> None:
    bring(network, make_dataset("Kela", "Ohjaamo", "Paja"), aino)
    actors = {one.label: one for one in present_actors(network)}
    theirs = perspective_of(eero, network)
    state_tie(theirs, actors["Kela"], actors["Paja"], TieWords(), by=eero, at=NOON)
    undo_act(network, Act.objects.get(verb="import.apply"), by=aino, at=NOON)
    assert on_map(network) == {"Kela", "Paja"}
    assert ties(network) == {("Kela", "Paja", None)}


def test_the_same_file_brought_again_doubles_nothing(network: Network, aino: Person) -> None:
    dataset = make_dataset("Kela", "Ohjaamo", ties=[("Kela", "Ohjaamo", 3)])
    bring(network, dataset, aino)
    bring(network, dataset, aino)
    assert Actor.objects.filter(network=network).count() == 2
    tie = Tie.objects.get(network=network)
    assert (tie.said, tie.asked) == (1, 1)


def test_a_newer_file_changes_its_own_ties_and_keeps_what_it_leaves_out(
    network: Network, aino: Person
) -> None:
    bring(
        network,
        make_dataset(
            "Kela", "Ohjaamo", "Paja", ties=[("Kela", "Ohjaamo", 2), ("Paja", "Ohjaamo", 1)]
        ),
        aino,
    )
    newer = make_dataset("Kela", "Ohjaamo", ties=[("Kela", "Ohjaamo", 4)])
    upload = receive_dataset(network, newer, title="Toimijat.xlsx", seen=SEEN, by=aino, at=NOON)
    what = upload.plan["shown"]
    assert [(one["field"], one["before"], one["after"]) for one in what["changes"]] == [
        ("frequency", "2", "4")
    ]
    assert (what["unchanged_actors"], what["omitted"]) == (2, 1)
    apply_upload(upload, seen=SEEN, by=aino, at=NOON)
    assert ties(network) == {("Kela", "Ohjaamo", 4), ("Paja", "Ohjaamo", 1)}
    undo_act(network, Act.objects.filter(verb="import.apply").latest("pk"), by=aino, at=NOON)
    assert ties(network) == {("Kela", "Ohjaamo", 2), ("Paja", "Ohjaamo", 1)}


def test_what_a_newer_file_leaves_out_goes_when_it_is_so_answered(
    network: Network, aino: Person
) -> None:
    bring(network, make_dataset("Kela", "Ohjaamo", "Paja", ties=[("Paja", "Ohjaamo", 1)]), aino)
    bring(network, make_dataset("Kela", "Ohjaamo"), aino, drops_omitted=True)
    assert on_map(network) == {"Kela", "Ohjaamo"}
    assert ties(network) == set()


def test_a_name_that_is_on_the_map_is_the_same_actor(network: Network, aino: Person) -> None:
    kela = make_actor(perspective_of(aino, network), "Kela", sector="employment")
    row = ActorRow(ref="1", label="KELA", phone="06 555 0180", row=2)
    bring(network, make_dataset(row), aino)
    assert on_map(network) == {"Kela"}
    assert {one.name for one in mentions_of(kela)} == {"Kela", "KELA"}
    assert list(kela.contacts.values_list("kind", "value")) == [("phone", "06 555 0180")]


def test_facts_that_a_file_says_otherwise_are_changed_and_come_back(
    network: Network, aino: Person
) -> None:
    own = perspective_of(aino, network)
    school = make_actor(own, "Ammattiopisto", contacts=(("phone", "06 555 0100"),))
    row = ActorRow(ref="1", label="Ammattiopisto", phone="+358 6 5550180", sector="education")
    upload = bring(network, make_dataset(row), aino)
    school.refresh_from_db()
    assert (school.sector, school.contacts.get().value) == ("education", "+358 6 5550180")
    act = Act.objects.get(summary__upload=upload.ref)
    undo_act(network, act, by=aino, at=NOON)
    school.refresh_from_db()
    assert (school.sector, school.contacts.get().value) == ("", "06 555 0100")


def test_a_change_whose_tick_was_taken_off_is_not_made(network: Network, aino: Person) -> None:
    school = make_actor(perspective_of(aino, network), "Ammattiopisto", sector="youth")
    row = ActorRow(ref="1", label="Ammattiopisto", sector="education")
    bring(network, make_dataset(row), aino, without=frozenset({f"change:{school.ref}:sector"}))
    school.refresh_from_db()
    assert school.sector == "youth"


def test_a_possible_double_stays_apart_until_it_is_answered(network: Network, aino: Person) -> None:
    area = make_actor(perspective_of(aino, network), "Työllisyysalue")
    dataset = make_dataset("TE-toimisto")
    upload = receive_dataset(network, dataset, title="A.xlsx", seen=SEEN, by=aino, at=NOON)
    (double,) = upload.plan["shown"]["doubles"]
    assert (double["label"], double["ours"], double["reasons"]) == (
        "TE-toimisto",
        "Työllisyysalue",
        ("former_service",),
    )
    bring(network, dataset, aino)
    assert on_map(network) == {"Työllisyysalue", "TE-toimisto"}
    undo_act(network, Act.objects.get(verb="import.apply"), by=aino, at=NOON)
    bring(network, dataset, aino, doubles={double["key"]: "same"})
    assert on_map(network) == {"Työllisyysalue"}
    assert Name.objects.get(actor=area, text="TE-toimisto").kind == "alias"
    assert Mention.objects.get(name="TE-toimisto", identities__actor=area).identities.get().why


def test_two_rows_that_are_one_become_one_actor(network: Network, aino: Person) -> None:
    dataset = make_dataset(
        "Nuorten työpaja",
        ActorRow(ref="Paja", label="Paja", email="paja@jarvilakeus.fi"),
        "Kela",
        ties=[("Paja", "Kela", 2)],
    )
    upload = receive_dataset(network, dataset, title="A.xlsx", seen=SEEN, by=aino, at=NOON)
    (double,) = upload.plan["shown"]["doubles"]
    assert (double["on_map"], double["ours"]) == (False, "Nuorten työpaja")
    bring(network, dataset, aino, doubles={double["key"]: "same"})
    assert on_map(network) == {"Nuorten työpaja", "Kela"}
    assert ties(network) == {("Nuorten työpaja", "Kela", 2)}


def test_a_double_answered_different_is_not_asked_again(network: Network, aino: Person) -> None:
    make_actor(perspective_of(aino, network), "Työllisyysalue")
    dataset = make_dataset("TE-toimisto")
    first = receive_dataset(network, dataset, title="A.xlsx", seen=SEEN, by=aino, at=NOON)
    (double,) = first.plan["shown"]["doubles"]
    upload = bring(network, dataset, aino, doubles={double["key"]: "different"})
    undo_act(network, Act.objects.get(summary__upload=upload.ref), by=aino, at=NOON)
    again = receive_dataset(network, dataset, title="A.xlsx", seen=SEEN, by=aino, at=NOON)
    assert again.plan["shown"]["doubles"] == []


def test_what_a_row_belongs_to_comes_along(network: Network, aino: Person) -> None:
    dataset = make_dataset(
        ActorRow(ref="Etsivä", label="Etsivä nuorisotyö", parent="Järvilakeuden kaupunki"),
        ActorRow(ref="Kirjasto", label="Kirjasto", parent="Järvilakeuden kaupunki"),
    )
    bring(network, dataset, aino)
    town = Actor.objects.get(network=network, label_fi="Järvilakeuden kaupunki")
    assert {one.actor.label for one in town.members.all()} == {"Etsivä nuorisotyö", "Kirjasto"}
    assert Actor.objects.get(network=network, label_fi="Kirjasto").kind == "unit"


def test_a_belonging_that_would_close_a_circle_through_the_map_is_told_and_left_out(
    network: Network, aino: Person
) -> None:
    own = perspective_of(aino, network)
    town = make_actor(own, "Kaupunki")
    make_actor(own, "Sivistys", kind="unit", parent=town)
    row = ActorRow(ref="1", label="Kaupunki", parent="Sivistys", row=2)
    upload = bring(network, make_dataset(row), aino)
    assert upload.state == "applied"
    assert town.belongings.count() == 0


def test_a_tie_to_somebody_on_the_map_needs_no_row_of_theirs(
    network: Network, aino: Person
) -> None:
    make_actor(perspective_of(aino, network), "Kela")
    loose = TieRow(source="Kela", target="Paja", frequency=2, sheet="Suhteet", row=2)
    problem = Problem(code="unknown_actor", sheet="Suhteet", row=2, value="Kela")
    dataset = make_dataset("Paja", left_out=(loose,), problems=(problem,))
    bring(network, dataset, aino)
    assert ties(network) == {("Kela", "Paja", 2)}


@pytest.mark.parametrize("choice", ["row:Nuorten paja", "typed:"])
def test_an_unknown_end_of_a_tie_is_what_a_person_chooses(
    network: Network, aino: Person, choice: str
) -> None:
    loose = TieRow(source="Nuortenpaja", target="Kela", frequency=2, sheet="S", row=7)
    problem = Problem(code="unknown_actor", sheet="S", row=7, value="Nuortenpaja")
    dataset = make_dataset("Kela", "Nuorten paja", left_out=(loose,), problems=(problem,))
    upload = receive_dataset(network, dataset, title="A.xlsx", seen=SEEN, by=aino, at=NOON)
    (told,) = upload.plan["shown"]["problems"]
    assert ["row:Nuorten paja", "Nuorten paja"] in [list(one) for one in told["options"]]
    bring(network, dataset, aino, fixes={told["key"]: choice})
    end = "Nuorten paja" if choice.startswith("row") else "Nuortenpaja"
    assert ties(network) == {(end, "Kela", 2)}


def test_nothing_of_an_import_that_breaks_off_is_kept(network: Network, aino: Person) -> None:
    dataset = make_dataset("Kela", "Ohjaamo", ties=[("Kela", "Ohjaamo", 3)])
    upload = receive_dataset(network, dataset, title="A.xlsx", seen=SEEN, by=aino, at=NOON)

    def die() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        apply_upload(upload, seen=SEEN, by=aino, at=NOON, before_commit=die)
    kept = (Actor, Claim, Mention, Perspective, Tie, Act)
    assert [model.objects.count() for model in kept] == [0] * 6
    upload.refresh_from_db()
    assert upload.state == "read"


def test_a_second_try_of_an_applied_import_does_nothing(network: Network, aino: Person) -> None:
    upload = bring(network, make_dataset("Kela"), aino)
    assert apply_upload(upload, seen=SEEN, by=aino, at=NOON) is None
    assert Act.objects.filter(verb="import.apply").count() == 1
    assert Job.objects.count() == 0


def test_a_removed_actor_is_not_taken_for_the_one_in_a_file(network: Network, aino: Person) -> None:
    kela = make_actor(perspective_of(aino, network), "Kela")
    remove_actor(kela, by=aino, at=NOON)
    bring(network, make_dataset("Kela"), aino)
    assert present_actors(network).get().pk != kela.pk
