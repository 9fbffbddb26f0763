"""What a network says of itself in a file, and that a file says the same when it comes back."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from solmu.formats import FORMATS, WRITERS, read_file, write_file
from solmu.formats.dataset import ActorRow, Dataset, TieRow
from solmu.networks.models import Area, Network
from solmu.people.models import Person
from solmu.registry.actions.applying import bring_in
from solmu.registry.actions.ties import TieWords, state_tie
from solmu.registry.queries.exports import dataset_of
from solmu.registry.queries.imports import facts_of
from solmu.registry.rules.planning import understand
from solmu.registry.tests.makers import make_actor, make_perspective, perspective_of
from tests.cast import NOON, make_network, sign_in

SEEN = ("readers", "members", "coordinator")
NAMES = ("Kela", "Ohjaamo", "Etsivä nuorisotyö", "Nuorten työpaja Tuuma", "4H-yhdistys", "Lukio")
CONTENTS = ("information", "referral", "joint_work", "kahvia ja aikaa")


def bring(network: Network, dataset: Dataset) -> None:
    facts = facts_of(network, seen=SEEN)
    bring_in(network, understand(dataset, facts), title="Koe", by=None, at=NOON)


def told(dataset: Dataset) -> Any:
    """Return what a dataset says, its actors by name: ids differ between networks."""
    names = {row.ref: row.label for row in dataset.actors}
    actors = sorted(
        (
            row.label, row.kind, row.sector, row.municipality, names.get(row.parent, row.parent),
            row.services, row.description, row.tags, row.business_id, row.contact_person,
            row.email, row.phone, row.website, row.other_names,
        )
        for row in dataset.actors
    )  # fmt: skip
    ties = sorted(
        repr((
            *(sorted if tie.direction != "forward" else list)((names[tie.source], names[tie.target])),
            tie.direction, sorted(tie.contents), tie.frequency, tie.closeness, tie.weight,
            tie.status, tie.valid_from, tie.valid_to, tie.confirmed_on, tie.note, tie.means,
        ))
        for tie in dataset.ties
    )  # fmt: skip
    return dataset.directed, actors, ties


days = st.dates(date(2020, 1, 1), date(2026, 6, 30))


@st.composite
def datasets(draw: Any) -> Dataset:
    names = draw(st.lists(st.sampled_from(NAMES), min_size=2, max_size=6, unique=True))
    directed = draw(st.booleans())
    actors = tuple(
        ActorRow(
            ref=name,
            label=name,
            kind=draw(st.sampled_from(("organisation", "unit", "group"))),
            sector=draw(st.sampled_from(("", "education", "youth"))),
            municipality=draw(st.sampled_from(("", "Oulu", "Liminka"))),
            parent=names[0] if place and draw(st.booleans()) else "",
            services=draw(st.sampled_from(("", "ohjaus; neuvonta", "kurssit, tukea"))),
            phone=draw(st.sampled_from(("", "+358 40 123 4567"))),
            email=draw(st.sampled_from(("", "a@example.fi"))),
            tags=draw(st.sampled_from(((), ("nuoret",), ("nuoret", "työ")))),
        )
        for place, name in enumerate(names)
    )
    arcs = draw(
        st.lists(
            st.lists(st.sampled_from(names), min_size=2, max_size=2, unique=True).map(tuple),
            max_size=6,
            unique_by=frozenset,
        )
    )
    ties = tuple(
        TieRow(
            source=source,
            target=target,
            direction=draw(st.sampled_from(("forward", "both"))) if directed else "undirected",
            contents=tuple(draw(st.lists(st.sampled_from(CONTENTS), unique=True, max_size=3))),
            frequency=draw(st.none() | st.integers(1, 4)),
            closeness=draw(st.none() | st.integers(1, 4)),
            weight=draw(st.none() | st.sampled_from((0.5, 2.0, -1.25))),
            status=draw(st.sampled_from(("existing", "existing", "wished", "possible"))),
            note=draw(st.sampled_from(("", "Kokoukset kuun alussa.", '=HYPERLINK("x")'))),
            valid_from=draw(st.none() | days),
            valid_to=draw(st.none() | st.just(date(2026, 12, 31))),
            confirmed_on=draw(st.none() | days),
        )
        for source, target in arcs
    )
    return Dataset(actors=actors, ties=ties, directed=directed or not ties)


@pytest.mark.parametrize("ending", WRITERS)
@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(dataset=datasets(), language=st.sampled_from(("fi", "sv", "en")))
def test_a_network_taken_out_and_brought_into_an_empty_one_is_the_same(
    areas: int, ending: str, dataset: Dataset, language: str
) -> None:
    first, second = make_network("A"), make_network("B")
    try:
        bring(first, dataset)
        out = dataset_of(first, seen=SEEN)
        back = read_file(write_file(out, ending, language), f"verkosto.{ending}")
        assert back.problems == ()
        bring(second, back)
        again = dataset_of(second, seen=SEEN)
        assert told(again) == told(out)
        assert len(out.actors) == len(dataset.actors)
    finally:
        first.delete()
        second.delete()


@pytest.mark.parametrize("ending", WRITERS)
def test_every_written_form_is_offered_and_downloaded(
    client: Client, network: Network, aino: Person, ending: str
) -> None:
    make_actor(perspective_of(aino, network), "Kela")
    sign_in(client, aino)
    address = reverse("export_network", args=[network.slug])
    assert f'name="format" value="{ending}"' in client.get(address).content.decode()
    answer = client.get(address, {"format": ending, "wished": "on"})
    assert answer["Content-Disposition"].endswith(f'.{ending}"')
    (actor,) = read_file(answer.content, f"v.{ending}").actors
    assert actor.label == "Kela"


@pytest.mark.parametrize("ending", sorted(FORMATS.keys() - WRITERS.keys()))
def test_a_form_that_is_only_read_is_not_offered(
    client: Client, network: Network, aino: Person, ending: str
) -> None:
    sign_in(client, aino)
    address = reverse("export_network", args=[network.slug])
    assert client.get(address, {"format": ending}).status_code == 422


def test_what_several_sources_say_is_taken_out_as_it_is_read_together(
    network: Network, aino: Person
) -> None:
    one, other = make_perspective(network), make_perspective(network, title="Ryhmä 2")
    kela, ohjaamo = make_actor(one, "Kela"), make_actor(one, "Ohjaamo")
    for group, source, target in ((one, kela, ohjaamo), (other, ohjaamo, kela)):
        words = TieWords(contents=("information",), frequency=3, note=f"Sanoo {group.title}")
        state_tie(group, source, target, words, by=aino, at=NOON)
    (tie,) = dataset_of(network).ties
    assert (tie.direction, tie.contents, tie.frequency) == ("both", ("information",), 3)
    assert tie.note == "Sanoo Ryhmä 1 / Sanoo Ryhmä 2"


def test_only_the_contacts_that_one_sees_are_taken_out(
    client: Client, network: Network, aino: Person, minna: Person
) -> None:
    kela = make_actor(perspective_of(aino, network), "Kela", contacts=(("phone", "06 555 0100"),))
    kela.contacts.update(visibility="members")
    address = reverse("export_network", args=[network.slug])
    chosen = {"format": "csv", "contacts": "on", "wished": "on"}
    sign_in(client, aino)
    assert b"06 555 0100" in client.get(address, chosen).content
    assert b"06 555 0100" not in client.get(address, {"format": "csv"}).content
    sign_in(client, minna)
    assert b"06 555 0100" not in client.get(address, chosen).content


def test_wished_ties_are_left_at_home_when_so_chosen(network: Network, aino: Person) -> None:
    own = perspective_of(aino, network)
    kela, ohjaamo = make_actor(own, "Kela"), make_actor(own, "Ohjaamo")
    state_tie(own, kela, ohjaamo, TieWords(status="wished"), by=aino, at=NOON)
    assert [tie.status for tie in dataset_of(network).ties] == ["wished"]
    assert dataset_of(network, wished=False).ties == ()


def test_a_file_that_solmu_wrote_is_matched_by_its_ids_though_names_changed(
    network: Network, aino: Person
) -> None:
    own = perspective_of(aino, network)
    kela = make_actor(own, "Kela")
    Area.objects.create(kind="municipality", name_fi="Järvilakeus", name_sv="", network=network)
    row = ActorRow(ref=kela.ref, label="Kansaneläkelaitos", municipality="Järvilakeuden kunta")
    bring(network, Dataset(actors=(row,)))
    kela.refresh_from_db()
    assert (kela.label, kela.municipality and kela.municipality.name_fi) == (
        "Kansaneläkelaitos",
        "Järvilakeus",
    )
    assert dict(kela.names.values_list("text", "kind"))["Kela"] == "former"
